/**
 * How an element looks, as far as its text depends on it: shown or not, a line, a cell or words of a line, struck out or not.
 * Styles are asked for, layout never is.
 */
import type { KeptReading } from '../reading.ts';
import { Alike } from './alike.ts';
import { isCrossed } from './crossed.ts';
import { type Orders, ordersOf } from './order.ts';
import { lengthOf, styledAs } from './styled.ts';

/** What an element is to the text around it. `beside`: a line whose parts stand side by side; `chip`: the same within a line. */
export type Kind = 'none' | 'words' | 'block' | 'item' | 'row' | 'cell' | 'grid' | 'beside' | 'chip';

export interface Look {
  kind: Kind;
  /** Whether words directly in it can be seen; undefined where that is as around it. */
  visible?: boolean;
  struck: boolean;
  /** A line through what is around it does not reach it. */
  apart?: boolean;
  /** In which order its parts are drawn, if it may be another than that in which they stand. */
  orders?: Orders | undefined;
  /** The mark that stands for a style (or `bdo`) by which letters are forced into another order. */
  forced?: string;
  /** What of white space stays in words directly in it, once that was asked. */
  kept?: KeptReading;
  /** That no style writes words beside what looks like this, or before it as the mark of an item, once that was asked. */
  isSilent?: boolean;
  isUnmarked?: boolean;
}

/** By tag. Maps, since pages may name tags and roles as the parts of an object are. */
const KINDS: ReadonlyMap<string, Kind> = new Map([
  ...`address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1
    h2 h3 h4 h5 h6 header hgroup hr legend main menu nav ol optgroup option p pre search section summary table tbody tfoot
    thead caption ul`
    .split(/\s+/)
    .map((name): [string, Kind] => [name, 'block']),
  ['li', 'item'],
  ['tr', 'row'],
  ['td', 'cell'],
  ['th', 'cell'],
]);
const ROLES: ReadonlyMap<string, Kind> = new Map([
  ['row', 'row'],
  ['cell', 'cell'],
  ['gridcell', 'cell'],
  ['columnheader', 'cell'],
  ['rowheader', 'cell'],
  ['tooltip', 'none'],
]);

/** Names by which pages call what only screen readers are to read. */
const UNSEEN =
  /(?:^|[\s_-])(?:sr-only|(?:visually|screen-?reader)-?hidden|visuallyhidden|screen-reader-(?:text|only))(?:[\s_-]|$)/i;

/** Whether an element is named as one that only screen readers are to read. */
export const isToldOnly = (element: Element): boolean => UNSEEN.test(element.getAttribute('class') ?? '');

export const isFlow = (name: string): boolean => KINDS.has(name);

/** Looks at elements during one reading: once at all that are alike. */
export class Looks extends Alike<Look> {
  readonly #looks = new Map<number, Look>();
  /** False where all of the answer is invisible for now, as while it fades in. */
  readonly #seesVisibility: boolean;

  constructor(top: Element) {
    super(top);
    this.#seesVisibility = styleOf(top)?.visibility === 'visible';
  }

  of(element: Element): Look {
    const known = this.known(element);
    if (known.look) return known.look;
    const number = this.numberOf(element);
    known.look = this.#looks.get(number) ?? this.#ask(element, element.localName);
    if (number > 0) this.#looks.set(number, known.look);
    return known.look;
  }

  #ask(element: Element, name: string): Look {
    const role = element.getAttribute('role') ?? '';
    const style = styleOf(element);
    const display = style?.display;
    if (!style || !display)
      return { kind: ROLES.get(role) ?? KINDS.get(name) ?? 'words', struck: /^(?:s|del|strike)$/.test(name) };
    const kind = isUnseen(element, style, display) ? 'none' : kindOf(name, style, display, ROLES.get(role));
    if (kind === 'none' || (kind === 'row' && style.visibility === 'collapse'))
      return { kind: 'none', visible: false, struck: false };
    const look: Look = {
      kind,
      struck: isStruck(element, style),
      orders: ordersOf(style, display),
    };
    // What floats or is moved out of a line is a block to CSS.
    if (/^inline-/.test(display) || (display === 'block' && !isFlow(name) && isMoved(style))) look.apart = true;
    if (this.#seesVisibility) look.visible = isDrawn(element, style);
    if (style.unicodeBidi.includes('override')) look.forced = style.direction === 'rtl' ? '\u202E' : '\u202D';
    return look;
  }
}

const isStruck = (element: Element, style: CSSStyleDeclaration): boolean =>
  style.textDecorationLine.includes('line-through') || isCrossed(element, style);

/** Words without any height or colour are as invisible as hidden ones, and what stands in them may have its own. */
const isDrawn = (element: Element, style: CSSStyleDeclaration): boolean =>
  style.visibility === 'visible' && style.fontSize !== '0px' && !(isClear(style) && !isFilled(element));

/** Nothing paints the letters themselves. */
const isClear = (style: CSSStyleDeclaration): boolean =>
  /^rgba.*, 0\)$|\/ 0\)$/.test(style.webkitTextFillColor || style.color) && style.textShadow === 'none';

/** What lies below shows through the letters, of it or of what it stands in; or they get their colour bit by bit. */
function isFilled(element: Element): boolean {
  for (let one: Element | null = element; one; one = one.parentElement) {
    const style = styleOf(one);
    if (!style || !isClear(style)) return false;
    if (style.backgroundClip.includes('text') || one.getAnimations().length > 0) return true;
  }
  return false;
}

/** In a frame that is not drawn, some browsers know no style. */
export const styleOf = (element: Element): CSSStyleDeclaration | null => getComputedStyle(element);

/** What each way of display makes of an element; what is missing here is a block. */
const BY_DISPLAY: Readonly<Record<string, Kind>> = {
  none: 'none',
  inline: 'words',
  contents: 'words',
  'inline-block': 'words',
  'list-item': 'item',
  'table-row': 'row',
  'table-cell': 'cell',
  grid: 'grid',
  'inline-flex': 'chip',
  'inline-grid': 'chip',
};

function kindOf(name: string, style: CSSStyleDeclaration, display: string, role: Kind | undefined): Kind {
  // The row of a table that scrolls, or is drawn bit by bit, is a row however it lays out its cells.
  const known = role ?? (name === 'tr' ? 'row' : BY_DISPLAY[display]);
  if (known) return known;
  if (display === 'flex' && style.flexDirection.startsWith('row')) return 'beside';
  // What is moved out of its line is a block to CSS, and a part of the line to people.
  return (display === 'block' && !isFlow(name) && isMoved(style)) || /^(?:inline|ruby)/.test(display)
    ? 'words'
    : 'block';
}

const isMoved = (style: CSSStyleDeclaration): boolean => isLifted(style) || style.float !== 'none';

const isLifted = ({ position }: CSSStyleDeclaration): boolean => position === 'absolute' || position === 'fixed';

function isUnseen(element: Element, style: CSSStyleDeclaration, display: string): boolean {
  if (display === 'none' || style.contentVisibility === 'hidden') return true;
  if (isFaded(element, style, display) || (style.clipPath !== 'none' && cutsAll(style.clipPath))) return true;
  if (element.hasAttribute('style') && isMovedAway(styledAs(element, 'transform') ?? '')) return true;
  if (isLifted(style) && isOutOfSight(element, style)) return true;
  // Words of a line and cells have the room that they need.
  return display !== 'inline' && !display.startsWith('table') && isFolded(element, style, display);
}

/** Neither coming into view now, nor a box that does once it was measured or somebody scrolls to it. */
const isFaded = (element: Element, style: CSSStyleDeclaration, display: string): boolean =>
  style.opacity === '0' &&
  !comesIn(element) &&
  (/^inline/.test(display) ||
    (!fades(element) && (style.transitionDuration === '0s' || !/opacity|all/.test(style.transitionProperty))));

/** By an animation, or by a script that does so with each word: nothing tells us when it is done. */
const comesIn = (element: Element): boolean =>
  element.getAnimations().length > 0 ||
  (fades(element) && Array.from(element.parentElement?.children ?? []).filter(fades).length > 1);

const fades = (element: Element): boolean => (element as HTMLElement).style?.opacity !== '';

/** Shut until somebody opens it: what a tool thought, say, above its answer. */
const isFolded = (element: Element, style: CSSStyleDeclaration, display: string): boolean =>
  ((/grid/.test(display) || element.hasAttribute('style')) && styledAs(element, 'grid-template-rows') === '0fr') ||
  ((/hidden|clip/.test(style.overflowY) || style.opacity === '0') && hasNoRoom(element, style));

/** A box may be as high as its padding, and grow beyond the height that it is given. */
const hasNoRoom = (element: Element, { flexGrow }: CSSStyleDeclaration): boolean =>
  (flexGrow === '0' && (isShut(element, 'height', 'bottom') || isShut(element, 'width', 'right'))) ||
  // An image in place of words, which are moved out of their box.
  (lengthOf(element, 'text-indent') ?? 0) < FAR;

const isShut = (element: Element, size: string, side: string): boolean =>
  [size, `max-${size}`].some((property) => lengthOf(element, property) === 0) &&
  !Number.parseFloat(styledAs(element, `padding-${side}`) ?? '') &&
  !Number.parseFloat(styledAs(element, `min-${size}`) ?? '');

/** Made for screen readers, or drawn only when one points at something. */
function isOutOfSight(element: Element, style: CSSStyleDeclaration): boolean {
  const { clip, opacity } = style;
  if (opacity === '0' || /^rect\((?:0|1)(?:px)?,? (?:0|1)(?:px)?,? (?:0|1)(?:px)?,? (?:0|1)(?:px)?\)/.test(clip))
    return true;
  if (isToldOnly(element)) return true;
  const [left = 0, top = 0, x = 0, y = 0, right = 0, bottom = 0] = LIFTED.map((side) => lengthOf(element, side));
  if (Math.min(left, top, x, y) < FAR || Math.max(right, bottom) > -5 * FAR) return true;
  if ((lengthOf(element, 'width') ?? 2) <= 1 && style.overflow !== 'visible') return true;
  return isMovedAway(styledAs(element, 'transform') ?? '');
}

const LIFTED = ['left', 'top', 'margin-left', 'margin-top', 'right', 'bottom'];
/** Pixels to the left or above from which on nothing of an element is in its window. */
const FAR = -900;

/** A path that leaves nothing of what it cuts. */
function cutsAll(path: string): boolean {
  if (/^(?:circle|ellipse)\(0(?:px|%)?[ )]/.test(path) || /^polygon\((?:0(?:px|%)?[ ,]*)+\)/.test(path)) return true;
  const sides = /^inset\(([^)]*)\)/.exec(path)?.[1]?.split(/\s+(?!round)/) ?? [];
  const cut = sides.map((side) => (side.endsWith('%') ? Number.parseFloat(side) : 0));
  const [top = 0, right = top, bottom = top, left = right] = cut;
  return top + bottom >= 99 || left + right >= 99;
}

/** Made as small as a point, or put far off. */
const isMovedAway = (transform: string): boolean =>
  /^scale\(0[,)]/.test(transform) ||
  Array.from(transform.matchAll(/-\d+px/g)).some(([moved]) => Number.parseFloat(moved) < FAR);
