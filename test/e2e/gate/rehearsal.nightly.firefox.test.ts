/** The rehearsal of an escalation in Firefox: started beside the rules in one, answered in the queue of another by its key, and told where it was started. */
import { expect, test } from 'playwright/test';
import { type Collector, makeCollector } from '../harness/collector.ts';
import { BY_CLOCK, type ExtensionFirefox, launchFirefox } from '../harness/firefox/firefox.ts';
import { connectByHand, press, shows } from '../harness/firefox/firefox-flows.ts';
import { FAQ } from '../harness/pages/gated.ts';

/** A pilot whose escalation goes to Luca; whoever answers for it may rehearse it. */
const PILOT = {
  ...{ ...FAQ, owner: 'person:piero', rollout: { phase: 'pilot', reviewed: 10 } },
  escalation: [{ to: ['person:luca'], escalateAfterHours: 4 }],
};

let collector: Collector;
let lead: ExtensionFirefox;
let reviewer: ExtensionFirefox;
test.beforeAll(async () => {
  collector = await makeCollector({ keys: true });
  const piero = await collector.createToken('acme', 'piero', 'admin');
  const luca = await collector.createToken('acme', 'luca', 'reviewer');
  await collector.start();
  const body = JSON.stringify({ policy: { format: 2, version: 'spring', processes: [PILOT] } });
  const published = await collector.ask(piero, '/v1/policy', { method: 'PUT', headers: { 'if-match': '"0"' }, body });
  expect(published.status).toBe(200);
  [lead, reviewer] = await Promise.all([launchFirefox({ grants: true }), launchFirefox({ grants: true })]);
  await Promise.all([connectByHand(lead, collector.url, piero), connectByHand(reviewer, collector.url, luca)]);
  for (const browser of [lead, reviewer]) {
    const options = await browser.open('options.html#reading');
    await options.waitForSelector('#tools [data-policy="spring"]');
    await options.close();
  }
});
test.afterAll(async () => {
  await Promise.all([lead.close(), reviewer.close()]);
  await collector.remove();
});

test('whoever it goes to answers it by its key, and whoever started it reads that it was in time', async () => {
  const rules = await lead.open('policy.html');
  await press(rules, 'button', 'Begin with the rules in force');
  await press(rules, 'summary', 'From audit to scale');
  await press(rules, '[data-rollout-of="faq"] button', 'Rehearse the escalation');
  await rules.waitForSelector('[data-rehearsal="waits"]');
  await shows(rules, 'it waits for luca until');

  const queue = await reviewer.open('sidepanel.html');
  await press(queue, '[role="tab"]:nth-of-type(3)');
  await queue.waitForSelector('[data-rehearsal="faq"]');
  await shows(queue, 'piero tries out the escalation of “FAQ answers”.');
  await queue.keyboard.press('r');
  await queue.waitForFunction(() => document.querySelector('[data-rehearsal]') === null, BY_CLOCK);

  await rules.bringToFront();
  await rules.waitForSelector('[data-rehearsal="inTime"]');
  await shows(rules, 'Rehearsed: luca answered on');
});
