/** Event types, messages, routes, targets and metrics: each is a file, a line in the registry, a row in the documents and a test. (Tools: tools.test.ts.) */
import { describe, expect, it } from 'vitest';
import { ROUTES } from '../../collector/http/routes/index.ts';
import { EVENTS } from '../../lib/domain/events/index.ts';
import { MESSAGES } from '../../lib/messages/to-background/index.ts';
import { HEARD_BY } from '../../lib/messages/to-page/index.ts';
import { METRICS } from '../../lib/metrics/index.ts';
import { TARGETS } from '../../lib/sync/targets/index.ts';
import { operatingTable } from '../../scripts/review/table.ts';
import { documented, files, modulesIn, read, sources, within } from './tree.ts';

const sorted = (ids: readonly string[]): string[] => [...ids].sort();

describe('event types', () => {
  /** `countersign.output.seen.v1` stands in `output-seen.ts`. */
  const fileOf = (type: string) => type.split('.').slice(1, 3).join('-');
  const notTypes = ['audit', 'define', 'event', 'filter', 'index', 'parts'];

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

describe('messages', () => {
  const names = Object.keys(MESSAGES);
  /** `signIn.start` stands in `sign-in.ts`. */
  const fileOf = (name: string) => (name.split('.')[0] ?? '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const code = (folder: string) => sources(within(folder)).map(read).join('\n');

  it('each file holds the messages of its noun, and is registered', () => {
    const nouns = modulesIn('lib/messages/to-background').filter((name) => name !== 'index');
    expect([...new Set(names.map(fileOf))].sort()).toEqual(nouns);
    const misplaced = names.filter(
      (name) => !read(`lib/messages/to-background/${fileOf(name)}.ts`).includes(`'${name}'`),
    );
    expect(misplaced).toEqual([]);
  });

  it('each says in a sentence what it is for', () => {
    const said = Object.values(MESSAGES).map(({ does }) => does);
    expect(said.filter((does) => !/^[A-Z].{15,}[.?]$/.test(does))).toEqual([]);
  });

  it('each is handled once', () => {
    const handled = [...code('lib/background').matchAll(/\bhandle\('([\w.]+)'/g)].map((match) => match[1] ?? '');
    expect(sorted(handled)).toEqual(sorted(names));
  });

  it('each into a page is heard by the script that is said to hear it', () => {
    const heard = {
      detector: code('lib/page/frame'),
      cited: code('lib/page/read'),
      teacher: code('lib/page/teach'),
      reuse: code('lib/page/reuse'),
      gate: code('lib/page/gate'),
      brief: code('lib/page/brief'),
    };
    expect(Object.entries(HEARD_BY).filter(([name, script]) => !heard[script].includes(`'${name}'`))).toEqual([]);
  });
});

describe('routes of the collector', () => {
  it('each is in the documents, with what it says itself and who may ask', () => {
    const table = read('docs/collector.md').split('<!-- routes -->')[1]?.split('<!-- /routes -->')[0] ?? '';
    const rows = ROUTES.map(({ method, path, summary, access }) => {
      const who = access === 'anyone' ? 'anyone, without a token' : access.who;
      return `| \`${method.toUpperCase()} ${path}\` | ${summary} | ${who} |`;
    });
    expect(table.trim().split('\n').slice(2)).toEqual(rows);
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

it('the table of operating characteristics in docs/review.md is the one that `npm run review:table` prints', () => {
  const [, table] =
    /<!-- characteristics -->\n([\s\S]*?)\n<!-- \/characteristics -->/.exec(read('docs/review.md')) ?? [];
  expect(table).toBe(operatingTable());
});
