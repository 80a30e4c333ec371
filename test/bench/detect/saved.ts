/** Saved pages of real tools, read by their profiles. */
import { savedPages } from '../../detect/saved.ts';
import type { ExtensionBrowser } from '../../e2e/harness/chromium.ts';
import { whenStill } from './evidence.ts';
import { type Judged, judge, lineOfPage } from './judge.ts';

export async function judgeSaved(browser: ExtensionBrowser): Promise<Judged[]> {
  const results: Judged[] = [];
  for (const { file, open, truth } of savedPages()) {
    const page = await browser.context.newPage();
    await open(page);
    const there = await truth(page);
    const judged = judge(file, await whenStill(browser, page, there.outputs.length), there);
    results.push(judged);
    console.log(lineOfPage(judged));
    await page.close();
  }
  return results;
}
