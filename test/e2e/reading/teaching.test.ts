/** People say what is AI text on a page where nothing moves: by a selection, by pointing; the page cannot say it for them. */
import type { Page } from 'playwright';
import { test } from 'playwright/test';
import { type ExtensionBrowser, launchChromium, openPanel, tabIdOf, withExtension } from '../harness/chromium.ts';
import { deepClick, deepCount, deepGone, deepText, deepWait } from '../harness/deep.ts';
import { expect } from '../harness/expect.ts';
import { closeTabs, emptyDatabase } from '../harness/flows.ts';
import { listOutputs, wakeWorker } from '../harness/outputs.ts';
import { chatPage, FIRST_BUILD } from '../harness/pages/own-chat.ts';
import { startServer, type TestServer } from '../harness/server.ts';

let browser: ExtensionBrowser;
let server: TestServer;

const FIRST = 'The warranty lasts two years from the day of delivery, batteries excepted.';
const SECOND = 'Shipping is paid by the seller for orders above fifty euros within the country.';
const PAST: [string, string][] = [
  ['How long is the warranty?', FIRST],
  ['Who pays for shipping?', SECOND],
];
/** The same in a closed shadow root: what the page's own scripts cannot reach either. */
const CLOSED = `<!doctype html><meta charset="utf-8"><title>Closed</title><chat-box style="display: block"></chat-box><script>
  const root = document.querySelector('chat-box').attachShadow({ mode: 'closed' });
  root.innerHTML = ${JSON.stringify(PAST.map(([q, a]) => `<div class="from-me">${q}</div><div class="from-bot"><p>${a}</p></div>`).join(''))};
</script>`;

test.beforeAll(async () => {
  browser = await launchChromium();
});
test.afterAll(() => browser.close());
// A server is a site of its own by its port: what was learned in another test is of another one.
test.beforeEach(async () => {
  server = await startServer();
  server.page('/past', chatPage(FIRST_BUILD, PAST));
  server.page('/closed', CLOSED);
  server.page(
    '/framed',
    `<!doctype html><title>Framed</title><iframe src="/past" title="chat" width="800" height="500"></iframe>`,
  );
});
test.afterEach(async () => {
  await closeTabs(browser);
  await emptyDatabase(browser);
  await server.close();
});

async function visit(path: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${server.url}${path}`);
  return page;
}

const texts = async (page: Page, frameId = 0) => (await listOutputs(browser, page, frameId)).map(({ text }) => text);

interface Menus {
  contextMenus: {
    onClicked: { dispatch(clicked: object, tab: object): void };
    update(id: string, changes: object): Promise<void>;
  };
}

/** Chooses our entry of the context menu, which no test can open: what the browser tells the extension of it is the same. */
async function chooseMenu(page: Page, menuItemId: 'is' | 'isNot', frameId = 0): Promise<void> {
  const clicked = { menuItemId, frameId, pageUrl: page.url(), editable: false };
  const tab = { id: await tabIdOf(browser, page) };
  await page.bringToFront();
  const worker = await wakeWorker(browser);
  await worker.evaluate(
    ([info, of]) => (globalThis as unknown as { chrome: Menus }).chrome.contextMenus.onClicked.dispatch(info, of),
    [clicked, tab] as const,
  );
}

/** Selects some words as a person does: by a double click. */
const select = (page: Page, words: string) => page.getByText(words).dblclick({ position: { x: 30, y: 8 } });

/** Presses the button in the panel, and comes back to the page. */
async function startPicking(page: Page): Promise<void> {
  const panel = await openPanel(browser, await tabIdOf(browser, page));
  await panel.getByRole('button', { name: 'Point at AI text' }).click();
  await page.bringToFront();
  await deepWait(page, '[data-action="pick"]');
  await panel.close();
}

test('some words of an answer are selected: that answer and the other one are taken, now and on the next visit', async () => {
  const page = await visit('/past');
  await select(page, FIRST);
  await chooseMenu(page, 'is');
  await deepWait(page, '[data-action="pick"]');
  await expect.poll(() => deepText(page, '[role="status"]')).toContain('The warranty lasts two years');
  await page.keyboard.press('Enter');
  await deepWait(page, '[data-action="unteach"]');
  await expect.poll(() => deepText(page, '[role="status"]')).toContain('1 other text on this page');
  await expect.poll(() => texts(page)).toEqual([FIRST, SECOND]);
  await deepWait(page, 'button[data-status="unreviewed"]');

  const next = await visit('/past?again');
  await expect.poll(() => texts(next)).toEqual([FIRST, SECOND]);
  const options = await browser.open('options.html');
  await expect(options.locator(`[data-origin="${server.url}"]`)).toContainText('Learned from text that you pointed at');
});

test('the entries are in the context menu', async () => {
  const known = () =>
    withExtension(browser, (inside) =>
      inside.evaluate(async () => {
        const { chrome } = globalThis as unknown as { chrome: Menus };
        // Changing nothing of an entry is refused where there is none.
        const there = (id: string) =>
          chrome.contextMenus.update(id, {}).then(
            () => id,
            () => undefined,
          );
        return Promise.all(['flag', 'flagAnswer', 'is', 'isNot', 'other'].map(there));
      }),
    );
  await expect.poll(async () => (await known()).filter(Boolean)).toEqual(['flag', 'flagAnswer', 'is', 'isNot']);
});

test('teaching is undone with one press', async () => {
  const page = await visit('/past');
  await select(page, FIRST);
  await chooseMenu(page, 'is');
  await deepClick(page, '[data-action="pick"]');
  await expect.poll(() => texts(page)).toEqual([FIRST, SECOND]);
  await deepClick(page, '[data-action="unteach"]');
  await expect.poll(() => texts(page)).toEqual([]);
});

test('pointed at with the mouse, the page hears nothing of the click', async () => {
  const page = await visit('/past');
  await page.evaluate(() => {
    document.addEventListener('click', () => {
      document.title = 'clicked';
    });
  });
  await startPicking(page);
  await page.getByText(SECOND).hover();
  await expect.poll(() => deepText(page, '[role="status"]')).toContain('Shipping is paid');
  await page.getByText(SECOND).click();
  await deepWait(page, '[data-action="unteach"]');
  await expect.poll(() => texts(page)).toEqual([FIRST, SECOND]);
  expect(await page.title()).toBe('Desk');
});

test('what a person does on the bar does not reach the page on its way up', async () => {
  const page = await visit('/past');
  await startPicking(page);
  await page.evaluate(() => {
    const { heard } = Object.assign(window, { heard: [] as string[] });
    for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click', 'pointermove', 'keydown', 'keyup', 'focusin'])
      window.addEventListener(type, ({ target }) => {
        if (target instanceof Element && target.hasAttribute('data-countersign')) heard.push(type);
      });
  });
  await deepClick(page, '[data-action="wider"]');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
});

test('pointed at by keyboard alone; Escape ends without a trace', async () => {
  const page = await visit('/past');
  await startPicking(page);
  await page.keyboard.press('Escape');
  await deepGone(page, '[data-action="pick"]');
  expect(await texts(page)).toEqual([]);
  await startPicking(page);
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
  const said = () => deepText(page, '[role="status"]');
  for (let step = 0; step < 12 && !(await said()).startsWith(`${SECOND.length} `); step++)
    await page.keyboard.press((await said()).includes('How long') ? 'ArrowDown' : 'ArrowRight');
  expect(await said()).toContain('Shipping is paid');
  await page.keyboard.press('Enter');
  await expect.poll(() => texts(page)).toEqual([FIRST, SECOND]);
});

test('in a closed shadow root, and in a frame', async () => {
  const closed = await visit('/closed');
  await startPicking(closed);
  const box = await closed.locator('chat-box').boundingBox();
  await closed.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + (box?.height ?? 0) - 8);
  await expect.poll(() => deepText(closed, '[role="status"]')).toContain('Shipping is paid');
  await closed.mouse.down();
  await closed.mouse.up();
  await expect.poll(() => texts(closed)).toEqual([FIRST, SECOND]);
  await deepClick(closed, '[data-action="unteach"]');
  await expect.poll(() => texts(closed)).toEqual([]);

  const framed = await visit('/framed');
  await startPicking(framed);
  const inner = framed.frameLocator('iframe').getByText(FIRST);
  await inner.hover();
  await inner.click();
  await deepWait(framed, '[data-action="unteach"]');
  await deepGone(framed, '[data-action="pick"]'); // in the outer frame too
  const next = await visit('/past');
  await expect.poll(() => texts(next)).toEqual([FIRST, SECOND]);
});

test('“This is not AI text” takes a kind of text out, or the whole site', async () => {
  server.page('/mixed', chatPage({ question: 'entry', answer: 'entry from-bot' }, PAST));
  const seen = await visit('/mixed');
  await select(seen, FIRST);
  await chooseMenu(seen, 'is');
  await deepClick(seen, '[data-action="pick"]');
  await expect.poll(() => texts(seen)).toEqual([FIRST, SECOND]);
  const options = await browser.open('options.html');
  const site = options.locator(`[data-origin="${server.url}"]`);
  // Too wide a profile: questions are taken too.
  await site.getByRole('button', { name: 'Correct' }).click();
  const field = site.getByLabel('How this site is read (JSON)');
  const written = JSON.parse(await field.inputValue());
  await field.fill(JSON.stringify({ ...written, turn: ['.entry'] }));
  await site.getByRole('button', { name: 'Save' }).click();
  await expect.poll(async () => (await texts(seen)).length).toBe(4);

  await seen.bringToFront();
  await deepClick(seen, '[data-action="close"]');
  await select(seen, 'Who pays for shipping?');
  await chooseMenu(seen, 'isNot');
  await deepWait(seen, '[data-action="stop"]');
  await expect.poll(() => deepText(seen, '[role="status"]')).toContain('Not taken for AI text any more');
  await expect.poll(() => texts(seen)).toEqual([FIRST, SECOND]);
  await deepClick(seen, '[data-action="stop"]');
  await expect.poll(() => texts(seen)).toEqual([]);
  await expect(site).toContainText('You said that texts on this site are not AI text');
  await seen.reload();
  expect(await texts(seen)).toEqual([]);
  await site.getByRole('button', { name: 'Read this site again' }).click();
  await expect.poll(async () => (await texts(seen)).length).toBeGreaterThan(0);
});

test('a page cannot pick, press or undo for the person, nor make itself learned', async () => {
  const page = await visit('/past');
  await startPicking(page);
  await page.evaluate((text) => {
    const target = [...document.querySelectorAll('.said')].find((element) => element.textContent === text);
    const at = { bubbles: true, composed: true, cancelable: true, clientX: 60, clientY: 60 };
    for (const type of ['pointermove', 'pointerdown', 'mousedown', 'mouseup', 'click'])
      target?.dispatchEvent(new PointerEvent(type, at));
    for (const key of ['ArrowUp', 'Enter', 'Escape']) {
      window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      document.querySelector('[data-countersign]')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    }
    const forged = { type: 'site.teach', body: { profile: { id: 'x', turn: ['body'] } } };
    window.postMessage(forged, '*');
    const { chrome } = globalThis as unknown as { chrome?: { runtime?: { sendMessage?(message: object): void } } };
    chrome?.runtime?.sendMessage?.(forged);
    for (const name of ['hand', 'teachable', 'teacher'])
      (globalThis as Record<symbol, unknown>)[Symbol.for(`countersign.${name}`)] = { read: () => undefined };
  }, FIRST);
  // Still waiting for a person, with nothing chosen and nothing kept.
  expect(await deepCount(page, '[data-action="pick"]')).toBe(1);
  expect(await deepText(page, '[role="status"]')).toBe('Point at a text that an AI wrote.');
  expect(await page.evaluate(() => document.querySelector('[data-countersign]')?.shadowRoot ?? null)).toBeNull();
  const options = await browser.open('options.html');
  await expect(options.getByText('No other site is watched yet.')).toBeVisible();
  await page.bringToFront();
  await page.getByText(SECOND).click();
  await expect.poll(() => texts(page)).toEqual([FIRST, SECOND]);
});

test('on a page of a known tool, one text is left out on this page, and the person hears what else to do', async () => {
  server.page(
    '/known',
    `<!doctype html><title>Known</title><main>${PAST.map(
      ([q, a], at) =>
        `<div data-turn="user" data-testid="conversation-turn-${at}q"><div data-message-author-role="user"><div class="whitespace-pre-wrap">${q}</div></div></div>
         <div data-turn="assistant" data-testid="conversation-turn-${at}a"><div data-message-author-role="assistant" data-message-id="m${at}" data-message-model-slug="m"><div class="markdown">${a}</div></div></div>`,
    ).join('')}</main>`,
  );
  const page = await visit('/known');
  await expect.poll(() => texts(page)).toEqual([FIRST, SECOND]);
  await select(page, FIRST);
  await chooseMenu(page, 'isNot');
  await deepWait(page, '[data-action="unteach"]');
  await expect.poll(() => deepText(page, '[role="status"]')).toContain('Left out on this page until it is reloaded');
  await expect.poll(() => texts(page)).toEqual([SECOND]);
  await deepClick(page, '[data-action="unteach"]');
  await expect.poll(() => texts(page)).toEqual([FIRST, SECOND]);
});
