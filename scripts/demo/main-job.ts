/** The main job, played by itself: each step says what it saw and leaves a picture. */
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { deepClick, deepText, deepTexts, deepWait } from '../../test/e2e/harness/deep.ts';
import { ask, badge, closeCard, composeFrame, decide, outputsOf, panelFor } from '../../test/e2e/harness/flows.ts';
import { answerOf } from '../../test/live/answers.ts';
import type { Stage } from '../demo.ts';
import { playFigures } from './figures.ts';
import { playGate } from './gated.ts';
import { putInDocuments } from './pictures.ts';

const PANEL = { width: 400, height: 860 };

export async function playMainJob(stage: Stage, say: (text: string) => void): Promise<void> {
  const player = new Player(stage, say);
  const page = await player.find();
  await player.showAndFlag(page);
  await player.write(page);
  const mine = await player.store(page);
  const queue = await player.review();
  await player.hearBack(page, mine, queue);
  await player.italian();
  await playGate(stage, say, player.picture);
  await playFigures(stage, say, (page) => player.picture(page, 'figures'));
}

class Player {
  readonly #stage: Stage;
  readonly #say: (text: string) => void;
  #count = 0;

  constructor(stage: Stage, say: (text: string) => void) {
    this.#stage = stage;
    this.#say = say;
  }

  readonly picture = async (page: Page, name: string): Promise<void> => {
    const file = `${String(++this.#count).padStart(2, '0')}-${name}.png`;
    const path = join(this.#stage.pictures, file);
    await page.screenshot({ path });
    if (this.#stage.forDocuments) await putInDocuments(name, path);
    this.#say(`     picture ${file}`);
  };

  async find(): Promise<Page> {
    const { user, live } = this.#stage;
    const page = await user.context.newPage();
    await page.goto(live.pageUrl('deep-chat'));
    await ask(page, 'deep-chat', answerOf('en-quote').prompt);
    const [output] = await outputsOf(user, page, 1);
    if (!output) throw new Error('no output was found');
    this.#say(
      `1 Find    saw one answer of ${output.tool}, complete, ${output.text.length} characters, by ${output.evidence.join(', ')}`,
    );
    await deepWait(page, badge('unreviewed'));
    await this.picture(page, 'found');
    return page;
  }

  async showAndFlag(page: Page): Promise<void> {
    await deepClick(page, badge('unreviewed'));
    await deepWait(page, '[data-category="factual"]');
    const [status] = await deepTexts(page, '.statusName');
    this.#say(`2 Show    saw the card: ${status?.trim()}`);
    await this.picture(page, 'card');
    await deepClick(page, '[data-category="factual"]');
    await deepWait(page, '[data-severity="major"]');
    await this.picture(page, 'category-chosen');
    await deepClick(page, '[data-severity="major"]');
    await deepWait(page, badge('reported'));
    this.#say(
      `3 Flag    two clicks; saw "${(await deepText(page, '[data-action="undo"]')).trim()}" and the badge turn to "${(await deepText(page, badge('reported'))).trim()}"`,
    );
    await this.picture(page, 'sent');
  }

  async write(page: Page): Promise<void> {
    await deepClick(page, '[data-action="comment"]');
    const frame = await composeFrame(page);
    await frame.locator('textarea').fill('24 × 189 and 12 × 349 make 8,724, not 8,924. The total is wrong too.');
    await this.picture(page, 'comment');
    await frame.getByRole('button', { name: 'Save' }).click();
    await deepWait(page, '[data-action="close"]');
    await closeCard(page);
    this.#say('          typed a comment in the frame that the page cannot read');
  }

  async store(page: Page): Promise<Page> {
    const mine = await panelFor(this.#stage.user, page, 'My reports');
    await mine.setViewportSize(PANEL);
    await expect(mine.getByText('make 8,724')).toBeVisible();
    this.#say('4 Store   saw the report in "My reports", waiting for a decision');
    await this.picture(mine, 'my-reports');
    return mine;
  }

  async review(): Promise<Page> {
    const queue = await panelFor(this.#stage.lead, undefined, 'Queue');
    await queue.setViewportSize(PANEL);
    const started = Date.now();
    await expect(queue.locator('[data-output-hash]')).toHaveCount(1, { timeout: 40_000 });
    this.#say(
      `5 Review  saw it in the lead's queue (${((Date.now() - started) / 1_000).toFixed(1)} s; a fresh report is held 10 s for undo)`,
    );
    await this.picture(queue, 'queue');
    await queue.locator('[data-output-hash] button').first().click();
    await queue.getByRole('radio', { name: 'Modify', exact: true }).check();
    // The quote is a table: its figures are corrected cell by cell.
    const cells = queue.locator('form table textarea');
    const figures = await cells.evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
    for (const [at, figure] of figures.entries()) {
      const right = figure.replace('8,924.00', '8,724.00').replace('713.92', '697.92');
      if (right !== figure) await cells.nth(at).fill(right);
    }
    await this.picture(queue, 'modify');
    await queue.getByRole('button', { name: 'Back to the queue' }).click();
    await decide(queue, 'block', {
      note: 'The subtotal is wrong; ask for a new quote.',
    });
    await expect(queue.locator('[data-output-hash]')).toHaveCount(0);
    this.#say('          the lead looked at a correction, then blocked it with a note; the queue is empty');
    return queue;
  }

  async hearBack(page: Page, mine: Page, queue: Page): Promise<void> {
    const started = Date.now();
    await expect(mine.getByText('ask for a new quote')).toBeVisible({ timeout: 40_000 });
    this.#say(`6 Sync    saw the decision in "My reports" after ${((Date.now() - started) / 1_000).toFixed(1)} s`);
    await this.picture(mine, 'decided');
    await page.bringToFront();
    await deepWait(page, badge('blocked'));
    await deepClick(page, badge('blocked'));
    await deepWait(page, '[data-report-id]');
    this.#say(`          saw the badge turn to "${(await deepText(page, badge('blocked'))).trim()}"`);
    await this.picture(page, 'blocked');
    await queue.close();
    await closeCard(page);
  }

  async italian(): Promise<void> {
    const { user, live } = this.#stage;
    const page = await user.context.newPage();
    await page.goto(live.pageUrl('n8n-chat', { lang: 'it', theme: 'dark' }));
    await ask(page, 'n8n-chat', answerOf('it-iva').prompt);
    const [output] = await outputsOf(user, page, 1);
    this.#say(`7 Again   on another component, in Italian: saw ${output?.text.length} characters by ${output?.tool}`);
    await deepWait(page, badge('unreviewed'));
    await this.picture(page, 'italian');
  }
}
