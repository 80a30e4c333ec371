/** Pages that are older than our script, that come back, and that nobody looks at. */
import type { Page } from 'playwright';
import { test } from 'playwright/test';
import puppeteer from 'puppeteer-core';
import { pathOf } from '../../../scripts/machine.ts';
import { CHROMIUM_BUILD } from '../harness/chromium.ts';
import { deepClick, deepCount, deepWait } from '../harness/deep.ts';
import { expect } from '../harness/expect.ts';
import { STEP_LIMIT_MS } from '../harness/limits.ts';
import { nightly } from '../harness/nightly.ts';
import { reloadExtension } from '../harness/outputs.ts';
import { cases } from './cases.ts';
import { chatPage, FIRST } from './chat-page.ts';

const BADGE = 'button[data-status]';
const here = cases({ pageCache: true });

const stream = (page: Page, text: string, every = 30) =>
  page.evaluate(
    ([words, ms]) => {
      window.chat.user('Go on.');
      return window.chat.tell(window.chat.answer({ text: '' }), words, { every: ms });
    },
    [text, every] as const,
  );

test('a page that comes back from the back/forward cache goes on where it was', async () => {
  const page = await here.chat();
  await deepWait(page, BADGE);
  await page.evaluate(() => Object.assign(window, { stayed: true }));
  const [before] = await here.outputs(page, 1);
  await page.goto(here.server.page('/elsewhere', '<title>Elsewhere</title>'));
  await page.goBack({ waitUntil: 'commit' });
  await page.waitForFunction(() => (window as unknown as { stayed?: boolean }).stayed === true); // the page was kept
  const [after] = await here.outputs(page, 1);
  expect(after?.id).toBe(before?.id);
  await stream(page, 'Streamed after it came back.');
  expect(await here.texts(page, 2)).toEqual([FIRST, 'Streamed after it came back.']);
  await deepClick(page, BADGE);
  await deepClick(page, '[data-category="factual"]');
  await deepClick(page, '[data-severity="major"]');
  await deepWait(page, 'button[data-status="reported"]');
});

test('a badge that is pressed before the background has answered opens its card, once it has', async () => {
  const page = await here.chat();
  await deepWait(page, BADGE);
  const options = await here.browser.open('options.html');
  await holdRecords(options);
  await page.bringToFront();
  await stream(page, 'Streamed while the records are busy.');
  await expect.poll(() => deepCount(page, BADGE)).toBe(2);
  await deepClick(page, BADGE, 1);
  await options.evaluate(() => Object.assign(window, { isFree: true }));
  await deepWait(page, '[data-category]');
  await Promise.all([options.close(), page.close()]);
});

/** Keeps all records busy until the page says that they are free, as a long import does. */
const holdRecords = (options: Page) =>
  options.evaluate(
    () =>
      new Promise<void>((held, failed) => {
        const opening = indexedDB.open('countersign');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const names = [...opening.result.objectStoreNames];
          const store = opening.result.transaction(names, 'readwrite').objectStore('events');
          const again = () => {
            held();
            if (!('isFree' in window)) store.count('').onsuccess = again;
          };
          again();
        };
      }),
  );

test('an extension that is updated while a page is open: the new one takes over, and the old one leaves nothing', async () => {
  const page = await here.chat();
  await deepWait(page, BADGE);
  const text = `${'It streams while the extension is replaced, '.repeat(6)}to its end.`;
  const told = stream(page, text, 60);
  await reloadExtension(here.browser, page);
  await told;
  await here.settled(page, 1, text);
  await here.outputs(page, 2);
  await expect.poll(() => deepCount(page, BADGE)).toBe(2);
  await expect.poll(() => deepCount(page, '[data-countersign]')).toBe(1);
  await stream(page, 'And one more.');
  await here.outputs(page, 3);
  await expect.poll(() => deepCount(page, BADGE)).toBe(3);
});

test('an extension that is installed while a page is open reads it', async () => {
  const control = await here.browser.context.browser()?.newBrowserCDPSession();
  const send = (method: string, params: object) => control?.send(method as 'Browser.getVersion', params as never);
  await send('Extensions.uninstall', { id: here.browser.extensionId });
  const page = await here.open('/before');
  await page.evaluate(() => {
    window.chat.user('Who was first?');
    window.chat.answer({ text: 'The page was there first.' });
  });
  expect(await deepCount(page, '[data-countersign]')).toBe(0);
  await send('Extensions.loadUnpacked', { path: CHROMIUM_BUILD });
  await deepWait(page, BADGE);
  expect(await here.texts(page, 2)).toEqual([FIRST, 'The page was there first.']);
  await stream(page, 'And it goes on.');
  expect((await here.texts(page, 3))[2]).toBe('And it goes on.');
});

nightly('a tab in the background, whose timers come once a second', async () => {
  // Playwright makes every page believe that it is in front.
  const browser = await puppeteer.launch({
    executablePath: pathOf('chromium'),
    enableExtensions: [CHROMIUM_BUILD],
    pipe: true,
    args: ['--no-sandbox'],
    ignoreDefaultArgs: ['--disable-background-timer-throttling', '--disable-renderer-backgrounding'],
    timeout: STEP_LIMIT_MS,
  });
  const within = { timeout: STEP_LIMIT_MS };
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker', within);
  // The page that greets whoever installed it opens in front.
  await browser.waitForTarget((target) => target.url().endsWith('/welcome.html'), within);
  const page = await browser.newPage();
  page.setDefaultTimeout(STEP_LIMIT_MS);
  await page.goto(here.server.page('/behind', chatPage()));
  await page.bringToFront();
  await page.waitForSelector('[data-countersign]');
  const front = await browser.newPage();
  front.setDefaultTimeout(STEP_LIMIT_MS);
  await front.goto(here.server.page('/front', '<title>In front</title>'));
  await front.bringToFront();
  const text = 'This was written while nobody looked, word by word.';
  const slowed = await page.evaluate(async (words) => {
    window.chat.user('Slowly.');
    const turn = window.chat.answer({ text: '' });
    const start = performance.now();
    await window.chat.tell(turn, words, { every: 5 });
    return { state: document.visibilityState, afterMs: performance.now() - start };
  }, text);
  expect(slowed.state).toBe('hidden');
  expect(slowed.afterMs, 'timers are throttled').toBeGreaterThan(5_000);
  const inside = await browser.newPage();
  inside.setDefaultTimeout(STEP_LIMIT_MS);
  await inside.goto(new URL('/manifest.json', worker.url()).href);
  const seen: string[] = [];
  const look = async () => {
    const listed = await inside.evaluate(async (url) => {
      const { chrome } = globalThis as unknown as { chrome: Tabs };
      const tab = (await chrome.tabs.query({})).find((candidate) => candidate.url === url);
      return chrome.tabs.sendMessage(tab?.id ?? 0, { type: 'outputs.list' });
    }, page.url());
    const last = listed[1];
    if (last?.state === 'complete') seen.push(last.text);
    return last?.state;
  };
  await expect.poll(look).toBe('complete');
  expect(seen).toEqual([text]);
  await browser.close();
});
interface Tabs {
  tabs: {
    query(of: object): Promise<{ id: number; url: string }[]>;
    sendMessage(tabId: number, message: object): Promise<{ state: string; text: string }[]>;
  };
}
