/** A gate before the answers of a tool, in real Firefoxes of three people: from the held copy to the warning where it was put. */
import { test } from 'playwright/test';
import type { Page } from 'puppeteer-core';
import { type Collector, makeCollector } from '../harness/collector.ts';
import { expect } from '../harness/expect.ts';
import { BY_CLOCK, type ExtensionFirefox, launchFirefox } from '../harness/firefox/firefox.ts';
import { deepText, deepTexts, deepWait } from '../harness/firefox/firefox-deep.ts';
import { connectByHand, oneOutput, press } from '../harness/firefox/firefox-flows.ts';
import { away, BOX, clipboard, closed, copy } from '../harness/firefox/firefox-gate.ts';
import { badge } from '../harness/flows.ts';
import { FAQ, GATED, policyWith } from '../harness/pages/gated.ts';
import { OFFER } from '../harness/pages/reuse-pages.ts';
import { startServer, type TestServer } from '../harness/server.ts';

let server: TestServer;
let collector: Collector;
let firefox: ExtensionFirefox;
let lead: ExtensionFirefox;
let admin: string;
test.beforeAll(async () => {
  server = await startServer();
  collector = await makeCollector({ keys: true });
  const marta = await collector.createToken('acme', 'marta', 'reporter');
  const luca = await collector.createToken('acme', 'luca', 'reviewer');
  admin = await collector.createToken('acme', 'piero', 'admin');
  await collector.start();
  [firefox, lead] = await Promise.all([launchFirefox({ grants: true }), launchFirefox({ grants: true })]);
  await Promise.all([connectByHand(firefox, collector.url, marta), connectByHand(lead, collector.url, luca)]);
});
test.afterAll(async () => {
  await Promise.all([firefox.close(), lead.close()]);
  await collector.remove();
  await server.close();
});

const isOffered = async (page: Page): Promise<boolean> => (await deepTexts(page, '[data-act="ask"]')).length > 0;

/** Waits until the rules that the server published hold in a browser. */
async function policyCame(browser: ExtensionFirefox): Promise<void> {
  const options = await browser.open('options.html#reading');
  await options.waitForSelector('#tools [data-policy="spring"]');
  await options.close();
}

/** Asks for approval by the key that the box has ready. A press right after it came up was not meant, and does nothing. */
const asked = (page: Page): Promise<void> =>
  expect(async () => {
    if (await isOffered(page)) await page.keyboard.press('Enter');
    await expect.poll(() => deepText(page, BOX), { timeout: 2_000 }).toContain('Asked.');
  }).toPass();

const NOTE = 'Our meeting with the new supplier was moved to Thursday at ten.';
const PASTED = '.notice[data-known]';

test('held until it is approved, free within seconds, changed again after an edit, and warned of where it was put', async () => {
  const body = `{"policy":${policyWith(FAQ)}}`;
  const published = await collector.ask(admin, '/v1/policy', { method: 'PUT', headers: { 'if-match': '"0"' }, body });
  expect(published.status).toBe(200);
  await Promise.all([policyCame(firefox), policyCame(lead)]);

  const page = await firefox.browser.newPage();
  await page.goto(server.page('/gated/chat', GATED));
  await oneOutput(firefox, page.url());
  await page.bringToFront();
  await deepWait(page, badge('unreviewed'));
  const mayWrite = () =>
    page.evaluate(
      (text) => dispatchEvent(new CustomEvent('countersign:write', { detail: text, cancelable: true })),
      OFFER,
    );
  // The box comes up with it only where the page was pressed before.
  await expect.poll(mayWrite).toBe(false);
  await closed(page);
  await copy(page, '#note');
  expect(await clipboard(page)).toBe(NOTE);

  await page.click('button.plain');
  await away(page);
  await expect.poll(() => page.evaluate('wrote.join()')).toBe('NotAllowedError');
  expect(await clipboard(page)).toBe(NOTE);

  await copy(page, '#answer');
  await deepWait(page, BOX);
  await expect.poll(() => deepText(page, BOX)).toContain('Held for review');
  await asked(page);
  await away(page);
  expect(await clipboard(page)).toBe(NOTE);

  const queue = await lead.open('sidepanel.html');
  await press(queue, '[role="tab"]:nth-of-type(3)');
  await press(queue, '[data-output-hash] button');
  await press(queue, 'input[name="verdict"][value="approve"]');
  await press(queue, 'input[name="point-price"]');
  await press(queue, 'button', 'Record decision');
  await queue.waitForFunction(() => document.querySelector('input[name="verdict"]') === null, BY_CLOCK);

  await page.bringToFront();
  await deepWait(page, badge('approved'));
  const other = await firefox.browser.newPage();
  await other.goto(server.page('/other', GATED));
  await expect
    .poll(async () => {
      await copy(page, '#answer');
      await other.bringToFront();
      return clipboard(other);
    })
    .toBe(OFFER);
  await deepWait(other, `${PASTED}[data-status="approved"]`);

  // The tool writes it anew: another text, and nobody has approved that. One key asks again, and the reviewer sees what is new in it.
  await page.bringToFront();
  await page.$eval('#answer', (element) => element.append(' And we pay the freight.'));
  // Until it has been read, the text that was approved is what is known.
  const held = async () => {
    await closed(page);
    await copy(page, '#answer');
    return isOffered(page);
  };
  await expect.poll(held).toBe(true);
  await asked(page);
  await queue.bringToFront();
  await press(queue, '[data-output-hash] button');
  await queue.waitForFunction(
    () => document.querySelector('[data-gate] ins')?.textContent?.includes('And we pay the freight.'),
    BY_CLOCK,
  );

  // What was approved turns out to be wrong: whoever took it along hears of it where they put it.
  await press(queue, 'button', 'Back to the queue');
  await press(queue, 'button', 'My decisions');
  await press(queue, 'button', 'Change');
  await press(queue, 'input[name="verdict"][value="block"]');
  await queue.locator('textarea[name="note"]').fill('The price is of last year.');
  await press(queue, 'button', 'Record decision');
  await other.bringToFront();
  await deepWait(other, `${PASTED}[data-status="blocked"]`);
  await expect.poll(() => deepText(other, PASTED)).toContain('It must not be used.');
  await Promise.all([page.close(), other.close(), queue.close()]);
});
