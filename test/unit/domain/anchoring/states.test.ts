/** What people see of a passage in a text that changed: one plain case for each way in which texts change. */

import { describe, expect, test } from 'vitest';
import { type Passage, passageSchema } from '../../../../lib/domain/anchoring/anchor.ts';
import { passageOf } from '../../../../lib/domain/anchoring/describe.ts';
import { type Anchored, resolvePassages } from '../../../../lib/domain/anchoring/resolve.ts';
import { fc } from '../../property.ts';
import { text as sentences } from './edits.ts';

const TEXT = `You can return shoes within 30 days of delivery, unworn and in their box. The refund reaches your card in five to ten working days. Shipping to Italy costs 12 €, and is free above 80 €. Outlet shoes cannot be returned. Write to us if a size does not fit and we will send another one.`;

const passage = (words: string, text = TEXT): Passage =>
  passageOf(text, text.indexOf(words), text.indexOf(words) + words.length);
const now = (made: Passage, text: string): Anchored => resolvePassages([made], text)[0] ?? { state: 'gone' };
const REFUND = 'The refund reaches your card in five to ten working days.';

describe('a passage is exact', () => {
  test('in the text that it comes from', () => {
    expect(now(passage(REFUND), TEXT)).toMatchObject({ state: 'exact', place: { words: REFUND } });
  });

  test('wherever it stands in any text, whatever is like it, or else a person is asked', () => {
    fc.assert(
      fc.property(sentences, fc.nat(), fc.nat(), (parts, a, b) => {
        const text = parts.join(' ');
        const start = a % text.length;
        const end = start + 1 + (b % (text.length - start));
        const made = passageOf(text, start, end);
        const result = now(made, text);
        const around = made.selectors[2]?.around ?? 0;
        expect(result.state).toBe(around > 0 ? 'exact' : 'ask');
        if (result.state === 'exact') expect(result.place.words).toBe(text.slice(start, end));
      }),
    );
  });

  test('when the answer goes on after it', () => {
    expect(now(passage(REFUND), `${TEXT} Is there anything else?`).state).toBe('exact');
  });
});

describe('a passage has moved', () => {
  test('when something was put in before it, far off or beside it', () => {
    expect(now(passage(REFUND), `Good question! ${TEXT}`)).toMatchObject({
      state: 'moved',
      place: { words: REFUND },
    });
    const beside = TEXT.replace(REFUND, `Keep the receipt, please. ${REFUND}`);
    expect(now(passage(REFUND), beside)).toMatchObject({ state: 'moved', place: { words: REFUND } });
  });

  test('when the text around it was mended a little', () => {
    const mended = `So: ${TEXT.replace('unworn and', 'unworn, and').replace('Shipping', 'Delivery')}`;
    expect(now(passage(REFUND), mended)).toMatchObject({ state: 'moved', place: { words: REFUND } });
  });

  test('counts in code points', () => {
    const made = passage(REFUND);
    const result = now(made, `🎁🎁 ${TEXT}`);
    expect(result).toMatchObject({ state: 'moved', place: { start: made.selectors[1].start + 3 } });
  });
});

describe('a passage has changed', () => {
  test('when words in it were', () => {
    const result = now(passage(REFUND), TEXT.replace('five to ten', 'three to five'));
    expect(result).toMatchObject({
      state: 'changed',
      place: { words: 'The refund reaches your card in three to five working days.' },
    });
  });

  test('even where none of its words are left, if what stood around it is', () => {
    expect(now(passage('12 €'), TEXT.replace('12 €', '15 euros'))).toMatchObject({
      state: 'changed',
      place: { words: '15 euros' },
    });
  });

  test('and whole words are shown', () => {
    const result = now(passage('five to ten'), TEXT.replace('five to ten', 'fifteen to twenty'));
    expect(result).toMatchObject({ state: 'changed', place: { words: 'fifteen to twenty' } });
  });

  test('in a long passage that got a sentence more in its middle', () => {
    const long = TEXT.slice(TEXT.indexOf('The refund'), TEXT.indexOf(' Outlet'));
    const result = now(
      passage(long),
      TEXT.replace('Shipping', 'There is no fee for it at all, not even abroad. Shipping'),
    );
    expect(result).toMatchObject({ state: 'changed' });
    expect(result.state === 'changed' && result.place.words.endsWith('free above 80 €.')).toBe(true);
    expect(result.state === 'changed' && result.place.words.startsWith('The refund')).toBe(true);
  });
});

describe('a passage is gone', () => {
  test('when it was taken out', () => {
    expect(now(passage(REFUND), TEXT.replace(`${REFUND} `, ''))).toEqual({ state: 'gone' });
  });

  test('in another text', () => {
    expect(now(passage(REFUND), 'I cannot help you with that.')).toEqual({ state: 'gone' });
    expect(now(passage(REFUND), '')).toEqual({ state: 'gone' });
  });
});

describe('a person is asked', () => {
  const twice = `${TEXT} In the outlet, too: ${REFUND}`;

  test('when the passage was taken out and a look-alike is left', () => {
    const result = now(passage(REFUND, twice), twice.replace(`${REFUND} `, ''));
    expect(result).toMatchObject({ state: 'ask', candidates: [{ words: REFUND }] });
  });

  test('when the text around was rewritten and the words stand there twice', () => {
    const rewritten = `Some news first. ${REFUND} Then other things, and again, as everybody knows: ${REFUND} That is all.`;
    const result = now(passage(REFUND), rewritten);
    expect(result.state === 'ask' && result.candidates.map(({ words }) => words)).toEqual([REFUND, REFUND]);
  });

  test('when nothing is known of what was like the passage', () => {
    const { selectors } = passage(REFUND);
    const old: Passage = passageSchema.parse({ selectors: selectors.slice(0, 2) });
    expect(old.selectors).toHaveLength(2);
    expect(now(old, `So: ${TEXT}`)).toMatchObject({ state: 'ask', candidates: [{ words: REFUND }] });
  });
});

test('of two table rows that differ in one word, a passage keeps to its own', () => {
  const rows = ['Rome', 'Milan', 'Turin'].map((city) => `${city}: open from nine to five, closed on Sunday.`).join(' ');
  const start = rows.indexOf('nine to five', rows.indexOf('Milan'));
  const made = passageOf(rows, start, start + 'nine to five'.length);
  expect(now(made, rows)).toMatchObject({ state: 'exact', place: { start } });
  expect(now(made, `Hours. ${rows}`)).toMatchObject({ state: 'moved', place: { start: start + 7 } });
  expect(now(made, rows.replace(/Milan.*?Sunday\. /, '')).state).toBe('ask');
});
