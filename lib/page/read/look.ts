/**
 * How an element looks, as far as its text depends on it: shown or not, a line, a cell or words of a line, struck out or not.
 * Styles are asked for, layout never is.
 */

/** What an element is to the text around it. `beside`: a line whose parts stand side by side; `chip`: the same within a line. */
export type Kind = 'none' | 'words' | 'block' | 'item' | 'row' | 'cell' | 'grid' | 'beside' | 'chip';

export interface Look {
  kind: Kind;
  /** Whether words directly in it can be seen; undefined where that is as around it. */
  visible?: boolean;
  struck: boolean;
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

export const isFlow = (name: string): boolean => KINDS.has(name);

/** Looks at elements during one reading. */
export class Looks {
  /** Of elements without any attribute, by what they stand in. */
  readonly #bare = new Map<string, Look>();
  /** False where all of the answer is invisible for now, as while it fades in. */
  readonly #seesVisibility: boolean;

  constructor(top: Element) {
    this.#seesVisibility = styleOf(top)?.visibility === 'visible';
  }

  of(element: Element, name: string): Look {
    if (element.hasAttributes()) return this.#ask(element, name);
    const parent = element.parentElement;
    const key = `${name} ${parent?.localName} ${parent?.className}`;
    const known = this.#bare.get(key);
    if (known) return known;
    const { kind, struck } = this.#ask(element, name);
    this.#bare.set(key, { kind, struck });
    return { kind, struck };
  }

  #ask(element: Element, name: string): Look {
    const role = element.getAttribute('role') ?? '';
    const style = styleOf(element);
    if (!style?.display)
      return { kind: ROLES.get(role) ?? KINDS.get(name) ?? 'words', struck: /^(?:s|del|strike)$/.test(name) };
    const kind = kindOf(element, name, style, ROLES.get(role));
    if (kind === 'none') return HIDDEN;
    const struck = style.textDecorationLine.includes('line-through');
    return this.#seesVisibility ? { kind, struck, visible: style.visibility === 'visible' } : { kind, struck };
  }
}

const HIDDEN: Look = { kind: 'none', visible: false, struck: false };

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

function kindOf(element: Element, name: string, style: CSSStyleDeclaration, role: Kind | undefined): Kind {
  const { display, position } = style;
  const isLifted = position === 'absolute' || position === 'fixed';
  if (display === 'none' || (isLifted && isOutOfSight(element, style)) || isFolded(element, style)) return 'none';
  const known = role ?? BY_DISPLAY[display];
  if (known) return known;
  if (display === 'flex' && style.flexDirection.startsWith('row')) return 'beside';
  // What is moved out of its line is a block to CSS, and a part of the line to people.
  const isMoved = display === 'block' && !isFlow(name) && (isLifted || style.float !== 'none');
  return isMoved || /^(?:inline|ruby)/.test(display) ? 'words' : 'block';
}

/** Shut until somebody opens it: what a tool thought, say, above its answer. */
const isFolded = (element: Element, { display, overflow, opacity }: CSSStyleDeclaration): boolean =>
  ((/grid/.test(display) || element.hasAttribute('style')) && styledAs(element, 'grid-template-rows') === '0fr') ||
  ((/hidden|clip/.test(overflow) || opacity === '0') &&
    ['height', 'max-height'].some((property) => lengthOf(element, property) === 0) &&
    // Without room of its own: a box may be as high as its padding.
    !Number.parseFloat(styledAs(element, 'padding-bottom') ?? ''));

/** Made for screen readers, or drawn only when one points at something. */
function isOutOfSight(element: Element, style: CSSStyleDeclaration): boolean {
  const { clip, clipPath, opacity } = style;
  if (opacity === '0' || /^rect\((?:0|1)(?:px)?,? (?:0|1)(?:px)?,? (?:0|1)(?:px)?,? (?:0|1)(?:px)?\)/.test(clip))
    return true;
  if (/^inset\((?:[5-9]\d|100)(?:\.\d+)?%/.test(clipPath)) return true;
  if (UNSEEN.test(element.getAttribute('class') ?? '')) return true;
  const [left, top, width] = ['left', 'top', 'width'].map((property) => lengthOf(element, property));
  return (left ?? 0) < -900 || (top ?? 0) < -900 || (width !== undefined && width <= 1 && style.overflow !== 'visible');
}

/** What a style says of something of which `getComputedStyle` tells how it is laid out. Not every browser tells it. */
export const styledAs = (element: Element, property: string): string | undefined =>
  (element as HTMLElement).style?.getPropertyValue(property) || element.computedStyleMap?.().get(property)?.toString();

/** A length as styles give it, in pixels. */
function lengthOf(element: Element, property: string): number | undefined {
  const value = styledAs(element, property);
  return value?.endsWith('px') ? Number.parseFloat(value) : undefined;
}
