/** A gate before the answers of a tool: what is held, how it is let through, and that nothing else is touched. */
import type { Page } from 'playwright';
import { test } from 'playwright/test';
import { type ExtensionBrowser, launchChromium } from '../harness/chromium.ts';
import { deepBoxes, deepCount, deepDismiss, deepEvaluate, deepText, deepWait } from '../harness/deep.ts';
import { expect } from '../harness/expect.ts';
import { badge, loadPolicy } from '../harness/flows.ts';
import { BOX, clipboardOf, FAQ, GATED, policyWith, SECOND, select, standing } from '../harness/pages/gated.ts';
import { OFFER } from '../harness/pages/reuse-pages.ts';
import { startServer, type TestServer } from '../harness/server.ts';

let server: TestServer;
let browser: ExtensionBrowser;
test.beforeEach(async () => {
  [server, browser] = await Promise.all([startServer(), launchChromium()]);
});
test.afterEach(async () => {
  await browser.close();
  await server.close();
});

async function open(path: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(server.page(path, GATED));
  await deepWait(page, badge('unreviewed'));
  return page;
}

/** Closes what is said at the gate, if anything is. */
const closeBox = (page: Page): Promise<void> => deepDismiss(page, BOX, `${BOX} .close`);

async function copyNote(page: Page): Promise<void> {
  await select(page, '#note');
  await page.keyboard.press('Control+C');
}
const NOTE = 'Our meeting with the new supplier was moved to Thursday at ten.';

test('a text that nobody approved leaves by no ordinary way, and the clipboard keeps what it had', async () => {
  await loadPolicy(browser, policyWith(FAQ));
  const page = await open('/gated/chat');
  await standing(page);
  await closeBox(page);
  // Copied by a person before anything was held: what is no output goes as ever.
  await copyNote(page);
  expect(await clipboardOf(page)).toBe(NOTE);

  const byKey = async (...selected: Parameters<typeof select> extends [Page, ...infer Rest] ? Rest : never) => {
    await select(page, ...selected);
    await page.keyboard.press('Control+C');
  };
  const ways: [string, () => Promise<unknown>][] = [
    ['all of it by the keyboard', () => byKey('#answer')],
    ['a part of it', () => byKey('#answer', '#answer', 4, 30)],
    ['two of them', () => byKey('#answer', '#second', 9, 12)],
    ['from before it to after it', () => byKey('#before', '#note')],
    ['the tool’s own button', () => page.locator('[data-testid="copy-turn-action-button"]').first().click()],
    ['a button that no profile names', () => page.locator('button.plain').first().click()],
    [
      'a script',
      async () => {
        await select(page, '#second');
        await page.evaluate(() => document.execCommand('copy'));
      },
    ],
  ];
  for (const [name, leave] of ways) {
    await leave();
    await deepWait(page, BOX);
    await expect.poll(() => deepText(page, BOX), { message: name }).toContain('Held for review');
    await closeBox(page);
    expect(await clipboardOf(page), name).toBe(NOTE);
  }
  await expect.poll(() => page.evaluate('wrote')).toEqual(['NotAllowedError']);
});

test('a box that stands there already comes above what the page has opened since, wherever that lives', async () => {
  await loadPolicy(browser, policyWith(FAQ));
  const page = await open('/gated/chat');
  await standing(page);
  await closeBox(page);
  const copy = async (which: string) => {
    await select(page, which);
    await page.keyboard.press('Control+C');
  };
  await copy('#answer');
  await deepWait(page, BOX);
  for (const [at, way] of (['light', 'shadow'] as const).entries()) {
    await page.evaluate(coverWith, way);
    expect(await reached(page), `${way}: it is covered`).toBe(false);
    await copy(at === 0 ? '#second' : '#answer');
    await expect.poll(() => reached(page), { message: way }).toBe(true);
    await expect.poll(() => deepEvaluate(page, `${BOX} .acts .first`, AT_KEYBOARD)).toEqual([true]);
  }
  await closeBox(page);
});

test('the box is ready before anything is held: nobody meets it, and a page that hides it away gains nothing', async () => {
  await loadPolicy(browser, policyWith(FAQ));
  const page = await open('/gated/chat');
  await expect.poll(() => deepCount(page, '.gate[hidden] [data-act="ask"]')).toBe(1);
  expect(await deepBoxes(page, '.gate')).toEqual([]);
  expect(await drawnInBox(page)).toBe(false);
  expect(await spoken(page)).not.toContain('alertdialog');
  const { x, y } = (await page.locator('#before').boundingBox()) ?? { x: 0, y: 0 };
  const hit = (at: readonly [number, number]) => document.elementFromPoint(...at)?.id;
  expect(await page.evaluate(hit, [x + 5, y + 5] as const)).toBe('before');
  await page.evaluate(hideOurs);
  await select(page, '#answer');
  await page.keyboard.press('Control+C');
  await expect.poll(() => reached(page)).toBe(true);
  await expect.poll(() => deepEvaluate(page, `${BOX} .acts .first`, AT_KEYBOARD)).toEqual([true]);
  expect(await spoken(page)).toContain('alertdialog');
  expect(await drawnInBox(page)).toBe(true);
  await closeBox(page);
  expect(await drawnInBox(page)).toBe(false);
});

/** Whether anything of the box is drawn: a part of it may be where the box itself is not. */
const drawnInBox = async (page: Page): Promise<boolean> =>
  (await deepEvaluate(page, '.gate *', 'this.checkVisibility({ visibilityProperty: true })')).includes(true);

/** Roles of what a screen reader meets in a page. */
async function spoken(page: Page): Promise<unknown[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.filter(({ ignored }) => !ignored).map(({ role }) => role?.value);
}

/** In the page: puts all that is ours where nobody sees it, and out of reach. */
function hideOurs(): void {
  const away = document.createElement('div');
  away.hidden = true;
  document.body.append(away);
  for (const host of document.querySelectorAll<HTMLElement>('[data-countersign]')) {
    host.inert = true;
    host.ariaHidden = 'true';
    away.append(host);
  }
}

const AT_KEYBOARD = 'this.getRootNode().activeElement === this';

/** Whether a press on the middle of the box reaches it. */
async function reached(page: Page): Promise<boolean> {
  const [box] = await deepBoxes(page, BOX);
  if (!box) return false;
  return page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.hasAttribute('data-countersign') ?? false, [
    box.x + box.width / 2,
    box.y + box.height / 2,
  ] as const);
}

/** In the page: opens what lies above everything, in the document or in a shadow root. */
function coverWith(way: 'light' | 'shadow'): void {
  const cover = document.createElement('div');
  cover.popover = 'manual';
  cover.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%; opacity: 0.5';
  const host = document.createElement('div');
  document.body.append(host);
  (way === 'shadow' ? host.attachShadow({ mode: 'open' }) : host).append(cover);
  cover.showPopover();
}

test('what is outside the process is untouched, and a policy that goes takes its gate along', async () => {
  await loadPolicy(browser, policyWith(FAQ));
  const free = await open('/free/chat');
  await select(free, '#answer');
  await free.keyboard.press('Control+C');
  expect(await clipboardOf(free)).toBe(OFFER);
  await free.locator('button.plain').last().click();
  await expect.poll(() => free.evaluate('wrote')).toEqual(['done']);
  expect(await clipboardOf(free)).toBe(SECOND);

  const page = await open('/gated/chat');
  await standing(page);
  await closeBox(page);
  const options = await browser.open('options.html');
  await options.locator('#tools').getByRole('button', { name: 'Remove', exact: true }).click();
  const copied = async () => {
    await page.bringToFront();
    await select(page, '#answer');
    await page.keyboard.press('Control+C');
    return clipboardOf(page);
  };
  await expect.poll(copied).toBe(OFFER);
});

test('the box of an answer that is copied while it is written says what holds of it as soon as it is complete', async () => {
  await loadPolicy(browser, policyWith(FAQ));
  const page = await open('/gated/chat');
  await standing(page);
  await closeBox(page);
  await page.locator('#note').click();
  // Taken along in the moment in which it begins.
  await page.evaluate(writeOn);
  await expect.poll(() => deepText(page, BOX)).toContain('It is still being written or read.');
  await page.evaluate('window.isWritten = true');
  await expect.poll(() => deepText(page, BOX)).toContain('Nobody has approved it in this process yet.');
});

/** In the page: an answer comes to one more question, is copied at once, and goes on word by word until it is said to be written. */
async function writeOn(): Promise<void> {
  const [question, answer] = document.querySelectorAll('[data-turn]');
  const main = document.querySelector('main');
  if (!question || !answer || !main) throw new Error('no turns');
  const [asks, says] = [question.cloneNode(true), answer.cloneNode(true)] as [Element, Element];
  for (const one of says.querySelectorAll('[data-message-id]')) one.setAttribute('data-message-id', 'm9');
  const text = says.querySelector('p');
  if (!text) throw new Error('no text');
  text.textContent = 'What each of them costs, by what it weighs and where it goes: ';
  main.append(asks, says);
  await Promise.resolve();
  getSelection()?.selectAllChildren(text);
  document.execCommand('copy');
  let parcels = 0;
  const timer = setInterval(() => {
    if ('isWritten' in window) clearInterval(timer);
    else if (text.firstChild) text.firstChild.nodeValue += `parcel ${++parcels} is sent for seven euros, `;
  }, 150);
}
