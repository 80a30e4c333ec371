import { expect, test } from 'vitest';
import { placeCard, withinWindow } from '../../../components/overlay/place-card.ts';
import { fc } from '../property.ts';

const CARD = { width: 372, height: 500 };
const boxOf = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const standing = (window: { width: number; height: number }, badge: ReturnType<typeof boxOf>, text: typeof badge) => {
  const { left, top } = placeCard(CARD, window, badge, text);
  return boxOf(left, top, CARD.width, CARD.height);
};
const meet = (a: ReturnType<typeof boxOf>, b: typeof a): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

test.each([
  ['to the right, below the badge', boxOf(20, 20, 640, 2_000), boxOf(668, 20, 148, 24), { left: 668, top: 50 }],
  ['to the right, above a badge far down', boxOf(20, 300, 640, 300), boxOf(668, 640, 148, 24), { left: 668, top: 134 }],
  ['to the left', boxOf(500, 20, 700, 2_000), boxOf(1_044, 20, 148, 24), { left: 122, top: 50 }],
  ['below a wide text', boxOf(20, 20, 1_200, 100), boxOf(1_064, 4, 148, 24), { left: 840, top: 126 }],
  ['above a wide text', boxOf(20, 560, 1_200, 130), boxOf(1_064, 544, 148, 24), { left: 840, top: 54 }],
])('%s', (_, text, badge, place) => {
  expect(placeCard(CARD, { width: 1_280, height: 720 }, badge, text)).toEqual(place);
});

test('it is within every window that is large enough, and covers no text where there is room beside it', () => {
  const px = (max: number) => fc.integer({ min: 0, max });
  fc.assert(
    fc.property(px(1_600), px(900), px(900), px(700), px(1_500), (width, height, left, top, long) => {
      const window = { width: CARD.width + 16 + width, height: CARD.height + 16 + height };
      const text = boxOf(left, top, 300, long);
      const badge = boxOf(text.right + 8, text.top, 148, 24);
      const card = standing(window, badge, text);
      expect(card.left).toBeGreaterThanOrEqual(0);
      expect(card.top).toBeGreaterThanOrEqual(0);
      expect(card.right).toBeLessThanOrEqual(window.width);
      expect(card.bottom).toBeLessThanOrEqual(window.height);
      const hasRoom = window.width - text.right >= CARD.width + 14 || text.left >= CARD.width + 14;
      if (hasRoom) expect(meet(card, text)).toBe(false);
    }),
  );
});

test('wherever it is moved to, it stays within the window', () => {
  const window = { width: 600, height: 620 };
  expect(withinWindow({ left: -400, top: 5_000 }, CARD, window)).toEqual({ left: 8, top: 112 });
  expect(withinWindow({ left: 5_000, top: -1 }, CARD, window)).toEqual({ left: 220, top: 8 });
});
