/** A page that wants to cheat: it makes events, forges messages, watches keys, frames our page, and its AI text is code. */
import type { Page } from 'playwright';
import { test } from 'playwright/test';
import { type ExtensionBrowser, launchChromium, openPanel, tabIdOf, withExtension } from '../harness/chromium.ts';
import { deepClick, deepCount, deepEvaluate, deepText, deepTexts, deepWait } from '../harness/deep.ts';
import { expect } from '../harness/expect.ts';
import { badge, choose, closeCard, composeFrame, flag, openTrace, outputsOf } from '../harness/flows.ts';
import { startServer, type TestServer } from '../harness/server.ts';

let browser: ExtensionBrowser;
let server: TestServer;
let url: string;

const CODE = '<img src=x onerror="window.ran = true"><script>window.ran = true</script>';

/** Two answers, one of which is HTML as text and as links; everything that the page can overhear is kept in `heard`. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>Hostile</title>
<style>body { margin: 0; font: 16px sans-serif } main { max-width: 600px; padding: 20px }</style>
<script>
  window.heard = [];
  const note = (what) => window.heard.push(String(what));
  for (const type of ['keydown', 'keyup', 'keypress', 'beforeinput', 'input'])
    addEventListener(type, (event) => note(type + ':' + (event.key ?? event.data)), true);
  addEventListener('message', (event) => note('message:' + JSON.stringify(event.data)), true);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) { note('attachShadow'); return attach.call(this, { ...options, mode: 'open' }); };
  for (const [type, name] of [[Array, 'includes'], [String, 'replace'], [Map, 'set'], [Promise, 'then']]) {
    const own = type.prototype[name];
    type.prototype[name] = function (...args) {
      for (const part of [this, ...args]) if (typeof part === 'string' && /reported|blocked|countersign/i.test(part)) note(name + ':' + part);
      return own.apply(this, args);
    };
  }
</script>
<main>
  <div data-turn="user" data-testid="conversation-turn-1"><div data-message-author-role="user"><div class="whitespace-pre-wrap">Write the notice.</div></div></div>
  <div data-turn="assistant" data-testid="conversation-turn-2"><div data-message-author-role="assistant" data-message-id="m2" data-message-model-slug="m"><div class="markdown"></div></div></div>
</main>
<script>
  const prose = document.querySelector('.markdown');
  prose.append(${JSON.stringify(CODE)}.replaceAll('<\\u002f', '</'), ' Please read this notice carefully.');
  const link = document.createElement('a');
  link.href = 'javascript:window.ran=true';
  link.textContent = 'a link';
  prose.append(link);
  window.answer = (id, text) => {
    const turn = document.querySelector('[data-turn="assistant"]').cloneNode(true);
    turn.querySelector('[data-message-id]').dataset.messageId = id;
    turn.querySelector('.markdown').textContent = text;
    document.querySelector('main').append(turn);
  };
</script>`.replace('</script></script>', '<\\/script></script>');

test.beforeAll(async () => {
  server = await startServer();
  url = server.page('/hostile', PAGE.replace(JSON.stringify(CODE), JSON.stringify(CODE).replaceAll('</', '<\\u002f')));
  browser = await launchChromium({ timeToUndo: true });
});
test.afterAll(async () => {
  await browser.close();
  await server.close();
});

async function openHostile(): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(url);
  await deepWait(page, 'button[data-status]');
  return page;
}

/** How many events of a type this browser has stored. */
const stored = (type: string): Promise<number> =>
  withExtension(browser, (inside) =>
    inside.evaluate(async (wanted) => {
      const open = indexedDB.open('countersign');
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        open.onsuccess = () => resolve(open.result);
        open.onerror = () => reject(open.error);
      });
      const all = db.transaction('events').objectStore('events').getAll();
      const rows = await new Promise<{ event: { type: string } }[]>((resolve) => {
        all.onsuccess = () => resolve(all.result);
      });
      db.close();
      return rows.filter(({ event }) => event.type === wanted).length;
    }, type),
  );
const MADE = 'countersign.report.made.v1';

test('events that a page makes open nothing and report nothing; a person’s do', async () => {
  const page = await openHostile();
  const before = await stored(MADE);
  const attack = () =>
    page.evaluate(() => {
      for (const element of document.querySelectorAll('*')) {
        for (const type of ['pointerenter', 'pointerover', 'pointerdown', 'pointerup', 'click', 'focus'])
          element.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, clientX: 900, clientY: 30 }));
        element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
        if (element instanceof HTMLElement) element.click();
      }
    });
  await attack();
  // The badge is reached through the protocol, as no page could: even then a made-up click does nothing.
  await deepMake(page, 'button[data-status]');
  expect(await deepCount(page, '[data-category]')).toBe(0);
  await deepClick(page, 'button[data-status]');
  await deepWait(page, '[data-category="factual"]');
  await attack();
  await deepMake(page, '[data-category="factual"]');
  expect(await deepCount(page, '[data-severity]')).toBe(0);
  await deepClick(page, '[data-category="factual"]');
  await deepWait(page, '[data-severity="major"]');
  await deepMake(page, '[data-severity="major"]');
  await attack();
  expect(await stored(MADE)).toBe(before);
  await deepClick(page, '[data-severity="major"]');
  await deepWait(page, badge('reported'));
  await expect.poll(() => stored(MADE)).toBe(before + 1);
  await deepClick(page, '[data-action="undo"]');
  await deepWait(page, badge('unreviewed'));
  await page.close();
});

/** Makes an untrusted click on an element inside our closed root. */
async function deepMake(page: Page, selector: string): Promise<void> {
  await deepEvaluate(
    page,
    selector,
    `(this.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true })), this.click(), true)`,
  );
}

test('forged messages and a forged start-up event change nothing', async () => {
  const page = await openHostile();
  const before = await stored(MADE);
  await page.evaluate((id) => {
    const names = [
      'output.seen',
      'report.make',
      'decision.make',
      'target.save',
      'detector.start',
      'outputs.list',
      'status.change',
    ];
    for (const type of names) {
      postMessage({ type, body: {}, statuses: [{ hash: 'x', status: 'approved' }] }, '*');
      document.dispatchEvent(new CustomEvent(type, { detail: { type } }));
    }
    for (const target of [document, window])
      for (const name of ['detector', 'overlay', 'learner'])
        target.dispatchEvent(
          new CustomEvent(`${id}:${name}:wxt:content-script-started`, {
            detail: { contentScriptName: name, messageId: 'forged' },
          }),
        );
    postMessage({ type: `${id}:wxt:content-script-started`, contentScriptName: 'detector', messageId: 'forged' }, '*');
    const { answer } = window as unknown as { answer(id: string, text: string): void };
    answer('after', 'An answer that came after all the forging.');
  }, browser.extensionId);
  const outputs = await outputsOf(browser, page, 2);
  expect(outputs.map(({ text }) => text)).toContain('An answer that came after all the forging.');
  await expect.poll(() => deepCount(page, 'button[data-status]')).toBe(2);
  expect(await deepCount(page, badge('approved'))).toBe(0);
  expect(await stored(MADE)).toBe(before);
  expect(
    await page.evaluate(
      () => typeof (globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome?.runtime?.sendMessage,
    ),
  ).toBe('undefined');
  await page.close();
});

test('what a person types and what a text’s status is stays hidden from the page', async () => {
  const page = await openHostile();
  await flag(page, 'security', 'critical');
  await deepClick(page, '[data-action="comment"]');
  const frame = await composeFrame(page);
  await frame.locator('textarea').click();
  await page.keyboard.type('xyzzy secret');
  await frame.getByRole('button', { name: 'Save' }).click();
  await deepWait(page, badge('reported'));
  await closeCard(page);
  // The page does hear keys pressed in its own document: its ears are open.
  await page.keyboard.press('q');
  const { heard, seen } = await page.evaluate(() => {
    const { heard: all } = window as unknown as { heard: string[] };
    const hosts = [...document.querySelectorAll('[data-countersign]')];
    const known = hosts.map((host) => `${host.outerHTML} ${host.shadowRoot?.innerHTML ?? ''} ${host.textContent}`);
    const entries = performance.getEntries().map(({ name }) => name);
    return { heard: all, seen: [...known, ...entries, String(window.length)] };
  });
  expect(heard).toContain('keydown:q');
  const everything = [...heard, ...seen].join('\n');
  for (const letter of ['keydown:x', 'keydown:z', 'input:x', 'xyzzy', 'secret'])
    expect(everything).not.toContain(letter);
  expect(everything).not.toMatch(/reported|blocked|security|token/i);
  expect(heard).not.toContain('attachShadow');
  const panel = await openPanel(browser, await tabIdOf(browser, page));
  await panel.getByRole('tab', { name: 'My reports' }).click();
  await expect(panel.getByText('xyzzy secret')).toBeVisible();
  await panel.close();
  await page.close();
});

test('a page that frames our compose page gets a refusal, and no field', async () => {
  const page = await openHostile();
  await page.evaluate((id) => {
    const frame = document.createElement('iframe');
    frame.id = 'framed';
    frame.src = `chrome-extension://${id}/compose.html`;
    frame.addEventListener('load', () => {
      Object.assign(window, { isFramed: true });
      for (const token of ['', 'guess', crypto.randomUUID()])
        frame.contentWindow?.postMessage({ countersign: 'compose', token }, '*');
    });
    document.body.append(frame);
  }, browser.extensionId);
  const framed = () => page.frames().filter((frame) => frame.parentFrame() !== null);
  await page.waitForFunction(() => 'isFramed' in window);
  expect(framed()).toHaveLength(1);
  // Chromium blocks the address, since only its dynamic form may be framed; a browser that lets it through gets words.
  const [frame] = framed();
  const words = async () => (await frame?.locator('body').allInnerTexts())?.join('') ?? '';
  await expect.poll(words).not.toContain('What is wrong');
  expect(await frame?.locator('textarea').count()).toBe(0);
  const alone = await browser.open('compose.html');
  await expect(alone.getByText('This frame was not opened by Countersign.')).toBeVisible();
  expect(await alone.locator('textarea').count()).toBe(0);
  await Promise.all([alone.close(), page.close()]);
});

test('AI text with HTML and script in it is text everywhere', async () => {
  const page = await openHostile();
  const [output] = await outputsOf(browser, page, 1);
  expect(output?.text).toContain('<img src=x onerror=');
  await deepClick(page, 'button[data-status]');
  await deepWait(page, '[data-category="factual"]');
  const cardLinks = await deepTexts(page, '.links a');
  expect(cardLinks).toEqual([]);
  await openTrace(page);
  await expect.poll(() => deepText(page, '.trace')).toContain('none');
  await choose(page, 'security');
  await deepClick(page, '[data-severity="critical"]');
  await deepWait(page, badge('reported'));
  await closeCard(page);
  const panel = await openPanel(browser, await tabIdOf(browser, page));
  await panel.getByRole('tab', { name: 'This page' }).click();
  await expect(panel.getByText('<img src=x onerror=').first()).toBeVisible();
  await panel.getByRole('tab', { name: 'Queue' }).click();
  await panel.locator('[data-output-hash] button').first().click();
  await expect(panel.getByText('<script>window.ran = true').first()).toBeVisible();
  for (const where of [page, panel])
    expect(await where.evaluate(() => (window as { ran?: boolean }).ran)).toBeUndefined();
  expect(await panel.locator('a[href^="javascript:"], img[src="x"]').count()).toBe(0);
  await panel.close();
  await page.close();
});

test('a host element that the page sweeps away comes back, and the page stays quick', async () => {
  const page = await openHostile();
  await page.evaluate(() => {
    const sweeper = { times: 0, stop: () => observer.disconnect() };
    const observer = new MutationObserver(() => {
      for (const host of document.querySelectorAll('[data-countersign]')) {
        sweeper.times++;
        host.remove();
      }
    });
    Object.assign(window, { sweeper });
    observer.observe(document.documentElement, { childList: true, subtree: true });
  });
  for (let at = 0; at < 5; at++) {
    await page.evaluate((n) => {
      const { answer } = window as unknown as { answer(id: string, text: string): void };
      answer(`again-${n}`, `Answer number ${n}, which makes the badges come back.`);
    }, at);
    await outputsOf(browser, page, at + 2);
  }
  const swept = await page.evaluate(() => {
    const { sweeper } = window as unknown as { sweeper: { times: number; stop(): void } };
    sweeper.stop();
    return sweeper.times;
  });
  expect(swept).toBeLessThan(2_000);
  await page.evaluate(() =>
    (window as unknown as { answer(id: string, text: string): void }).answer(
      'last',
      'The last answer, with nobody sweeping.',
    ),
  );
  await outputsOf(browser, page, 7);
  await deepWait(page, 'button[data-status]');
  await page.close();
});
