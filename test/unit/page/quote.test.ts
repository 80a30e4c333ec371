import { describe, expect, test } from 'vitest';
import { codePointLength, normaliseText } from '../../../lib/domain/output/text.ts';
import { passageAt } from '../../../lib/page/passages/quote.ts';
import { fc } from '../property.ts';

describe('a passage of a raw reading', () => {
  test('counts code points of the normalised text, with context on both sides', () => {
    const raw = '\n  Hello 👩‍🚀 world.\n\nThe price is  12 €.\n';
    const start = raw.indexOf('price');
    const passage = passageAt(raw, start, raw.indexOf('€') + 1);
    const text = normaliseText(raw);
    const [quote, position] = passage?.selectors ?? [];
    expect(quote).toMatchObject({ exact: 'price is 12 €', suffix: '.' });
    expect(quote?.type === 'TextQuoteSelector' && quote.prefix.endsWith('world. The ')).toBe(true);
    expect(
      position?.type === 'TextPositionSelector' && Array.from(text).slice(position.start, position.end).join(''),
    ).toBe('price is 12 €');
  });

  test('white space alone is no passage', () => {
    expect(passageAt('a   b', 1, 4)).toBeUndefined();
  });

  test('of any part of any text, position and quote say the same', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '👍', ' ', '\n', '\t', '\u200b', 'e\u0301', '.') });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (raw, a, b) => {
        const [start, end] = [a % (raw.length + 1), b % (raw.length + 1)].sort((x, y) => x - y) as [number, number];
        const passage = passageAt(raw, start, end);
        if (!passage) return;
        const [quote, position] = passage.selectors;
        const points = Array.from(normaliseText(raw));
        expect(points.slice(position.start, position.end).join('')).toBe(quote.exact);
        expect(points.slice(0, position.start).join('').endsWith(quote.prefix)).toBe(true);
        expect(points.slice(position.end).join('').startsWith(quote.suffix)).toBe(true);
        expect(position.end - position.start).toBe(codePointLength(quote.exact));
      }),
    );
  });
});
