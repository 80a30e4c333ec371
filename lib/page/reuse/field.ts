/** A field that a text was put into: where the text stands in it now, and how another one takes its place. */
import type { StructuredText } from '../../messages/to-background/reuse.ts';
import { shadowOf } from '../ground/shadow.ts';

/** A frame counts as one: what has the keyboard in it is its own affair. */
const EDITABLE = 'textarea, input, [contenteditable], [role="textbox"], iframe';

/** A stretch of what stands in a field, in UTF-16 units. */
export interface FieldRegion {
  from: number;
  to: number;
}

/** The field that was hit, also in a closed shadow root, of which a listener outside is only told the host. */
function fieldAt(target: EventTarget | undefined): HTMLElement | undefined {
  if (!(target instanceof Element)) return undefined;
  const inside = shadowOf(target)?.activeElement;
  if (inside) return fieldAt(inside);
  const field = target.closest<HTMLElement>(EDITABLE);
  return field ? hostOf(field) : undefined;
}

/** The field that has the keyboard now. */
export const activeField = (): HTMLElement | undefined => fieldAt(document.activeElement ?? undefined);

/** The whole of a rich text: the outermost element that is edited as one. */
function hostOf(field: HTMLElement): HTMLElement {
  let host = field;
  while (host.isContentEditable && host.parentElement?.isContentEditable) host = host.parentElement;
  return host;
}

const isPlain = (field: Element): field is HTMLInputElement | HTMLTextAreaElement =>
  field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;

/** Whether what stands in a field is nobody's business. */
export const isSecret = (field: Element): boolean => field instanceof HTMLInputElement && field.type === 'password';

/** What stands in a field, as places in it are counted. */
export const fieldTextOf = (field: Element): string => (isPlain(field) ? field.value : (field.textContent ?? ''));

/** Where a text that has just been put in stands: the place that ends nearest to the caret. Undefined where the page changed it. */
export function fieldRegionOf(field: Element, pasted: string): FieldRegion | undefined {
  const text = fieldTextOf(field);
  const pattern = new RegExp(pasted.trim().split(/\s+/).map(escaped).join('\\s*'), 'gu');
  const places = [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }));
  const caret = isPlain(field) ? (field.selectionEnd ?? text.length) : text.length;
  return places.sort((a, b) => Math.abs(a.to - caret) - Math.abs(b.to - caret))[0];
}

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** As much of a text's edge as makes it known again. */
const EDGE = 24;

/** What stands now where a region stood in an earlier text: what is before and after it may have moved it. */
export function regionNow(before: string, { from, to }: FieldRegion, now: string): FieldRegion {
  const exact = before.slice(from, to);
  const whole = now.indexOf(exact, now.startsWith(before.slice(0, from)) ? from : 0);
  if (whole >= 0) return { from: whole, to: whole + exact.length };
  const [head, tail] = [before.slice(0, from), before.slice(to)];
  let start = 0;
  while (start < head.length && start < now.length && head[start] === now[start]) start++;
  let end = 0;
  const most = Math.min(tail.length, now.length - start);
  while (end < most && tail.at(-1 - end) === now.at(-1 - end)) end++;
  return withoutOwn(exact, now, { from: start, to: now.length - end }, head.trim() === '', tail.trim() === '');
}

/** Where nothing stood before or after it, what the person wrote there since is told by the edges of the text itself. */
function withoutOwn(exact: string, now: string, { from, to }: FieldRegion, first: boolean, last: boolean): FieldRegion {
  const begin = first ? now.indexOf(exact.slice(0, EDGE), from) : -1;
  const end = last ? now.lastIndexOf(exact.slice(-EDGE), to) : -1;
  return { from: begin >= 0 ? begin : from, to: end >= 0 ? end + Math.min(EDGE, exact.length) : to };
}

/**
 * Puts a text in the place of a region, as if the person had typed or pasted it: the page's own editor and its undo see it so.
 * Answers whether it is there now.
 */
export function replaceIn(field: HTMLElement, region: FieldRegion, put: StructuredText): boolean {
  const { text } = put;
  field.focus();
  if (isPlain(field)) field.setSelectionRange(region.from, region.to);
  else select(field, region);
  if (put.html && !isPlain(field) && putStructured(field, put)) return true;
  // Outdated as a name, and still the only way of typing for a person that editors and their undo take part in.
  const done = document.execCommand('insertText', false, text);
  if (done || !isPlain(field)) return done;
  field.setRangeText(text, region.from, region.to, 'end');
  return field.dispatchEvent(
    new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText', data: text }),
  );
}

const KEPT = 'table, pre, ol';

/**
 * Puts a text in with its structure: as a paste where the page's editor takes it, else as the browser does. Where the editor
 * makes no table or code of it, it is taken out again, since its cells would stand one under the other.
 */
function putStructured(field: HTMLElement, { text, html = '', shown = text }: StructuredText): boolean {
  const range = document.getSelection()?.getRangeAt(0);
  const kept = () => [...field.querySelectorAll(KEPT)];
  const others = kept().filter((part) => !range?.intersectsNode(part)).length;
  const isPut = pasteInto(field, text, html) || document.execCommand('insertHTML', false, html);
  if (!isPut || kept().length > others) return isPut;
  const put = fieldRegionOf(field, shown);
  if (put) select(field, put);
  return !put;
}

/**
 * Undoes what was put in last, if that gives what stood there before: of rich text its shape comes back too. Answers whether
 * it did.
 */
export function undoPut(field: HTMLElement, was: string): boolean {
  if (isPlain(field)) return false;
  field.focus();
  return document.execCommand('undo') && fieldTextOf(field) === was;
}

/** Offers a paste to the page's editor; answers whether it took it. */
function pasteInto(field: HTMLElement, text: string, html: string): boolean {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  clipboardData.setData('text/html', html);
  const was = fieldTextOf(field);
  const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true, clipboardData });
  return !field.dispatchEvent(paste) && fieldTextOf(field) !== was;
}

function select(field: HTMLElement, { from, to }: FieldRegion): void {
  const { length } = fieldTextOf(field);
  // All of it: with the tables and lists that its text stands in.
  if (from === 0 && to >= length) return document.getSelection()?.selectAllChildren(field);
  const [start, end] = [placeAt(field, from), placeAt(field, to)];
  document.getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
}

function placeAt(field: HTMLElement, offset: number): { node: Node; offset: number } {
  const walker = document.createTreeWalker(field, NodeFilter.SHOW_TEXT);
  let left = offset;
  let last: Node = field;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node as Text;
    if (left <= length) return { node, offset: left };
    left -= length;
    last = node;
  }
  return { node: last, offset: last instanceof Text ? last.length : last.childNodes.length };
}
