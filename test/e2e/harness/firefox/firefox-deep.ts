/** As `deep.ts`, for Firefox: WebDriver BiDi hands out closed shadow roots when asked for the whole tree. */

import type { Browser, Page } from 'puppeteer-core';
import { AS_READ, type Box } from '../deep.ts';
import { expect } from '../expect.ts';

/** What of Puppeteer's BiDi browser is not in its types. */
interface BidiBrowser extends Browser {
  connection: { send(method: string, params: object): Promise<{ result: { result: RemoteValue; type: string } }> };
}
interface RemoteValue {
  sharedId?: string;
  value?: { nodeType?: number; children?: RemoteValue[]; shadowRoot?: RemoteValue | null } | string;
}

/** Calls a function in the page with elements that the page itself could not reach. */
async function call(page: Page, source: string, args: object[], options: object = {}): Promise<RemoteValue> {
  const { connection } = page.browser() as BidiBrowser;
  const context = (page.mainFrame() as unknown as { _id: string })._id;
  const { result } = await connection.send('script.callFunction', {
    functionDeclaration: source,
    arguments: args,
    awaitPromise: false,
    target: { context },
    ...options,
  });
  if (result.type !== 'success') throw new Error(JSON.stringify(result));
  return result.result;
}

/** How often a page may change while one look at it is taken. */
const MOST_TURNS = 100;

/** Handles of the document and of every shadow root below it. */
async function rootsOf(page: Page): Promise<{ sharedId: string }[]> {
  const tree = await call(page, '() => document', [], {
    serializationOptions: { maxDomDepth: null, includeShadowTree: 'all' },
  });
  const roots: { sharedId: string }[] = [];
  const queue: [RemoteValue, boolean][] = [[tree, true]];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [{ sharedId, value }, isRoot] = next;
    if (isRoot && sharedId) roots.push({ sharedId });
    if (typeof value !== 'object') continue;
    for (const child of value.children ?? []) queue.push([child, false]);
    if (value.shadowRoot) queue.push([value.shadowRoot, true]);
  }
  return roots;
}

/** Evaluates an expression, in which `it` is the element, on every match that is drawn. */
export async function deepEvaluate<T>(page: Page, selector: string, expression: string): Promise<T[]> {
  const source = `(selector, ...roots) => JSON.stringify(roots
    .flatMap((root) => [...root.querySelectorAll(selector)])
    .filter((it) => it.checkVisibility({ visibilityProperty: true }) && it.getClientRects().length > 0)
    .map((it) => ${expression}))`;
  for (let turn = 1; ; turn++)
    try {
      const { value } = await call(page, source, [{ type: 'string', value: selector }, ...(await rootsOf(page))]);
      return JSON.parse(String(value)) as T[];
    } catch (error) {
      // A root that went away on the way: looked for again from the start.
      if (turn === MOST_TURNS || !/no such node|stale/i.test(String(error))) throw error;
    }
}

/** The texts of the matches that are drawn, as a person reads them. */
export const deepTexts = (page: Page, selector: string): Promise<string[]> =>
  deepEvaluate<string>(page, selector, `${AS_READ}(it)`);

/** The text of the first match, which must be there. */
export async function deepText(page: Page, selector: string): Promise<string> {
  await deepWait(page, selector);
  return (await deepTexts(page, selector))[0] ?? '';
}

/** Boxes of the matches that are drawn, in pixels of the viewport. */
export const deepBoxes = (page: Page, selector: string): Promise<Box[]> =>
  deepEvaluate<Box>(
    page,
    selector,
    '(({ x, y, width, height }) => ({ x, y, width, height }))(it.getBoundingClientRect())',
  );

/** Waits until something matches and is drawn. */
export async function deepWait(page: Page, selector: string): Promise<void> {
  const count = async () => (await deepBoxes(page, selector)).length;
  await expect.poll(count, { message: `${selector} is shown` }).toBeGreaterThan(0);
}

/** Waits until nothing that matches is drawn. */
export async function deepGone(page: Page, selector: string): Promise<void> {
  const count = async () => (await deepBoxes(page, selector)).length;
  await expect.poll(count, { message: `${selector} goes away` }).toBe(0);
}

/** Its box, and whether a press in its middle reaches it. */
const PLACE = `((box, { x, y, width, height } = box, hit = it.getRootNode().elementFromPoint(x + width / 2, y + height / 2)) =>
  ({ x, y, width, height, isFree: it === hit || it.contains(hit) }))(it.getBoundingClientRect())`;

/** Brings the `index`th drawn match into view, waits until it stands still under nothing else, and gives the point in its middle. */
async function pointOf(page: Page, selector: string, index: number): Promise<{ x: number; y: number }> {
  await deepWait(page, selector);
  // Asking in another tab may have put this one behind, where a press hits nothing.
  if (await page.evaluate(() => document.visibilityState !== 'visible')) await page.bringToFront();
  await deepEvaluate(page, selector, "it.scrollIntoView({ block: 'nearest', behavior: 'instant' })");
  let last: string | undefined;
  const still = async () => {
    const found = (await deepEvaluate<Box & { isFree: boolean }>(page, selector, PLACE))[index];
    const box = found?.isFree ? JSON.stringify(found) : undefined;
    const same = box !== undefined && box === last;
    last = box;
    return same;
  };
  await expect.poll(still, { message: `${selector} stands still, under nothing`, intervals: [30] }).toBe(true);
  if (last === undefined) throw new Error(`${selector} has no match number ${index}`);
  const { x, y, width, height } = JSON.parse(last) as Box;
  return { x: x + width / 2, y: y + height / 2 };
}

/** Clicks in the middle of the `index`th match with the real mouse. */
export async function deepClick(page: Page, selector: string, index = 0): Promise<void> {
  const { x, y } = await pointOf(page, selector, index);
  await page.mouse.click(x, y);
}
