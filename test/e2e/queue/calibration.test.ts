/** A calibration in browsers: started by a lead, judged blind by three reviewers, over by itself, compared without a name. */
import type { Page } from 'playwright';
import { test } from 'playwright/test';
import type { CountersignEvent } from '../../../lib/domain/events/event.ts';
import { makeEvent } from '../../../lib/domain/events/event.ts';
import { installationSource } from '../../../lib/domain/ids.ts';
import { IS_NIGHT } from '../../nightly.ts';
import { type ExtensionBrowser, launchChromium } from '../harness/chromium.ts';
import { type Collector, startCollector } from '../harness/collector.ts';
import { expect } from '../harness/expect.ts';
import { connect, panelFor } from '../harness/flows.ts';
import { looking } from './looking.ts';
import { eventsOf } from './seeded.ts';

const TEXT = 'Returns are accepted within 30 days.';

let browsers: ExtensionBrowser[];
let collector: Collector;
test.beforeEach(async () => {
  const [started, ...launched] = await Promise.all([startCollector(), ...[1, 2].map(() => launchChromium())]);
  [collector, browsers] = [started, launched];
});
test.afterEach(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  await collector.remove();
});

async function handIn(token: string, events: readonly CountersignEvent[]): Promise<void> {
  const response = await fetch(`${collector.url}/v1/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/cloudevents-batch+json' },
    body: JSON.stringify(events),
  });
  const { results } = (await response.json()) as { results: { outcome: string }[] };
  expect(results.filter(({ outcome }) => outcome !== 'stored')).toEqual([]);
}

/** The seat that somebody was asked to take, once the log has it: whoever began it sees it before that. */
async function seatOf(token: string, person: string): Promise<{ subject: string; secondId: string }> {
  let found: { subject: string; secondId: string } | undefined;
  const isThere = async () => {
    const { body } = await collector.ask(token, '/v1/events?after=0&limit=1000');
    for (const event of (body as { events: CountersignEvent[] }).events)
      if (event.type === 'countersign.calibration.asked.v1') {
        const seat = event.data.facts.seats.find((each) => each.person === person);
        if (seat) found = { subject: event.subject, secondId: seat.secondId };
      }
    return found !== undefined;
  };
  await expect.poll(isThere, { message: `${person} has a seat` }).toBe(true);
  if (!found) throw new Error(`${person} has no seat`);
  return found;
}

/** Blocks the answer as whoever has this token, from a browser that is not here. */
async function giveElsewhere(token: string, person: string, note: string): Promise<void> {
  const { subject, secondId } = await seatOf(token, person);
  const source = installationSource(crypto.randomUUID());
  const facts = { secondId, verdict: 'block' as const };
  await handIn(token, [await makeEvent('countersign.second.given.v1', source, subject, facts, { note })]);
}

/** Opens what is to be judged, sees nothing of what others said, and gives a verdict. */
async function judge(panel: Page, verdict: string, note: string, unseen: readonly string[]): Promise<void> {
  await panel.locator('li[data-output-hash]').getByRole('button').first().click();
  await expect(panel.getByText('You were asked to judge this answer apart from others')).toBeVisible();
  for (const words of unseen) await expect(panel.getByText(words)).toHaveCount(0);
  await panel.getByRole('radio', { name: verdict, exact: true }).check();
  await panel.locator('[name="note"]').fill(note);
  await panel.getByRole('button', { name: 'Give your verdict' }).click();
  await expect(panel.getByText('What the others say is shown when all have judged').first()).toBeVisible();
}

test('three reviewers judge the same answer blind; over once all have, and compared without names', async () => {
  const [leads, noras] = browsers as [ExtensionBrowser, ExtensionBrowser];
  const token = {
    marta: await collector.createToken('acme', 'marta', 'reporter', 'Marta Bianchi'),
    anna: await collector.createToken('acme', 'anna', 'reviewer', 'Anna Verdi'),
    luca: await collector.createToken('acme', 'luca', 'reviewer', 'Luca Rossi'),
    nora: await collector.createToken('acme', 'nora', 'reviewer', 'Nora Neri'),
    ivo: await collector.createToken('acme', 'ivo', 'reviewer', 'Ivo Blu'),
  };
  await handIn(token.marta, await eventsOf({ text: TEXT, reports: [{ comment: 'It is 14 days.' }] }, 0));
  await Promise.all([connect(leads, collector.url, token.anna), connect(noras, collector.url, token.nora)]);
  const figures = await leads.open('figures.html');
  await figures.getByRole('button', { name: 'Start a calibration' }).click();
  for (const name of ['Luca Rossi', 'Nora Neri', 'Ivo Blu']) await figures.getByLabel(name).check();
  const look = looking(figures, 'en');
  if (IS_NIGHT) await look('calibration-start');
  await figures.getByRole('button', { name: 'Start', exact: true }).click();
  const calibration = figures.locator('[data-calibration]');
  await expect(calibration).toContainText('0 of 3 verdicts are there');

  // Two of them work with other browsers, at which nobody looks here.
  await giveElsewhere(token.luca, 'luca', 'The period is wrong.');
  await expect(calibration).toContainText('1 of 3 verdicts are there');
  const nora = await panelFor(noras, undefined, 'Queue');
  await judge(nora, 'Approve', 'Close enough.', ['The period is wrong.', 'Luca Rossi']);
  await expect(calibration).toContainText('2 of 3 verdicts are there');
  await expect(calibration).not.toContainText('The period is wrong.');
  await expect(calibration).not.toContainText('Block');
  if (IS_NIGHT) await look('calibration-under-way');

  await giveElsewhere(token.ivo, 'ivo', 'Fourteen, not thirty.');
  await expect(calibration).toContainText('Over: 3 of 3 verdicts were given.');
  await expect(calibration).toContainText('Where they differ');
  await expect(calibration).toContainText('Block: 2');
  await expect(calibration).toContainText('Approve: 1');
  await look('calibration-compared');
  for (const note of ['The period is wrong.', 'Close enough.', 'Fourteen, not thirty.'])
    await expect(calibration).toContainText(note);
  const words = await calibration.innerText();
  for (const name of ['Luca', 'Nora', 'Ivo', 'Anna']) expect(words).not.toContain(name);
  // It changed nothing for the text: it waits as before.
  const queue = await panelFor(leads, undefined, 'Queue');
  await expect(queue.getByText('1 answer waits for a decision')).toBeVisible();
});
