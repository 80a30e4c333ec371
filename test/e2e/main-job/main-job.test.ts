/** One flag travels the whole way: page, badge, report, side panel, endpoint, decision, and back. */
import { expect, test } from 'playwright/test';
import { answerOf } from '../../live/answers.ts';
import { type Live, startLive } from '../../live/server.ts';
import { withNights } from '../../nightly.ts';
import { type ExtensionBrowser, launchChromium } from '../harness/chromium.ts';
import { type Collector, makeCollector } from '../harness/collector.ts';
import { deepClick, deepText, deepWait } from '../harness/deep.ts';
import {
  ask,
  badge,
  type ChatPage,
  closeCard,
  composeFrame,
  connectByHand,
  decide,
  flag,
  outputsOf,
  panelFor,
} from '../harness/flows.ts';

let live: Live;
let collector: Collector;
let reporter: ExtensionBrowser;
let lead: ExtensionBrowser;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  live = await startLive({ paceMs: 4 });
  collector = await makeCollector({ embedded: true });
  const marta = await collector.createToken('acme', 'marta', 'reporter');
  const luca = await collector.createToken('acme', 'luca', 'reviewer');
  await collector.start();
  [reporter, lead] = await Promise.all([launchChromium(), launchChromium()]);
  await connectByHand(reporter, collector.url, marta);
  await connectByHand(lead, collector.url, luca);
});

test.afterAll(async () => {
  await Promise.all([reporter.close(), lead.close()]);
  await collector.remove();
  await live.close();
});

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

for (const kind of withNights<ChatPage>(['deep-chat'], 'n8n-chat'))
  test(`${kind}: found, shown, flagged, stored, reviewed, synced and back`, async () => {
    const wrong = answerOf(kind === 'deep-chat' ? 'en-quote' : 'en-contract');
    const page = await reporter.context.newPage();
    await page.goto(live.pageUrl(kind));
    await ask(page, kind, wrong.prompt, 'key by key');

    // Find: while it streams it is there, and once it is still it is complete, with what came before it.
    const [output] = await outputsOf(reporter, page, 1);
    expect(output).toMatchObject({ tool: kind, state: 'complete' });
    expect(output?.evidence).toContain(`profile:${kind}`);
    expect(output?.evidence).toContain('grew');
    expect(folded(output?.text ?? '').length).toBeGreaterThan(100);

    // Show and flag: a badge, its card, two clicks.
    await deepWait(page, badge('unreviewed'));
    await flag(page, wrong.wrong?.category ?? 'factual', wrong.wrong?.severity ?? 'major');
    await deepWait(page, badge('reported'));

    // The comment is typed in a frame of the extension's own origin.
    await deepClick(page, '[data-action="comment"]');
    const compose = await composeFrame(page);
    await compose.locator('textarea').fill(`Wrong on the ${kind} page.`);
    await compose.getByRole('button', { name: 'Save' }).click();
    await closeCard(page);

    // This page, and my reports.
    const mine = await panelFor(reporter, page, 'My reports');
    await expect(mine.getByText(`Wrong on the ${kind} page.`)).toBeVisible();
    // Once the team's server has it, which may be at once, it says so.
    await expect(mine.getByText(/Not decided yet|The team has it and will decide/).first()).toBeVisible();

    // The lead sees it within seconds of its leaving, and decides.
    const queue = await panelFor(lead, undefined, 'Queue');
    await expect(queue.locator('[data-output-hash]')).toHaveCount(1);
    // Each says something else: the other's may be in this browser's list already.
    const note = `The sum is wrong on the ${kind} page.`;
    await decide(queue, 'block', { note });
    await expect(queue.locator('[data-output-hash]')).toHaveCount(0);

    // The reporter hears back: badge and list.
    await expect(mine.getByText(note)).toBeVisible();
    await page.bringToFront();
    await deepWait(page, badge('blocked'));
    await expect.poll(() => deepText(page, badge('blocked'))).toContain('Blocked');
    await Promise.all([page.close(), mine.close(), queue.close()]);
  });
