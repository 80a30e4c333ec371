/** `npm test -- --changed`: what a change reaches, and that the map of rooms fits the folders and tests that there are. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { moduleOf } from '../../../scripts/house/modules.ts';
import { ROOT } from '../../../scripts/machine.ts';
import { importersOf, reachedFrom, reachOf, roomOf } from '../../../scripts/reach/reach.ts';
import { ABOUT } from '../../e2e/rooms.ts';
import { files, within } from '../tree.ts';

const tests = within('test/e2e').flatMap(
  (path) => /^test\/e2e\/(.+?)(?<!\.nightly(?:\.firefox)?)\.test\.ts$/.exec(path)?.[1] ?? [],
);

describe('the map from rooms to end-to-end tests', () => {
  it('names folders that there are', () => {
    expect(Object.keys(ABOUT).filter((room) => !existsSync(join(ROOT, room)))).toEqual([]);
  });

  it('names every end-to-end test, and none that is not there', () => {
    expect([...new Set(Object.values(ABOUT).flat())].sort()).toEqual([...tests].sort());
  });

  it('has a room for every source of the product', () => {
    const product = files.filter((path) => /^(?:components|collector|entrypoints|lib)\/.*\.tsx?$/.test(path));
    expect(product.filter((path) => roomOf(path) === undefined && path.split('/').length > 2)).toEqual([]);
  });
});

describe('what a change reaches', () => {
  const modules = [
    moduleOf('lib/sync/engine.ts', `import { retry } from './backoff.ts'; export const go = retry;`),
    moduleOf(
      'lib/sync/backoff.ts',
      `import type { Row } from '../store/db.ts'; export const retry = 1 as unknown as Row;`,
    ),
    moduleOf('lib/store/db.ts', `export interface Row { key: string }`),
    moduleOf('test/unit/sync/engine.test.ts', `import { go } from '../../../lib/sync/engine.ts'; go;`),
    moduleOf('test/unit/sync/model/model.test.ts', `import { go } from '../../../../lib/sync/engine.ts'; go;`),
    moduleOf('collector/main.ts', `import './http/app.ts';`),
    moduleOf('collector/http/app.ts', `export const app = 1;`),
    moduleOf(
      'test/e2e/harness/collector.ts',
      `export const main = new URL('../../../collector/main.ts', import.meta.url);`,
    ),
    moduleOf('test/e2e/outputs/trace.test.ts', `import { main } from '../harness/collector.ts'; main;`),
  ];
  const importers = importersOf(modules);

  it('goes through imports of values, not of types', () => {
    expect([...reachedFrom(['lib/sync/backoff.ts'], importers).keys()]).toContain('test/unit/sync/engine.test.ts');
    expect([...reachedFrom(['lib/store/db.ts'], importers).keys()]).toEqual(['lib/store/db.ts']);
  });

  it('goes through programs that are started rather than imported', () => {
    expect(reachedFrom(['collector/http/app.ts'], importers).get('test/e2e/outputs/trace.test.ts')).toBe(3);
  });

  it('is a test itself where that has changed, before all that is told by rooms', () => {
    const { e2e } = reachOf(['test/e2e/outputs/trace.test.ts', 'lib/sync/engine.ts'], importers);
    expect(e2e.slice(0, 2)).toEqual(['outputs/trace', 'targets/faults']);
  });

  it('names what is too far or too slow to be run now', () => {
    const near = reachOf(['lib/sync/engine.ts'], importers);
    expect(near.unit).toEqual(['test/unit/sync/engine.test.ts', 'test/unit/sync/model/model.test.ts']);
    const far = [
      ...modules,
      moduleOf('lib/domain/text.ts', ''),
      moduleOf('lib/sync/engine.ts', `import '../domain/text.ts';`),
    ];
    const { unit, left } = reachOf(['lib/domain/text.ts'], importersOf(far));
    expect([unit, left]).toEqual([['test/unit/sync/engine.test.ts'], ['test/unit/sync/model/model.test.ts']]);
    const much = reachOf(['lib/sync/engine.ts', 'lib/store/db.ts'], importers);
    const named = [...(ABOUT['lib/sync'] ?? []), ...(ABOUT['lib/store'] ?? [])];
    expect([...much.e2e, ...much.left].sort()).toEqual([...new Set(named)].sort());
    expect(much.left.length).toBeGreaterThan(0);
  });

  it('is no test that runs at night only', () => {
    expect(reachOf(['test/e2e/targets/power-cuts.nightly.test.ts'], importers).e2e).toEqual([]);
  });

  it('is nothing for a text that no test reads', () => {
    expect(reachOf(['README.md'], importers)).toEqual({ unit: [], e2e: [], left: [] });
  });
});
