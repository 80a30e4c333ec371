/** Two texts are read in one: both stand in it whole, and rows stay rows. */

import { expect, test } from 'vitest';
import { type MergedPart, mergedOf } from '../../../components/text/merged.ts';
import { normaliseText } from '../../../lib/domain/output/text.ts';
import { fc } from '../property.ts';

/** The merged text with its marks: `[-gone-]`, `[+new+]`. */
function marked(before: string, after: string): string {
  const { text, parts } = mergedOf(before, after);
  return parts
    .map(({ kind, from, to }) => {
      const words = text.slice(from, to);
      return kind === 'same' ? words : kind === 'added' ? `[+${words}+]` : `[-${words}-]`;
    })
    .join('');
}

test.each([
  ['a figure', 'A\tB\nx\t1\ty', 'A\tB\nx\t2\ty', 'A\tB\nx\t[-1-][+2+]\ty'],
  ['a figure moved to another column', 'A\tB\tC\nx\t5', 'A\tB\tC\nx\t\t5', 'A\tB\tC\nx\t[-5-]\t[+5+]'],
  ['a new row', 'A\tB\nx\t1', 'A\tB\nx\t1\ny\t2', 'A\tB\nx\t1\n[+y\t2+]'],
  ['a row less', 'A\tB\nx\t1\ny\t2', 'A\tB\ny\t2', 'A\tB\n[-x\t1-]\ny\t2'],
  ['a new column', 'A\tB\nx\t1', 'A\tB\tC\nx\t1\t2', 'A\tB\t[+C+]\nx\t1\t[+2+]'],
  ['an emptied cell', 'A\tB\nx\t1', 'A\tB\nx', 'A\tB\nx\t[-1-]'],
  ['a changed row beside a new one', 'A\tB\nx\t1', 'A\tB\nw\t0\nx\t2', 'A\tB\n[+w\t0+]\nx\t[-1-][+2+]'],
  ['words before the table', 'See this:\nA\tB', 'See that:\nA\tB', 'See [-this-][+that+]:\nA\tB'],
  ['words alone', 'Prices rise.', 'Prices fall.', 'Prices [-rise-][+fall+].'],
  ['everything', '', 'A\tB', '[+A+]\t[+B+]'],
])('%s', (_, before, after, both) => expect(marked(before, after)).toBe(both));

const line = fc
  .array(fc.constantFrom('Prices', 'rise', '12', '', 'fall.', 'a b'), { minLength: 1, maxLength: 4 })
  .map((cells) => cells.join('\t'));
const text = fc.oneof(
  fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n')),
  fc.string({ maxLength: 40 }),
);

/** What is left of the merged text without one kind of part. */
const without = (kind: MergedPart['kind'], { text: all, parts }: ReturnType<typeof mergedOf>) =>
  normaliseText(
    parts
      .filter((part) => part.kind !== kind)
      .map(({ from, to }) => all.slice(from, to))
      .join(''),
  );

test('without what came it says what the first text says, without what went what the second does', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const merged = mergedOf(before, after);
      expect(without('added', merged)).toBe(normaliseText(before));
      expect(without('removed', merged)).toBe(normaliseText(after));
      let at = 0;
      for (const { from, to } of merged.parts) {
        expect(from).toBe(at);
        at = to;
      }
      expect(at).toBe(merged.text.length);
    }),
    { numRuns: 1_000 },
  );
});

test('two long tables with nothing in common take no longer than a person waits', () => {
  const rows = (word: string) => Array.from({ length: 5_000 }, (_, at) => `${word}${at}\t${word}${at * 7}`).join('\n');
  const start = performance.now();
  mergedOf(rows('a'), rows('b'));
  expect(performance.now() - start).toBeLessThan(5_000);
});
