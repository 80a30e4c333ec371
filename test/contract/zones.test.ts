/** Who may import whom: the linter really refuses what each zone forbids, and lets through what it allows. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/machine.ts';
import { read, sources, within } from './tree.ts';

interface Zone {
  /** Where the trial file stands; folders count, not its name. */
  file: string;
  forbidden: string[];
  allowed: string[];
}

const ZONES: Zone[] = [
  {
    file: 'lib/domain/trial.ts',
    forbidden: ["'../store/db.ts'", "'./../store/db.ts'", "'wxt/browser'", "'dexie'", "'react'", "'node:fs'"],
    allowed: ["'./text.ts'", "'zod'", "'uuid'"],
  },
  {
    file: 'lib/tools/trial.ts',
    forbidden: ["'../page/text.ts'", "'zod'", "'../domain/report.ts'", "'wxt/browser'"],
    allowed: ["'./profile.ts'", "type { X } from '../domain/report.ts'"],
  },
  { file: 'lib/tools/schema.ts', forbidden: ["'../store/db.ts'"], allowed: ["'zod'", "'./profile.ts'"] },
  {
    file: 'lib/tools/profile-problems.ts',
    forbidden: ["'../store/db.ts'", "'../domain/policy.ts'"],
    allowed: ["'zod'", "'css-selector-parser'", "type { X } from '../domain/policy.ts'"],
  },
  {
    file: 'lib/page/trial.ts',
    forbidden: [
      "'zod'",
      "'dexie'",
      "'react'",
      "'../store/queries.ts'",
      "'../background/sync.ts'",
      "'../../components/ui/Button.tsx'",
      "'../tools/schema.ts'",
      "'../tools/profile-problems.ts'",
      "'../domain/report.ts'",
      "'../messages/protocol.ts'",
      "{ type X } from '../messages/protocol.ts'",
      "'../messages/receive.ts'",
    ],
    allowed: [
      "'./text.ts'",
      "'../tools/index.ts'",
      "'../messages/send.ts'",
      "'../domain/text.ts'",
      "type { X } from '../messages/protocol.ts'",
      "type { X } from '../domain/report.ts'",
    ],
  },
  {
    file: 'lib/page/generic/trial.ts',
    forbidden: ["'../../store/db.ts'", "'../../messages/protocol.ts'", "'../../domain/event.ts'"],
    allowed: ["'../text.ts'", "'./other.ts'", "'../../domain/text.ts'", "type { X } from '../../domain/event.ts'"],
  },
  {
    file: 'lib/messages/trial.ts',
    forbidden: ["'../store/db.ts'", "'../page/bus.ts'", "'dexie'"],
    allowed: ["'./send.ts'", "'../domain/report.ts'", "'zod'", "'wxt/browser'"],
  },
  { file: 'lib/messages/send.ts', forbidden: ["'./protocol.ts'"], allowed: ["type { X } from './protocol.ts'"] },
  {
    file: 'lib/settings/trial.ts',
    forbidden: ["'../store/db.ts'", "'../page/bus.ts'", "'../messages/send.ts'"],
    allowed: ["'../domain/ids.ts'", "'wxt/utils/storage'"],
  },
  {
    file: 'lib/store/trial.ts',
    forbidden: ["'../settings/items.ts'", "'../messages/send.ts'", "'wxt/browser'", "'react'", "'../browser.ts'"],
    allowed: ["'./db.ts'", "'../domain/event.ts'", "'dexie'"],
  },
  {
    file: 'lib/metrics/trial.ts',
    forbidden: ["'../store/queries.ts'", "'dexie'", "'../settings/items.ts'"],
    allowed: ["'./metric.ts'", "'../domain/output.ts'"],
  },
  {
    file: 'lib/sync/trial.ts',
    forbidden: ["'../background/sync.ts'", "'../messages/send.ts'", "'../page/bus.ts'", "'../metrics/index.ts'"],
    allowed: ["'../domain/event.ts'", "'../store/writes.ts'", "type { X } from '../messages/replies.ts'"],
  },
  {
    file: 'lib/sync/targets/trial.ts',
    forbidden: ["'../../messages/send.ts'", "'../../page/bus.ts'"],
    allowed: ["'../target.ts'", "'../../domain/event.ts'", "type { X } from '../../messages/replies.ts'"],
  },
  {
    file: 'lib/background/trial.ts',
    forbidden: ["'../page/detect.ts'", "'../../components/ui/Button.tsx'", "'react'"],
    allowed: ["'../sync/engine.ts'", "'../store/writes.ts'", "'../messages/receive.ts'", "'../settings/items.ts'"],
  },
  {
    file: 'lib/background/sources/trial.ts',
    forbidden: ["'../../page/detect.ts'", "'../../../components/ui/Button.tsx'", "'react'", "'linkedom'"],
    allowed: ["'../place.ts'", "'./page-text.ts'", "'../../domain/citation.ts'", "'htmlparser2'"],
  },
  {
    file: 'components/ui/trial.tsx',
    forbidden: [
      "'../panel/Queue.tsx'",
      "'../../lib/store/queries.ts'",
      "'../../lib/messages/send.ts'",
      "'../../lib/domain/category.ts'",
    ],
    allowed: ["'./Button.tsx'", "'react'", "'#i18n'", "type { X } from '../../lib/domain/report/category.ts'"],
  },
  {
    file: 'components/words/trial.ts',
    forbidden: ["'../panel/Queue.tsx'", "'../../lib/store/queries.ts'", "'../../lib/domain/category.ts'"],
    allowed: ["'#i18n'", "type { X } from '../../lib/messages/replies.ts'"],
  },
  {
    file: 'components/overlay/trial.tsx',
    forbidden: [
      "'../panel/Queue.tsx'",
      "'../../lib/store/queries.ts'",
      "'../../lib/page/detect.ts'",
      "'../../lib/settings/items.ts'",
      "'../../lib/messages/protocol.ts'",
      "'../../lib/domain/report.ts'",
      "'zod'",
    ],
    allowed: [
      "'../ui/Button.tsx'",
      "'../../lib/page/bus.ts'",
      "'../../lib/messages/send.ts'",
      "type { X } from '../../lib/domain/report/report.ts'",
    ],
  },
  {
    file: 'components/panel/trial.tsx',
    forbidden: [
      "'../options/Options.tsx'",
      "'../../lib/background/sync.ts'",
      "'../../lib/page/detect.ts'",
      "'../../lib/messages/receive.ts'",
      "'../../lib/store/db.ts'",
      "'../../lib/store/writes.ts'",
      "'../../lib/sync/engine.ts'",
    ],
    allowed: [
      "'../ui/Button.tsx'",
      "'../../lib/store/queries.ts'",
      "'../../lib/messages/send.ts'",
      "'../../lib/settings/items.ts'",
      "'../../lib/metrics/index.ts'",
      "'../../lib/domain/report.ts'",
      "type { X } from '../../lib/store/db.ts'",
    ],
  },
  {
    file: 'entrypoints/trial.content.ts',
    forbidden: ["'../lib/store/db.ts'", "'../lib/background/sync.ts'", "'zod'", "'../lib/messages/protocol.ts'"],
    allowed: ["'../lib/page/start.ts'", "'../lib/tools/index.ts'", "'../lib/messages/send.ts'"],
  },
  {
    file: 'entrypoints/trial.content/index.tsx',
    forbidden: ["'../../lib/store/db.ts'", "'../../components/panel/Queue.tsx'", "'../../lib/domain/report.ts'"],
    allowed: ["'../../components/overlay/Card.tsx'", "'../../lib/page/bus.ts'", "'react'"],
  },
  {
    file: 'entrypoints/background.ts',
    forbidden: ["'../lib/page/detect.ts'", "'../components/ui/Button.tsx'", "'react'"],
    allowed: ["'../lib/background/sync.ts'", "'../lib/messages/receive.ts'"],
  },
  {
    file: 'entrypoints/sidepanel/main.tsx',
    forbidden: ["'../../lib/background/sync.ts'", "'../../lib/page/bus.ts'", "'../../components/overlay/Card.tsx'"],
    allowed: ["'../../components/panel/Queue.tsx'", "'../../components/ui/Button.tsx'", "'react'"],
  },
  {
    file: 'collector/trial.ts',
    forbidden: [
      "'../lib/store/db.ts'",
      "'../lib/messages/protocol.ts'",
      "'../components/ui/Button.tsx'",
      "'wxt/browser'",
      "'dexie'",
      "'react'",
    ],
    allowed: ["'../lib/domain/event.ts'", "'hono'", "'zod'", "'node:fs'", "'./app.ts'"],
  },
];

interface Diagnostic {
  message: string;
  location: { path: string; start?: { line: number } };
}

let trials: string;
/** What the linter says of zones: file and line of each complaint. */
let complaints: Map<string, string>;

beforeAll(() => {
  trials = mkdtempSync(join(tmpdir(), 'countersign-zones-'));
  cpSync(join(ROOT, 'biome.json'), join(trials, 'biome.json'));
  cpSync(join(ROOT, 'scripts/lint'), join(trials, 'scripts/lint'), { recursive: true });
  for (const { file, forbidden, allowed } of ZONES) {
    mkdirSync(dirname(join(trials, file)), { recursive: true });
    writeFileSync(join(trials, file), [...forbidden, ...allowed].map((what) => `import ${what};\n`).join(''));
  }
  complaints = lint();
});

afterAll(() => rmSync(trials, { recursive: true, force: true }));

function lint(): Map<string, string> {
  const args = ['lint', '--reporter=json', '--max-diagnostics=none', '--vcs-enabled=false', '.'];
  const said = output(join(ROOT, 'node_modules/@biomejs/biome/bin/biome'), args);
  const report = JSON.parse(said.slice(said.indexOf('{'))) as { diagnostics: Diagnostic[] };
  const zones = report.diagnostics.filter(({ message }) => message.startsWith('Zone:'));
  return new Map(zones.map(({ location, message }) => [`${location.path}:${location.start?.line}`, message]));
}

/** What a program prints, whether or not it finds fault. */
function output(program: string, args: string[]): string {
  try {
    return execFileSync(process.execPath, [program, ...args], { cwd: trials, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

describe.each(ZONES)('$file', ({ file, forbidden, allowed }) => {
  it.each(forbidden.map((what, index) => [what, index + 1] as const))('may not import %s', (_, line) => {
    expect(complaints.get(`${file}:${line}`)).toMatch(/^Zone: /);
  });

  it.each(allowed.map((what, index) => [what, forbidden.length + index + 1] as const))('may import %s', (_, line) => {
    expect(complaints.get(`${file}:${line}`)).toBeUndefined();
  });
});

it('every zone that the linter knows was tried', () => {
  const known = new Set(
    [...read('biome.json').matchAll(/"(Zone: [^"]+)"/g), ...grits().matchAll(/message="(Zone: [^"]+)"/g)].map(
      (match) => match[1],
    ),
  );
  expect([...known].sort()).toEqual([...new Set(complaints.values())].sort());
});

it('every folder with sources of the product is in a zone', () => {
  const tried = new Set(ZONES.map(({ file }) => dirname(file).split('/').slice(0, 2).join('/')));
  const panelLike = (folder: string) =>
    /^components\/(?!ui|words|overlay)/.test(folder) ? 'components/panel' : folder;
  const pageLike = (folder: string) => (/^entrypoints\/[a-z]+$/.test(folder) ? 'entrypoints/sidepanel' : folder);
  const contentLike = (folder: string) => folder.replace(/^entrypoints\/[a-z]+\.content$/, 'entrypoints/trial.content');
  const zoneOf = (path: string) => {
    const folder = dirname(path).split('/').slice(0, 2).join('/');
    return contentLike(pageLike(panelLike(folder.startsWith('collector') ? 'collector' : folder)));
  };
  const folders = sources(within('lib', 'components', 'entrypoints', 'collector')).map(zoneOf);
  // Only `lib/browser.ts` stands in lib itself: the seam that everybody goes through.
  expect([...new Set(folders)].filter((folder) => !tried.has(folder))).toEqual(['lib']);
});

const grits = (): string =>
  ['content-safe', 'types-across'].map((name) => read(`scripts/lint/${name}.grit`)).join('\n');
