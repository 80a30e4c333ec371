/** What people ran into with passages: short words, marks that nobody sees, signs of several units, the same words twice. */
import { describe, expect, test } from 'vitest';
import { passageOf } from '../../../../lib/domain/anchoring/describe.ts';
import { resolvePassages } from '../../../../lib/domain/anchoring/resolve.ts';
import { normaliseText } from '../../../../lib/domain/output/text.ts';

const REST = 'Parcels leave at noon on every working day. Who wants them sooner writes to the desk before ten.';

/** What becomes of the `nth` place of some words when one text takes the place of another. */
function fate(before: string, words: string, after: string, nth = 0) {
  const [text, quote] = [normaliseText(before), normaliseText(words)];
  let at = -1;
  for (let i = 0; i <= nth; i++) at = text.indexOf(quote, at + 1);
  expect(at).toBeGreaterThanOrEqual(0);
  return resolvePassages([passageOf(text, at, at + quote.length)], normaliseText(after))[0];
}

describe('a short word', () => {
  test.each([
    ['Alma', 'Almanacs, almandine and almadraba nets are sold by the pier.'],
    ['Ted', 'The wanted, painted and rented boats are listed by the pier.'],
    ['Via', 'Aviators and deviant boats leave trivia by the pier.'],
    ['9 €', 'The fees were 19 €, 29 € and 99 € by the pier.'],
  ])('%s is gone where only longer words hold it', (word, others) => {
    expect(fate(`Ask at the door: ${word} says the rest. ${REST}`, word, `${others} ${REST}`)?.state).toBe('gone');
  });
});

describe('words are where they were', () => {
  const before = `The Rinderkennzeichnungspflicht ends in May. ${REST}`;
  test.each([
    ['soft hyphens', before.replace('kennzeichnung', '\u00ADkenn\u00ADzeich\u00ADnung\u00AD')],
    ['marks of a copy button', before.replace('kenn', '\u200Bkenn\u200B')],
    ['direction marks', `\u2066${before}\u2069`],
    ['letters in parts', before.normalize('NFD')],
  ])('with %s that were put in', (_, after) => {
    expect(fate(before, 'kennzeichnungspflicht ends', after)?.state).toBe('exact');
  });

  test.each(['🧾🪑', '👩🏽‍🚒👨‍👩‍👦', '🇮🇹🇨🇭', '𝟑𝟎'])('behind %s', (signs) => {
    const text = `${signs} Peru pays 30. ${REST}`;
    const found = fate(text, 'Peru pays 30', text);
    expect(found).toMatchObject({ state: 'exact', place: { words: 'Peru pays 30' } });
  });

  test.each([
    ['First: save it. Wait. Then: save it. Done.', 'save it.', 1],
    ['Open the lid. Close it. Open the lid. Close it. Open the lid.', 'Open the lid.', 2],
    ['Yes or no? Yes. Yes or no? No.', 'Yes or no?', 1],
    ['12 € plus 12 € and 12 € more', '12 €', 1],
  ])('in “%s”, of which they are one of several', (text, words, nth) => {
    const found = fate(text, words, text, nth);
    const at = Array.from(text.slice(0, text.split(words, nth + 1).join(words).length)).length;
    expect(found).toMatchObject({ state: 'exact', place: { start: at } });
  });
});
