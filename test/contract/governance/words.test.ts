/** Words on which a promise hangs, in every language: a time that ran out is no answer, and three refusals are three. */

import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/machine.ts';
import { read, sources, within } from '../tree.ts';

const messages = async (language: string): Promise<Map<string, string>> =>
  new Map(
    (await parseMessagesFile(join(ROOT, 'locales', `${language}.yml`))).flatMap((message) =>
      'message' in message ? [[message.key.join('.'), message.message] as const] : [],
    ),
  );

describe.each([
  ['en', /^Nobody answered by .*neither a yes nor a no/, /refus|reject|declin|denied|approv/i],
  ['it', /^Nessuno ha risposto entro .*né come sì né come no/, /rifiut|respint|negat|approvat/i],
] as const)('in %s', (language, said, never) => {
  it('what ran out says that nobody answered and by when, and nothing of a yes or a no', async () => {
    const lapsed = (await messages(language)).get('panel.gate.clock.lapsed') ?? '';
    expect(lapsed).toMatch(said);
    expect(lapsed).not.toMatch(never);
  });

  it('blocked by review, held for review and not allowed by the rules differ in their words', async () => {
    const all = await messages(language);
    const titles = ['blocked', 'held', 'notAllowed'].map((title) => all.get(`gate.title.${title}`) ?? '');
    const words = titles.map((title) => title.split(' ')[0]?.toLowerCase());
    expect(new Set(words).size).toBe(3);
    expect(titles.every(Boolean)).toBe(true);
  });
});

it('a tool’s own confidence is compared with a limit in one place', () => {
  const compares = /\bconfidence\b[^;\n]{0,60}(?:[^=]>=?|<=?)\s*[\w.(]|(?:>=|<=)\s*[\w.]*\bconfidence\b/;
  const paths = sources(within('lib', 'components', 'collector', 'entrypoints')).filter((path) =>
    compares.test(read(path)),
  );
  expect(paths).toEqual([]);
  expect(read('lib/domain/gate/gate.ts').match(/stated >= limit/g)).toHaveLength(1);
});
