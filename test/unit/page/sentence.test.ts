import { describe, expect, it } from 'vitest';
import { quietAfter } from '../../../lib/page/working/sentence.ts';

const quiet = (text: string) => quietAfter(text, undefined);

describe('how long an answer must be quiet', () => {
  it.each(['It is open until noon.', '商品到着から14日以内です。', 'Er sagte: „Ja.“', 'متى؟', 'Done ✅'])(
    'no longer after the end of a sentence: %s',
    (text) => {
      expect(quiet(text)).toBe(0);
    },
  );

  it.each([
    'There are fourteen late parcels. The second group of them waits for',
    'Here is the table:',
    'The first point is the price, and as for the second of them, which is more,',
  ])('longest in the middle of one: %s', (text) => {
    expect(quiet(text)).toBeGreaterThan(5_000);
  });

  it.each(['Yes', 'Room 214', 'Dear Ines, all is well.\n\nKind regards', 'One. Two.\n\nThe team in Ghent'])(
    'a while after a line that may be whole: %s',
    (text) => {
      expect(quiet(text)).toBeGreaterThan(1_000);
      expect(quiet(text)).toBeLessThan(2_600);
    },
  );
});
