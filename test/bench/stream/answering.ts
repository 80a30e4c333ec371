/** A person who asks in the plain chat page, and the page that answers. */
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import type { ExtensionBrowser } from '../../e2e/harness/chromium.ts';
import { deepCount } from '../../e2e/harness/deep.ts';
import { listOutputs } from '../../e2e/harness/outputs.ts';

interface PlainWindow {
  stream(count: number, options: { perFrame: number }): Promise<string>;
}

interface Answering {
  /** The answer's number among the conversation's turns. */
  turn: number;
  tokens: number;
  /** Types the prompt first: what is learned, is learned from what the person asked. */
  asks: boolean;
  /** Tokens a frame. */
  perFrame: number;
}

/** Streams an answer; resolves when its last token is there. */
export async function answer(page: Page, { turn, tokens, asks, perFrame }: Answering): Promise<void> {
  if (asks) await typePrompt(page, `Write ${tokens} words on case ${turn}.`);
  await page.evaluate(([count, pace]) => (window as unknown as PlainWindow).stream(count, { perFrame: pace }), [
    tokens,
    perFrame,
  ] as const);
}

async function typePrompt(page: Page, prompt: string): Promise<void> {
  const composer = page.locator('#prompt-textarea');
  await composer.fill('');
  await composer.pressSequentially(prompt);
  await composer.press('Enter');
}

/** Waits until a badge is drawn: what finds nothing costs nothing. */
export const mustShowBadge = (page: Page): Promise<void> =>
  expect.poll(() => deepCount(page, 'button[data-status]:not(:empty)'), { timeout: 30_000 }).toBeGreaterThan(0);

/** Waits until every answer of the page is read: reading what was there is no part of a stream's cost. */
export async function mustHaveRead(browser: ExtensionBrowser, page: Page): Promise<void> {
  const there = await page.locator('[data-message-author-role="assistant"]').count();
  const read = async () => (await listOutputs(browser, page)).filter(({ state }) => state === 'complete').length;
  await expect.poll(read, { timeout: 60_000, intervals: [1_000] }).toBe(there);
}
