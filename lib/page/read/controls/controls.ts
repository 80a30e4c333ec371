/** What a page shows that is no text: images, icons, boxes to tick, fields. */
import { drawnTwice } from '../formula.ts';
import { isToldOnly, styleOf } from '../looks/look.ts';
import { INLINE_TAGS, isBlank, readChildrenOf, type Walk } from '../walk.ts';
import { emojiOf, iconSignOf } from './icons.ts';
import { strokeSignOf } from './strokes.ts';

/** Reads an element of which the text is not its text nodes. Answers whether it was one. */
export function readControl(element: Element, name: string, { out }: Walk): boolean {
  if (element instanceof HTMLTextAreaElement) {
    out.put(element.value, element);
    return true;
  }
  const label = labelOf(element, name);
  if (label !== undefined) out.label(label, element);
  return label !== undefined;
}

/** By role and by type of field. A map: pages may name a role as the parts of an object are. */
const BOXES: ReadonlyMap<string, readonly [off: string, on: string]> = new Map([
  ['checkbox', ['[ ]', '[x]']],
  ['menuitemcheckbox', ['[ ]', '[x]']],
  ['switch', ['[ ]', '[x]']],
  ['radio', ['( )', '(x)']],
  ['menuitemradio', ['( )', '(x)']],
  ['option', ['( )', '(x)']],
]);

/** How a box stands, as text; undefined for what is none, or is there a second time. */
export function tickBoxOf(element: Element, name: string): string | undefined {
  if (element instanceof HTMLInputElement) return fieldBoxOf(element);
  const isTask = name === 'li' && element.hasAttribute('data-checked');
  const [off, on] = BOXES.get(isTask ? 'checkbox' : (element.getAttribute('role') ?? '')) ?? [];
  // A list's item may say so besides the box in it.
  if (!off || element.querySelector('input[type="checkbox"], input[type="radio"]')) return undefined;
  const says = SAID_BY.map((attribute) => element.getAttribute(attribute)).find((value) => value !== null) ?? 'false';
  return says === 'mixed' ? PARTLY : says === 'true' || says === '' ? on : off;
}

const SAID_BY = ['aria-checked', 'aria-selected', 'data-checked'];

const PARTLY = '[-]';

function fieldBoxOf(field: HTMLInputElement): string | undefined {
  const [off, on] = BOXES.get(field.type) ?? [];
  if (!off || isShadowOfAnother(field)) return undefined;
  return field.indeterminate ? PARTLY : field.checked ? on : off;
}

/** Components put a field that nobody sees beside the box that they draw, so that forms hear of it. */
const isShadowOfAnother = ({ ariaHidden, parentElement }: Element): boolean =>
  ariaHidden === 'true' &&
  parentElement?.querySelector(':scope > [role="checkbox"], :scope > [role="radio"], :scope > [role="switch"]') != null;

/** Whether a box may be drawn by what is beside it, so that nobody sees its own field. */
export const isDrawnBeside = (element: Element): boolean =>
  element instanceof HTMLInputElement && BOXES.has(element.type) && element.closest('li, label, td') !== null;

/** Fields whose value nobody sees, or that are buttons. */
const NO_VALUE = new Set(['hidden', 'password', 'button', 'submit', 'reset', 'image', 'file', 'color']);

/** What stands for an element in the text; undefined where its own text does. */
function labelOf(element: Element, name: string): string | undefined {
  if (name === 'img')
    return element.getAttribute('alt') ?? namedIn(element) ?? emojiOf(element) ?? drawnSignOf(element) ?? '';
  if (name === 'canvas') return namedIn(element) ?? '';
  if (name === 'svg') return drawingOf(element) || (drawnSignOf(element) ?? '');
  const value = shownValueOf(element);
  if (value !== undefined || !isSign(element, name)) return value;
  return isMarkOfLink(element) ? '' : (signOf(element) ?? drawnSignOf(element));
}

/** What an icon without any name draws, where an answer's words or cells are, and nothing beside it says it in words. */
function drawnSignOf(icon: Element): string | undefined {
  if (!icon.closest(TOLD_IN) || icon.closest('a, button, summary, [role="button"]')) return undefined;
  const next = icon.nextElementSibling;
  if (next && isToldOnly(next)) return undefined;
  return iconSignOf(icon) ?? (icon.localName === 'svg' ? strokeSignOf(icon) : undefined);
}

const TOLD_IN = 'td, th, li, p, dd, dt, [role="cell"], [role="gridcell"], [role="listitem"]';

/** What a field or a bar shows. */
function shownValueOf(element: Element): string | undefined {
  if (element instanceof HTMLInputElement)
    return NO_VALUE.has(element.type) || BOXES.has(element.type) ? '' : element.value;
  if (BARS.has(element.getAttribute('role') ?? '')) return isBlank(element) ? barOf(element) : undefined;
  if (element instanceof HTMLSelectElement)
    return Array.from(element.selectedOptions, (option) => option.label).join(', ');
  if (element instanceof HTMLProgressElement) return element.position < 0 ? '' : percentOf(element.position);
  if (!(element instanceof HTMLMeterElement)) return undefined;
  return percentOf((element.value - element.min) / (element.max - element.min || 1));
}

/** What a component draws as a bar. */
const BARS = new Set(['progressbar', 'meter', 'slider']);

function barOf(bar: Element): string {
  const [now, min, max] = ['now', 'min', 'max'].map((part) => bar.getAttribute(`aria-value${part}`));
  const text = bar.getAttribute('aria-valuetext');
  if (text || !now) return text ?? '';
  const part = (Number(now) - Number(min)) / (Number(max ?? 100) - Number(min));
  return bar.getAttribute('role') !== 'slider' && Number.isFinite(part) ? percentOf(part) : now;
}

/** How far a bar is filled. */
const percentOf = (part: number): string => `${Math.round(part * 100)} %`;

/** Whether an element may be an icon: what is drawn in it says nothing. */
function isSign(element: Element, name: string): boolean {
  if (element.getAttribute('role') === 'img' || isIconFont(element)) return true;
  const mayBe = LABELLED.has(name) || (name.includes('-') && /icon|emoji/.test(name)) || CELLS.test(name);
  return mayBe && (element.childElementCount <= 1 || isRow(element)) && saysNothing(element);
}

/** Several drawings that are told as one, as stars are. */
const isRow = (element: Element): boolean =>
  element.hasAttribute('aria-label') && !element.querySelector('a, button, [role], [tabindex]');

const CELLS = /^(?:td|th)$/;

/** A sign in a heading by which one gets its address, also one that a style draws: the page has put it there. */
export const isPermalink = (element: Element, name: string): boolean =>
  name === 'a' &&
  element.getAttribute('href')?.includes('#') === true &&
  !/[\p{L}\p{N}]/u.test(element.textContent ?? '') &&
  element.closest('h1, h2, h3, h4, h5, h6, [role="heading"]') !== null;

/** What an element without words of its own says. */
function signOf(element: Element): string | undefined {
  const label = namedIn(element);
  return label && saysNothing(element) && !element.querySelector('img[alt]:not([alt=""])') ? label : undefined;
}

const namedIn = (element: Element): string | undefined =>
  element.getAttribute('aria-label') || element.getAttribute('title') || undefined;

/** Icons that are written as words of a font. */
const ICON_FONT = /(?:^|\s)(?:material-(?:icons|symbols)|google-symbols)/;
export const isIconFont = (element: Element): boolean => ICON_FONT.test(element.getAttribute('class') ?? '');

const saysNothing = (element: Element): boolean =>
  isBlank(element) || isIconFont(element) || (isHolder(element) && isIconFont(element.firstElementChild as Element));

const isHolder = (element: Element): boolean => element.childElementCount === 1 && !hasOwnWords(element);

const hasOwnWords = (element: Element): boolean =>
  Array.from(element.childNodes).some((node) => node instanceof Text && !isBlank(node));

/** What screen readers are told beside an icon, which is what people see of it. */
export function readBesideIcon(element: Element, { out }: Walk): void {
  const icon = element.previousElementSibling;
  const isIcon = icon && (icon.localName === 'svg' || isSign(icon, icon.localName));
  if (!isIcon || !element.closest('td, th, li, p, dd') || element.closest('a, button')) return;
  const said = icon.localName === 'svg' ? drawingOf(icon) : signOf(icon);
  if (!said && isRightBehind(icon, element) && styleOf(element)?.display !== 'none')
    out.label(element.textContent ?? '', element);
}

const isRightBehind = (icon: Element, element: Element): boolean =>
  icon.nextSibling === element || (icon.nextSibling !== null && isBlank(icon.nextSibling));

/** An icon beside the words of a link says where it leads, or how. */
function isMarkOfLink(icon: Element): boolean {
  const link = icon.closest('a');
  return link !== null && !isBlank(link);
}

/** Elements that pages make icons of. */
const LABELLED = new Set(['i', 'span', 'em', 'b']);

/** The words of a drawing, else its name; none of what draws a formula that is read beside it. */
function drawingOf(drawing: Element): string {
  const isHidden = drawing.getAttribute('aria-hidden') === 'true';
  if (isHidden && drawnTwice(drawing)) return '';
  const words = Array.from(drawing.querySelectorAll('text, foreignObject'))
    .filter((part) => !part.closest('defs, symbol, [display="none"]') && !isBlank(part))
    .map(({ textContent }) => (textContent ?? '').trim());
  if (words.length > 0) return words.join(' ');
  if (isHidden || isMarkOfLink(drawing)) return '';
  return drawing.getAttribute('aria-label') ?? drawing.querySelector('title')?.textContent ?? '';
}

/**
 * Whether the words of a button are words of the text: in the heading of a column, which it sorts by, or in the middle of a
 * sentence. Words beside nothing but other controls are a control.
 */
export function isInSentence(button: Element): boolean {
  if (button.closest('th, [role="columnheader"]')) return true;
  if (!/\p{L}/u.test(button.textContent ?? '')) return false;
  for (let element: Element | null = button; element; element = element.parentElement) {
    if (hasWords(element, 'previousSibling') || hasWords(element, 'nextSibling')) return true;
    const parent: Element | null = element.parentElement;
    if (
      !parent ||
      !INLINE_TAGS.has(parent.localName) ||
      readChildrenOf(parent).some((node) => node !== element && !isBlank(node))
    )
      return false;
  }
  return false;
}

function hasWords(element: Element, side: 'previousSibling' | 'nextSibling'): boolean {
  let node = element[side];
  while (node && (node instanceof Comment || (node instanceof Text && isBlank(node)))) node = node[side];
  return node instanceof Text;
}
