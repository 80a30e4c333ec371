/** Signing in with a company account, as a person does it: in the window of a real provider, from the options page. */
import type { Page } from 'playwright';
import { test } from 'playwright/test';
import { type CountersignEvent, makeEvent } from '../../../lib/domain/events/event.ts';
import { installationSource, newId } from '../../../lib/domain/ids.ts';
import { hashText } from '../../../lib/domain/output/hash.ts';
import { type Live, startLive } from '../../live/server.ts';
import { nothingSerious } from '../harness/axe.ts';
import { type ExtensionBrowser, launchChromium } from '../harness/chromium.ts';
import { type Company, signInIn, startCompany } from '../harness/company.ts';
import { expect } from '../harness/expect.ts';
import { flagAnswer, panelFor } from '../harness/flows.ts';
import { nightly } from '../harness/nightly.ts';
import { FAQ, policyWith } from '../harness/pages/gated.ts';

let live: Live;
let browser: ExtensionBrowser;
let company: Company;
test.beforeAll(async () => {
  live = await startLive({ paceMs: 2 });
});
test.afterAll(() => live.close());
test.beforeEach(async () => {
  browser = await launchChromium();
  // Tokens that end soon: there is always one to be renewed. Not sooner than a busy machine takes to use one that it got.
  company = await startCompany({
    redirectUri: `https://${browser.extensionId}.chromiumapp.org/`,
    accessTokenSeconds: 8,
  });
});
test.afterEach(async () => {
  await browser.close();
  await company.close();
});

/** Presses a button that opens the provider's window. */
async function windowAfter(options: Page, button: string | RegExp): Promise<Page> {
  const opened = browser.context.waitForEvent('page');
  await options.getByRole('button', { name: button }).click();
  return opened;
}

async function begin(): Promise<Page> {
  const options = await browser.open('options.html');
  await options.getByLabel('Server address').fill(company.collector.url);
  await options.getByRole('button', { name: 'Sign in with a company account' }).click();
  await expect(options.getByText(/Your company has you sign in at 127\.0\.0\.1:\d+/)).toBeVisible();
  // Whoever works by keyboard goes on from there.
  await expect(options.getByRole('button', { name: /^Sign in at 127/ })).toBeFocused();
  return options;
}

const renewals = () => company.provider.asked.filter((asked) => asked === 'POST /token').length;

test('an address, a window, connected; tokens are renewed; a session that is ended is said so, and goes on', async () => {
  const options = await begin();
  await signInIn(await windowAfter(options, /^Sign in at 127/), 'ada');
  const card = options.getByRole('region', { name: 'Team server' });
  await expect(card).toContainText('Ada Rossi');
  await expect(card).toContainText('Signed in at');
  await nothingSerious(options);

  await test.step('what is flagged arrives after the first token has ended', async () => {
    const before = renewals();
    await expect.poll(renewals).toBeGreaterThan(before);
    await flagAnswer(browser, live, 'en-quote');
    await expect(card.getByText('All sent')).toBeVisible();
  });

  await test.step('no token lies in storage.local', async () => {
    const stored = await options.evaluate(() =>
      (
        globalThis as unknown as { chrome: { storage: { local: { get(keys: null): Promise<object> } } } }
      ).chrome.storage.local.get(null),
    );
    expect(JSON.stringify(stored)).not.toMatch(/ey[A-Za-z0-9_-]{20,}\./);
    expect(JSON.stringify(stored)).not.toContain('refreshToken');
  });

  await test.step('the provider ends the session: said in words, what waits is kept, and one press goes on', async () => {
    company.provider.endSessions();
    await expect(card.getByText('Your sign-in has ended.')).toBeVisible();
    await flagAnswer(browser, live, 'en-contract');
    await expect(card).toContainText(/waits? to be sent/);
    const panel = await panelFor(browser, undefined, 'My reports');
    await expect(panel.getByRole('button', { name: 'Sign in' })).toBeVisible();
    await panel.close();
    await signInIn(await windowAfter(options, 'Sign in again'), 'ada');
    await expect(card.getByText('All sent')).toBeVisible();
  });

  await test.step('signing out: the tokens are gone, here and there', async () => {
    const left = await windowAfter(options, 'Sign out');
    await expect(card.getByText('You are signed out.')).toBeVisible();
    await expect.poll(() => company.provider.asked).toContain('POST /token/revocation');
    await left.getByRole('button', { name: 'Yes, sign me out' }).click();
    await expect(card.getByRole('button', { name: 'Sign in again' })).toBeVisible();
  });

  await test.step('whoever signs out while the company does not answer is out all the same, and told', async () => {
    await signInIn(await windowAfter(options, 'Sign in again'), 'ada');
    await expect(card.getByText('All sent')).toBeVisible();
    company.provider.down = 503;
    await card.getByRole('button', { name: 'Sign out' }).click();
    await expect(options.getByText('The company’s sign-in could not be told').last()).toBeVisible();
    await expect(card.getByText('You are signed out.')).toBeVisible();
    company.provider.down = undefined;
    await expect(card.getByRole('button', { name: 'Sign out' })).toHaveCount(0);
  });
});

/** An answer of a regulated process that a colleague saw, and asks an approval of: by hand, since what is tested comes after. */
async function askForSignature(): Promise<void> {
  const { collector } = company;
  const admin = await collector.createToken('acme', 'piero', 'admin');
  const marta = await collector.createToken('acme', 'marta', 'reporter');
  const { checklist: _, ...process } = FAQ;
  const body = `{"policy":${policyWith({ ...process, risk: 'regulated' })}}`;
  const published = await collector.ask(admin, '/v1/policy', { method: 'PUT', headers: { 'if-match': '"0"' }, body });
  expect(published.status).toBe(200);
  const [text, source, now] = ['The dose is one tablet.', installationSource(newId()), new Date().toISOString()];
  const hash = await hashText(text);
  const trace = {
    tool: 'chatgpt',
    toolName: 'ChatGPT',
    pageUrl: 'http://127.0.0.1/gated/1',
    citations: [],
    evidence: [],
  };
  const seen = {
    outputId: 'chatgpt:1:1',
    trace: { ...trace, startedAt: now, completedAt: now, characters: text.length },
  };
  const asked = {
    ...{ requestId: newId(), kind: 'approval' as const },
    ...{ processId: 'faq', policyVersion: 'spring', textHash: hash },
  };
  const events = [
    await makeEvent('countersign.output.seen.v1', source, hash, seen, { text }),
    await makeEvent('countersign.approval.requested.v1', source, hash, asked, {}),
  ];
  const headers = { 'content-type': 'application/cloudevents-batch+json' };
  const pushed = await collector.ask(marta, '/v1/events', { method: 'POST', headers, body: JSON.stringify(events) });
  expect(pushed.body).toMatchObject({ results: [{ outcome: 'stored' }, { outcome: 'stored' }] });
}

test('a signature: says what it means, and has whoever signs sign in anew in the window of the company', async () => {
  await askForSignature();
  company.provider.signInsAreOld(3_600);
  const options = await begin();
  await signInIn(await windowAfter(options, /^Sign in at 127/), 'ada');
  await expect(options.getByRole('region', { name: 'Team server' })).toContainText('Ada Rossi');
  const queue = await panelFor(browser, undefined, 'Queue');
  await queue.locator('[data-output-hash] button').first().click();
  await queue.getByRole('radio', { name: 'Approve', exact: true }).check();
  await expect(queue.locator('[data-signature="old"]')).toBeVisible();
  company.provider.signInsAreOld(0);
  await queue.getByRole('combobox', { name: 'What the signature means' }).selectOption({ value: 'approval' });
  await signInIn(await windowAfter(queue, 'Sign in and record'), 'ada');
  await expect(queue.getByText('The queue is empty')).toBeVisible();
  const nora = await company.collector.createToken('acme', 'nora', 'reviewer');
  const decision = async () => {
    const { body } = await company.collector.ask(nora, '/v1/events');
    const { events } = body as { events: CountersignEvent[] };
    return events.find(({ type }) => type === 'countersign.decision.made.v1');
  };
  // It is noted here at once, and sent after that.
  await expect.poll(async () => (await decision())?.authid).toBe('ada');
  const made = await decision();
  expect(made?.data.facts).toMatchObject({ verdict: 'approve', inProcess: { meaning: 'approval', processId: 'faq' } });
});

nightly('a window that is closed, and an account without a role, change nothing', async () => {
  const options = await begin();
  await (await windowAfter(options, /^Sign in at 127/)).close();
  await expect(options.getByText('The sign-in was closed or declined')).toBeVisible();
  await signInIn(await windowAfter(options, /^Sign in at 127/), 'nobody');
  await expect(options.getByText('your account has no team or no role')).toBeVisible();
  await expect(options.getByRole('button', { name: 'Disconnect' })).toHaveCount(0);
});
