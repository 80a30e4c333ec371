/** What people read is set as a printer sets it: one kind of apostrophe, and quotation marks that open and close. */
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';
import { files, read, sources, within } from '../tree.ts';

/** A typewriter’s apostrophe at a letter. */
const TYPED = /\p{L}'\p{L}|\bpo'(?!\p{L})/u;
const QUOTED = /"/;

/** What markup has, word by word. */
const MARKUP = 'ai-disclosure="ai-assisted"';

describe.each(['en', 'it'])('the words of the screens (%s)', (language) => {
  it('have no typewriter’s apostrophe and no straight quotation mark', async () => {
    const messages = await parseMessagesFile(`locales/${language}.yml`);
    const wrong = messages.filter((message) =>
      (message.type === 'plural' ? Object.values(message.plurals) : [message.message])
        .map((words) => words.replaceAll(MARKUP, ''))
        .some((words) => TYPED.test(words) || QUOTED.test(words)),
    );
    expect(messages.length).toBeGreaterThan(1_000);
    expect(wrong.map(({ key }) => key.join('.'))).toEqual([]);
  });
});

it('quotation marks are those of the language', () => {
  expect(read('locales/it.yml')).not.toMatch(/[“”]/);
  expect(read('locales/en.yml')).not.toMatch(/[«»]/);
  expect(read('locales/it.yml')).toContain('«');
});

/** Lines that are code: what a comment says nobody reads on a screen. */
const codeOf = (path: string): string[] =>
  read(path)
    .split('\n')
    .filter((line) => !/^\s*(?:\*|\/\/|\/\*)/.test(line))
    .map((line) => line.replace(/\s\/(?:\/ |\*\*).*$/, ''));

it('documents, templates and pages that are written in the source have none either', () => {
  const paths = sources(within('lib', 'components', 'entrypoints'));
  expect(paths.filter((path) => codeOf(path).some((line) => TYPED.test(line)))).toEqual([]);
});

it('nor have the texts of the stores', () => {
  const paths = files.filter((path) => /^store\/.*\.(?:md|json)$/.test(path));
  expect(paths.length).toBeGreaterThan(3);
  expect(paths.filter((path) => TYPED.test(read(path)))).toEqual([]);
});

it('(and what is typed would be found)', () => {
  for (const words of ["l'IA", "un po' di più", "the team's server"]) expect(words).toMatch(TYPED);
  for (const words of ['l’IA', "'left'", 'un po’ di più']) expect(words).not.toMatch(TYPED);
});
