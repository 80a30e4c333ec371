/** What the stores are told, held to what is built: a reason for each permission, texts that fit, both languages. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PERSONAL_KINDS } from '../../../lib/domain/privacy/masks.ts';
import { ROOT } from '../../../scripts/machine.ts';
import { built, read } from '../tree.ts';

interface BuiltManifest {
  permissions: string[];
}
const BUILDS = ['chrome-mv3', 'firefox-mv3'];
const asked = BUILDS.flatMap(
  (build) => (JSON.parse(built(build, 'manifest.json').toString()) as BuiltManifest).permissions,
);
const reasons = JSON.parse(read('store/permissions.json')) as Record<string, Record<'en' | 'it', string>>;
const LANGUAGES = ['en', 'it'] as const;
/** The shortest that a store takes: Chrome's summary. */
const SHORT = 132;

it('each permission that is asked for has its reason, and no other', () => {
  expect(Object.keys(reasons).sort()).toEqual([...new Set(asked)].sort());
});

describe.each(LANGUAGES)('in %s', (language) => {
  it('every reason is a sentence', () => {
    for (const reason of Object.values(reasons)) expect(reason[language]).toMatch(/^\p{Lu}.{20,}\.$/u);
  });

  it('the short text fits every store', () => {
    const [, short = ''] = /^## (?:Short|Breve)\n\n(.+)$/m.exec(read(`store/listing.${language}.md`)) ?? [];
    expect(short.length).toBeGreaterThan(40);
    expect(short.length).toBeLessThanOrEqual(SHORT);
  });

  it('the privacy text names each kind of personal data that is masked', () => {
    const text = read(`store/privacy.${language}.md`);
    const words: Record<(typeof PERSONAL_KINDS)[number], RegExp> = {
      email: /e-mail addresses|indirizzi di posta/,
      iban: /bank accounts|conti bancari/,
      tax_code: /tax codes|codici fiscali/,
      card: /cards|carte/,
      phone: /telephone\s+numbers|numeri di telefono/,
      name: /names that you list|nomi indicati/,
    };
    for (const kind of PERSONAL_KINDS) expect(text).toMatch(words[kind]);
  });
});

it('every text is there in both languages', () => {
  const texts = readdirSync(join(ROOT, 'store')).filter((name) => name.endsWith('.md'));
  const of = (language: string) =>
    texts.filter((name) => name.endsWith(`.${language}.md`)).map((name) => name.replace(`.${language}.md`, ''));
  expect(of('en')).toEqual(of('it'));
  expect(of('en').length * 2).toBe(texts.length);
});
