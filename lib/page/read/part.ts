/** Whether a page draws only a part of an answer: long code and long lists are put into the page as far as they are in sight. */

/** Room for what is not drawn is at least this high, in px. */
const ROOM = 200;
const SIGNS = '.cm-gap, [aria-rowcount], [aria-setsize], [style*="px"]:is([style*="height"], [style*="padding"])';

export const isPart = (elements: readonly Element[]): boolean =>
  elements.some((element) => holdsRoom(element) || Array.from(element.querySelectorAll(SIGNS)).some(holdsRoom));

function holdsRoom(element: Element): boolean {
  if (element.matches('.cm-gap')) return true;
  return (
    countsMore(element, 'aria-rowcount', '[role="row"], tr') ||
    holdsLifted(element) ||
    holdsPadding(element) ||
    isSpacer(element)
  );
}

/** A list that says how many parts it has, and holds fewer. */
function countsMore(element: Element, attribute: string, parts: string): boolean {
  const size = Number(element.getAttribute(attribute) ?? element.getAttribute('aria-setsize'));
  if (!(size > 0)) return false;
  if (element.hasAttribute(attribute)) return element.querySelectorAll(parts).length < size;
  return (element.parentElement?.querySelectorAll(':scope > [aria-setsize]').length ?? size) < size;
}

/** Lines that are each put to their place, and do not fill what holds them. */
function holdsLifted(element: Element): boolean {
  const height = px(element, 'height') || px(element, 'min-height');
  if (height < 2 * ROOM) return false;
  const tops = Array.from(element.children).flatMap((child) => {
    const top = /translate(?:Y|3d)?\((?:[^,)]*,)?\s*(-?[\d.]+)px/.exec(
      (child as HTMLElement).style?.transform ?? '',
    )?.[1];
    return (child as HTMLElement).style?.top ? px(child, 'top') : top === undefined ? [] : Number(top);
  });
  if (tops.length === 0) return element.childElementCount === 0 && element.closest('pre, code') !== null;
  const sorted = tops.sort((a, b) => a - b);
  const step = (sorted.at(-1) as number) - (sorted.at(-2) ?? 0);
  return (sorted[0] as number) > ROOM || (sorted.at(-1) as number) + Math.max(step, 0) + ROOM < height;
}

const holdsPadding = (element: Element): boolean =>
  element.childElementCount > 1 && px(element, 'padding-top') + px(element, 'padding-bottom') > 2 * ROOM;

/** Room that stands before or behind the lines that are drawn. */
const isSpacer = (element: Element): boolean =>
  element.firstChild === null &&
  px(element, 'height') > 2 * ROOM &&
  !/^(?:img|svg|canvas|video|iframe)$/.test(element.localName) &&
  element.parentElement !== null &&
  element.parentElement.childElementCount > 3;

function px(element: Element, property: string): number {
  const value = (element as HTMLElement).style?.getPropertyValue(property) ?? '';
  return value.endsWith('px') ? Number.parseFloat(value) : 0;
}
