/** What is managed by `policies.json`, in a real Firefox: locked, in force, and told where it is bad. */
import { expect, test } from 'playwright/test';
import { answerOf } from '../../live/answers.ts';
import { type Live, startLive } from '../../live/server.ts';
import { type Receiver, receive } from '../../unit/sync/receiver.ts';
import type { ExtensionFirefox } from '../harness/firefox/firefox.ts';
import { deepClick, deepWait } from '../harness/firefox/firefox-deep.ts';
import { shows } from '../harness/firefox/firefox-flows.ts';
import { launchManagedFirefox } from '../harness/firefox/managed-firefox.ts';

let live: Live;
let receiver: Receiver;
let firefox: ExtensionFirefox;
test.beforeEach(async () => {
  [live, receiver] = await Promise.all([startLive({ paceMs: 2 }), receive({ status: 202 })]);
  firefox = await launchManagedFirefox({
    endpoints: [
      { id: 'siem', kind: 'cloudevents', address: `${receiver.url}/a` },
      { id: 'chat', kind: 'pigeon' },
    ],
    ownEndpoints: false,
    profilesOff: ['poe'],
    redaction: { kinds: ['shoe size'], names: [], parts: ['typed'] },
    colour: 'red',
  });
});
test.afterEach(async () => {
  await firefox.close();
  await live.close();
  await receiver[Symbol.asyncDispose]();
});

test('an endpoint is there, locked, and fed; what is bad is told and the rest applies', async () => {
  const options = await firefox.open('options.html');
  for (const said of [
    'Set by your organisation',
    'endpoints.chat.kind: there is no kind of server called pigeon.',
    'redaction.kinds.1',
    'colour',
    'does not let people add servers of their own',
    'Switched off by your rules',
  ])
    await shows(options, said);
  const cards = () =>
    options.$$eval('section[aria-label="CloudEvents"]', (found) =>
      found.map((card) => ({ text: card.textContent ?? '', buttons: card.querySelectorAll('button').length })),
    );
  await expect.poll(cards).toEqual([{ text: expect.stringContaining('Set by your organisation'), buttons: 0 }]);
  const page = await firefox.browser.newPage();
  await page.goto(live.pageUrl('deep-chat'));
  await page.locator('deep-chat >>> #text-input').click();
  await page.keyboard.type(answerOf('en-quote').prompt);
  await page.keyboard.press('Enter');
  await deepWait(page, 'button[data-status="unreviewed"]');
  await deepClick(page, 'button[data-status="unreviewed"]');
  await deepClick(page, '[data-category="factual"]');
  await deepClick(page, '[data-severity="critical"]');
  await expect.poll(() => receiver.got.map(({ path }) => path)).toContain('/a');
});
