/** How states of a screen are looked at, and how those are had that are over in a moment. */
import type { Page } from 'playwright';
import { test } from 'playwright/test';
import { IS_NIGHT } from '../../nightly.ts';
import { nothingSerious, THEMES } from '../harness/axe.ts';
import { expect } from '../harness/expect.ts';

/** With COUNTERSIGN_PICTURES=folder each state is kept as a picture, to be looked at. */
const PICTURES = process.env.COUNTERSIGN_PICTURES;

export type Look = (where: string) => Promise<void>;

/** States that are looked at in each language; the others in all but English are the same but for their words, and nightly. */
const IN_EACH = ['queue', 'thread', 'bulk-preview', 'log', 'figures', 'panel-at-200'];

/** Looks at a state in its themes. */
export const looking =
  (page: Page, locale: string): Look =>
  (where) =>
    test.step(where, async () => {
      await fits(page, where);
      if (locale !== 'en' && !IS_NIGHT && !IN_EACH.includes(where)) return;
      for (const { colorScheme, rules } of THEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.waitForFunction(isStill);
        await nothingSerious(page, rules);
        if (PICTURES) await page.screenshot({ path: `${PICTURES}/${locale}-${where}-${colorScheme}.png` });
      }
    });

/** Runs in the page: nothing moves but what goes on moving. */
const isStill = (): boolean =>
  document
    .getAnimations()
    .every(({ playState, effect }) => playState !== 'running' || effect?.getTiming().iterations === Infinity);

async function fits(page: Page, where: string): Promise<void> {
  const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(beyond, { message: `${where} is as wide as its window` }).toBeLessThanOrEqual(0);
}

/** As the browser's own zoom does. */
export async function zoomed(page: Page, by: number): Promise<void> {
  await page.bringToFront();
  await page.evaluate(async (factor) => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        tabs: { getCurrent(): Promise<{ id: number }>; setZoom(id: number, by: number): Promise<void> };
      };
    };
    const tab = await chrome.tabs.getCurrent();
    await chrome.tabs.setZoom(tab.id, factor);
  }, by);
}

/** Holds what a page says to the background, by its type, until the function that it gives is called. */
export async function held(page: Page, type: string): Promise<() => Promise<void>> {
  await page.evaluate((which) => {
    const { runtime } = (
      globalThis as unknown as { chrome: { runtime: { sendMessage(said: unknown): Promise<unknown> } } }
    ).chrome;
    const send = runtime.sendMessage.bind(runtime);
    const { promise, resolve } = Promise.withResolvers<void>();
    Object.assign(globalThis, { release: resolve });
    runtime.sendMessage = async (said: unknown) => {
      if (JSON.stringify(said).includes(which)) await promise;
      return send(said);
    };
  }, type);
  return () => page.evaluate(() => (globalThis as unknown as { release(): void }).release());
}

/** Runs in the page before it starts: what the queue asks the database for never comes, or fails. */
export function brokenQueue(how: 'hang' | 'fail'): void {
  for (const method of ['getAll', 'getAllKeys'] as const) {
    const asked = IDBIndex.prototype[method];
    Object.assign(IDBIndex.prototype, {
      [method](this: IDBIndex, ...of: Parameters<typeof asked>) {
        if (!this.name.includes('line.')) return asked.apply(this, of);
        if (how === 'fail') throw new DOMException('broken', 'UnknownError');
        return {};
      },
    });
  }
}

/** The same: the thread that counts the figures never answers, or says that it failed. */
export function brokenFigures(how: 'hang' | 'fail'): void {
  class Silent extends EventTarget {
    postMessage({ number }: { number: number }): void {
      const data = { number, failed: 'broken' };
      if (how === 'fail') queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })));
    }
  }
  Object.assign(globalThis, { Worker: Silent });
}
