import { describe, expect, it } from 'vitest';
import { mask, veil } from '../../../../lib/domain/privacy/mask.ts';
import { placesOf } from '../../../../lib/domain/privacy/places.ts';
import { DEFAULT_REDACTION, type Redaction, redactionSchema } from '../../../../lib/domain/privacy/redaction.ts';
import { fc } from '../../property.ts';

const ITALY: Redaction = { ...DEFAULT_REDACTION, region: 'IT', names: ['Mario Rossi', 'Progetto Aquila'] };

describe('personal data is masked', () => {
  it.each([
    ['Write to mario.rossi+crm@example.co.uk, please.', 'Write to [e-mail], please.'],
    ['(anna@example.com)', '([e-mail])'],
    ['Call +39 347 123 4567 or 06 6982 1234.', 'Call [phone] or [phone].'],
    ['Pay to IT60 X054 2811 1010 0000 0123 456 by Friday', 'Pay to [IBAN] by Friday'],
    ['DE89370400440532013000.', '[IBAN].'],
    ['Card 4111 1111 1111 1111 expires', 'Card [card] expires'],
    ['c.f. RSSMRA85T10A562S', 'c.f. [tax code]'],
    ['P. IVA IT12345678903 and 12345678903', 'P. IVA [tax code] and [tax code]'],
    ['MARIO  ROSSI of progetto aquila', '[name] of [name]'],
  ])('%s', (text, masked) => {
    expect(mask(text, ITALY)).toBe(masked);
  });

  it.each([
    'Order 4111 1111 1111 1112 of 24 November 2026, 1,234.56 EUR',
    'Invoice 12345678901, position 42',
    'Version 1.2.3 @ commit abcdef1, price@unit',
    'IT60 X054 2811 1010 0000 0123 457',
    'RSSMRA85T10A562Z',
    'Mariolina Rossini',
  ])('and nothing else: %s', (text) => {
    expect(mask(text, ITALY)).toBe(text);
  });

  it('only what the policy names, and not what stands in the text already', () => {
    const text = 'mario@example.com, +39 347 123 4567';
    expect(mask(text, { ...ITALY, kinds: ['phone'] })).toBe('mario@example.com, [phone]');
    expect(mask(text, ITALY, 'Write to mario@example.com.')).toBe('mario@example.com, [phone]');
    expect(mask(text, { ...ITALY, kinds: [] })).toBe(text);
  });

  it('a veil keeps every position', () => {
    const text = '😀 mario@example.com 😀 Mario Rossi.';
    const veiled = veil(text, ITALY);
    expect(veiled).toBe('😀 ••••••••••••••••• 😀 •••••••••••.');
    expect(Array.from(veiled)).toHaveLength(Array.from(text).length);
  });

  it('places are in order and do not overlap, whatever the text; masking twice changes nothing more', () => {
    const piece = fc.constantFrom(
      'a@b.co',
      'IT60X0542811101000000123456',
      '+393471234567',
      '4111111111111111',
      ' ',
      '-',
      '1',
      'Mario Rossi',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        let at = 0;
        for (const { start, end } of placesOf(text, ITALY)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(placesOf(mask(pieces.join(' | '), ITALY), ITALY)).toEqual([]);
      }),
    );
  });

  it('the default is what its schema allows', () => {
    expect(redactionSchema.parse(DEFAULT_REDACTION)).toEqual(DEFAULT_REDACTION);
  });
});
