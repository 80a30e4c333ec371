/** Saved pages of real tools, read by their profiles. */

import { savedPages } from '../../detect/saved.ts';
import type { ExtensionBrowser } from '../../e2e/harness/chromium.ts';
import { whenStill } from './evidence.ts';
import { cutToTruth, type Judged, judge, lineOfPage } from './judge.ts';

export async function judgeSaved(browser: ExtensionBrowser): Promise<Judged[]> {
  const results: Judged[] = [];
  for (const { file, open, truth, continues } of savedPages()) {
    const page = await browser.context.newPage();
    await open(page);
    const there = await truth(page);
    const listed = await whenStill(browser, page, there.outputs.length);
    const judged = judge(file, continues ? listed.map((output) => cutToTruth(output, there)) : listed, there);
    results.push(judged);
    console.log(lineOfPage(judged));
    await page.close();
  }
  return results;
}
