/** A new event type: the type, a frozen example of it, and its name on screen. */
import { constantOf, listed, type Scaffold, tabled, titleOf } from './plan.ts';

/** `name`: `report.printed`. */
export function eventScaffold(name: string): Scaffold {
  const [type, file] = [`countersign.${name}.v1`, name.replace('.', '-')];
  const constant = constantOf(file);
  const means = 'say in a sentence what happened';
  return {
    files: {
      [`lib/domain/events/${file}.ts`]: `/** Say in a sentence what happened. */
import * as z from 'zod';
import { defineEvent } from './define.ts';

export const ${constant} = defineEvent({
  type: '${type}',
  means: '${means}',
  about: 'output',
  facts: () => z.strictObject({ times: z.int().positive() }),
  sentBy: ['admin'],
  quiet: false,
  name: 'options.entry.${constant}',
  folds: {},
});
`,
      [`test/records/event.${name}.v1.json`]: `${JSON.stringify(exampleOf(type), null, 2)}\n`,
    },
    edits: {
      'lib/domain/events/index.ts': listed('EVENTS', constant, file, 'last'),
      'docs/architecture.md': tabled('events', `| \`${type}\` | ${means} |`, 'last'),
      'test/unit/collector/database/upgrade.test.ts': inNoDump(type),
      'locales/en.yml': named(constant, titleOf(file)),
      'locales/it.yml': named(constant, titleOf(file)),
    },
    next: 'say what it means and holds, who may send it and how it changes what is folded, and name it in both languages',
    see: 'docs/architecture.md',
  };
}

const exampleOf = (type: string) => ({
  specversion: '1.0',
  id: '019a9c2e-7d10-7a4e-9b1f-2f6f0c1d2e3f',
  source: 'urn:countersign:installation:11111111-1111-4111-8111-111111111111',
  type,
  subject: `sha256:${'a'.repeat(64)}`,
  time: '2026-11-23T10:00:00.000Z',
  datacontenttype: 'application/json',
  data: { facts: { times: 1 } },
});

/** The types that no dump of a collector can hold yet, with one more. */
const inNoDump = (type: string) => (text: string) => {
  const list = /(const LATER: string\[\] = \[)([^\]]*)\]/;
  if (!list.test(text)) throw new Error('The test of upgrades lists later types in another way than expected');
  return text.replace(
    list,
    (_, start: string, types: string) =>
      `${start}${[...types.split(',').map((each) => each.trim()), `'${type}'`].filter(Boolean).join(', ')}]`,
  );
};

/** The names of events in a file of words with one more, before that of an event that is not known. */
const named = (key: string, words: string) => (text: string) => {
  const names = /^ {2}entry:\n(?: {4}.*\n)*?(?= {4}unknown:)/m;
  if (!names.test(text)) throw new Error('There are no names of events under options.entry');
  return text.replace(names, (all) => `${all}    ${key}: ${words}\n`);
};
