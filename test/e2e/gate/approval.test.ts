/**
 * A held answer of a real chat component: asked by the reporter, approved by the lead, let go in the reporter's browser. With that
 * less of its kind is reviewed, and all of it again with a defect that another browser finds.
 */
import { test } from 'playwright/test';
import { type CountersignEvent, makeEvent } from '../../../lib/domain/events/event.ts';
import { installationSource, newId } from '../../../lib/domain/ids.ts';
import { hashText } from '../../../lib/domain/output/hash.ts';
import { answerOf } from '../../live/answers.ts';
import { type Live, startLive } from '../../live/server.ts';
import { type ExtensionBrowser, launchChromium } from '../harness/chromium.ts';
import { type Collector, makeCollector } from '../harness/collector.ts';
import { deepCount, deepDismiss, deepText, deepWait } from '../harness/deep.ts';
import { expect } from '../harness/expect.ts';
import { ask, badge, connect, outputsOf, panelFor } from '../harness/flows.ts';
import { askAtGate, BOX, clipboardOf, FAQ, GATED, policyWith } from '../harness/pages/gated.ts';
import { startServer, type TestServer } from '../harness/server.ts';

let live: Live;
let server: TestServer;
let collector: Collector;
let reporter: ExtensionBrowser;
let lead: ExtensionBrowser;
let marta: string;
let luca: string;

test.beforeAll(async () => {
  [live, server] = await Promise.all([startLive({ paceMs: 4 }), startServer()]);
  collector = await makeCollector({ keys: true });
  marta = await collector.createToken('acme', 'marta', 'reporter');
  luca = await collector.createToken('acme', 'luca', 'reviewer');
  const admin = await collector.createToken('acme', 'piero', 'admin');
  await collector.start();
  const policy = policyWith({
    ...{ ...FAQ, applies: { tools: ['deep-chat'] } },
    review: { mode: 'earned', clean: 1, oneIn: 100 },
  });
  const body = `{"policy":${policy}}`;
  const published = await collector.ask(admin, '/v1/policy', { method: 'PUT', headers: { 'if-match': '"0"' }, body });
  expect(published.status).toBe(200);
  [reporter, lead] = await Promise.all([launchChromium(), launchChromium()]);
  await connect(reporter, collector.url, marta);
  await connect(lead, collector.url, luca);
  await Promise.all([policyCame(reporter), policyCame(lead)]);
});

test.afterAll(async () => {
  await Promise.all([reporter.close(), lead.close()]);
  await collector.remove();
  await Promise.all([live.close(), server.close()]);
});

/** Waits until the rules that the server published hold in a browser. */
async function policyCame(browser: ExtensionBrowser): Promise<void> {
  const options = await browser.open('options.html#reading');
  await options.locator('#tools [data-policy="spring"]').waitFor();
  await options.close();
}

/** Letters and digits alone: a page draws lists and marks in its own way. */
const folded = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

async function push(token: string, event: CountersignEvent): Promise<void> {
  const headers = { 'content-type': 'application/cloudevents-batch+json' };
  const pushed = await collector.ask(token, '/v1/events', { method: 'POST', headers, body: JSON.stringify([event]) });
  expect(pushed.body).toMatchObject({ results: [{ outcome: 'stored' }] });
}

/** In a browser of his that is not here, Luca finds a defect in another answer of the same kind, which Marta handed in from elsewhere. */
async function findDefectElsewhere(hash: string): Promise<void> {
  const { body } = await collector.ask(luca, '/v1/events?after=0&limit=200');
  const seen = (body as { events: CountersignEvent[] }).events.find(({ subject }) => subject === hash);
  if (seen?.type !== 'countersign.output.seen.v1') throw new Error('The answer is not in the log');
  const [text, hers, his] = ['The freight is free.', installationSource(newId()), installationSource(newId())];
  const subject = await hashText(text);
  const inProcess = { processId: 'faq', policyVersion: 'spring', textHash: subject, answered: [], left: [] };
  const facts = { decisionId: newId(), verdict: 'block' as const, reportIds: [], inProcess };
  await push(marta, await makeEvent('countersign.output.seen.v1', hers, subject, seen.data.facts, { text }));
  await push(luca, await makeEvent('countersign.decision.made.v1', his, subject, facts, { note: 'It never was.' }));
}

const PASTED = '.notice[data-known]';

test('nobody copies it until somebody with authority has answered the checklist and approved', async () => {
  const { prompt } = answerOf('en-quote');
  const page = await reporter.context.newPage();
  await page.goto(live.pageUrl('deep-chat'));
  await ask(page, 'deep-chat', prompt);
  const [output] = await outputsOf(reporter, page, 1);
  await deepWait(page, badge('unreviewed'));
  const whole = folded(output?.text ?? '');
  const copy = async () => {
    await page.bringToFront();
    await page.locator('deep-chat .ai-message-text').last().click({ clickCount: 3 });
    await page.keyboard.press('Control+C');
  };

  // The gate stands there a moment after the badge: a copy before that goes.
  const isHeld = async () => {
    if ((await deepCount(page, BOX)) === 0) await copy();
    return (await deepCount(page, BOX)) > 0;
  };
  await expect.poll(isHeld, { message: 'the copy is held' }).toBe(true);
  await expect.poll(() => deepText(page, BOX)).toContain('Held for review');
  await expect.poll(() => deepText(page, BOX)).toContain('0 of 1 clean; 1 more and one in 100 will be asked.');
  await askAtGate(page);

  const queue = await panelFor(lead, undefined, 'Queue');
  await expect(queue.locator('[data-output-hash]')).toContainText('Approval asked for');
  const hash = (await queue.locator('[data-output-hash]').getAttribute('data-output-hash')) ?? '';
  await queue.locator('[data-output-hash] button').first().click();
  await queue.getByRole('radio', { name: 'Approve', exact: true }).check();
  await queue.getByRole('button', { name: 'Record decision' }).click();
  // A point that blocks is no ornament.
  await expect(queue.getByText('Still to be answered')).toBeVisible();
  await queue.getByRole('checkbox', { name: FAQ.checklist[0]?.text ?? '' }).check();
  await queue.getByRole('button', { name: 'Record decision' }).click();

  // In the reporter's browser the box says so by itself, and the next copy goes.
  await page.bringToFront();
  await deepWait(page, badge('approved'));
  await expect.poll(() => deepText(page, BOX)).toContain('It may go now');
  await expect.poll(() => deepText(page, BOX)).toContain('1 reviewed, 0 with a defect: one in 100 is asked');
  await deepDismiss(page, BOX, `${BOX} .close`);
  await copy();
  const other = await reporter.context.newPage();
  await other.goto(server.page('/other', GATED));
  // The paragraph that was pressed, whichever it is.
  const words = folded(await clipboardOf(other));
  expect(words).not.toBe('');
  expect(whole).toContain(words);

  // Its receipt is asked of the server, checked in the browser, and goes along with the text.
  const about = await panelFor(reporter, page, 'This page');
  await about.getByRole('button', { name: 'All about this answer' }).click();
  await about.getByRole('button', { name: 'Receipt', exact: true }).click();
  await expect(about.locator('[data-receipt="holds"]')).toContainText('Approved by a person (role: Reviewer)');
  await about.getByRole('button', { name: 'Copy for a web page' }).click();
  // Only what has the keyboard may write: the page is not left before it is done.
  await expect(about.getByText('Copied, with its receipt.').first()).toBeVisible();
  await other.evaluate(() =>
    addEventListener('paste', ({ clipboardData }) =>
      Object.assign(window, { marked: clipboardData?.getData('text/html') }),
    ),
  );
  await expect.poll(async () => folded(await clipboardOf(other))).toBe(whole);
  await deepWait(other, `${PASTED}[data-status="approved"]`);
  expect(await other.evaluate(() => (window as unknown as { marked: string }).marked)).toMatch(
    /^.*<div ai-disclosure="ai-assisted" data-countersign-receipt="eyJ[\w.-]+"/s,
  );
  // Somebody else's browser finds a defect: all of this kind is reviewed again, also here.
  const review = about.locator('[data-gate] [data-review]');
  await expect(review).toContainText('one in 100 is asked');
  await findDefectElsewhere(hash);
  await expect(review).toContainText('A defect was found on');
  await about.close();

  // What somebody makes of it in the page is another text, and nobody has approved that.
  await page.bringToFront();
  const shown = page.locator('deep-chat .ai-message-text').last();
  await shown.evaluate((element) => element.setAttribute('contenteditable', 'true'));
  await shown.click();
  await page.keyboard.press('End');
  await page.keyboard.type(' And we pay the freight.');
  // Until what was typed has settled, the gate says that it is still being written.
  await expect(async () => {
    await deepDismiss(page, BOX, `${BOX} .close`);
    await copy();
    await deepWait(page, BOX);
    expect(await deepText(page, BOX)).toContain('It has changed since it was approved.');
  }).toPass();
  // One key asks again, of what they made of it; whoever decides sees what is new in it.
  await askAtGate(page);
  await queue.bringToFront();
  await queue.locator('[data-output-hash] button').first().click();
  await expect(queue.locator('[data-gate] ins').first()).toContainText('And we pay the freight.');
  await queue.getByRole('button', { name: 'Back to the queue' }).click();

  // What was approved turns out to be wrong: whoever took it along hears of it where they put it.
  await queue.getByRole('button', { name: 'My decisions' }).click();
  await queue.getByRole('button', { name: 'Change', exact: true }).click();
  await queue.getByRole('radio', { name: 'Block', exact: true }).check();
  await queue.locator('[name="note"]').fill('The price is of last year.');
  await queue.getByRole('button', { name: 'Record decision' }).click();
  await other.bringToFront();
  await deepWait(other, `${PASTED}[data-status="blocked"]`);
  await expect.poll(() => deepText(other, PASTED)).toContain('It must not be used.');
});
