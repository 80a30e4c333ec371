/** The verdict follows the text: copied from an answer, pasted into another page, said there, corrected, measured. */
import type { Page } from 'playwright';
import { test } from 'playwright/test';
import { type ExtensionBrowser, launchChromium } from '../harness/chromium.ts';
import { deepBoxes, deepClick, deepCount, deepGone, deepText, deepWait } from '../harness/deep.ts';
import { expect, still } from '../harness/expect.ts';
import { badge, closeCard, decide, flag, loadPolicy, panelFor } from '../harness/flows.ts';
import { scriptArrives } from '../harness/outputs.ts';
import { CHAT, CORRECTED, CRM, NOTE, OFFER } from '../harness/pages/reuse-pages.ts';
import { startServer, type TestServer } from '../harness/server.ts';
import { eventsStored } from './stored.ts';

let server: TestServer;
let browser: ExtensionBrowser;

test.beforeEach(async () => {
  [server, browser] = await Promise.all([startServer(), launchChromium()]);
  server.page('/chat', CHAT);
  server.page('/crm', CRM);
});
test.afterEach(async () => {
  await browser.close();
  await server.close();
});

async function open(path: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${server.url}${path}`);
  await scriptArrives(browser, page, 'teachable', path === '/crm' ? 2 : 1);
  return page;
}

/** An answer that was seen, reported, and decided on. */
async function reviewed(verdict: 'block' | 'modify'): Promise<Page> {
  const chat = await open('/chat');
  await deepWait(chat, badge('unreviewed'));
  await flag(chat, 'factual', 'major');
  await closeCard(chat);
  const panel = await panelFor(browser, chat, 'Queue');
  await decide(panel, verdict, {
    note: 'the price is wrong',
    ...(verdict === 'modify' ? { correctedText: CORRECTED } : {}),
  });
  await panel.close();
  await deepWait(chat, badge(verdict === 'block' ? 'blocked' : 'modified'));
  return chat;
}

/** Copies the words of an element by keyboard, from a character to another. */
async function copy(page: Page, selector: string, from = 0, to = Number.MAX_SAFE_INTEGER): Promise<void> {
  await page.bringToFront();
  await page.evaluate(
    ([at, start, end]) => {
      const text = document.querySelector(at)?.firstChild as Text;
      getSelection()?.setBaseAndExtent(text, start, text, Math.min(end, text.length));
    },
    [selector, from, to] as const,
  );
  await page.keyboard.press('Control+C');
}

async function pasteInto(page: Page, selector: string): Promise<void> {
  await page.bringToFront();
  await page.locator(selector).click();
  await page.keyboard.press('Control+V');
}

const reused = async () => (await eventsStored(browser)).filter(({ type }) => type === 'countersign.output.reused.v1');
const KNOWN = '.notice[data-known]';

test('an answer that was blocked is recognised where it is pasted, and what is left of it is recorded', async () => {
  const chat = await reviewed('block');
  await copy(chat, '#answer');
  const crm = await open('/crm');
  await crm.locator('#plain').fill('Dear Anna, here is the offer: ');
  await crm.locator('#plain').press('End');
  await crm.keyboard.press('Control+V');
  await deepWait(crm, KNOWN);
  // Not over the field that comes next.
  const isBeside = async () => {
    const [notice] = await deepBoxes(crm, KNOWN);
    const next = await crm.locator('#rich').boundingBox();
    return notice && next && (notice.y >= next.y + next.height || notice.x >= next.x + next.width);
  };
  await expect.poll(isBeside).toBe(true);
  await expect.poll(() => deepText(crm, KNOWN)).toContain('AI text from ChatGPT');
  await expect.poll(() => deepText(crm, KNOWN)).toContain('Blocked: Wrong or invented fact');
  expect(await deepText(crm, KNOWN)).not.toContain('price'); // a colleague's words stay in the extension
  // Taken out in part, and something written around it, before the field is left.
  await crm.evaluate((from) => {
    const field = document.querySelector<HTMLTextAreaElement>('#plain');
    if (field) field.setSelectionRange(field.value.indexOf(from), field.value.length);
  }, 'Customers');
  await crm.keyboard.type('Shall we talk on Thursday, when I am back from Bologna?');
  await crm.locator('#other').click();
  await expect.poll(async () => (await reused()).length).toBe(1);
  const [event] = await reused();
  const { kept, changed, part, status, origin, characters } = (event?.data.facts ?? {}) as Record<
    string,
    number | string
  >;
  expect(Number(kept)).toBeGreaterThan(0.4);
  expect(Number(kept)).toBeLessThan(0.6);
  expect(Number(kept) + Number(changed)).toBeCloseTo(1);
  expect([part, status, origin, characters]).toEqual([1, 'blocked', server.url, OFFER.length - 1]);
  expect(JSON.stringify(event)).not.toContain('Bologna');
  await deepGone(crm, KNOWN);
  await chat.bringToFront();
  const panel = await panelFor(browser, chat, 'This page');
  await expect(panel.getByText('used 1 time elsewhere')).toBeVisible();
});

test('in part, with other punctuation, in rich text, in a closed shadow root and in a frame', async () => {
  const chat = await reviewed('block');
  await copy(chat, '#answer', OFFER.indexOf('Customers'));
  const crm = await open('/crm');
  await pasteInto(crm, '#rich');
  await deepWait(crm, KNOWN);
  await crm.locator('#other').click();
  await deepGone(crm, KNOWN);
  await crm.evaluate('focusShadow()');
  await crm.keyboard.press('Control+V');
  await deepWait(crm, KNOWN);
  await expect.poll(() => crm.evaluate('inShadow()')).toContain('two months free');
  await crm.locator('#other').click();
  await deepGone(crm, KNOWN);
  await crm.frameLocator('iframe').locator('#inner').click();
  await crm.keyboard.press('Control+V');
  await deepWait(crm, KNOWN);
  await crm.locator('#other').click();
  await deepGone(crm, KNOWN);
  // As an editor writes it: other quotes and dashes, capitals, line breaks.
  await crm
    .locator('#plain')
    .fill(OFFER.toUpperCase().replaceAll('. ', ' — ').replaceAll(',', ' …').replaceAll(' AND ', '\n“AND” '));
  await crm.locator('#plain').press('Control+A');
  await crm.keyboard.press('Control+X');
  await crm.keyboard.press('Control+V');
  await deepWait(crm, KNOWN);
});

test('what is dragged into a field is recognised too, and what is dropped elsewhere is left alone', async () => {
  await reviewed('block');
  const crm = await open('/crm');
  await crm.evaluate((text) => {
    const [from, zone] = [document.createElement('p'), document.createElement('div')];
    from.id = 'dragged';
    from.textContent = text;
    zone.id = 'zone';
    zone.style.cssText = 'height: 60px; background: #eee';
    zone.addEventListener('dragover', (event) => event.preventDefault());
    zone.addEventListener('drop', (event) => {
      event.preventDefault();
      zone.textContent = event.dataTransfer?.getData('text') ?? '';
    });
    document.body.prepend(from, zone);
  }, OFFER);
  const drag = async (selector: string) => {
    await crm.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#dragged') as Node));
    await crm.locator('#dragged').dragTo(crm.locator(selector), { sourcePosition: { x: 60, y: 8 } });
  };
  await crm.locator('#plain').focus();
  await drag('#zone');
  await expect(crm.locator('#zone')).toHaveText(OFFER);
  await drag('#plain');
  await expect(crm.locator('#plain')).toHaveValue(OFFER);
  await deepWait(crm, KNOWN);
  await crm.locator('#other').click();
  await expect.poll(async () => (await reused()).length).toBe(1);
});

test('the corrected text is one click away, and can be taken back', async () => {
  const chat = await reviewed('modify');
  await copy(chat, '#answer', 0, OFFER.indexOf(' Customers'));
  const crm = await open('/crm');
  const field = crm.locator('#plain');
  await field.fill('Before. ');
  await field.press('End');
  await crm.keyboard.press('Control+V');
  await crm.keyboard.type(' After.');
  await deepWait(crm, KNOWN);
  await expect.poll(() => deepText(crm, KNOWN)).toContain('Use the corrected text');
  const original = `Before. ${OFFER.slice(0, OFFER.indexOf(' Customers'))} After.`;
  await expect(field).toHaveValue(original);
  await pressNotice(crm);
  const corrected = original.replace('thirty euros', 'thirty-five euros');
  await expect(field).toHaveValue(corrected);
  await pressNotice(crm);
  await expect(field).toHaveValue(original);
});

/** Presses the button of the notice, once it has stood there for so long that the press is meant. */
async function pressNotice(page: Page): Promise<void> {
  const buttons = `${KNOWN} .buttons`;
  const label = await deepText(page, buttons);
  const shownBy = await page.evaluate(() => performance.now());
  await page.waitForFunction((by) => performance.now() - by > 600, shownBy);
  await deepClick(page, `${buttons} button`);
  await expect.poll(() => deepText(page, buttons)).not.toBe(label);
}

test('a page cannot tell which text is recognised: by its DOM, by hit tests, or by pastes that it makes up', async () => {
  const chat = await reviewed('block');
  const crm = await open('/crm');
  const view = () =>
    crm.evaluate(() => {
      const hosts = [...document.querySelectorAll('[data-countersign]')];
      const hits = new Set<string>();
      for (let y = 0; y < innerHeight; y += 6)
        for (let x = 0; x < innerWidth; x += 6)
          for (const hit of document.elementsFromPoint(x, y)) hits.add(hit.tagName + hit.id);
      const boxes = hosts.map((host) =>
        JSON.stringify([host.outerHTML, host.getBoundingClientRect(), host.matches(':popover-open')]),
      );
      const sizes = [document.documentElement.scrollWidth, document.documentElement.scrollHeight];
      return JSON.stringify([
        hosts.length,
        [...hits].sort(),
        boxes,
        sizes,
        document.activeElement?.id,
        document.getAnimations().length,
      ]);
    });
  // A paste that no person made is not even heard.
  await crm.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document
      .querySelector('#plain')
      ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true }));
  }, OFFER);
  await copy(chat, '#note');
  await pasteInto(crm, '#plain');
  await deepWait(crm, '.notice[data-up]');
  const ordinary = await still(view);
  expect(await deepCount(crm, KNOWN)).toBe(0);
  const [box] = await still(() => deepBoxes(crm, '.notice'));
  await crm.locator('#plain').fill('');
  await crm.locator('#other').click();
  await copy(chat, '#answer');
  await pasteInto(crm, '#plain');
  await deepWait(crm, KNOWN);
  await expect.poll(view).toBe(ordinary);
  await expect.poll(async () => (await deepBoxes(crm, '.notice'))[0]).toEqual(box);
  // Presses that the page makes up do nothing.
  await crm.evaluate(
    ([x, y]) => {
      for (const type of ['pointerdown', 'click'])
        document
          .elementFromPoint(x, y)
          ?.dispatchEvent(new MouseEvent(type, { clientX: x, clientY: y, bubbles: true, detail: 1 }));
    },
    [(box?.x ?? 0) + (box?.width ?? 0) - 18, (box?.y ?? 0) + 18] as const,
  );
  expect(await deepCount(crm, KNOWN)).toBe(1);
  expect((await reused()).length).toBe(0);
  await crm.keyboard.press('Escape');
});

test('where the policy asks for it, a page that holds a text with a verdict says so when it is opened', async () => {
  await reviewed('block');
  server.page(
    '/wiki',
    `<!doctype html><meta charset="utf-8"><title>Wiki</title><h1>Prices</h1><p>${OFFER}</p><p>${NOTE}</p>`,
  );
  const before = await open('/wiki');
  await loadPolicy(browser, JSON.stringify({ format: 1, version: '1', reuse: { showOnPages: ['127.0.0.1'] } }));
  const wiki = await open('/wiki#again');
  await deepWait(wiki, '.mark[data-status="blocked"]');
  await expect.poll(() => deepText(wiki, '.mark[data-status="blocked"]')).toContain('AI text from ChatGPT');
  await expect.poll(() => deepCount(wiki, '.mark')).toBe(2);
  expect(await deepCount(wiki, '.mark[data-status]')).toBe(1);
  await before.close();
});
