/** Which tests a change can reach, by what imports what and by which rooms the end-to-end tests are about. */
import { join, normalize } from 'node:path';
import { ABOUT } from '../../test/e2e/rooms.ts';
import type { Module } from '../house/modules.ts';

export interface Reach {
  /** Files of unit tests, and end-to-end tests as `ABOUT` names them, the nearest first. */
  unit: string[];
  e2e: string[];
  /** What is reached too, and left to `npm test`. */
  left: string[];
}

/** More end-to-end tests take longer than a person waits while working. */
const MOST_E2E = 3;
/** They start programs and databases again and again, half a minute each: run where something near to them changes. */
const SLOW: Record<string, RegExp> = {
  'test/unit/collector/cli/command-line.test.ts': /^collector\/(cli|main)/,
  'test/unit/collector/database/durability.test.ts': /^collector\/database/,
  'test/unit/collector/database/migrate.test.ts': /^collector\/database/,
  'test/unit/collector/cli/file-modes.test.ts': /^collector\/(cli|database|main)/,
  'test/unit/collector/cli/records-commands.test.ts': /^collector\/(cli|ledger)/,
  'test/unit/collector/cli/running-commands.test.ts': /^collector\/(cli|main)/,
  'test/unit/collector/database/full-disk.test.ts': /^collector\/database/,
  'test/unit/collector/ledger/manipulations.test.ts': /^collector\/ledger/,
  'test/unit/collector/database/two-collectors.test.ts': /^collector\/(database|ledger)/,
  'test/unit/collector/database/upgrade.test.ts': /^collector\/database/,
  'test/unit/sync/model/model.test.ts': /^lib\/(sync|store)/,
};

/** Programs that a source starts rather than imports: `new URL('../main.ts', import.meta.url)`. */
const STARTED = /new URL\(\s*[`']([^`']+\.tsx?)[`']\s*,\s*import\.meta\.url/g;

type Importers = ReadonlyMap<string, readonly string[]>;

/** Who imports, or starts, each file. What is taken for its types only is left to the stage `types`. */
export function importersOf(modules: readonly Module[]): Importers {
  const importers = new Map<string, string[]>();
  const note = (of: string, by: string) => importers.set(of, [...(importers.get(of) ?? []), by]);
  for (const { path, text, imports } of modules) {
    for (const { path: taken, typeOnly } of imports) if (taken && !typeOnly) note(taken, path);
    for (const [, started = ''] of text.matchAll(STARTED)) note(normalize(join(path, '..', started)), path);
  }
  return importers;
}

/** Files that a change comes to, with the number of imports on the way. */
export function reachedFrom(changed: readonly string[], importers: Importers): Map<string, number> {
  const steps = new Map(changed.map((path) => [path, 0]));
  for (const [path, step] of steps)
    for (const by of importers.get(path) ?? []) if (!steps.has(by)) steps.set(by, step + 1);
  return steps;
}

/** The room that a file is in: the longest that `ABOUT` knows. */
export const roomOf = (path: string): string | undefined =>
  Object.keys(ABOUT)
    .filter((room) => path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];

export function reachOf(changed: readonly string[], importers: Importers): Reach {
  const steps = [...reachedFrom(changed, importers)].sort(([, a], [, b]) => a - b).map(([path]) => path);
  const units = steps.filter((path) => /^test\/unit\/.*\.test\.tsx?$/.test(path));
  const isFar = (path: string) => {
    const near = SLOW[path];
    return near !== undefined && !changed.some((one) => one === path || near.test(one));
  };
  // A test that itself changed comes before what is told by rooms, and those before tests that share a harness.
  const own = changed.flatMap(e2eName);
  // The harness is reached from everything that it starts, and is tested where it changes itself.
  const rooms = steps.filter((path) => !path.startsWith('test/') || changed.includes(path)).map(roomOf);
  const e2e = [...new Set([...own, ...rooms.flatMap((room) => ABOUT[room ?? ''] ?? []), ...steps.flatMap(e2eName)])];
  const most = Math.max(MOST_E2E, own.length);
  return {
    unit: units.filter((path) => !isFar(path)),
    e2e: e2e.slice(0, most),
    left: [...units.filter(isFar), ...e2e.slice(most)],
  };
}

/** An end-to-end test as `ABOUT` names it; none that runs at night only. */
const e2eName = (path: string): string[] =>
  /^test\/e2e\/(.+?)(?<!\.nightly(?:\.firefox)?)\.test\.ts$/.exec(path)?.slice(1, 2) ?? [];
