/** A yes to an answer is one to what was taken from it as it is, and to nothing that was made of it. */
import { expect, test } from 'vitest';
import { isUnchanged } from '../../../../lib/domain/reuse/unchanged.ts';

const OFFER =
  'The premium plan costs 30 euros a month.\nYou may not cancel before 14 days.\n1. Order\n2. Pay 1.200,50 €\n- Wait -5 °C\n[x] Done';

test.each([
  ['all of it', OFFER],
  ['a sentence', 'You may not cancel before 14 days.'],
  ['a part, over two lines', 'a month. You may not'],
  ['other quotes, case and white space', 'THE  PREMIUM plan\ncosts 30 euros, a month'],
  ['as Markdown', '## The premium plan\n\n**costs 30 euros** a month.\n\nYou may not cancel before 14 days.'],
  ['with other marks of lists', '• Order\n• Pay 1.200,50 €\n* Wait -5 °C\n[x] Done'],
  ['within other words', `Dear Ms Verdi,\n\n${OFFER}\n\nKind regards`],
])('as it is: %s', (_, text) => {
  expect(isUnchanged(text, OFFER)).toBe(true);
});

test.each([
  ['another number', OFFER.replace('30', '300')],
  ['a word less', OFFER.replace('not ', '')],
  ['a word more', OFFER.replace('costs', 'never costs')],
  ['another separator', OFFER.replace('1.200,50', '12.0050')],
  ['another sign', OFFER.replace('-5', '5')],
  ['another currency', OFFER.replace('€', '$')],
  ['another box', OFFER.replace('[x]', '[ ]')],
  ['another order', 'You may not cancel before 14 days. The premium plan costs 30 euros a month.'],
  ['a part with other words around it', 'Please note: you may not cancel before 14 days.'],
  ['another exponent', OFFER.replace('30', '3⁰')],
])('made something else: %s', (_, text) => {
  expect(isUnchanged(text, OFFER)).toBe(false);
});

test('in scripts without spaces a part is one, and a sign more is another text', () => {
  const [whole, thai] = ['付款后十四天内可以退款，特价商品除外。', 'ยกเลิกได้ภายใน 14 วันหลังซื้อ'];
  expect(isUnchanged('十四天内可以退款', whole)).toBe(true);
  expect(isUnchanged('十四天内不可以退款', whole)).toBe(false);
  expect(isUnchanged('ภายใน 14 วัน', thai)).toBe(true);
  expect(isUnchanged('ภายใน 41 วัน', thai)).toBe(false);
});

test('takes no longer than the text is long', () => {
  const start = performance.now();
  for (const text of ['1'.repeat(100_000), '- '.repeat(50_000), '\n'.repeat(100_000), '1,'.repeat(50_000)])
    isUnchanged(text, `${text}x`);
  expect(performance.now() - start).toBeLessThan(2_000);
});
