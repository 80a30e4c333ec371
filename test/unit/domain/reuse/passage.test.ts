import { describe, expect, test } from 'vitest';
import { overlapOf, prepare } from '../../../../lib/domain/reuse/overlap.ts';
import { shareKept, translated } from '../../../../lib/domain/reuse/passage.ts';
import { hashedWordsOf } from '../../../../lib/domain/reuse/words.ts';
import { fc } from '../../property.ts';

const FIRST = 'The premium plan costs thirty euros a month and includes support on weekdays from nine to six.';
const SECOND = 'Customers who pay for a whole year get two months free, and may cancel within fourteen days.';
const THIRD = 'Invoices are sent by electronic mail on the first working day of every calendar month.';
const TEXT = `${FIRST} ${SECOND} ${THIRD}`;

describe('what is left of a passage', () => {
  test('is all of it in other punctuation, none of it in another text, and a part where a part was written anew', () => {
    expect(shareKept(FIRST, FIRST.toUpperCase().replaceAll(' ', '\n'))).toBe(1);
    expect(shareKept(FIRST, 'Shall we meet on Thursday in the new office, after lunch?')).toBe(0);
    const half = shareKept(`${FIRST} ${SECOND}`, `${FIRST} We are closed over Christmas and open again in January.`);
    expect(half).toBeGreaterThan(0.4);
    expect(half).toBeLessThan(0.6);
  });

  test('does not count what stands around it', () => {
    expect(
      shareKept(SECOND, `Dear Anna, thank you for your call. ${SECOND} See you soon, and give my best to Paolo.`),
    ).toBe(1);
  });
});

describe('the part of a corrected text that stands for a part of the text', () => {
  const corrected = TEXT.replace('thirty euros', 'forty euros').replace('fourteen days', 'thirty days');
  test.each([
    ['the first sentence', FIRST, FIRST.replace('thirty euros', 'forty euros')],
    ['one in the middle', SECOND, SECOND.replace('fourteen', 'thirty')],
    ['the last one', THIRD, THIRD],
    ['all of it', TEXT, corrected],
  ])('%s', (_, part, wanted) => {
    const from = TEXT.indexOf(part);
    expect(translated(TEXT, corrected, [{ from, to: from + part.length }])).toBe(wanted);
  });

  test('is all of it where nothing tells', () => {
    const other = 'We have no plans any more. Please ask our colleagues in Bologna.';
    expect(translated(TEXT, other, [{ from: 0, to: FIRST.length }])).toBe(other);
  });
});

const word = fc.stringMatching(/^[bcdfglmnprstv][aeiou][bcdfglmnprstv][aeiou][a-z]{0,4}$/);

test('a text of 80 words in which one in five was made another is recognised, and its words are accounted for', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 80, maxLength: 120 }),
      fc.integer({ min: 0, max: 4 }),
      (words, which) => {
        const edited = words.map((one, at) => (at % 5 === which ? `x${at}x` : one));
        const overlap = overlapOf(prepare(hashedWordsOf(edited.join(' '))), prepare(hashedWordsOf(words.join(' '))));
        expect(overlap).toBeDefined();
        if (!overlap) return;
        expect(overlap.kept + overlap.changed + overlap.added).toBe(edited.length);
        expect(overlap.kept / edited.length).toBeGreaterThan(0.7);
      },
    ),
    { numRuns: 100 },
  );
});

test('two texts of other words are never taken for one another', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 200 }), fc.array(word, { maxLength: 200 }), (a, b) => {
      const held = new Set(b);
      const own = a.filter((one) => !held.has(one));
      expect(overlapOf(prepare(hashedWordsOf(own.join(' '))), prepare(hashedWordsOf(b.join(' '))))).toBeUndefined();
    }),
  );
});
