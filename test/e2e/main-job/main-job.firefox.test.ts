/** The main job in a real Firefox, for the reporter and for the lead. */
import { expect, test } from 'playwright/test';
import type { Page } from 'puppeteer-core';
import { answerOf } from '../../live/answers.ts';
import { type Live, startLive } from '../../live/server.ts';
import { withNights } from '../../nightly.ts';
import { type Collector, makeCollector } from '../harness/collector.ts';
import { BY_CLOCK, type ExtensionFirefox, launchFirefox } from '../harness/firefox/firefox.ts';
import { deepClick, deepText, deepWait } from '../harness/firefox/firefox-deep.ts';
import { connectByHand, oneOutput, press, shows } from '../harness/firefox/firefox-flows.ts';
import { badge, type ChatPage } from '../harness/flows.ts';

let live: Live;
let collector: Collector;
let reporter: ExtensionFirefox;
let lead: ExtensionFirefox;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  live = await startLive({ paceMs: 4 });
  collector = await makeCollector({ keys: true });
  const marta = await collector.createToken('acme', 'marta', 'reporter');
  const luca = await collector.createToken('acme', 'luca', 'reviewer');
  await collector.start();
  [reporter, lead] = await Promise.all([launchFirefox({ grants: true }), launchFirefox({ grants: true })]);
  await connectByHand(reporter, collector.url, marta);
  await connectByHand(lead, collector.url, luca);
});

test.afterAll(async () => {
  await Promise.all([reporter.close(), lead.close()]);
  await collector.remove();
  await live.close();
});

/** Types a question into a component's own field. */
async function ask(page: Page, kind: ChatPage, question: string): Promise<void> {
  const field = kind === 'deep-chat' ? 'deep-chat >>> #text-input' : 'textarea[data-test-id="chat-input"]';
  const handle = await page.waitForSelector(field);
  await handle?.click();
  await page.keyboard.type(question);
  await page.keyboard.press('Enter');
}

/** By night in both; what differs between them is the same code in Chromium, where `npm test` has both. */
const KINDS: ChatPage[] = withNights(['deep-chat'], 'n8n-chat');

for (const kind of KINDS)
  test(`${kind}: found, shown, flagged, stored, reviewed, synced and back`, async () => {
    const wrong = answerOf(kind === 'deep-chat' ? 'en-quote' : 'en-contract');
    const page = await reporter.browser.newPage();
    await page.goto(live.pageUrl(kind));
    await ask(page, kind, wrong.prompt);
    // Asking in another tab puts this one behind, where a stream may pause for long: then the rest is a new version.
    const written = async () => (await oneOutput(reporter, page.url())).text.length;
    await expect.poll(written).toBeGreaterThan(100);
    const output = await oneOutput(reporter, page.url());
    expect(output).toMatchObject({ tool: kind, state: 'complete' });
    expect(output.evidence).toContain(`profile:${kind}`);

    await page.bringToFront();
    await deepWait(page, badge('unreviewed'));
    await deepClick(page, badge('unreviewed'));
    await deepClick(page, '[data-category="factual"]');
    await deepClick(page, '[data-severity="major"]');
    await deepWait(page, badge('reported'));

    // Typed into the frame of the extension's own origin, which has the focus once it is there.
    await deepClick(page, '[data-action="comment"]');
    await deepWait(page, 'iframe.compose');
    await expect.poll(() => composeHasFocus(page), { message: 'the compose frame is ready' }).toBe(true);
    await page.keyboard.type(`Wrong on the ${kind} page.`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await deepWait(page, '[data-action="comment"]');

    const mine = await reporter.open('sidepanel.html');
    await press(mine, '[role="tab"]', 'My reports');
    await shows(mine, `Wrong on the ${kind} page.`);

    const queue = await lead.open('sidepanel.html');
    await press(queue, '[role="tab"]:nth-of-type(3)');
    await press(queue, '[data-output-hash] button');
    await press(queue, 'input[name="verdict"][value="block"]');
    const note = `The sum is wrong on the ${kind} page.`;
    await queue.locator('textarea[name="note"]').fill(note);
    await press(queue, 'button', 'Record decision');
    await queue.waitForFunction(() => document.querySelector('[data-output-hash]') === null, BY_CLOCK);

    // What is counted for them is counted in a thread that a script of its own begins.
    const figures = await lead.open('figures.html');
    await shows(figures, 'Fewer than five people took part');

    await mine.bringToFront();
    await shows(mine, note);
    await page.bringToFront();
    await deepWait(page, badge('blocked'));
    await expect.poll(() => deepText(page, badge('blocked'))).toContain('Blocked');
    await Promise.all([page.close(), mine.close(), queue.close(), figures.close()]);
  });

/** Whether the compose frame shows its field and has the focus. BiDi tells no address of privileged frames. */
async function composeHasFocus(page: Page): Promise<boolean> {
  const frame = page.frames().find((candidate) => candidate !== page.mainFrame());
  if (!frame) return false;
  return frame.evaluate(() => document.activeElement?.tagName === 'TEXTAREA' && document.hasFocus());
}
