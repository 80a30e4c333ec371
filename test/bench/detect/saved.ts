/** Saved pages of real tools, read by their profiles. */

import type { ListedOutput } from '../../../lib/messages/to-page/index.ts';
import type { Truth } from '../../detect/contract.ts';
import { savedPages } from '../../detect/saved.ts';
import type { ExtensionBrowser } from '../../e2e/harness/chromium.ts';
import { whenStill } from './evidence.ts';
import { type Judged, judge, letters, lineOfPage } from './judge.ts';

export async function judgeSaved(browser: ExtensionBrowser): Promise<Judged[]> {
  const results: Judged[] = [];
  for (const { file, open, truth, continues } of savedPages()) {
    const page = await browser.context.newPage();
    await open(page);
    const there = await truth(page);
    const listed = await whenStill(browser, page, there.outputs.length);
    const judged = judge(file, continues ? listed.map((output) => cut(output, there)) : listed, there);
    results.push(judged);
    console.log(lineOfPage(judged));
    await page.close();
  }
  return results;
}

/** An output of which the truth knows the beginning only, as far as it knows it. */
function cut(output: ListedOutput, { outputs }: Truth): ListedOutput {
  const begins = outputs.find(({ text }) => letters(output.text).startsWith(letters(text)));
  return begins ? { ...output, text: begins.text } : output;
}
