/** Who may import whom: each wall really refuses what it forbids, by value and in every folder behind it. */
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { breaches, isProduct, wallOf } from '../../scripts/house/breaches.ts';
import { circles, crowdedFolders, unusedExports } from '../../scripts/house/figures.ts';
import { eventMakers } from '../../scripts/house/makers.ts';
import { moduleOf, readModules, sourcePaths } from '../../scripts/house/modules.ts';
import { WALLS } from '../../scripts/house/walls.ts';
import { read } from './tree.ts';

const paths = sourcePaths();
const modules = readModules(paths);
// In lib itself stands only the seam to the browser, which has a wall of its own.
const folders = [...new Set(paths.filter(isProduct).map(dirname))].filter((folder) => folder !== 'lib').sort();

/** What the walls say of one more file in a folder that says this. */
function complaints(file: string, source: string): string[] {
  const trial = moduleOf(file, source);
  return breaches([...modules.filter(({ path }) => path !== file), trial]).filter((said) => said.startsWith(file));
}

const up = (folder: string) => '../'.repeat(folder.split('/').length);

it('the house as it stands goes through no wall', () => {
  expect(breaches(modules)).toEqual([]);
});

describe.each(folders)('a file in %s', (folder) => {
  const file = `${folder}/trial.ts`;

  it('stands behind a wall', () => {
    expect(wallOf(file)).toBeDefined();
  });

  it.each([
    ['a package that nobody named', "import 'left-pad';"],
    ['a file of the tests', `import '${up(folder)}test/bundle.ts';`],
    ['a file of the scripts', `import { x } from '${up(folder)}scripts/machine.ts';`],
    ['a forbidden file by another name', `export * from '${up(folder)}scripts/machine.ts';`],
    ['a forbidden file when it is needed', `await import('${up(folder)}scripts/machine.ts');`],
  ])('may not import %s', (_, source) => {
    expect(complaints(file, source)).toHaveLength(1);
  });
});

interface Trial {
  file: string;
  forbidden: string[];
  allowed: string[];
}

/** By value and as a type, where the difference is the rule. Paths are from the top folder. */
const TRIALS: Trial[] = [
  {
    file: 'lib/domain/report/trial.ts',
    forbidden: ['lib/store/db.ts', 'type lib/store/db.ts', 'wxt/browser', 'dexie', 'react', 'node:fs'],
    allowed: ['lib/domain/output/text.ts', 'zod', 'uuid'],
  },
  {
    file: 'lib/tools/trial.ts',
    forbidden: ['lib/page/read/rough.ts', 'zod', 'lib/domain/report/report.ts', 'wxt/browser', 'lib/tools/schema.ts'],
    allowed: ['lib/tools/profile.ts', 'type lib/domain/report/report.ts'],
  },
  {
    file: 'lib/page/learn/trial.ts',
    forbidden: [
      ...['zod', 'dexie', 'react', 'lib/store/ask/queries.ts', 'lib/background/targets/sync.ts', 'lib/tools/schema.ts'],
      ...['components/ui/Button.tsx', 'lib/domain/report/report.ts', 'lib/domain/export/record-lines.ts'],
      ...['lib/messages/to-background/index.ts', 'lib/messages/receive.ts'],
    ],
    allowed: [
      ...['lib/page/read/rough.ts', 'lib/tools/index.ts', 'lib/messages/send.ts', 'lib/domain/output/text.ts'],
      ...[
        'type lib/messages/to-background/index.ts',
        'type lib/domain/report/report.ts',
        'lib/domain/anchoring/resolve.ts',
      ],
    ],
  },
  {
    file: 'lib/store/write/trial.ts',
    forbidden: ['lib/settings/items.ts', 'lib/messages/send.ts', 'wxt/browser', 'react', 'lib/browser.ts'],
    allowed: ['lib/store/db.ts', 'lib/domain/events/event.ts', 'dexie', 'type lib/tools/profile.ts'],
  },
  {
    file: 'lib/settings/trial.ts',
    forbidden: ['lib/store/db.ts', 'lib/page/frame/bus.ts', 'lib/messages/send.ts'],
    allowed: ['lib/domain/ids.ts', 'wxt/utils/storage'],
  },
  {
    file: 'lib/metrics/trial.ts',
    forbidden: ['lib/store/ask/queries.ts', 'dexie', 'lib/settings/items.ts'],
    allowed: ['lib/metrics/metric.ts', 'lib/domain/output/output.ts'],
  },
  {
    file: 'lib/sync/targets/trial.ts',
    forbidden: ['lib/messages/send.ts', 'lib/page/frame/bus.ts', 'lib/background/targets/sync.ts'],
    allowed: ['lib/sync/target.ts', 'lib/store/write/writes.ts', 'lib/sync/problem.ts'],
  },
  {
    file: 'lib/background/sources/trial.ts',
    forbidden: ['lib/page/detect/detect.ts', 'type lib/page/detect/detect.ts', 'components/ui/Button.tsx', 'react'],
    allowed: ['lib/sync/round/engine.ts', 'lib/store/write/writes.ts', 'lib/messages/receive.ts', 'htmlparser2'],
  },
  {
    file: 'components/ui/trial.tsx',
    forbidden: [
      'components/panel/Panel.tsx',
      'lib/store/ask/queries.ts',
      'lib/messages/send.ts',
      'lib/domain/report/category.ts',
      'type lib/domain/codes.ts',
    ],
    allowed: ['components/ui/Button.tsx', 'react', 'lib/look/tone.ts'],
  },
  {
    file: 'lib/look/trial.ts',
    forbidden: ['lib/domain/codes.ts', 'lib/page/ours/said.ts', 'components/ui/Button.tsx', 'react', 'zod'],
    allowed: ['lib/look/tone.ts', 'type lib/domain/codes.ts'],
  },
  {
    file: 'components/overlay/flag/trial.tsx',
    forbidden: [
      ...['components/panel/Panel.tsx', 'lib/store/ask/queries.ts', 'lib/page/detect/detect.ts', 'zod'],
      ...['lib/settings/items.ts', 'lib/messages/to-background/report.ts', 'lib/domain/report/report.ts'],
    ],
    allowed: [
      'components/ui/Button.tsx',
      'lib/page/frame/bus.ts',
      'lib/messages/send.ts',
      'type lib/domain/report/report.ts',
    ],
  },
  {
    file: 'components/panel/queue/trial.tsx',
    forbidden: [
      ...['components/overlay/Card.tsx', 'lib/background/targets/sync.ts', 'lib/page/detect/detect.ts'],
      ...['lib/messages/receive.ts', 'lib/store/db.ts', 'lib/store/write/writes.ts', 'lib/store/write/erase.ts'],
      ...[
        'lib/store/write/taking-in.ts',
        'lib/store/write/outbox.ts',
        'lib/store/index/fingerprints.ts',
        'lib/sync/round/engine.ts',
      ],
    ],
    allowed: [
      ...['components/ui/Button.tsx', 'lib/store/ask/queries.ts', 'lib/messages/send.ts', 'lib/settings/items.ts'],
      ...[
        'lib/metrics/index.ts',
        'lib/domain/report/report.ts',
        'type lib/store/db.ts',
        'type lib/sync/round/engine.ts',
      ],
    ],
  },
  {
    file: 'entrypoints/trial.content.ts',
    forbidden: [
      'lib/store/db.ts',
      'lib/background/targets/sync.ts',
      'zod',
      'lib/messages/to-background/index.ts',
      'react',
    ],
    allowed: ['lib/page/frame/start.ts', 'lib/tools/index.ts', 'lib/messages/send.ts'],
  },
  {
    file: 'entrypoints/background.ts',
    forbidden: ['lib/page/detect/detect.ts', 'components/ui/Button.tsx', 'react'],
    allowed: ['lib/background/targets/sync.ts', 'lib/messages/receive.ts'],
  },
  {
    file: 'entrypoints/sidepanel/main.tsx',
    forbidden: ['lib/background/targets/sync.ts', 'lib/page/frame/bus.ts', 'components/overlay/Card.tsx'],
    allowed: ['components/panel/Panel.tsx', 'components/ui/Button.tsx', 'react'],
  },
  {
    file: 'collector/ledger/trial.ts',
    forbidden: [
      'lib/store/db.ts',
      'lib/messages/to-background/index.ts',
      'components/ui/Button.tsx',
      'wxt/browser',
      'dexie',
      'react',
    ],
    allowed: ['lib/domain/events/event.ts', 'hono', 'zod', 'node:fs', 'collector/chain.ts'],
  },
];

const inTree = (what: string) => /^(?:lib|components|entrypoints|collector)\//.test(what);
const statement = (file: string, what: string) => {
  const [, type, target = what] = /^(type )?(.+)$/.exec(what) ?? [];
  const specifier = inTree(target) ? `${up(dirname(file))}${target}` : target;
  return `import ${type ? 'type ' : ''}{ x } from '${specifier}';`;
};

describe.each(TRIALS)('$file', ({ file, forbidden, allowed }) => {
  it.each(forbidden)('may not import %s', (what) => {
    expect(complaints(file, statement(file, what))).toHaveLength(1);
  });

  it.each(allowed)('may import %s', (what) => {
    if (inTree(what.replace('type ', ''))) expect(paths).toContain(what.replace('type ', ''));
    expect(complaints(file, statement(file, what))).toEqual([]);
  });
});

it('what an import carries is followed from file to file', () => {
  const far = moduleOf('lib/domain/far.ts', "import { z } from 'zod'; export const a = z;");
  const near = moduleOf('lib/domain/near.ts', "export { a } from './far.ts';");
  const trial = moduleOf('lib/page/trial.ts', "import { a } from '../domain/near.ts';");
  expect(breaches([far, near, trial])).toEqual([expect.stringContaining('carries zod (by lib/domain/far.ts)')]);
});

it('a type taken within braces loads the file, so it counts as code', () => {
  expect(complaints('lib/page/trial.ts', "import { type X } from '../messages/to-background/index.ts';")).toHaveLength(
    1,
  );
});

it('circles are found, types counted', () => {
  const one = moduleOf('lib/domain/one.ts', "import type { B } from './two.ts'; export type A = B;");
  const two = moduleOf('lib/domain/two.ts', "import type { A } from './one.ts'; export type B = A;");
  expect(circles([one, two])).toEqual([['lib/domain/one.ts', 'lib/domain/two.ts']]);
});

it('an export that nobody imports is found, and a folder that holds too many files', () => {
  const one = moduleOf('lib/domain/one.ts', 'export const a = 1;\nexport const b = 2;');
  const two = moduleOf('lib/domain/two.ts', "import { a } from './one.ts'; a;");
  expect(unusedExports([one, two], () => false)).toEqual(['lib/domain/one.ts:2: b']);
  const many = Array.from({ length: 16 }, (_, index) => `lib/sync/file-${index}.ts`);
  expect(crowdedFolders(many)).toEqual(['lib/sync: 16 files (at most 15)']);
  const tests = many.map((path) => path.replace('lib/sync', 'test/e2e'));
  expect(crowdedFolders(tests)).toEqual(['test/e2e: 16 files (at most 15)']);
});

it('the table of the architecture says what the walls say', () => {
  const table = read('docs/architecture.md').split('<!-- walls -->')[1]?.split('<!-- /walls -->')[0] ?? '';
  const rows = WALLS.map(({ zone, says }) => `| ${zone.map((place) => `\`${place}\``).join(', ')} | ${says} |`);
  expect(table.trim().split('\n').slice(2)).toEqual(rows);
});

it('events are made in one place: another one would be found, however it imports what makes them', () => {
  const taken = (path: string, what: string) => [moduleOf(path, what)];
  const event = "from '../../domain/events/event.ts';";
  expect(eventMakers(taken('lib/background/spine/act.ts', `import { makeEvent } ${event}`))).toEqual([]);
  expect(eventMakers(taken('collector/acts/acts.ts', `import { makeEvent } ${event}`))).toEqual([]);
  for (const path of ['lib/background/reports/reports.ts', 'lib/sync/round/engine.ts', 'components/panel/Panel.tsx']) {
    expect(eventMakers(taken(path, `import { makeEvent } ${event}`))).toHaveLength(1);
    expect(eventMakers(taken(path, `import { eventKey, makeEvent as make } ${event}`))).toHaveLength(1);
    expect(eventMakers(taken(path, "import { append } from '../../store/write/writes.ts';"))).toHaveLength(1);
    expect(eventMakers(taken(path, `import type { CountersignEvent } ${event}`))).toEqual([]);
  }
});
