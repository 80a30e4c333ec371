/** Other systems that get events: added, tried, looked at, paused, refused and mended, removed and put back. */
import type { Page } from 'playwright';
import { test } from 'playwright/test';
import { type Live, startLive } from '../../live/server.ts';
import { IS_NIGHT } from '../../nightly.ts';
import { type Receiver, receive } from '../../unit/sync/receiver.ts';
import { nothingSerious } from '../harness/axe.ts';
import { type ExtensionBrowser, launchChromium } from '../harness/chromium.ts';
import { expect } from '../harness/expect.ts';
import { flagAnswer } from '../harness/flows.ts';

let live: Live;
let browser: ExtensionBrowser;
let receiver: Receiver;
test.beforeAll(async () => {
  live = await startLive({ paceMs: 2 });
});
test.afterAll(() => live.close());
test.beforeEach(async () => {
  browser = await launchChromium();
  receiver = await receive({ status: 202 });
});
test.afterEach(async () => {
  await browser.close();
  await receiver[Symbol.asyncDispose]();
});

const flagged = (answer: string) => flagAnswer(browser, live, answer);

async function choose(options: Page, kind: string): Promise<void> {
  await options.getByRole('button', { name: 'Add a server' }).click();
  await options.getByRole('radio', { name: kind, exact: true }).check();
}

const types = () =>
  receiver.got
    .flatMap(({ body }) => [JSON.parse(body) as { type: string } | { type: string }[]].flat())
    .map(({ type }) => type);

test('a CloudEvents endpoint: previewed, added, fed, paused, refusing, mended, removed and put back; beside it a chat', async () => {
  await flagged('en-quote');
  const options = await browser.open('options.html');
  await choose(options, 'CloudEvents');
  const adding = options.locator('section').filter({ has: options.getByRole('heading', { name: 'Other servers' }) });
  await adding.getByLabel('Server address').fill(`${receiver.url}/events`);
  await adding.getByLabel('Signing secret').fill('a very secret secret');

  await test.step('the preview shows the entry as it would be sent, without what was written', async () => {
    await adding.getByRole('button', { name: 'Preview' }).click();
    const shown = adding.locator('pre');
    await expect(shown).toContainText('countersign.report.made.v1');
    await expect(shown).toContainText('webhook-signature');
    await expect(shown).not.toContainText('sealed');
    await expect(shown).not.toContainText('a very secret secret');
    expect(receiver.got).toEqual([]);
    await adding.getByText('Which items are sent').click();
    if (IS_NIGHT) await nothingSerious(options);
  });

  await test.step('it gets the past and says so', async () => {
    await adding.getByRole('button', { name: 'Add', exact: true }).click();
    const card = options.getByRole('region', { name: 'CloudEvents' });
    await expect(card.getByText('All sent')).toBeVisible();
    // “All sent” may stand there before the past is waiting.
    await expect
      .poll(types)
      .toEqual(['countersign.endpoint.tested.v1', 'countersign.output.seen.v1', 'countersign.report.made.v1']);
    const stored = await options.evaluate(() =>
      (
        globalThis as unknown as { chrome: { storage: { local: { get(keys: null): Promise<object> } } } }
      ).chrome.storage.local.get(null),
    );
    expect(JSON.stringify(stored)).not.toContain('a very secret secret');
  });

  const card = options.getByRole('region', { name: 'CloudEvents' });
  await test.step('paused, it keeps what is to be sent', async () => {
    await card.getByRole('button', { name: 'Pause' }).click();
    await expect(card.getByText('Paused', { exact: true })).toBeVisible();
    const before = types();
    await flagged('en-contract');
    await expect(card.getByText(/waits? to be sent/)).toBeVisible();
    expect(types()).toEqual(before);
  });

  await test.step('what it refuses is kept with the reason, changed and sent', async () => {
    receiver.answer = { status: 422, body: '{"detail":"too rude"}', headers: { 'content-type': 'application/json' } };
    await card.getByRole('button', { name: 'Go on' }).click();
    await expect(card.getByText('Reason: too rude').first()).toBeVisible();
    await nothingSerious(options);
    receiver.answer = { status: 202 };
    const entry = card.getByRole('listitem').filter({ hasText: 'Report' });
    await entry.getByRole('button', { name: 'Change' }).click();
    await entry.getByLabel('Comment').fill('put more kindly');
    await entry.getByRole('button', { name: 'Send the changed report' }).click();
    await expect(entry).toHaveCount(0);
    await card.getByRole('button', { name: 'Send again' }).first().click();
    await expect(card.getByText('All sent')).toBeVisible();
  });

  const chat = await receive({ status: 200, body: 'ok' });
  const slack = options.getByRole('region', { name: 'Slack' });
  await test.step('a chat is added beside it, and gets a message of trial', async () => {
    await choose(options, 'Slack');
    await options.getByLabel('Webhook address').fill(`${chat.url}/services/T1/B1/x`);
    await options.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(slack).toBeVisible();
  });

  await test.step('removed, it can be put back with all its settings', async () => {
    await card.getByRole('button', { name: 'Remove' }).click();
    await expect(card).toBeHidden();
    const back = options.getByRole('button', { name: 'Put back' });
    await expect(back).toBeFocused();
    if (IS_NIGHT) await nothingSerious(options);
    await back.press('Enter');
    await expect(card.getByText('All sent')).toBeVisible();
    const sent = receiver.got.length;
    await flagged('en-market');
    await expect.poll(() => receiver.got.length).toBeGreaterThan(sent);
    expect(receiver.got.at(-1)?.headers['webhook-signature']).toMatch(/^v1,/);
  });

  await test.step('the chat got a critical report as a message, and nothing of what was before', async () => {
    await expect.poll(() => chat.got.length).toBe(2);
    const [trial, report] = chat.got.map(({ body }) => JSON.parse(body) as { text: string });
    expect(trial?.text).toContain('test message');
    expect(report?.text).toContain('AI text reported: Critical');
    await expect(slack).not.toContainText('services/T1');
    await chat[Symbol.asyncDispose]();
  });
});
