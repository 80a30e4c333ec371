/** The verdict follows the text: copied from an answer, pasted into another page, said there, corrected, measured. */
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { type ExtensionBrowser, launchChromium } from './harness/chromium.ts';
import { deepBoxes, deepClick, deepCount, deepGone, deepText, deepWait } from './harness/deep.ts';
import { badge, closeCard, decide, flag, panelFor } from './harness/flows.ts';
import { startServer, type TestServer } from './harness/server.ts';
import { eventsStored } from './harness/stored.ts';

const OFFER =
  'The premium plan costs thirty euros a month and includes support on weekdays from nine to six. Customers who pay for a whole year get two months free, and may cancel within fourteen days after the purchase.';
const CORRECTED = OFFER.replace('thirty euros', 'thirty-five euros');
const NOTE =
  'Our meeting with the new supplier was moved to Thursday at ten, because the room upstairs is being painted this week and nobody can work there.';

const CHAT = `<!doctype html><meta charset="utf-8"><title>Chat</title><main style="max-width: 640px; padding: 20px">
<div data-turn="user" data-testid="conversation-turn-1"><div data-message-author-role="user"><div class="whitespace-pre-wrap">What does it cost?</div></div></div>
<div data-turn="assistant" data-testid="conversation-turn-2"><div data-message-author-role="assistant" data-message-id="m2" data-message-model-slug="m"><div class="markdown"><p id="answer">${OFFER}</p></div></div></div></main>
<p id="note">${NOTE}</p>`;
const CRM = `<!doctype html><meta charset="utf-8"><title>CRM</title><style>body { font: 16px sans-serif; padding: 20px } textarea, [contenteditable] { display: block; width: 560px; height: 90px; border: 1px solid; margin: 12px 0; overflow: auto }</style>
<form><textarea id="plain" aria-label="Plain"></textarea><div id="rich" contenteditable="true"></div><x-field></x-field><iframe srcdoc="<textarea id=inner style='width:90%;height:60px'></textarea>" style="width: 560px; height: 90px"></iframe><button type="button" id="other">Other</button></form>
<script>const root = document.querySelector('x-field').attachShadow({ mode: 'closed' }); root.innerHTML = '<textarea style="width:560px;height:60px"></textarea>'; window.inShadow = () => root.querySelector('textarea').value; window.focusShadow = () => root.querySelector('textarea').focus();</script>`;

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
  const text = await deepText(crm, KNOWN);
  expect(text).toContain('AI text from ChatGPT');
  expect(text).toContain('Blocked: Wrong or invented fact');
  expect(text).not.toContain('price'); // a colleague's words stay in the extension
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
  expect(await crm.evaluate('inShadow()')).toContain('two months free');
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
  expect(await deepText(crm, KNOWN)).toContain('Use the corrected text');
  const original = `Before. ${OFFER.slice(0, OFFER.indexOf(' Customers'))} After.`;
  expect(await field.inputValue()).toBe(original);
  await pressNotice(crm);
  const corrected = original.replace('thirty euros', 'thirty-five euros');
  await expect(field).toHaveValue(corrected);
  await pressNotice(crm);
  await expect(field).toHaveValue(original);
});

/** Presses the button of the notice, again where it was too soon to be meant. */
async function pressNotice(page: Page): Promise<void> {
  const buttons = `${KNOWN} .buttons`;
  const label = await deepText(page, buttons);
  await expect(async () => {
    await deepClick(page, `${buttons} button`);
    await expect.poll(() => deepText(page, buttons), { timeout: 2_000 }).not.toBe(label);
  }).toPass();
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
  const ordinary = await view();
  expect(await deepCount(crm, KNOWN)).toBe(0);
  const [box] = await deepBoxes(crm, '.notice');
  await crm.locator('#plain').fill('');
  await crm.locator('#other').click();
  await copy(chat, '#answer');
  await pasteInto(crm, '#plain');
  await deepWait(crm, KNOWN);
  expect(await view()).toBe(ordinary);
  expect((await deepBoxes(crm, '.notice'))[0]).toEqual(box);
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
  const options = await browser.open('options.html');
  await options
    .locator('#tools')
    .getByLabel('Load a policy')
    .fill(JSON.stringify({ format: 1, version: '1', reuse: { showOnPages: ['127.0.0.1'] } }));
  await options.locator('#tools').getByRole('button', { name: 'Load', exact: true }).click();
  await expect(options.locator('#tools [data-policy]')).toBeVisible();
  const wiki = await open('/wiki');
  await deepWait(wiki, '.mark[data-status="blocked"]');
  expect(await deepText(wiki, '.mark[data-status="blocked"]')).toContain('AI text from ChatGPT');
  await expect.poll(() => deepCount(wiki, '.mark')).toBe(2);
  expect(await deepCount(wiki, '.mark[data-status]')).toBe(1);
  await before.close();
});
