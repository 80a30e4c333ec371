/** Event types, targets and metrics: each is a file, a line in the registry, a row in the documents and a test. (Tools: tools.test.ts.) */
import { describe, expect, it } from 'vitest';
import { EVENTS } from '../../lib/domain/events/index.ts';
import { METRICS } from '../../lib/metrics/index.ts';
import { TARGETS } from '../../lib/sync/targets/index.ts';
import { documented, files, modulesIn, read } from './tree.ts';

const sorted = (ids: readonly string[]): string[] => [...ids].sort();

describe('event types', () => {
  /** `countersign.output.seen.v1` stands in `output-seen.ts`. */
  const fileOf = (type: string) => type.split('.').slice(1, 3).join('-');
  const notTypes = ['audit', 'define', 'event', 'filter', 'index'];

  it('each file is registered under its name', () => {
    const types = modulesIn('lib/domain/events').filter((name) => !notTypes.includes(name));
    expect(sorted(EVENTS.map(({ type }) => fileOf(type)))).toEqual(types);
  });

  it('each is in the documents, as it says itself', () => {
    const table = read('docs/architecture.md').split('<!-- events -->')[1]?.split('<!-- /events -->')[0] ?? '';
    const rows = EVENTS.map(({ type, means }) => `| \`${type}\` | ${means} |`);
    expect(table.trim().split('\n').slice(2)).toEqual(rows);
  });

  it('each has a frozen example: in a database, in a collector’s dump, or alone', () => {
    const frozen = files
      .filter((path) => /^test\/records\/(?:database|collector|event)\..*\.(?:json|sql)$/.test(path))
      .map(read)
      .join('\n');
    expect(EVENTS.map(({ type }) => type).filter((type) => !frozen.includes(type))).toEqual([]);
  });
});

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
