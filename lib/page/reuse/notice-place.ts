/** Where the notice stands: beside its field, in sight, and over no other field of the page where there is room elsewhere. */
import { NOTICE_HEIGHT, NOTICE_WIDTH } from './notice-look.ts';

/** A part of the window, in px from its upper left corner. */
export type InWindow = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;
type Corner = Pick<InWindow, 'left' | 'top'>;

interface Around {
  field: InWindow;
  /** Other places to write in, and what else can be pressed. */
  fields: readonly InWindow[];
  buttons: readonly InWindow[];
  width: number;
  height: number;
}

const GAP = 6;
/** What it costs to stand over something: the next field is where the person goes on, their own is where they just were. */
const OVER = { field: 4, own: 2, button: 1 };

/** The same for every text that is put in. */
export function noticePlace({ field, fields, buttons, width, height }: Around): Corner {
  const within = ({ left, top }: Corner): Corner => ({
    left: Math.round(Math.min(Math.max(GAP, left), Math.max(GAP, width - NOTICE_WIDTH - GAP))),
    top: Math.round(Math.min(Math.max(0, top), Math.max(0, height - NOTICE_HEIGHT - GAP))),
  });
  const cost = (corner: Corner): number =>
    OVER.field * covered(corner, fields) + OVER.own * covered(corner, [field]) + OVER.button * covered(corner, buttons);
  const isInView = field.right > 0 && field.bottom > 0 && field.left < width && field.top < height;
  const places = [...(isInView ? besideField(field) : []), ...corners(width, height)].map(within);
  return places.reduce((best, place) => (cost(place) < cost(best) ? place : best));
}

/** Below it, above it, and at its sides; best first. */
const besideField = ({ left, top, right, bottom }: InWindow): Corner[] => [
  { left, top: bottom + GAP },
  { left, top: top - GAP - NOTICE_HEIGHT },
  { left: right + GAP, top },
  { left: left - GAP - NOTICE_WIDTH, top },
];

/** Of the window; those below first: menus and what one has just read stand above. */
const corners = (width: number, height: number): Corner[] =>
  [height, 0].flatMap((top) => [width, 0].map((left) => ({ left, top })));

const covered = ({ left, top }: Corner, boxes: readonly InWindow[]): number =>
  boxes.filter(
    (box) => box.left < left + NOTICE_WIDTH && left < box.right && box.top < top + NOTICE_HEIGHT && top < box.bottom,
  ).length;
