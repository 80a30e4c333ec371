/** What a walk looks for at each step: whether a screen says what one can do next, and whether it is well made. */
import type { Locator, Page } from 'playwright';
import { deepBoxes, deepTexts } from '../../test/e2e/harness/deep.ts';
import { expect } from '../../test/e2e/harness/expect.ts';
import { STEP_LIMIT_MS } from '../../test/e2e/harness/limits.ts';

/** Waits as long as a test does: a machine on which other things run is slow. */
export const eventually = expect.configure({ timeout: STEP_LIMIT_MS });

/** What says it: a control or a sentence of a page, or something that the extension draws into somebody else's page. */
export type Next = Locator | { drawn: string };

/** How long a screen has to come to rest. A step that does not say what comes next is found after so long. */
const REST_MS = 20_000;

/** The words of what comes next, once they stand in view, under nothing, and can be pressed where they are a control. */
export async function nextWords(page: Page, next: Next): Promise<string> {
  let found: Found = { words: '', but: 'is not there' };
  const isSeen = async () => {
    found = 'drawn' in next ? await drawnIn(page, next.drawn) : await shownBy(next);
    return found.but ?? '';
  };
  await expect.poll(isSeen, { message: 'what to do next', timeout: REST_MS }).toBe('');
  return found.words;
}

interface Found {
  words: string;
  /** Why it says nothing to anybody. */
  but?: string;
}

async function drawnIn(page: Page, selector: string): Promise<Found> {
  const [box] = await deepBoxes(page, selector);
  if (!box) return { words: '', but: 'is not there' };
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const words = (await deepTexts(page, selector)).find((text) => text.trim() !== '')?.trim() ?? '';
  if (box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height)
    return { words, but: 'is out of view' };
  return words === '' ? { words, but: 'has no words' } : { words };
}

async function shownBy(locator: Locator): Promise<Found> {
  const first = locator.first();
  if (!(await first.isVisible())) return { words: '', but: 'is not there' };
  return first.evaluate(lookAt);
}

/** Runs in the page. */
function lookAt(element: Element): Found {
  const named = element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.textContent;
  const words = (named ?? (element as HTMLElement).innerText ?? '').trim().replace(/\s+/g, ' ');
  if (words === '') return { words, but: 'has no words' };
  if (element.matches(':disabled')) return { words, but: 'cannot be pressed' };
  const [box] = element.getClientRects();
  if (!box) return { words, but: 'is not there' };
  const [x, y] = [box.left + Math.min(box.width, 60) / 2, box.top + box.height / 2];
  if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return { words, but: 'is out of view' };
  const hit = document.elementFromPoint(x, y);
  const isFree = hit && (element.contains(hit) || hit.contains(element));
  return isFree ? { words } : { words, but: `is covered by ${hit?.outerHTML.slice(0, 80)}` };
}

/** What is not well made on a page of ours, in words. */
export const faultsOf = (page: Page): Promise<string[]> => page.evaluate(lookOver);

/** Runs in the page. */
function lookOver(): string[] {
  const faults: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) faults.push('the page scrolls sideways');
  const seen = (element: Element) => element.checkVisibility();
  const nameOf = (element: Element) => (element as HTMLElement).innerText.trim().replace(/\s+/g, ' ');
  const rows = (list: Element) =>
    new Set(
      [...list.querySelectorAll('[role="tab"]')].filter(seen).map((tab) => Math.round(tab.getBoundingClientRect().top)),
    );
  for (const list of document.querySelectorAll('main > * [role="tablist"], [role="tablist"]'))
    if (seen(list) && innerWidth >= 380 && innerWidth <= 420 && rows(list).size > 1)
      faults.push(`the tabs “${nameOf(list)}” take more than one row`);
  for (const control of document.querySelectorAll('button, [role="tab"], a')) {
    const { overflow, textOverflow } = getComputedStyle(control);
    // What is cut on purpose says so with an ellipsis.
    const isCut =
      control.scrollWidth > control.clientWidth + 1 && overflow !== 'visible' && textOverflow !== 'ellipsis';
    if (isCut && seen(control)) faults.push(`“${nameOf(control)}” is cut off`);
  }
  return faults;
}
