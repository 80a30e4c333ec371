/** A lead clears reports by keys alone while many more come in from the team: none is lost. */
import { test } from 'playwright/test';
import { IS_NIGHT } from '../../nightly.ts';
import { type ExtensionBrowser, launchChromium } from '../harness/chromium.ts';
import { type Collector, startCollector } from '../harness/collector.ts';
import { expect } from '../harness/expect.ts';
import { connect, panelFor } from '../harness/flows.ts';
import { eventsOf } from './seeded.ts';

const TWENTY = IS_NIGHT ? 20 : 8;
const MORE = IS_NIGHT ? 500 : 200;

let browser: ExtensionBrowser;
let collector: Collector;
test.beforeEach(async () => {
  [browser, collector] = await Promise.all([launchChromium(), startCollector()]);
});
test.afterEach(async () => {
  await browser.close();
  await collector.remove();
});

/** Reported outputs, handed in as a colleague's browser does. */
async function handIn(token: string, from: number, count: number, severity: 'critical' | 'minor'): Promise<void> {
  const numbers = Array.from({ length: count }, (_, at) => from + at);
  const events = await Promise.all(numbers.map((n) => eventsOf({ text: `Answer ${n}.`, reports: [{ severity }] }, n)));
  const response = await fetch(`${collector.url}/v1/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/cloudevents-batch+json' },
    body: JSON.stringify(events.flat()),
  });
  const { results } = (await response.json()) as { results: { outcome: string }[] };
  expect(results.filter(({ outcome }) => outcome !== 'stored')).toEqual([]);
}

/** Seconds for a key by a skilled typist, and for getting ready in mind for a step (Card, Moran & Newell 1980, KLM). */
const KEY_S = 0.2;
const MIND_S = 1.35;
/**
 * The same job in Langfuse's annotation queue by the keys that it documents (langfuse.com, annotation queues: 1 to 9 for a value,
 * Ctrl and Enter to complete and go on); a chord is two keys.
 */
const PEERS_KEYS = 3;

/** One decision, and the next item is open: what it takes by keys, and what the screen adds. */
function tellKeys(keys: number, waitedMs: number): void {
  const row = (who: string, of: number) =>
    `  | ${who} | ${of} | ${(of * KEY_S).toFixed(1)} | ${(of * KEY_S + MIND_S).toFixed(2)} |`;
  console.log(
    [
      '  One approval, on to the next (keystroke-level model: a key 0.2 s, thinking once 1.35 s)',
      '  | queue | keys | s of keys | s with thinking |',
      row('ours: 1, Enter', keys),
      row('Langfuse: 1, Ctrl+Enter', PEERS_KEYS),
      `  measured beside it: ${Math.round(waitedMs)} ms a decision from key to next item, by a script, while reports arrive`,
    ].join('\n'),
  );
  expect(keys).toBeLessThan(PEERS_KEYS);
}

test(`${TWENTY} decisions by keys while ${MORE} reports arrive`, async () => {
  const [colleague, lead] = [
    await collector.createToken('acme', 'marta', 'reporter', 'Marta'),
    await collector.createToken('acme', 'anna', 'reviewer', 'Anna'),
  ];
  await handIn(colleague, 0, TWENTY, 'critical');
  await connect(browser, collector.url, lead);
  const panel = await panelFor(browser, undefined, 'Queue');
  await expect(panel.getByText(`${TWENTY} answers wait for a decision`)).toBeVisible();
  // The first are there, so that something is left however fast the lead is; the rest come meanwhile, and nobody waits for them.
  await handIn(colleague, 1000, 50, 'minor');
  await expect(panel.getByText(`${TWENTY + 50} answers wait for a decision`)).toBeVisible();
  const arriving = (async () => {
    for (let at = 50; at < MORE; at += 50) await handIn(colleague, 1000 + at, 50, 'minor');
  })();
  let keys = 0;
  const from = performance.now();
  const press = async (key: string) => {
    keys += 1;
    await panel.keyboard.press(key);
  };
  const first = panel.locator('li[data-output-hash]').getByRole('button').first();
  await expect(first).toBeVisible();
  await press('j');
  await expect(first).toBeFocused();
  await press('Enter');
  const decided = new Set<string>();
  for (let at = 0; at < TWENTY; at += 1) {
    const open = panel.locator('div[data-output-hash]');
    const hash = (await open.getAttribute('data-output-hash')) ?? '';
    decided.add(hash);
    await expect(panel.getByRole('radio', { name: 'Approve', exact: true })).not.toBeChecked();
    await press('1');
    await expect(panel.getByRole('radio', { name: 'Approve', exact: true })).toBeFocused();
    await press('Enter');
    await expect(open).not.toHaveAttribute('data-output-hash', hash);
  }
  expect(decided.size).toBe(TWENTY);
  expect(keys).toBe(2 + 2 * TWENTY);
  tellKeys((keys - 2) / TWENTY, (performance.now() - from) / TWENTY);
  await arriving;
  await panel.keyboard.press('Escape');
  await expect(panel.getByText(`${MORE} answers wait for a decision`)).toBeVisible();
  const made = async () => {
    const { body } = await collector.ask(lead, '/v1/events?after=0&limit=1000');
    const more = await collector.ask(lead, `/v1/events?after=${(body as { next: string }).next}&limit=1000`);
    const events = [body, more.body].flatMap(
      (page) => (page as { events: { type: string; subject: string }[] }).events,
    );
    return events.filter(({ type }) => type === 'countersign.decision.made.v1').map(({ subject }) => subject);
  };
  await expect.poll(async () => new Set(await made())).toEqual(decided);
});
