/** A notice stands beside its field, in the window, and not where the person writes next. */
import { expect, test } from 'vitest';
import { NOTICE_HEIGHT, NOTICE_WIDTH } from '../../../lib/page/reuse/notice-look.ts';
import { type InWindow, noticePlace } from '../../../lib/page/reuse/notice-place.ts';
import { fc } from '../property.ts';

const WINDOW = { width: 1_280, height: 720 };
const boxOf = (left: number, top: number, width: number, height: number): InWindow => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const meet = (a: InWindow, b: InWindow): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const standing = (field: InWindow, fields: InWindow[] = [], buttons: InWindow[] = [], window = WINDOW): InWindow => {
  const { left, top } = noticePlace({ field, fields, buttons, ...window });
  return boxOf(left, top, NOTICE_WIDTH, NOTICE_HEIGHT);
};

const FIELD = boxOf(20, 200, 400, 40);
test.each<[string, InWindow, InWindow[], InWindow[], { left: number; top: number }]>([
  ['below a field by itself', FIELD, [], [], { left: 20, top: 246 }],
  ['above where the next field is below', FIELD, [boxOf(20, 250, 400, 40)], [], { left: 20, top: 86 }],
  ['above where the button that sends is below', FIELD, [], [boxOf(20, 250, 90, 30)], { left: 20, top: 86 }],
  [
    'beside it in the middle of a form',
    FIELD,
    [boxOf(20, 150, 400, 40), boxOf(20, 250, 400, 40)],
    [],
    { left: 426, top: 200 },
  ],
  [
    'to the left of a column at the right',
    boxOf(800, 200, 470, 40),
    [boxOf(800, 150, 470, 40), boxOf(800, 250, 470, 40)],
    [],
    { left: 474, top: 200 },
  ],
  [
    'over a button, and not over a field',
    boxOf(0, 200, 1_280, 40),
    [boxOf(0, 0, 1_280, 190), boxOf(0, 400, 1_280, 320)],
    [boxOf(0, 250, 90, 30)],
    { left: 6, top: 246 },
  ],
  ['in a corner of the window for a field off the page', boxOf(-1_000, -1_000, 1, 1), [], [], { left: 954, top: 606 }],
  [
    'in another corner where a field is in that one',
    boxOf(-1_000, -1_000, 1, 1),
    [boxOf(1_000, 650, 280, 60)],
    [],
    { left: 6, top: 606 },
  ],
])('%s', (_, field, fields, buttons, place) => {
  const { left, top } = standing(field, fields, buttons);
  expect({ left, top }).toEqual(place);
});

test('it is in every window that is large enough, and over no other field where a side of its own is free', () => {
  const px = (max: number) => fc.integer({ min: 0, max });
  const box = fc
    .tuple(px(1_200), px(700), px(600), px(200))
    .map(([left, top, width, height]) => boxOf(left, top, width + 1, height + 1));
  fc.assert(
    fc.property(box, fc.array(box, { maxLength: 6 }), (field, fields) => {
      const notice = standing(field, fields);
      expect(notice.left >= 0 && notice.right <= WINDOW.width).toBe(true);
      expect(notice.top >= 0 && notice.bottom <= WINDOW.height).toBe(true);
      const below = boxOf(notice.left, field.bottom + 6, NOTICE_WIDTH, NOTICE_HEIGHT);
      const isFree = below.bottom <= WINDOW.height && ![field, ...fields].some((other) => meet(below, other));
      if (isFree) expect([field, ...fields].some((other) => meet(notice, other))).toBe(false);
    }),
  );
});
