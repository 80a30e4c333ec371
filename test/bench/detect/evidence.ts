/** Drives the labelled pages in a browser with the extension, every profile switched off. */
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import type { ListedOutput } from '../../../lib/messages/to-page/index.ts';
import type { LabelledPage } from '../../detect/contract.ts';
import type { DetectPages } from '../../detect/server.ts';
import type { ExtensionBrowser } from '../../e2e/harness/chromium.ts';
import { forgetSites, listOutputs } from '../../e2e/harness/outputs.ts';
import { switchProfilesOff } from '../profiles-off.ts';
import { type Judged, judge, lineOfPage } from './judge.ts';
import { LONGEST_MS } from './report.ts';

/** Pages at once: their streams share the machine. */
const AT_ONCE = 3;

export async function judgeByEvidence(
  browser: ExtensionBrowser,
  { url, pages }: DetectPages,
  wanted: (page: LabelledPage) => boolean,
): Promise<Judged[]> {
  await switchProfilesOff(browser);
  const waiting = pages.filter(wanted);
  const results: Judged[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const judged = await judgePage(browser, url, next);
      results.push(judged);
      console.log(lineOfPage(judged));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}

async function judgePage(browser: ExtensionBrowser, url: string, labelled: LabelledPage): Promise<Judged> {
  await forgetSites(browser);
  const page = await browser.context.newPage();
  await page.goto(url + labelled.path);
  await labelled.drive(page);
  const truth = await labelled.truth(page);
  const listed = await whenStill(browser, page, truth.outputs.length);
  await page.close();
  return judge(labelled.id, listed, truth);
}

/** What is listed once as many are complete as there are answers, or the longest time has passed. */
export async function whenStill(browser: ExtensionBrowser, page: Page, count: number): Promise<ListedOutput[]> {
  let listed: ListedOutput[] = [];
  const complete = async () => {
    listed = await listOutputs(browser, page);
    return listed.filter(({ state }) => state === 'complete').length;
  };
  await expect
    .poll(complete, { timeout: LONGEST_MS })
    .toBe(count === 0 ? Number.NaN : count)
    .catch((error: Error) => {
      if (!/Timeout|toBe|Expected/.test(error.message)) throw error;
    });
  return listed;
}
