/** What is managed: endpoints, sign-in and settings, locked, in force at once; what is bad is told. */
import { test } from 'playwright/test';
import { type Live, startLive } from '../../live/server.ts';
import { type Receiver, receive } from '../../unit/sync/receiver.ts';
import { nothingSerious } from '../harness/axe.ts';
import { stopServiceWorker } from '../harness/chromium.ts';
import { type Company, signInIn, startCompany } from '../harness/company.ts';
import { expect } from '../harness/expect.ts';
import { flagAnswer } from '../harness/flows.ts';
import { nightly } from '../harness/nightly.ts';
import { launchManaged, type ManagedBrowser, mayManage } from '../harness/profile/managed.ts';

const CAN = mayManage();
test(CAN ? 'this machine lets settings be managed' : 'not run here: only an administrator may manage settings', () => {
  expect(typeof CAN).toBe('boolean');
});

let live: Live;
let browser: ManagedBrowser;
let receiver: Receiver;
test.beforeAll(async () => {
  live = await startLive({ paceMs: 2 });
});
test.afterAll(() => live.close());
test.beforeEach(async () => {
  if (CAN) browser = await launchManaged();
  receiver = await receive({ status: 202 });
});
test.afterEach(async () => {
  if (CAN) await browser.close();
  await receiver[Symbol.asyncDispose]();
});

const FIXED = 'Set by your organisation';
const siem = (over: object = {}) => ({ id: 'siem', kind: 'cloudevents', address: `${receiver.url}/a`, ...over });

if (CAN)
  nightly(
    'an endpoint is there, locked, and fed; it changes and goes without a restart; what is bad is told',
    async () => {
      const options = await browser.open('options.html');
      await expect(options.getByRole('button', { name: 'Add a server' })).toBeVisible();
      browser.manage({
        endpoints: [siem({ signingSecret: 'a very secret secret' })],
        ownEndpoints: false,
        profilesOff: ['poe'],
        redaction: { kinds: ['email'], names: ['Falcon'], parts: ['typed'] },
      });
      const card = options.getByRole('region', { name: 'CloudEvents' });
      await expect(card).toContainText(FIXED);
      await expect(card.getByRole('button')).toHaveCount(0);
      await expect(options.getByText('does not let people add servers')).toBeVisible();
      await expect(options.getByRole('button', { name: 'Add a server' })).toHaveCount(0);
      await expect(options.locator('[data-tool="poe"]')).toContainText('Switched off by your rules');
      await expect(options.locator('[data-tool="claude"]').getByRole('button')).toHaveCount(0);
      const section = options.locator('#managed');
      await expect(section).toContainText('e-mail addresses');
      await nothingSerious(options);
      await flagAnswer(browser, live, 'en-quote');
      await expect.poll(() => receiver.got.map(({ path }) => path)).toContain('/a');
      expect(receiver.got.at(-1)?.headers).toHaveProperty('webhook-signature');

      await test.step('no secret lies in storage.local, and nobody changes what is managed', async () => {
        const said = await options.evaluate(async () => {
          const { chrome } = globalThis as unknown as {
            chrome: {
              storage: { local: { get(keys: null): Promise<object> } };
              runtime: { sendMessage(message: object): Promise<unknown> };
            };
          };
          const tell = (type: string, body: object) => chrome.runtime.sendMessage({ type, body });
          return {
            stored: JSON.stringify(await chrome.storage.local.get(null)),
            paused: await tell('target.pause', { targetId: 'managed.siem', paused: true }),
            removed: await tell('target.remove', { targetId: 'managed.siem' }),
            added: await tell('target.save', {
              kind: 'slack',
              settings: { webhook: 'https://hooks.slack.com/services/x', words: false },
            }),
            switched: await tell('tool.switch', { tool: 'claude', on: false }),
          };
        });
        expect(said.stored).not.toContain('a very secret secret');
        const refused = { ok: false, refusal: 'fixed' };
        expect(said).toMatchObject({ paused: refused, removed: refused, added: refused, switched: refused });
      });

      await test.step('a bad value is told with its place, its last good one stays, and the rest applies', async () => {
        browser.manage({
          endpoints: [siem({ address: 'http://siem.example' }), { id: 'chat', kind: 'pigeon' }, siem({ id: 'second' })],
          profilesOff: ['claude', 'no-such-tool'],
          redaction: { kinds: ['shoe size'], names: [], parts: ['typed'] },
          collector: { address: 'not an address' },
        });
        await expect(section).toContainText('endpoints.siem: cloudevents begins with http://');
        await expect(section).toContainText('endpoints.chat.kind: there is no kind of server called pigeon');
        await expect(section).toContainText('profilesOff: there is no tool called no-such-tool');
        await expect(section).toContainText('redaction.kinds.1');
        await expect(section).toContainText('collector: not an address has no address that can be used');
        await expect(section).toContainText('e-mail addresses');
        await expect(options.getByRole('region', { name: 'CloudEvents' })).toHaveCount(2);
        await expect(options.locator('[data-tool="claude"]')).toContainText('Switched off by your rules');
        await expect(options.locator('[data-tool="poe"]')).not.toContainText('Switched off');
        await expect(options.getByRole('button', { name: 'Add a server' })).toBeVisible();
        await nothingSerious(options);
      });

      await test.step('it holds when the worker starts again, and goes when it is taken back', async () => {
        await stopServiceWorker(browser);
        await options.reload();
        await expect(options.getByRole('region', { name: 'CloudEvents' })).toHaveCount(2);
        browser.manage(undefined);
        await expect(options.getByRole('region', { name: 'CloudEvents' })).toHaveCount(0);
        await expect(section).toHaveCount(0);
        await expect(options.locator('[data-tool="claude"]').getByRole('button')).toBeVisible();
      });
    },
  );

if (CAN)
  test('the collector is managed: the address is locked, one signs in, and another sign-in is refused', async () => {
    const company: Company = await startCompany({ redirectUri: `https://${browser.extensionId}.chromiumapp.org/` });
    const { provider, collector } = company;
    const options = await browser.open('options.html');
    browser.manage({ collector: { address: collector.url, issuer: 'https://login.elsewhere.example' } });
    const card = options.getByRole('region', { name: 'Team server' });
    await expect(card).toContainText(FIXED);
    await expect(card).toContainText('Sign in with your company account');
    await card.getByRole('button', { name: 'Use a token' }).click();
    await expect(card.getByLabel('Server address')).toHaveValue(collector.url);
    await expect(card.getByLabel('Server address')).not.toBeEditable();
    await card.getByRole('button', { name: 'Cancel' }).click();
    await card.getByRole('button', { name: 'Sign in with a company account' }).click();
    await expect(card).toContainText('names another sign-in than your organisation has set');
    expect(provider.asked).toEqual([]);

    browser.manage({ collector: { address: collector.url, issuer: provider.issuer } });
    await expect(options.locator('#managed')).toContainText(collector.url);
    await expect(async () => {
      await card.getByRole('button', { name: 'Sign in with a company account' }).click();
      await expect(card.getByRole('button', { name: /^Sign in at/ })).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await nothingSerious(options);
    const opened = browser.context.waitForEvent('page');
    await card.getByRole('button', { name: /^Sign in at/ }).click();
    await signInIn(await opened, 'ada');
    await expect(card).toContainText('Ada Rossi');
    await flagAnswer(browser, live, 'en-quote');
    await expect(card.getByText('All sent')).toBeVisible();
    await company.close();
  });
