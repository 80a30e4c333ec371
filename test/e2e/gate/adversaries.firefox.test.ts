/**
 * The adversaries of `adversaries.test.ts` in a real Firefox. The table in docs/threat-model.md says the same; whoever changes one changes
 * the other.
 */
import { inflateSync } from 'node:zlib';
import { test } from 'playwright/test';
import type { Page } from 'puppeteer-core';
import { buildDir } from '../../../scripts/machine.ts';
import { expect } from '../harness/expect.ts';
import { BY_CLOCK, type ExtensionFirefox, launchFirefox } from '../harness/firefox/firefox.ts';
import { deepTexts, deepWait } from '../harness/firefox/firefox-deep.ts';
import { press } from '../harness/firefox/firefox-flows.ts';
import { away, BOX, clipboard, closed, copy, keys } from '../harness/firefox/firefox-gate.ts';
import { badge } from '../harness/flows.ts';
import { nightly } from '../harness/nightly.ts';
import { FAQ, policyWith } from '../harness/pages/gated.ts';
import { HOSTILE, type Hostile, NOTE, STREAMED } from '../harness/pages/hostile-gated.ts';
import { OFFER } from '../harness/pages/reuse-pages.ts';
import { startServer, type TestServer } from '../harness/server.ts';

let server: TestServer;
let firefox: ExtensionFirefox;
let page: Page;
test.beforeAll(async () => {
  [server, firefox] = await Promise.all([startServer(), launchFirefox({ grants: true })]);
  const options = await firefox.open('options.html#reading');
  await press(options, '#tools label', 'Load rules');
  await options.evaluate((rules) => document.execCommand('insertText', false, rules), policyWith(FAQ));
  await press(options, '#tools button', 'Load');
  await options.waitForSelector('#tools [data-policy="spring"]');
  await options.close();
  page = await firefox.browser.newPage();
  await page.goto(server.page('/gated/adversaries', HOSTILE));
  await page.bringToFront();
  await deepWait(page, badge('unreviewed'));
  await stands();
});
test.afterAll(async () => {
  await firefox.close();
  await server.close();
});

const mayWrite = (): Promise<boolean> =>
  page.evaluate(
    (text) => dispatchEvent(new CustomEvent('countersign:write', { detail: text, cancelable: true })),
    OFFER,
  );

/** Waits until the gate stands in the page: a write of its answer would be refused. */
async function stands(): Promise<void> {
  await expect.poll(mayWrite).toBe(false);
  await closed(page);
}

const copyByScript = (css: string) =>
  page.evaluate((selector) => (window as unknown as Hostile).copyAll(selector), css);

async function copyKey(from: string, to = from, start = 0, end?: number): Promise<void> {
  await page.evaluate(
    (first, last, at, until) => {
      const textOf = (css: string) => document.querySelector(css)?.firstChild as Text;
      const [one, other] = [textOf(first), textOf(last)];
      getSelection()?.setBaseAndExtent(one, at, other, until ?? other.length);
    },
    ...([from, to, start, end] as const),
  );
  await keys(page, 'c');
}

const puts = (text: string | undefined) =>
  page.evaluate((said) => {
    (window as unknown as Hostile).puts = said;
  }, text);

const STOPPED: [name: string, leave: () => Promise<unknown>][] = [
  [
    '1 a script whose own listener puts the text onto the clipboard, and was there before us',
    async () => {
      await puts(OFFER);
      await copyKey('#answer');
      await puts(undefined);
    },
  ],
  ['2 execCommand', () => copyByScript('#answer')],
  [
    '3 navigator.clipboard',
    () => page.evaluate((text) => navigator.clipboard.writeText(text).catch((error: Error) => error.name), OFFER),
  ],
  [
    '7 a cloned node',
    async () => {
      await page.evaluate(() => (window as unknown as Hostile).cloneAnswer());
      await copyByScript('#clone');
    },
  ],
  ['9 a selection across two outputs', () => copyKey('#answer', '#second', 9, 12)],
  ['10 a part of an output', () => copyKey('#answer', '#answer', 4, 30)],
];

test('those that are stopped, and the clipboard keeps what it had', async () => {
  for (const [name, leave] of STOPPED)
    await test.step(name, async () => {
      await copy(page, '#note');
      await leave();
      await away(page);
      expect(await clipboard(page)).toBe(NOTE);
    });

  await test.step('4 dragged out', async () => {
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#answer') as Element));
    const box = await (await page.$('#answer'))?.boundingBox();
    const [x, y] = [(box?.x ?? 0) + 30, (box?.y ?? 0) + 8];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 50, y + 52, { steps: 6 });
    await deepWait(page, BOX);
    await page.mouse.up();
    await closed(page);
    expect(await page.evaluate(() => (window as unknown as Hostile).dragged)).toBe(0);
  });

  await test.step('11 copied while it is being written', async () => {
    await page.evaluate((text) => (window as unknown as Hostile).grow(text), STREAMED);
    // In the moment before it is found it goes.
    const held = async () => {
      await copyByScript('#growing');
      return (await deepTexts(page, BOX)).length;
    };
    await expect.poll(held).toBe(1);
    await closed(page);
  });
});

nightly('those that are not: by the browser’s own means, by what the page kept, from a frame of its own', async () => {
  await page.reload();
  await deepWait(page, badge('unreviewed'));
  await stands();
  await test.step('3 navigator.clipboard, kept from before us', async () => {
    await page.evaluate((text) => (window as unknown as Hostile).keptWrite(text), OFFER);
    expect(await clipboard(page)).toBe(OFFER);
  });
  await test.step('5 printed', async () => {
    expect(lettersOf(printedIn(await page.pdf()))).toContain(lettersOf(OFFER));
  });
  await test.step('6 read in the source', async () => {
    expect(await page.evaluate(async () => (await fetch(location.href)).text())).toContain(OFFER);
  });
  await test.step('8 from a frame that the page made', async () => {
    await copy(page, '#note');
    await page.evaluate(() => (window as unknown as Hostile).frameAnswer());
    const frame = await page.waitForSelector('#own');
    const inside = await (await frame?.contentFrame())?.waitForSelector('#inside');
    await inside?.click({ count: 3 });
    await keys(page, 'c');
    expect((await clipboard(page)).trim()).toBe(OFFER);
  });
  expect(await deepTexts(page, BOX)).toEqual([]);
});

nightly(
  '12 an add-on that is reloaded under the page: the gate goes with it, and stands again once it is back',
  async () => {
    await page.reload();
    await deepWait(page, badge('unreviewed'));
    await stands();
    // The gate that stands there is the old one's until that is gone.
    await page.evaluate(() => Object.assign(window, { old: document.querySelector('[data-countersign]') }));
    await firefox.browser.installExtension(buildDir('firefox-mv3-test'));
    await page.waitForFunction(() => (window as unknown as { old: Element }).old.isConnected === false, BY_CLOCK);
    await page.bringToFront();
    await stands();
    await copy(page, '#note');
    await copyKey('#answer');
    await away(page);
    expect(await clipboard(page)).toBe(NOTE);
  },
);

/** What Firefox writes into a PDF: its words stand in it letter by letter, in brackets. */
function printedIn(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  const starts = [...bytes.toString('latin1').matchAll(/stream\r?\n/g)].map(
    ({ index, 0: mark }) => index + mark.length,
  );
  const drawn = starts
    .filter((at) => bytes[at] === 0x78)
    .map((at) => inflateSync(bytes.subarray(at)).toString('latin1'));
  return drawn.flatMap((part) => part.match(/\((?:\\.|[^\\()])*\)/g) ?? []).join('');
}

const lettersOf = (text: string): string => text.replace(/[^A-Za-z]/g, '');
