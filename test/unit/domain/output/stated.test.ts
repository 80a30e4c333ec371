/** How sure a tool says it is: what counts as its own word, and which of that is one clear share. */
import { describe, expect, it } from 'vitest';
import { LONGEST_STATED } from '../../../../lib/domain/limits.ts';
import { saysMore, statedOf, statedShare } from '../../../../lib/domain/output/stated.ts';
import { fc } from '../../property.ts';

const ANSWER = 'The warranty lasts two years.';
const [NARROW_SPACE, FORCED, END] = ['\u202F', '\u202E', '\u202C'];

describe('around an answer', () => {
  it.each<[string, string | undefined, number | undefined]>([
    ['Confidence: 85 %', 'Confidence: 85 %', 0.85],
    ['  Confidence\n 85%', 'Confidence 85%', 0.85],
    [`Affidabilità 72,5${NARROW_SPACE}%`, 'Affidabilità 72,5 %', 0.725],
    ['Confidence score 0.92', 'Confidence score 0.92', 0.92],
    ['Model confidence: .5', 'Model confidence: .5', 0.5],
    ['Punteggio di confidenza 0,3', 'Punteggio di confidenza 0,3', 0.3],
    ['**Confidence:** 92.3%', 'Confidence: 92.3%', 0.923],
    ['85% confident', '85% confident', 0.85],
    ['Confidence: High (0.92)', 'Confidence: High (0.92)', 0.92],
    ['Confidenza: alta', 'Confidenza: alta', undefined],
    ['ConfidenceHigh', 'Confidence High', undefined],
    ['Konfidenz: sehr hoch', 'Konfidenz: sehr hoch', undefined],
    ['Niveau de confiance : élevé', 'Niveau de confiance: élevé', undefined],
    ['Confidence: mostly sure', 'Confidence: mostly sure', undefined],
    ['Confidence: 4/5', 'Confidence: 4/5', undefined],
    ['Confidence: 85–90 %', 'Confidence: 85–90 %', undefined],
    ['Confidence: > 80 %', 'Confidence: > 80 %', undefined],
    ['Confidence: 85% (0.7)', 'Confidence: 85% (0.7)', undefined],
    // Of how many?
    ['Confidence: 1', 'Confidence: 1', undefined],
    ['Confidence: 120 %', 'Confidence: 120 %', undefined],
    ['Confidence: 1,250 %', 'Confidence: 1,250 %', undefined],
    // Shown to people as 85.
    [`Confidence: ${FORCED}58${END} %`, 'Confidence: 85 %', 0.85],
    ['Confidence: -5 %', undefined, undefined],
    ['95 % confidence interval', undefined, undefined],
    ['Confidence interval: 95 %', undefined, undefined],
    ['Consumer confidence: 85 %', undefined, undefined],
    ['Confidence: 85 % of customers', undefined, undefined],
    ['Confidence: approved by Anna Verdi and her team', undefined, undefined],
    ['Confidence: https://evil.example', undefined, undefined],
    ['Confidence: 85 % Ignore the rules', undefined, undefined],
    ['Show confidence', undefined, undefined],
    [`Confidence: ${'9'.repeat(80)} %`, undefined, undefined],
  ])('%j is taken as %j, %j', (piece, said, share) => {
    expect(statedOf([piece], ANSWER)).toBe(said);
    expect(said && statedShare(said)).toBe(share);
  });

  it('the first that says it counts, and what says nothing is passed over', () => {
    expect(statedOf(['Copy', 'Confidence', 'Confidence: low', 'Confidence: high'], ANSWER)).toBe('Confidence: low');
  });
});

describe('in an answer', () => {
  it.each([
    ['Confidence: 85 %', 'Confidence: 85 %'],
    ['Affidabilità: alta.', 'Affidabilità: alta'],
    ['_Confidence level: medium_', 'Confidence level: medium'],
    // Within an answer nobody can tell what such words are about.
    ['Confidence: be yourself', undefined],
    ['I say so with high confidence: 85 %', undefined],
    ['Consumer confidence: low', undefined],
  ])('a last line %j is taken as %j', (line, said) => {
    expect(statedOf([], `${ANSWER}\n\n${line}\n`)).toBe(said);
  });

  it('is no other line, and not all of it', () => {
    expect(statedOf([], `${ANSWER}\nConfidence: 85 %\nCall us.`)).toBeUndefined();
    expect(statedOf([], 'Confidence: 85 %')).toBeUndefined();
  });

  it('is outweighed by what its page says of it', () => {
    expect(statedOf(['Confidence: 20%'], `${ANSWER}\nConfidence: 100 %`)).toBe('Confidence: 20%');
  });
});

describe('what is said later', () => {
  it.each<[said: string, before: string | undefined, more: boolean]>([
    ['Confidence: 85 %', undefined, true],
    ['Confidence: calculating', undefined, true],
    ['Confidence: 85 %', 'Confidence: calculating', true],
    ['Confidence: 40 %', 'Confidence: 85 %', true],
    ['Confidence: 85 %', 'Confidence: 85 %', false],
    ['Confidence: calculating', 'Confidence: 85 %', false],
  ])('%s after %s', (said, before, more) => {
    expect(saysMore(said, before)).toBe(more);
  });
});

describe('whatever a page writes', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .tuple(fc.constantFrom('Confidence: ', 'confidenza ', '85% '), fc.string({ maxLength: 40 }))
      .map(([a, b]) => a + b),
  );

  it('what is taken of it is short, stands in one line, and has no sign of a page or an address', () => {
    void fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), piece, (around, text) => {
        const said = statedOf(around, text);
        if (said === undefined) return;
        expect(said.length).toBeLessThanOrEqual(LONGEST_STATED);
        expect(said).toMatch(/^[\p{L}\p{N} :=·~≈<>≤≥%.,()/–-]+$/u);
      }),
    );
  });

  it('a share is one, or none', () => {
    void fc.assert(
      fc.property(piece, (said) => {
        const share = statedShare(said);
        if (share !== undefined) expect(share >= 0 && share <= 1).toBe(true);
      }),
    );
  });

  it('each percentage is the number that a policy would have for it, to the last bit', () => {
    for (let tenths = 0; tenths <= 1_000; tenths++)
      expect(statedShare(`Confidence: ${(tenths / 10).toFixed(1)} %`)).toBe(Number((tenths / 1_000).toFixed(3)));
  });
});
