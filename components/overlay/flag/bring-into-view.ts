/**
 * What comes next in the card, brought into view. By hand: `scrollIntoView` would scroll the page behind the card with it, and a
 * page sees that it was scrolled.
 */

/** What is seen as one: the upper edge of the card cuts through none of them. */
const WHOLE = '.status, .flagHead, .quote, .chip, .example, .severities, .own li, .sent';
/** So that an outline is seen too; less than there is between two of them. */
const ABOVE = 4;

/** Scrolls until all of `next` is in view, or as much as there is room for, and on to where something begins. */
export function bringIntoView(next: Element, scrolls: HTMLElement): void {
  scrolls.style.paddingBottom = '';
  const [box, around] = [next.getBoundingClientRect(), scrolls.getBoundingClientRect()];
  const beyond = Math.max(0, Math.min(box.bottom - around.bottom, box.top - around.top));
  if (beyond === 0) return;
  const starts = [...scrolls.querySelectorAll(WHOLE)].map(
    (each) => each.getBoundingClientRect().top - around.top - ABOVE,
  );
  const by = Math.min(...starts.filter((start) => start >= beyond), box.top - around.top);
  const wanted = scrolls.scrollTop + by;
  const most = scrolls.scrollHeight - scrolls.clientHeight;
  if (wanted > most)
    scrolls.style.paddingBottom = `${parseFloat(getComputedStyle(scrolls).paddingBottom) + wanted - most}px`;
  scrolls.scrollTop = wanted;
}
