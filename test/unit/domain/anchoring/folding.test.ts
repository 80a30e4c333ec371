import { expect, test } from 'vitest';
import { fold, sourceOf } from '../../../../lib/domain/anchoring/folding.ts';
import { normaliseText } from '../../../../lib/domain/output/text.ts';
import { fc } from '../../property.ts';

const unit = fc.constantFrom(
  ...[
    'a',
    'é',
    'e\u0301',
    '\u0301',
    '👍',
    ' ',
    '\n',
    '\t',
    '\u00a0',
    '\u200b',
    '\u00ad',
    '\ufe0f',
    '\u034f',
    '가',
    '\u1100\u1161',
    '\u1161',
    '.',
    'ﬁ',
    '\u{1f468}\u200d\u{1f680}',
    '\u212b',
    '\u0344',
  ],
);

test('folds exactly as texts are normalised', () => {
  fc.assert(
    fc.property(fc.string({ unit }), (source) => {
      expect(fold(source).text).toBe(normaliseText(source));
    }),
    { numRuns: 2_000 },
  );
});

test('the way back gives a part that folds to the same', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\u200b', '👍', 'é') }),
      fc.nat(),
      fc.nat(),
      (source, a, b) => {
        const folded = fold(source);
        const points = Array.from(folded.text);
        const [from, to] = [a % (points.length + 1), b % (points.length + 1)].sort((x, y) => x - y) as [number, number];
        const words = points.slice(from, to).join('');
        if (words.trim() === '') return;
        const before = points.slice(0, from).join('').length;
        const { start, end } = sourceOf(folded, before, before + words.length);
        expect(normaliseText(source.slice(start, end))).toBe(words.trim());
      },
    ),
  );
});
