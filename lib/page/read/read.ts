/**
 * The canonical text of an answer: what a person sees of it. Read from the page's own tree; styles are asked for where
 * the markup leaves open how something looks, layout never, so that it works in `content-visibility: auto` and in
 * background tabs, where `innerText` is empty or forces work on the page.
 */

import { readBeside, readWithin } from './beside.ts';
import { isGutter, isNamedGutter } from './code.ts';
import {
  isDrawnBeside,
  isIconFont,
  isInSentence,
  isPermalink,
  readBesideIcon,
  readControl,
  tickBoxOf,
} from './controls/controls.ts';
import { asDrawn } from './drawn.ts';
import { FORMULA, readFormula } from './formula.ts';
import { changeOf, type Generated, generatedBeside, NOTHING } from './generated.ts';
import { Lists } from './list.ts';
import { isFlow, type Kind, type Look, Looks, styleOf } from './looks/look.ts';
import { isPart } from './part.ts';
import type { KeptReading, TextReading } from './reading.ts';
import { Writer } from './reading.ts';
import { readGrid } from './tables/grid.ts';
import { readRow } from './tables/table.ts';
import { isBlank, isLeaf, partsOf, readChildrenOf, type Walk, type WalkPlace } from './walk.ts';

/** Elements whose text is never part of an answer. */
const SKIPPED = new Set(
  'script style noscript template iframe object embed canvas video audio map datalist rp annotation annotation-xml title'.split(
    ' ',
  ),
);
/** A chart may say in words what it shows. */
const isSkipped = (element: Element, name: string): boolean =>
  SKIPPED.has(name) && !(name === 'canvas' && element.hasAttribute('aria-label'));

/** Reads `elements` one after another, leaving out whatever matches one of `exclude`. */
export function readText(elements: readonly Element[], exclude: readonly string[] = []): TextReading {
  const out = new Writer();
  for (const element of inSight(elements)) {
    const walk = new Walker(out, new Looks(element), exclude.join(','));
    out.line();
    walk.inside(element, { visible: true, struck: false, code: element.closest('pre') ? 'all' : undefined });
  }
  return out.done(isPart(elements));
}

/** Where a page holds an answer several times, for wide and for narrow screens, the one that it draws. */
function inSight(elements: readonly Element[]): readonly Element[] {
  if (elements.length < 2) return elements;
  const drawn = elements.filter((element) => element.checkVisibility());
  return drawn.length > 0 ? drawn : elements;
}

/** Elements in each other beyond this are read as they stand: no page that people read has so many, and each takes room. */
const DEEPEST = 600;

class Walker implements Walk {
  readonly out: Writer;
  readonly looks: Looks;
  readonly covered = new Map<Element, number[]>();
  readonly #lists = new Lists();
  readonly #left: string;
  #depth = 0;

  constructor(out: Writer, looks: Looks, left: string) {
    this.out = out;
    this.looks = looks;
    this.#left = left;
  }

  node(node: Node, place: WalkPlace, as?: Kind): void {
    if (node instanceof Text) return this.#words(node, place);
    if (!(node instanceof Element)) return;
    if (this.#depth === DEEPEST) return place.visible ? this.out.put(node.textContent ?? '') : undefined;
    this.#depth++;
    if (node instanceof HTMLFormElement) this.#form(node, place);
    else this.#element(node, place, as);
    this.#depth--;
  }

  /** Reads what is in an element. */
  inside(element: Element, place: WalkPlace): void {
    for (const node of this.partsOf(element)) this.node(node, place);
  }

  partsOf(element: Element): Node[] {
    const { orders } = this.looks.of(element);
    return orders ? asDrawn(element, partsOf(element), orders) : partsOf(element);
  }

  #words(node: Text, place: WalkPlace): void {
    if (place.visible) this.out.words(node, place.code ?? this.#keptIn(node), place.struck);
  }

  /** What of white space stays in a text node. Between blocks nothing of it is seen. */
  #keptIn(node: Text): KeptReading {
    const { data } = node;
    if (!/[\n\t]| {2}/.test(data) || (!/\S/.test(data) && !isWithinLine(node))) return 'none';
    const parent = node.parentElement;
    if (!parent) return 'none';
    const look = this.looks.of(parent);
    look.kept ??= keptBy(styleOf(parent)) ?? 'none';
    return look.kept;
  }

  /** The fields of a form may be called as its own properties are: it is asked past them. */
  #form(form: HTMLFormElement, place: WalkPlace): void {
    if (styleOf(form)?.display === 'none' || (this.#left && Element.prototype.matches.call(form, this.#left))) return;
    this.out.line();
    for (const node of readChildrenOf(form)) this.node(node, place);
    this.out.line();
  }

  #element(element: Element, place: WalkPlace, as?: Kind): void {
    if (this.#left && element.matches(this.#left)) return;
    const names = this.looks.known(element).names;
    const name = element.localName;
    if (name === 'br') return this.out.break();
    names.isPlain ??= isPlain(element, name);
    if (!names.isPlain && (readFormula(element, name, this, place.visible) || isSkipped(element, name))) return;
    const look = this.looks.of(element);
    const kind = as === 'words' && isRow(look.kind) ? 'chip' : (as ?? look.kind);
    if (look.kind === 'none') this.#unseen(element, name, place);
    else this.#seen(element, name, place, kind, look, names.isPlain);
  }

  #seen(element: Element, name: string, place: WalkPlace, kind: Kind, look: Look, plain: boolean): void {
    const { visible } = placeIn(look, place, place.code);
    const box = visible && !plain ? tickBoxOf(element, name) : undefined;
    if (name === 'input' && box) return this.out.mark(box, element);
    if (this.#isOther(element, name, place, visible, plain, box)) return;
    const code = name === 'pre' || place.code ? codeIn(element, name, place) : undefined;
    const forced = visible && kind === 'words' && look.forced;
    if (forced) this.out.put(forced);
    this.#shape(element, kind, look, placeIn(look, place, code), box);
    if (forced) this.out.put('\u202C');
  }

  /** Whether an element is none of the answer's words, or was read as something else. */
  #isOther(
    element: Element,
    name: string,
    place: WalkPlace,
    visible: boolean,
    plain: boolean,
    box: string | undefined,
  ): boolean {
    if (plain && place.code && isGutter(element, place)) return true;
    if (!plain && isFraming(element, name, place, box)) return true;
    if (visible && !(plain && isWords(element, name, place)) && readControl(element, name, this)) return true;
    return !plain && isIconFont(element);
  }

  /** Of what is not drawn, a box may be drawn by what is beside it. */
  #unseen(element: Element, name: string, place: WalkPlace): void {
    const box = place.visible && isDrawnBeside(element) ? tickBoxOf(element, name) : undefined;
    if (box) this.out.mark(box, element);
    else if (place.visible) readBesideIcon(element, this);
  }

  #shape(element: Element, kind: Kind, look: Look, place: WalkPlace, box: string | undefined): void {
    const { out } = this;
    if (kind === 'row') return readRow(element, this, place);
    if (kind === 'grid' && readGrid(element, this, place)) return;
    const isWords = kind === 'words' || kind === 'cell' || kind === 'chip';
    if (kind === 'cell') out.apart('\t');
    if (!isWords) out.line();
    const { before, after } = this.#written(element, kind, look, place);
    if (box) out.mark(box, element);
    if (before) this.#put(before, element, isWords || place.code !== undefined);
    this.#parts(element, kind, place);
    if (after) this.#put(after, element, isWords);
    if (kind === 'item') out.endItem();
    else if (!isWords) out.line();
  }

  /** Words of a style around an element's own. Before an item stands its number, and no more. */
  #written(element: Element, kind: Kind, look: Look, place: WalkPlace): Generated {
    if (!place.visible) return NOTHING;
    if (place.code) return { before: changeOf(element), after: '' };
    const written = generatedBeside(element, look);
    if (kind !== 'item' && element.localName !== 'li') return written;
    const number = this.#lists.markOf(element, look);
    if (number) this.out.mark(number);
    return written.before ? { before: '', after: written.after } : written;
  }

  /** Puts words of a style; beside a block without any of its own they stand for a field that nobody has filled. */
  #put(words: string, element: Element, isWords: boolean): void {
    if (isWords) this.out.put(words);
    else if (!isBlank(element)) this.out.put(words.trimStart());
  }

  #parts(element: Element, kind: Kind, place: WalkPlace): void {
    if (isRow(kind)) readBeside(element, kind, this, place);
    else if (kind === 'words' || kind === 'cell') readWithin(element, this, place);
    else this.inside(element, place);
  }
}

/** What begins with words is no icon, nor is most of what has no attribute. */
const isWords = (element: Element, name: string, { code }: WalkPlace): boolean =>
  (name !== 'i' && !code && !element.hasAttributes()) ||
  (element.firstChild instanceof Text && !isBlank(element.firstChild));

/** Whether words in an element can be seen, and are struck out, by its look and what is around it. */
const placeIn = (look: Look, { visible, struck }: WalkPlace, code: KeptReading | undefined): WalkPlace => ({
  visible: look.visible ?? visible,
  struck: (struck && !look.apart) || look.struck,
  code,
});

/** What may be a formula, a control or a box to tick, by its name and attributes. */
const SPECIAL = `${FORMULA}, [role], [data-checked], [href*="#"], button, canvas, img, input, meter, progress, select, svg, textarea`;

/** Whether its name and attributes make nothing else of an element than words, or an icon where it has none. */
const isPlain = (element: Element, name: string): boolean =>
  !(
    SKIPPED.has(name) ||
    name.includes('-') ||
    element.matches(SPECIAL) ||
    isIconFont(element) ||
    isNamedGutter(element)
  );

const isRow = (kind: Kind): kind is 'beside' | 'chip' => kind === 'beside' || kind === 'chip';

/** What is drawn and is none of the answer's words: icons, numbers of lines, buttons. */
const isFraming = (element: Element, name: string, place: WalkPlace, box: string | undefined): boolean =>
  isGutter(element, place) || isPermalink(element, name) || (isButton(element, name) && !box && !isInSentence(element));

/** What a page makes a button of may as well be a box that opens: a control says what it does in a few words. */
const isButton = (element: Element, name: string): boolean =>
  name === 'button' ||
  (element.getAttribute('role') === 'button' &&
    isLeaf(element) &&
    (element.textContent ?? '').length <= MOST_OF_CONTROL);
const MOST_OF_CONTROL = 30;

/** The block of code, and what is right in it, have a style of their own; its words have that of the block. */
const codeIn = (element: Element, name: string, place: WalkPlace): KeptReading =>
  (name === 'pre' || name === 'code' ? keptBy(styleOf(element)) : place.code) ?? 'all';

/** What stays of white space by a style; undefined where the browser knows none. */
function keptBy(style: CSSStyleDeclaration | null): KeptReading | undefined {
  const space = style?.whiteSpace;
  if (!space) return undefined;
  if (/pre-line|preserve-breaks/.test(space)) return 'lines';
  return /pre|break-spaces/.test(space) ? 'all' : 'none';
}

/** Whether white space stands between words, and not between blocks or at the end of one. */
const isWithinLine = ({ previousSibling, nextSibling }: Node): boolean =>
  [previousSibling, nextSibling].every(
    (node) => node instanceof Text || (node instanceof Element && !isFlow(node.localName)),
  );
