/** What a reviewer and a reporter do about a held text in the panel: asked for, asked back, let go in an emergency, and marked; a process that is stopped; of a tool that is not allowed; an escalation that is rehearsed. */
import { randomUUID } from 'node:crypto';
import type { Locator } from 'playwright';
import { test } from 'playwright/test';
import { type CountersignEvent, makeEvent } from '../../../lib/domain/events/event.ts';
import { installationSource } from '../../../lib/domain/ids.ts';
import { type ExtensionBrowser, launchChromium } from '../harness/chromium.ts';
import { type Collector, makeCollector } from '../harness/collector.ts';
import { deepClick, deepWait } from '../harness/deep.ts';
import { expect, still } from '../harness/expect.ts';
import { badge, connect, loadPolicy, panelFor } from '../harness/flows.ts';
import { FAQ, GATED, policyWith } from '../harness/pages/gated.ts';
import { OFFER } from '../harness/pages/reuse-pages.ts';
import { startServer, type TestServer } from '../harness/server.ts';

let server: TestServer;
let collector: Collector;
let reporter: ExtensionBrowser;
let lead: ExtensionBrowser;
let annas: string;

/** Two pilots, of whose escalation one goes to the lead. */
const PILOTS = ['bea', 'luca'].map((to) => ({
  ...{ ...FAQ, id: `to-${to}`, name: `Answers to ${to}`, applies: { choice: true }, rollout: { phase: 'pilot' } },
  escalation: [{ to: [`person:${to}`], escalateAfterHours: 4 }],
}));

test.beforeAll(async () => {
  server = await startServer();
  collector = await makeCollector({ keys: true });
  const marta = await collector.createToken('acme', 'marta', 'reporter');
  annas = await collector.createToken('acme', 'anna', 'reviewer');
  const luca = await collector.createToken('acme', 'luca', 'reviewer');
  await collector.start();
  [reporter, lead] = await Promise.all([launchChromium(), launchChromium()]);
  await connect(reporter, collector.url, marta);
  await connect(lead, collector.url, luca);
  const inventory = [{ host: '127.0.0.1', name: 'Trial chat', allowed: false }];
  const policy = JSON.stringify({ ...JSON.parse(policyWith(FAQ, ...PILOTS)), inventory });
  await Promise.all([loadPolicy(reporter, policy), loadPolicy(lead, policy)]);
});

test.afterAll(async () => {
  await Promise.all([reporter.close(), lead.close()]);
  await collector.remove();
  await server.close();
});

/** Opens the page in a browser, and all about its first answer in the panel beside it. */
async function dossierIn(browser: ExtensionBrowser) {
  const page = await browser.context.newPage();
  await page.goto(server.page('/gated/acts', GATED));
  await deepWait(page, badge('unreviewed'));
  const panel = await panelFor(browser, page, 'This page');
  await expect(panel.getByText('Trial chat: ask an admin before you use what it writes.')).toBeVisible();
  const item = panel.locator('[data-output-hash]', { hasText: OFFER.slice(0, 40) });
  await item.getByRole('button', { name: 'All about this answer' }).click();
  return { page, panel };
}

test('a question pauses the clock until it is answered; an emergency has a reason, an end and a mark; a process is stopped', async () => {
  const { panel: own } = await dossierIn(reporter);
  await own.getByRole('button', { name: 'Ask for approval' }).click();
  await expect(own.locator('[data-clock]')).toContainText('Waits for a reviewer or an admin until');

  const queue = await panelFor(lead, undefined, 'Queue');
  await queue.locator('[data-output-hash] button').first().click();
  await queue.getByText('Ask for information', { exact: true }).click();
  await queue.getByLabel('What has to be known before deciding').fill('For which customers is it?');
  await queue.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(queue.locator('[data-clock="paused"]')).toBeVisible();

  await own.bringToFront();
  await expect(own.locator('[data-questions="pending"]')).toContainText('For which customers is it?');
  await own.getByLabel('Your answer').fill('For those in Italy.');
  await own.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(own.locator('[data-clock="running"]')).toBeVisible();
  await queue.bringToFront();
  await expect(queue.getByText('For those in Italy.')).toBeVisible();

  const { page, panel: theirs } = await dossierIn(lead);
  await theirs.getByText('In an emergency', { exact: true }).click();
  const act = theirs.getByRole('button', { name: 'Let it go in an emergency' });
  await expect(act).toBeDisabled();
  await theirs.getByLabel('Why it cannot wait').fill('The customer is on the telephone.');
  await act.click();
  await expect(theirs.locator('[data-gate="bypassed"]')).toContainText('It may go until');
  const marked = `${badge('unreviewed')}[data-mark="bypass"]`;
  await page.bringToFront();
  await deepWait(page, marked);
  await deepClick(page, marked);
  await deepWait(page, '.status [data-mark="bypass"]');
  await deepWait(page, '.status [data-not-allowed]');

  // Whoever was passed over, and whoever made it, see it at once, with its reason.
  await own.bringToFront();
  await expect(own.locator('[data-pass="bypass"]')).toContainText('The customer is on the telephone.');
  await expect(own.getByText('Let through in an emergency').first()).toBeVisible();

  // Something is wrong with all of it: whoever may, stops the process, and not even what was let through goes, in any browser.
  await theirs.bringToFront();
  await theirs.getByText('Stop this process', { exact: true }).click();
  await theirs.getByLabel('Why? The whole team can read it.').fill('The list is of last year.');
  await theirs.getByRole('button', { name: 'Stop the process' }).click();
  await expect(theirs.locator('[data-gate="unsatisfied"]')).toContainText('The process was stopped.');
  await own.bringToFront();
  await expect(own.locator('[data-gate="unsatisfied"]')).toContainText('The process was stopped.');
});

test('an escalation is rehearsed: started beside the rules, answered in the queue by one key, and counted as no report', async () => {
  const rules = await lead.open('policy.html');
  await rules.getByRole('button', { name: 'Begin with the rules in force' }).click();
  await rules.getByText('From audit to scale', { exact: true }).click();
  const [own, theirs] = PILOTS.map(({ id }) => rules.locator(`[data-rollout-of="${id}"]`));
  await own?.getByRole('button', { name: 'Rehearse the escalation' }).click();
  await expect(own?.locator('[data-rehearsal="waits"]') as Locator).toContainText('it waits for bea until');

  const rehearsalId = randomUUID();
  const facts = { rehearsalId, policyVersion: 'spring', act: 'started' as const, to: ['person:luca'] };
  const subject = 'urn:countersign:process:to-luca';
  const source = installationSource(randomUUID());
  await push(await makeEvent('countersign.escalation.rehearsed.v1', source, subject, facts));
  const queue = await panelFor(lead, undefined, 'Queue');
  const waits = queue.locator('[data-rehearsal="to-luca"]');
  await expect(waits).toHaveText('This is a rehearsal. Nobody is waiting for an answer of the AI. Press “Answer”.');
  await expect(queue.locator('[data-rehearsal]')).toHaveCount(1);
  await expect(queue.getByText(/waits? for a decision|The queue is empty/).first()).toBeVisible();
  const others = queue.locator('[data-output-hash]');
  const waiting = await still(() => others.count());
  await queue.keyboard.press('r');
  await expect(waits).toHaveCount(0);
  await expect(others).toHaveCount(waiting);
  const answers = async () =>
    (
      (await collector.ask(annas, '/v1/events?after=0&limit=1000')).body as { events: CountersignEvent[] }
    ).events.flatMap(({ type, data, authid }) =>
      type === 'countersign.escalation.rehearsed.v1' &&
      'rehearsalId' in data.facts &&
      data.facts.rehearsalId === rehearsalId
        ? [[authid, 'step' in data.facts ? data.facts.step : undefined]]
        : [],
    );
  await expect.poll(answers).toEqual([
    ['anna', undefined],
    ['luca', 0],
  ]);
  await rules.bringToFront();
  await expect(theirs?.locator('[data-rehearsal="inTime"]') as Locator).toContainText('in time');
  await expect(theirs?.locator('[data-condition="rehearsed"]') as Locator).toHaveAttribute('data-state', 'met');
  await expect(own?.locator('[data-condition="rehearsed"]') as Locator).toHaveAttribute('data-state', 'missing');
});

/** Hands an event in by hand, as a colleague. */
async function push(event: CountersignEvent): Promise<void> {
  const headers = { 'content-type': 'application/cloudevents-batch+json' };
  const { body } = await collector.ask(annas, '/v1/events', { method: 'POST', headers, body: JSON.stringify([event]) });
  expect(body).toMatchObject({ results: [{ outcome: 'stored' }] });
}
