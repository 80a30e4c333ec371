/** Targets and metrics: each is a file, a line in the registry, a row in the documents and a test. (Tools: tools.test.ts.) */
import { describe, expect, it } from 'vitest';
import { METRICS } from '../../lib/metrics/index.ts';
import { TARGETS } from '../../lib/sync/targets/index.ts';
import { documented, files, modulesIn } from './tree.ts';

const sorted = (ids: readonly string[]): string[] => [...ids].sort();

describe('targets', () => {
  const ids = TARGETS.map(({ id }) => id);

  it('each file is registered under its name', () => {
    expect(sorted(ids)).toEqual(modulesIn('lib/sync/targets').filter((name) => name !== 'index'));
  });

  it('each is in the documents', () => {
    expect(documented('docs/adding-a-target.md', 'targets')).toEqual(sorted(ids));
  });
});

describe('metrics', () => {
  const ids = METRICS.map(({ id }) => id);

  it('each file is registered under its name', () => {
    expect(sorted(ids)).toEqual(modulesIn('lib/metrics').filter((name) => !['index', 'metric'].includes(name)));
  });

  it('each is in the documents', () => {
    expect(documented('docs/adding-a-metric.md', 'metrics')).toEqual(sorted(ids));
  });

  it('each has a test', () => {
    const tested = files.map((path) => /^test\/unit\/metrics\/(.+)\.test\.ts$/.exec(path)?.[1]).filter(Boolean);
    expect(sorted(tested as string[])).toEqual(sorted(ids));
  });
});
