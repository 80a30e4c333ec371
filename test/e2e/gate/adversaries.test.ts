/**
 * Twelve adversaries at the gate, each played as it would be: what is stopped, and what is not. The table in
 * docs/threat-model.md says the same; whoever changes one changes the other.
 */
import type { Page } from 'playwright';
import { test } from 'playwright/test';
import { type ExtensionBrowser, launchChromium } from '../harness/chromium.ts';
import { deepBoxes, deepCount, deepDismiss, deepWait } from '../harness/deep.ts';
import { expect } from '../harness/expect.ts';
import { badge, loadPolicy } from '../harness/flows.ts';
import { nightly } from '../harness/nightly.ts';
import { reloadExtension } from '../harness/outputs.ts';
import { BOX, clipboardOf, FAQ, GATED, policyWith, select, standing } from '../harness/pages/gated.ts';
import { HOSTILE, type Hostile, NOTE, STREAMED } from '../harness/pages/hostile-gated.ts';
import { OFFER } from '../harness/pages/reuse-pages.ts';
import { startServer, type TestServer } from '../harness/server.ts';

/** A process beside it that lets everything go. */
const DRAFTS = {
  ...{ ...FAQ, id: 'drafts', name: 'Drafts', applies: { addresses: ['127.0.0.1/drafts'] } },
  gate: { ...FAQ.gate, unreviewed: 'pass' },
};
/** An answer that is shown in both. */
const SHARED =
  'Whoever orders before ten in the morning has the goods on the same day, within the ring road and without a fee.';

let server: TestServer;
let browser: ExtensionBrowser;
let page: Page;

test.beforeEach(async () => {
  [server, browser] = await Promise.all([startServer(), launchChromium()]);
  await loadPolicy(browser, policyWith(FAQ, DRAFTS));
  page = await browser.context.newPage();
  await page.goto(server.page('/gated/adversaries', HOSTILE));
  await deepWait(page, badge('unreviewed'));
  await standing(page);
  await closeBox();
});
test.afterEach(async () => {
  await browser.close();
  await server.close();
});

const closeBox = (): Promise<void> => deepDismiss(page, BOX, `${BOX} .close`);

/** Puts something harmless onto the clipboard, by the way that no gate can stand in. */
async function freshClipboard(from = page): Promise<void> {
  await from.bringToFront();
  await from.evaluate((note) => (window as unknown as Hostile).keptWrite(note), NOTE);
}

const copyKey = async (...selected: [from: string, to?: string, start?: number, end?: number]) => {
  await select(page, ...selected);
  await page.keyboard.press('Control+C');
};
/** Selects all of an element by a script and copies by one. */
const copyByScript = (css: string) =>
  page.evaluate((selector) => (window as unknown as Hostile).copyAll(selector), css);

const STOPPED: [name: string, leave: () => Promise<unknown>][] = [
  [
    '1 a script whose own listener puts the text onto the clipboard, and was there before us',
    async () => {
      await page.evaluate((text) => {
        (window as unknown as Hostile).puts = text;
      }, OFFER);
      await copyKey('#answer');
      await page.evaluate(() => {
        (window as unknown as Hostile).puts = undefined;
      });
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
  for (const [name, leave] of STOPPED) {
    await freshClipboard();
    await leave();
    await deepWait(page, BOX);
    await closeBox();
    expect(await clipboardOf(page), name).toBe(NOTE);
  }

  await test.step('4 dragged out', async () => {
    await select(page, '#answer');
    const place = await page.locator('#answer').boundingBox();
    await page.mouse.move((place?.x ?? 0) + 30, (place?.y ?? 0) + 8);
    await page.mouse.down();
    await page.mouse.move((place?.x ?? 0) + 80, (place?.y ?? 0) + 60, { steps: 6 });
    await deepWait(page, BOX);
    await page.mouse.up();
    await closeBox();
    expect(await page.evaluate(() => (window as unknown as Hostile).dragged)).toBe(0);
  });

  await test.step('the very same text, shown before where it may go', async () => {
    const shared = GATED.replaceAll(OFFER, SHARED);
    const own = page;
    page = await browser.context.newPage();
    await page.goto(server.page('/drafts/first', shared));
    await deepWait(page, badge('unreviewed'));
    await copyKey('#answer');
    expect(await clipboardOf(page)).toBe(SHARED);
    await freshClipboard(own);
    await page.goto(server.page('/gated/then', shared));
    await deepWait(page, badge('unreviewed'));
    await copyKey('#answer');
    await deepWait(page, BOX);
    await closeBox();
    expect(await clipboardOf(page)).toBe(NOTE);
    await page.close();
    page = own;
    await page.bringToFront();
  });

  await test.step('11 copied while it is being written', async () => {
    await page.evaluate((text) => (window as unknown as Hostile).grow(text), STREAMED);
    const held = async () => {
      await copyByScript('#growing');
      return deepCount(page, BOX);
    };
    // In the moment before it is found it goes.
    await expect.poll(held).toBe(1);
  });
});

test('those that are not: by the browser’s own means, by what the page kept, from a frame of its own', async () => {
  await test.step('3 navigator.clipboard, kept from before us', async () => {
    await page.evaluate((text) => (window as unknown as Hostile).keptWrite(text), OFFER);
    expect(await clipboardOf(page)).toBe(OFFER);
  });
  await test.step('5 printed', async () => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#answer').innerText()).toBe(OFFER);
    await page.emulateMedia({ media: null });
  });
  await test.step('6 read in the source', async () => {
    expect(await page.evaluate(async () => (await fetch(location.href)).text())).toContain(OFFER);
  });
  await test.step('8 from a frame that the page made', async () => {
    await page.evaluate(() => (window as unknown as Hostile).frameAnswer());
    const inside = page.frameLocator('#own').locator('#inside');
    await inside.waitFor();
    await freshClipboard();
    await inside.click({ clickCount: 3 });
    await page.keyboard.press('Control+C');
    expect((await clipboardOf(page)).trim()).toBe(OFFER);
  });
  expect(await deepCount(page, BOX)).toBe(0);
});

test('nor that a page covers the reasons with what lets every press through: the text stays all the same', async () => {
  await freshClipboard();
  for (const held of ['#answer', '#second']) {
    await copyKey(held);
    await deepWait(page, BOX);
    // What comes later lies above; that the text is held again does not bring the box up.
    if (held === '#answer') await page.evaluate(cover);
    await expect.poll(isCovered, { message: held }).toBe(true);
  }
  await closeBox();
  await page.evaluate(() => document.querySelector('#cover')?.remove());
  expect(await clipboardOf(page)).toBe(NOTE);
});

/** In the page: lays something over everything, from a shadow root, that no pointer meets. */
function cover(): void {
  const host = document.createElement('div');
  host.id = 'cover';
  document.body.append(host);
  const lid = document.createElement('div');
  lid.popover = 'manual';
  lid.style.cssText =
    'position: fixed; inset: 0; width: 100%; height: 100%; border: 0; background: rgb(9, 99, 9); pointer-events: none';
  host.attachShadow({ mode: 'open' }).append(lid);
  lid.showPopover();
}

/** Whether the box looks as the corner of the window does, which has the cover alone. */
async function isCovered(): Promise<boolean> {
  const [box] = await deepBoxes(page, BOX);
  const shot = (x: number, y: number) => page.screenshot({ clip: { x, y, width: 60, height: 20 } });
  return box !== undefined && (await shot(box.x + 20, box.y + 10)).equals(await shot(0, 0));
}

nightly(
  '12 an extension that is reloaded under the page: the gate goes with it, and stands again once it is back',
  async () => {
    await reloadExtension(browser, page);
    await page.bringToFront();
    await standing(page);
    await closeBox();
    await freshClipboard();
    await copyKey('#answer');
    await deepWait(page, BOX);
    await closeBox();
    expect(await clipboardOf(page)).toBe(NOTE);
  },
);
