/** What people do, step by step, through the screens, in Firefox. */

import { expect } from 'playwright/test';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { ListedOutput } from '../../../../lib/messages/to-page/index.ts';
import { BY_CLOCK, type ExtensionFirefox } from './firefox.ts';

/** The first element that matches and has this text (all of it), once it is there. */
async function withText(page: Page, selector: string, text: string): Promise<ElementHandle<Element>> {
  const handle = await page.waitForFunction(
    (css, words) =>
      [...document.querySelectorAll(css)].find((element) => element.textContent?.trim() === words) ?? null,
    BY_CLOCK,
    selector,
    text,
  );
  const element = handle.asElement();
  if (!element) throw new Error(`no ${selector} says ${text}`);
  return element as ElementHandle<Element>;
}

/**
 * Presses the first element that matches, and has this text where one is given: in the tab in front, once it is enabled, stands
 * still and lies under nothing else. A press in a tab behind another, or on what is being drawn anew, hits nothing.
 */
export async function press(page: Page, selector: string, text?: string): Promise<void> {
  let last = '';
  const isStill = async () => {
    const place = await page.evaluate(placeIn, selector, text);
    if (place === BEHIND) await page.bringToFront();
    const isSame = place !== '' && place === last;
    last = place === BEHIND ? '' : place;
    return isSame;
  };
  const message = `${selector} ${text ?? ''} can be pressed`;
  await expect.poll(isStill, { message, intervals: [BY_CLOCK.polling] }).toBe(true);
  const { x, y } = JSON.parse(last) as { x: number; y: number };
  await page.mouse.click(x, y);
}

const BEHIND = 'behind';

/** Runs in the page: the point at which an element can be pressed, as text; none while it cannot. */
function placeIn(css: string, words: string | undefined): string {
  if (document.visibilityState !== 'visible') return 'behind';
  const element = [...document.querySelectorAll(css)].find(
    (one) => one.checkVisibility() && (words === undefined || one.textContent?.trim() === words),
  );
  if (!element || element.matches(':disabled')) return '';
  element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const { left, top, width, height } = element.getBoundingClientRect();
  const point = { x: left + width / 2, y: top + height / 2 };
  const hit = document.elementFromPoint(point.x, point.y);
  return hit && (element.contains(hit) || hit.closest('label')?.contains(element)) ? JSON.stringify(point) : '';
}

/** Waits until the page shows a text somewhere. */
export const shows = (page: Page, text: string): Promise<unknown> =>
  page.waitForFunction((words) => document.body.innerText.includes(words), BY_CLOCK, text);

/** Connects to a collector through the options page. */
export async function connectByHand(firefox: ExtensionFirefox, endpoint: string, token: string): Promise<void> {
  const options = await firefox.open('options.html');
  await options.locator('input[type="url"]').fill(endpoint);
  await options.locator('input[type="password"]').fill(token);
  await press(options, 'button', 'Test connection');
  await shows(options, 'It works.');
  await press(options, 'button', 'Connect');
  await withText(options, 'button', 'Disconnect');
  await options.close();
}

/** Waits until a script of ours, by its mark, runs in the page at an address, asked from one of our own: what is done before that, it has missed. */
export const scriptArrives = (own: Page, url: string, mark: 'learner' | 'teachable'): Promise<void> =>
  expect
    .poll(() =>
      own.evaluate(
        async (address, name) => {
          const { browser } = globalThis as unknown as { browser: Tabs };
          const tab = (await browser.tabs.query({})).find((candidate) => candidate.url === address);
          if (!tab) return false;
          const func = (of: string) => Symbol.for(`countersign.${of}`) in globalThis;
          const asked = browser.scripting.executeScript({ target: { tabId: tab.id }, func, args: [name] });
          return asked.then(
            ([frame]) => frame?.result === true,
            () => false,
          );
        },
        url,
        mark,
      ),
    )
    .toBe(true);
/** The learner, which hears of a question only what is typed once it is there. */
export const learnerArrives = (own: Page, url: string): Promise<void> => scriptArrives(own, url, 'learner');

/** What the extension found in the page at an address, asked from one of its own pages. */
export async function listOutputs(firefox: ExtensionFirefox, url: string, frameId = 0): Promise<ListedOutput[]> {
  return (await firefox.own()).evaluate(
    async (address, frame) => {
      const { browser } = globalThis as unknown as { browser: Tabs };
      const tab = (await browser.tabs.query({})).find((candidate) => candidate.url === address);
      if (!tab) return [];
      const answer = browser.tabs.sendMessage(tab.id, { type: 'outputs.list' }, { frameId: frame });
      return (await answer.catch(() => [])) as ListedOutput[];
    },
    url,
    frameId,
  );
}

interface Tabs {
  tabs: {
    query(of: object): Promise<{ id: number; url?: string }[]>;
    sendMessage(tabId: number, message: object, options: object): Promise<unknown>;
  };
  scripting: {
    executeScript(of: {
      target: object;
      func: (of: string) => boolean;
      args: string[];
    }): Promise<{ result?: boolean }[]>;
  };
}

/** Waits until a page has one complete output. */
export async function oneOutput(firefox: ExtensionFirefox, url: string): Promise<ListedOutput> {
  let found: ListedOutput | undefined;
  const look = async () => {
    found = (await listOutputs(firefox, url)).find(({ state }) => state === 'complete');
    return found !== undefined;
  };
  await expect.poll(look, { message: 'one output is complete' }).toBe(true);
  if (!found) throw new Error('no output');
  return found;
}
