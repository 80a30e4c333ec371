/**
 * Eyes and hands that reach into closed shadow roots, as a person's do. Page scripts cannot; the DevTools protocol can.
 * Clicks are the mouse's own, so they are trusted, and they hit whatever really lies there.
 */
import type { CDPSession, Page } from 'playwright';
import { expect } from './expect.ts';

interface DomNode {
  nodeId: number;
  nodeName: string;
  children?: DomNode[];
  shadowRoots?: DomNode[];
  contentDocument?: DomNode;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How often a page may change while one look at it is taken. */
const MOST_TURNS = 100;

const sessions = new WeakMap<Page, Promise<CDPSession>>();

function sessionOf(page: Page): Promise<CDPSession> {
  const known = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, known);
  return known;
}

/**
 * Node ids of all elements that match a CSS selector, in the document or in any shadow root, in tree order of the roots.
 * Looks again from the start where a root went away on the way: what was found before may be gone with it.
 */
async function find(page: Page, selector: string): Promise<number[]> {
  for (let turn = 1; ; turn++) {
    const found = await findAtOnce(page, selector).catch(goneAsUndefined);
    if (found) return found;
    if (turn === MOST_TURNS) throw new Error(`the page is never still while ${selector} is looked for`);
  }
}

async function findAtOnce(page: Page, selector: string): Promise<number[]> {
  const session = await sessionOf(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const found: number[] = [];
  for (const nodeId of rootsIn(root)) {
    const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId, selector });
    found.push(...nodeIds);
  }
  return found;
}

/** The document, and every shadow root and same-process frame below it: a selector does not cross these borders. */
function rootsIn(root: DomNode): number[] {
  const found: number[] = [];
  const queue: [DomNode, boolean][] = [[root, true]];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [node, isRoot] = next;
    if (isRoot) found.push(node.nodeId);
    for (const child of node.children ?? []) queue.push([child, false]);
    for (const shadow of node.shadowRoots ?? []) queue.push([shadow, true]);
    if (node.contentDocument) queue.push([node.contentDocument, true]);
  }
  return found;
}

async function call<T>(page: Page, nodeId: number, body: string): Promise<T> {
  const session = await sessionOf(page);
  const { object } = await session.send('DOM.resolveNode', { nodeId });
  if (!object.objectId) throw new Error('the element is gone');
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId,
    functionDeclaration: `function () { return ${body}; }`,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}

/** Asks every match, and again from the start where the page has changed on the way. */
async function ask<T>(page: Page, selector: string, body: string): Promise<T[]> {
  const answers: T[] = [];
  for (const nodeId of await find(page, selector)) {
    const answer = await call<T>(page, nodeId, body).catch(goneAsUndefined);
    if (answer !== undefined) answers.push(answer as T);
  }
  return answers;
}

/** An element that a redraw took away between two questions has no answer; anything else is a failure. */
function goneAsUndefined(error: Error): undefined {
  if (/No node|Could not|gone|does not (?:belong|have)/.test(error.message)) return undefined;
  throw error;
}

/** How many elements match, anywhere. */
export const deepCount = async (page: Page, selector: string): Promise<number> => (await find(page, selector)).length;

/** Text as a person reads it: the words of badges and cards are painted by CSS and are no text nodes. */
export const AS_READ = `((it) => {
  const painted = [...it.querySelectorAll('[data-said]'), ...(it.matches('[data-said]') ? [it] : [])];
  return painted.length > 0 ? painted.map((span) => span.dataset.said).join(' ') : (it.innerText ?? it.textContent);
})`;

/** The text of each match, as a person reads it. */
export const deepTexts = (page: Page, selector: string): Promise<string[]> =>
  ask<string>(page, selector, `${AS_READ}(this)`);

/** The text of the first match, which must be there. */
export async function deepText(page: Page, selector: string): Promise<string> {
  await deepWait(page, selector);
  let text: string | undefined;
  // It may be drawn anew between the two.
  const isThere = async () => {
    [text] = await deepTexts(page, selector);
    return text !== undefined;
  };
  await expect.poll(isThere, { message: `${selector} has a text` }).toBe(true);
  return text ?? '';
}

/** An attribute of each match; null where it has none. */
export const deepAttributes = (page: Page, selector: string, name: string): Promise<(string | null)[]> =>
  ask<string | null>(page, selector, `this.getAttribute(${JSON.stringify(name)})`);

/** Evaluates an expression, in which `this` is the element, on each match. */
export const deepEvaluate = <T>(page: Page, selector: string, expression: string): Promise<T[]> =>
  ask<T>(page, selector, expression);

/** The matches that are drawn, with their boxes in pixels of the viewport. */
async function drawn(page: Page, selector: string): Promise<{ nodeId: number; box: Box }[]> {
  const session = await sessionOf(page);
  const shown: { nodeId: number; box: Box }[] = [];
  for (const nodeId of await find(page, selector)) {
    const visible = await call<boolean>(page, nodeId, 'this.checkVisibility({ visibilityProperty: true })').catch(
      goneAsUndefined,
    );
    if (!visible) continue;
    const measured = await session.send('DOM.getBoxModel', { nodeId }).catch(goneAsUndefined);
    const box = measured && boxOf(measured.model.border);
    if (box && box.width > 0 && box.height > 0) shown.push({ nodeId, box });
  }
  return shown;
}

/** The upright box around a quad (x and y of four corners). */
function boxOf(quad: number[]): Box {
  const xs = quad.filter((_, index) => index % 2 === 0);
  const ys = quad.filter((_, index) => index % 2 === 1);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Boxes of the matches that are drawn, in pixels of the viewport. */
export const deepBoxes = async (page: Page, selector: string): Promise<Box[]> =>
  (await drawn(page, selector)).map(({ box }) => box);

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

/** Whether a press in the middle of it reaches it. What takes no pointer events is pressed by where it is. */
const IS_FREE = `(() => { const { left, top, width, height } = this.getBoundingClientRect();
  const hit = this.getRootNode().elementFromPoint(left + width / 2, top + height / 2);
  return this === hit || this.contains(hit) || getComputedStyle(this).pointerEvents === 'none'; })()`;

/** Brings the `index`th drawn match into view, waits until it stands still under nothing else, and gives the point in its middle. */
async function pointOf(page: Page, selector: string, index: number): Promise<{ x: number; y: number }> {
  await deepWait(page, selector);
  const session = await sessionOf(page);
  let last: string | undefined;
  const isStill = async () => {
    const match = (await drawn(page, selector))[index];
    if (match) await session.send('DOM.scrollIntoViewIfNeeded', { nodeId: match.nodeId }).catch(goneAsUndefined);
    const box = match && JSON.stringify(match.box);
    const still = box !== undefined && box === last;
    last = box;
    return still && (await call<boolean>(page, match?.nodeId ?? 0, IS_FREE).catch(goneAsUndefined)) === true;
  };
  await expect
    .poll(isStill, { message: `${selector} number ${index} stands still, under nothing`, intervals: [30] })
    .toBe(true);
  if (last === undefined) throw new Error(`${selector} has no match number ${index}`);
  const { x, y, width, height } = JSON.parse(last) as Box;
  return { x: x + width / 2, y: y + height / 2 };
}

/** Clicks in the middle of the `index`th match with the real mouse. */
export async function deepClick(page: Page, selector: string, index = 0): Promise<void> {
  const { x, y } = await pointOf(page, selector, index);
  await page.mouse.click(x, y);
}

/**
 * Presses what puts something away until that is gone. It may be going by itself already, and then there is nothing to press:
 * who looks first and presses afterwards would wait for what never comes again.
 */
export async function deepDismiss(page: Page, what: string, by: string): Promise<void> {
  let last: string | undefined;
  const isGone = async () => {
    if ((await deepBoxes(page, what)).length === 0) return true;
    const [box] = await deepBoxes(page, by);
    if (box && JSON.stringify(box) === last) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    last = box && JSON.stringify(box);
    return false;
  };
  await expect.poll(isGone, { message: `${what} goes away`, intervals: [30] }).toBe(true);
}

/** Moves the real mouse over the `index`th match. */
export async function deepHover(page: Page, selector: string, index = 0): Promise<void> {
  const { x, y } = await pointOf(page, selector, index);
  await page.mouse.move(x, y);
}

/** Gives an element the focus, as assistive technology does. */
export async function deepFocus(page: Page, selector: string): Promise<void> {
  await deepWait(page, selector);
  const [match] = await drawn(page, selector);
  if (!match) throw new Error(`${selector} went away`);
  await (await sessionOf(page)).send('DOM.focus', { nodeId: match.nodeId });
}
