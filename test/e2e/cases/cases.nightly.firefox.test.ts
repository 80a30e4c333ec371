/** The hard cases in which Firefox goes ways of its own: closed roots, frames, the back/forward cache, an update. */
import { expect, test } from 'playwright/test';
import type { Page } from 'puppeteer-core';
import { buildDir } from '../../../scripts/machine.ts';
import { BY_CLOCK, type ExtensionFirefox, launchFirefox } from '../harness/firefox/firefox.ts';
import { deepEvaluate, deepWait } from '../harness/firefox/firefox-deep.ts';
import { listOutputs } from '../harness/firefox/firefox-flows.ts';
import { startServer, type TestServer } from '../harness/server.ts';
import { chatPage, FIRST } from './chat-page.ts';

const BADGE = 'button[data-status]';
let firefox: ExtensionFirefox;
let server: TestServer;

test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  server = await startServer();
  firefox = await launchFirefox({ pageCache: true });
});
test.afterAll(async () => {
  await firefox.close();
  await server.close();
});

async function open(path: string, html = chatPage()): Promise<Page> {
  const page = await firefox.browser.newPage();
  await page.goto(server.page(path, html));
  return page;
}

/** Waits until all outputs of a page are complete, with these texts. */
async function shows(page: Page, texts: readonly string[], url = page.url()): Promise<string[]> {
  let ids: string[] = [];
  const look = async () => {
    const listed = await listOutputs(firefox, url);
    ids = listed.map(({ id }) => id);
    return listed.map(({ state, text }) => (state === 'complete' ? text : state));
  };
  await expect.poll(look).toEqual([...texts]);
  return ids;
}

const stream = (page: Page, text: string) =>
  page.evaluate(async (words) => {
    window.chat.user('Go on.');
    await window.chat.tell(window.chat.answer({ text: '' }), words, { every: 60 });
  }, text);

test('an answer that streams in closed shadow roots, one within another', async () => {
  const page = await open('/closed');
  await shows(page, [FIRST]);
  const text = 'Drawn in closed roots, word by word.';
  await page.evaluate(async (words) => {
    window.chat.user('Draw it.');
    const turn = window.chat.answer({ html: '<x-part></x-part>' });
    const outer = (turn.querySelector('x-part') as HTMLElement).attachShadow({ mode: 'closed' });
    const inner = document.createElement('x-words');
    outer.append(inner);
    const root = inner.attachShadow({ mode: 'closed' });
    for (const word of words.split(/(?<= )/)) {
      await window.chat.paced(100);
      root.append(word);
    }
  }, text);
  await shows(page, [FIRST, text]);
  await page.close();
});

test('about:blank and srcdoc frames, and a frame of another origin', async () => {
  const turns = (text: string) =>
    `<div data-turn='user' data-testid='conversation-turn-1'>Ask</div><div data-turn='assistant' data-testid='conversation-turn-2'><div class='markdown'><p>${text}</p></div></div>`;
  server.page('/foreign', chatPage());
  const page = await open(
    '/frames',
    `<!doctype html><title>Frames</title><iframe name="blank"></iframe>
    <iframe name="written" srcdoc="${turns('Written into the frame.')}"></iframe>
    <iframe name="foreign" src="http://localhost:${new URL(server.url).port}/foreign"></iframe>
    <script>document.querySelector('[name=blank]').contentDocument.body.innerHTML = ${JSON.stringify(turns('Put into a blank frame.'))};</script>`,
  );
  const own = await firefox.own();
  const frames = () =>
    own.evaluate(async (url) => {
      const { browser } = globalThis as unknown as { browser: Frames };
      const tab = (await browser.tabs.query({})).find((candidate) => candidate.url === url);
      const target = { tabId: tab?.id ?? 0, allFrames: true };
      const found = await browser.scripting.executeScript({ target, func: () => window.name });
      const texts: Record<string, string[]> = {};
      for (const { frameId, result } of found) {
        const message = browser.tabs.sendMessage(target.tabId, { type: 'outputs.list' }, { frameId });
        texts[result || 'top'] = (await message.catch(() => [])).map(({ text }) => text);
      }
      return texts;
    }, page.url());
  await expect.poll(frames).toEqual({
    top: [],
    blank: ['Put into a blank frame.'],
    written: ['Written into the frame.'],
    foreign: [FIRST],
  });
  await page.close();
});
interface Frames {
  tabs: {
    query(of: object): Promise<{ id: number; url?: string }[]>;
    sendMessage(tabId: number, message: object, options: object): Promise<{ text: string }[]>;
  };
  scripting: { executeScript(of: object): Promise<{ frameId: number; result: string }[]> };
}

test('a page that comes back from the back/forward cache goes on where it was', async () => {
  const page = await open('/kept');
  const before = await shows(page, [FIRST]);
  const url = page.url(); // no navigation is reported for a page that comes back
  await page.evaluate(() => Object.assign(window, { stayed: true }));
  await page.goto(server.page('/elsewhere', '<title>Elsewhere</title>'));
  await page.evaluate(() => history.back());
  await page.waitForFunction(() => (window as unknown as { stayed?: boolean }).stayed === true, BY_CLOCK);
  expect(await shows(page, [FIRST], url)).toEqual(before);
  await stream(page, 'Streamed after it came back.');
  await shows(page, [FIRST, 'Streamed after it came back.'], url);
  await page.close();
});

test('an extension that is updated while a page is open: the new one takes over, and the old one leaves nothing', async () => {
  const page = await open('/updated');
  await shows(page, [FIRST]);
  await page.bringToFront();
  await deepWait(page, BADGE);
  await firefox.browser.installExtension(buildDir('firefox-mv3-test'));
  await shows(page, [FIRST]);
  await stream(page, 'Streamed under the new one.');
  await shows(page, [FIRST, 'Streamed under the new one.']);
  await page.bringToFront();
  const badges = () => deepEvaluate<string>(page, BADGE, 'it.dataset.status');
  await expect.poll(badges).toEqual(['unreviewed', 'unreviewed']);
  await page.close();
});
