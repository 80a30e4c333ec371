/** A text that went through a mail, a page or a PDF is recognised all the same. */
import { expect, test } from 'vitest';
import { fingerprintsOf } from '../../../../lib/domain/reuse/fingerprints.ts';
import { overlapOf, prepare } from '../../../../lib/domain/reuse/overlap.ts';
import { hashedWordsOf } from '../../../../lib/domain/reuse/words.ts';

const ANSWER =
  "The client's deposit isn't paid back before the \"final\" reading & the inspection of the apartment, which takes between five and fifteen working days. Tenants who leave earlier don't lose the deposit, and they're told in writing.";

/** Lines of about so many characters, whose last word is cut at its hyphen. */
const asInPdf = (text: string, width: number): string =>
  text.replace(new RegExp(`(.{${width}}\\p{L}{2})(?=\\p{L}{2})`, 'gu'), '$1-\n');

test.each<[string, string, number]>([
  ['typographic quotes', ANSWER.replaceAll("'", '’').replace('"final"', '“final”'), 0.95],
  [
    'low quotes and other dashes',
    ANSWER.replaceAll("'", 'ʼ').replace('"final"', '„final“').replace(', which', ' – which'),
    0.95,
  ],
  ['guillemets', ANSWER.replace('"final"', '« final »').toUpperCase(), 0.95],
  ['entities', ANSWER.replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('"', '&quot;'), 0.5],
  ['entities by number', ANSWER.replaceAll('&', '&#38;').replaceAll("'", '&#x27;').replaceAll('"', '&#34;'), 0.5],
  ['words cut at the ends of lines', asInPdf(ANSWER, 40), 0.6],
  ['words cut at the ends of short lines', asInPdf(ANSWER, 24), 0.6],
  ['quotes of a mail', ANSWER.replace(/(.{50}\S*) /g, '$1\n> '), 0.9],
])('with %s', (_, pasted, least) => {
  expect(pasted).not.toBe(ANSWER);
  const known = new Set(fingerprintsOf(ANSWER));
  expect([...fingerprintsOf(pasted)].some((fingerprint) => known.has(fingerprint))).toBe(true);
  const [put, text] = [prepare(hashedWordsOf(pasted)), prepare(hashedWordsOf(ANSWER))];
  expect((overlapOf(put, text)?.kept ?? 0) / put.words.hashes.length).toBeGreaterThanOrEqual(least);
});
