/**
 * The twelve adversaries of `adversaries.test.ts`, each played in Firefox. What a page does by itself there, it does under a press:
 * Firefox gives a page the clipboard only then.
 */
import { test } from 'playwright/test';
import type { Page } from 'puppeteer-core';
import { expect } from '../harness/expect.ts';
import { BY_CLOCK, type ExtensionFirefox, launchFirefox } from '../harness/firefox/firefox.ts';
import { deepTexts, deepWait } from '../harness/firefox/firefox-deep.ts';
import { listOutputs, oneOutput, press } from '../harness/firefox/firefox-flows.ts';
import { badge } from '../harness/flows.ts';
import { FAQ, policyWith } from '../harness/pages/gated.ts';
import { HOSTILE, type Hostile, NOTE, STREAMED } from '../harness/pages/hostile-gated.ts';
import { OFFER } from '../harness/pages/reuse-pages.ts';
import { startServer, type TestServer } from '../harness/server.ts';

const BOX = '.gate:not([hidden])';
/** The page with a button that does whatever the page has next. */
const PAGE = HOSTILE.replace(
  '<p id="before">',
  '<button id="run" style="position:fixed;top:0;left:0" onclick="next()">Run</button><p id="before">',
);

let server: TestServer;
let firefox: ExtensionFirefox;
let page: Page;

test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  server = await startServer();
  firefox = await launchFirefox({ grants: true });
  const options = await firefox.open('options.html#reading');
  const field = await options.waitForFunction(
    () => [...document.querySelectorAll('label')].find((label) => label.textContent?.trim() === 'Load rules')?.htmlFor,
    BY_CLOCK,
  );
  await options.locator(`[id="${await field.jsonValue()}"]`).fill(policyWith(FAQ));
  await press(options, '#tools button', 'Load');
  await options.waitForSelector('#tools [data-policy="spring"]');
  await options.close();
});
test.afterAll(async () => {
  await firefox.close();
  await server.close();
});
test.beforeEach(async () => {
  page = await firefox.browser.newPage();
  await page.goto(server.page('/gated/adversaries', PAGE));
  await oneOutput(firefox, page.url());
  await page.bringToFront();
  await deepWait(page, badge('unreviewed'));
  await standing();
});
test.afterEach(() => page.close());

/** Waits until the gate stands: a write of its answer would be refused. */
async function standing(): Promise<void> {
  const mayWrite = (text: string) =>
    dispatchEvent(new CustomEvent('countersign:write', { detail: text, cancelable: true }));
  await expect.poll(() => page.evaluate(mayWrite, OFFER)).toBe(false);
  await closed();
}

const boxes = async (): Promise<number> => (await deepTexts(page, BOX)).length;

async function closed(): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect.poll(boxes, { timeout: 1_000 }).toBe(0);
  }).toPass();
}

/** Has the page do something under a press of its button. What it does is text: nothing of ours is in the page. */
async function run(source: string): Promise<void> {
  await page.evaluate(`window.next = () => { ${source} }`);
  await page.click('#run');
}

async function key(letter: 'c' | 'v'): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press(letter);
  await page.keyboard.up('Control');
}

const select = (from: string, to: string, start: number, end: number): Promise<void> =>
  page.evaluate(
    (first, last, at, until) => {
      const textOf = (css: string) => document.querySelector(css)?.firstChild as Text;
      getSelection()?.setBaseAndExtent(textOf(first), at, textOf(last), until);
    },
    ...([from, to, start, end] as const),
  );

async function copyKey(...selected: Parameters<typeof select>): Promise<void> {
  // A selection in the page is copied by a key only where no field has the focus.
  await page.click('#before');
  await select(...selected);
  await key('c');
}

async function clipboard(): Promise<string> {
  await page.$eval('#field', (element) => {
    (element as HTMLTextAreaElement).value = '';
  });
  await page.click('#field');
  await key('v');
  return page.$eval('#field', (element) => (element as HTMLTextAreaElement).value);
}

/** Puts something harmless onto the clipboard, which no gate holds. */
async function freshClipboard(): Promise<void> {
  await page.click('#note', { count: 3 });
  await key('c');
  await expect.poll(clipboard).toBe(NOTE);
}

const QUOTED = JSON.stringify(OFFER);
const STOPPED: [name: string, leave: () => Promise<unknown>][] = [
  [
    '1 a script whose own listener puts the text onto the clipboard, and was there before us',
    async () => {
      await page.evaluate(`window.puts = ${QUOTED}`);
      await copyKey('#answer', '#answer', 0, OFFER.length);
      await page.evaluate('window.puts = undefined');
    },
  ],
  ['2 execCommand', () => run("copyAll('#answer')")],
  ['3 navigator.clipboard', () => run(`navigator.clipboard.writeText(${QUOTED}).catch(() => undefined)`)],
  ['7 a cloned node', () => run("cloneAnswer(); copyAll('#clone')")],
  ['9 a selection across two outputs', () => copyKey('#answer', '#second', 9, 12)],
  ['10 a part of an output', () => copyKey('#answer', '#answer', 4, 30)],
];

test('those that are stopped, and the clipboard keeps what it had', async () => {
  await freshClipboard();
  for (const [name, leave] of STOPPED) {
    await leave();
    await deepWait(page, BOX);
    await closed();
    expect(await clipboard(), name).toBe(NOTE);
  }
  await test.step('11 copied while it is being written', async () => {
    await page.evaluate((text) => (window as unknown as Hostile).grow(text), STREAMED);
    // In the moment before it is found it goes.
    const held = async () => {
      await run("copyAll('#growing')");
      return boxes();
    };
    await expect.poll(held).toBe(1);
  });
});

const dragged = () => page.evaluate(() => (window as unknown as Hostile).dragged);

/** Takes a selected paragraph with the mouse and draws it away. */
async function drag(css: string): Promise<void> {
  await page.click(css, { count: 3 });
  const box = await (await page.waitForSelector(css))?.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 30, (box?.y ?? 0) + 8);
  await page.mouse.down();
  await page.mouse.move((box?.x ?? 0) + 80, (box?.y ?? 0) + 60, { steps: 6 });
}

test('4 dragged out: the page hears of no drag', async () => {
  await drag('#answer');
  await deepWait(page, BOX);
  await page.mouse.up();
  await closed();
  expect(await dragged()).toBe(0);
  // What no gate holds is dragged as ever.
  await drag('#note');
  await expect.poll(dragged).toBe(1);
  await page.mouse.up();
});

test('those that are not: by the browser’s own means, by what the page kept, from a frame of its own', async () => {
  await test.step('3 navigator.clipboard, kept from before us', async () => {
    await run(`keptWrite(${QUOTED})`);
    await expect.poll(clipboard).toBe(OFFER);
  });
  await test.step('5 printed', async () => {
    const whole = await page.pdf();
    await page.evaluate('document.querySelector("#answer").textContent = ""');
    expect(whole.length).toBeGreaterThan((await page.pdf()).length);
    await page.reload();
    await oneOutput(firefox, page.url());
    await page.bringToFront();
  });
  await test.step('6 read in the source', async () => {
    expect(await page.evaluate(async () => (await fetch(location.href)).text())).toContain(OFFER);
  });
  await test.step('8 from a frame that the page made', async () => {
    await freshClipboard();
    await page.evaluate(() => (window as unknown as Hostile).frameAnswer());
    const frame = await page.waitForFrame((one) => one.parentFrame() !== null);
    await frame.waitForFunction(() => document.querySelector('#inside') !== null, BY_CLOCK);
    await frame.click('#inside', { count: 3 });
    await key('c');
    await expect.poll(async () => (await clipboard()).trim()).toBe(OFFER);
  });
  expect(await boxes()).toBe(0);
});

test('12 an extension that is reloaded under the page: the gate goes with it, and stands again once it is back', async () => {
  await freshClipboard();
  const inside = await firefox.open('manifest.json');
  // It takes this page with it.
  await inside
    .evaluate(() => (globalThis as unknown as { browser: { runtime: { reload(): void } } }).browser.runtime.reload())
    .catch((error: Error) => expect(error.message).not.toBe(''));
  const found = () =>
    listOutputs(firefox, page.url()).then(
      ({ length }) => length > 0,
      () => false,
    );
  await expect.poll(found).toBe(true);
  await page.bringToFront();
  await standing();
  await copyKey('#answer', '#answer', 0, OFFER.length);
  await deepWait(page, BOX);
  await closed();
  expect(await clipboard()).toBe(NOTE);
});
