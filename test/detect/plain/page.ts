import type { Page } from 'playwright-core';
import type { LabelledPage, Lang } from '../contract.ts';

export interface Html {
  title: string;
  body: string;
}

/** A page where nothing was written by AI. */
export interface PlainPage {
  name: string;
  langs: readonly Lang[];
  split: LabelledPage['split'];
  /** Two people talk to each other. */
  human?: boolean;
  /** It has a script, `live/<name>.ts`. */
  live?: boolean;
  html(lang: Lang): Html;
  /** What a person does there; returns what they typed. */
  use(page: Page, lang: Lang): Promise<string[]>;
}

export async function typeInto(page: Page, selector: string, text: string): Promise<string> {
  await page.locator(selector).first().click();
  await page.keyboard.type(text, { delay: 8 });
  return text;
}

/** Until the page's own script has played to its end `times` times. */
export async function played(page: Page, times = 1): Promise<void> {
  await page.waitForFunction((wanted) => window.__detect.done >= wanted, times, { timeout: 30_000 });
}

export async function readThrough(page: Page): Promise<void> {
  for (let screens = 0; screens < 4; screens += 1) await page.mouse.wheel(0, 500);
}
