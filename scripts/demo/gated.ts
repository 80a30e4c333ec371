/** What follows a decision: rules are published, an answer is held, a checklist answered, and the approval has a receipt. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { z } from 'zod';
import { readCommand } from '../../collector/cli/arguments.ts';
import { runCommand } from '../../collector/cli/commands.ts';
import { deepCount, deepDismiss, deepText, deepWait } from '../../test/e2e/harness/deep.ts';
import { ask, badge, outputsOf, panelFor } from '../../test/e2e/harness/flows.ts';
import { askAtGate, BOX } from '../../test/e2e/harness/pages/gated.ts';
import { answerOf } from '../../test/live/answers.ts';
import type { Stage } from '../demo.ts';

const PANEL = { width: 400, height: 860 };
const POINT = 'What it says of returns is what our terms say.';

/** Rules by which no answer of the page's chat leaves it before somebody with authority has approved it. */
const RULES = {
  format: 2,
  version: 'autumn',
  title: 'Answers to customers',
  processes: [
    {
      ...{ id: 'answers', name: 'Answers to customers', applies: { tools: ['n8n-chat'] }, risk: 'medium' },
      ...{ publishes: false, publicInterest: 'never', review: { mode: 'full' }, dueAfterHours: 8 },
      gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'never' },
      checklist: [{ id: 'terms', text: POINT, without: 'block' }],
    },
  ],
};

type Picture = (page: Page, name: string) => Promise<void>;

/** Plays it, and says what was seen. */
export async function playGate(stage: Stage, say: (text: string) => void, picture: Picture): Promise<void> {
  await publish(stage);
  say('8 Rules   an admin published rules: answers to customers are held until they are approved');
  const { page, text } = await held(stage, say, picture);
  await approve(stage, say, picture);
  await page.bringToFront();
  await deepWait(page, badge('approved'));
  await expect.poll(() => deepText(page, BOX)).toContain('It may go now');
  await picture(page, 'let-go');
  await deepDismiss(page, BOX, `${BOX} .close`);
  say('          saw the box on the page turn to "It may go now"');
  await checkReceipt(stage, text, say);
}

async function publish({ collector, admin }: Stage): Promise<void> {
  const published = await collector.ask(admin, '/v1/policy', {
    method: 'PUT',
    headers: { 'if-match': '"0"' },
    body: JSON.stringify({ policy: RULES, note: 'The first rules' }),
  });
  if (published.status !== 200) throw new Error(`the rules were refused: ${JSON.stringify(published.body)}`);
}

/** Copies an answer until the rules have come and hold it, and asks for its approval. */
async function held({ user, live }: Stage, say: (text: string) => void, picture: Picture) {
  const page = await user.context.newPage();
  await page.goto(live.pageUrl('n8n-chat'));
  await ask(page, 'n8n-chat', answerOf('en-returns').prompt);
  const [output] = await outputsOf(user, page, 1);
  if (!output) throw new Error('no output was found');
  await deepWait(page, badge('unreviewed'));
  await expect(() => copyHeld(page)).toPass();
  say(`9 Gate    copied the answer; saw "${(await deepText(page, `${BOX} .title`)).trim()}" instead`);
  await picture(page, 'held');
  await askAtGate(page);
  return { page, text: output.text };
}

/** Copies the answer, and sees the box that says that it is held. */
async function copyHeld(page: Page): Promise<void> {
  await page.locator('.chat-message-from-bot').last().locator('p').first().click({ clickCount: 3 });
  await page.keyboard.press('Control+C');
  await expect.poll(() => deepCount(page, BOX), { timeout: 1_000 }).toBe(1);
}

/** The lead answers the checklist, without which nothing is approved, and approves. */
async function approve({ lead }: Stage, say: (text: string) => void, picture: Picture): Promise<void> {
  const queue = await panelFor(lead, undefined, 'Queue');
  await queue.setViewportSize(PANEL);
  await expect(queue.locator('[data-output-hash]')).toContainText('Approval asked for');
  await queue.locator('[data-output-hash] button').first().click();
  await queue.getByRole('radio', { name: 'Approve', exact: true }).check();
  await queue.getByRole('checkbox', { name: POINT }).check();
  await picture(queue, 'checklist');
  await queue.getByRole('button', { name: 'Record decision' }).click();
  await expect(queue.locator('[data-output-hash]')).toHaveCount(0);
  say("10 Approve the lead answered the process's checklist, and approved");
  await queue.close();
}

const pageOfLog = z.object({
  events: z.array(z.object({ type: z.string(), data: z.object({ facts: z.record(z.string(), z.unknown()) }) })),
});

/** The receipt is fetched as any system of the team's would, and checked with nothing but three files. */
async function checkReceipt({ collector, admin, pictures }: Stage, text: string, say: (text: string) => void) {
  const { body } = await collector.ask(admin, '/v1/events?limit=1000');
  const approval = pageOfLog
    .parse(body)
    .events.findLast(({ type, data }) => type.includes('decision.made') && data.facts.verdict === 'approve');
  const asked = await collector.ask(admin, `/v1/receipts/${String(approval?.data.facts.decisionId)}`);
  if (asked.status !== 200) throw new Error(`there is no receipt: ${JSON.stringify(asked.body)}`);
  const { receipt } = z.object({ receipt: z.string() }).parse(asked.body);
  const keys = await collector.ask(admin, '/.well-known/jwks.json');
  const at = (name: string) => join(pictures, '..', name);
  await Promise.all([
    writeFile(at('receipt.jwt'), receipt),
    writeFile(at('jwks.json'), JSON.stringify(keys.body)),
    writeFile(at('answer.txt'), text),
  ]);
  let said = '';
  await runCommand(
    readCommand(
      ['receipt', 'verify', '--file', at('receipt.jwt'), '--jwks', at('jwks.json'), '--text', at('answer.txt')],
      {},
    ),
    { out: (words) => (said += words), err: () => undefined, stop: new AbortController().signal },
  );
  say(`11 Receipt saw: ${said.trimEnd().split('\n').at(-1)}`);
}
