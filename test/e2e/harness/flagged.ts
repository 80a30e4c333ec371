/** A report from a page of its own, for tests of what becomes of reports, and a look for what keeps people out. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { answerOf } from '../../live/answers.ts';
import type { Live } from '../../live/server.ts';
import type { ExtensionBrowser } from './chromium.ts';
import { ask, flag, outputsOf } from './flows.ts';

/** Asks, waits for the answer, flags it, and closes the page. */
export async function flagAnswer(browser: ExtensionBrowser, live: Live, answer: string): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(live.pageUrl('deep-chat'));
  await ask(page, 'deep-chat', answerOf(answer).prompt);
  await outputsOf(browser, page, 1);
  await flag(page, 'factual', 'critical');
  await page.close();
}

/** axe finds nothing serious on a page. */
export async function nothingSerious(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
