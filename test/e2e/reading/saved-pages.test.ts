/** Saved pages of real tools, read from the reference folder, at the addresses where the tools live. */
import { test } from 'playwright/test';
import type { ListedOutput } from '../../../lib/messages/to-page/index.ts';
import { type SavedPage, savedPages } from '../../detect/saved.ts';
import { IS_NIGHT } from '../../nightly.ts';
import { type ExtensionBrowser, launchChromium } from '../harness/chromium.ts';
import { expect } from '../harness/expect.ts';
import { listOutputs } from '../harness/outputs.ts';

const saved = savedPages();

/** Runs of eight letters: where blocks, cells and lines are joined is a matter of layout. */
function runs(text: string): string[] {
  const letters = text
    // Boxes are drawn by the browser: the truth does not have them.
    .replace(/^((?:\d+\. )?)(?:\[[ x]\] )+/gm, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return Array.from({ length: Math.max(1, letters.length - 7) }, (_, at) => letters.slice(at, at + 8));
}

/** Share of the runs of one text that stand in another. */
function shareOf(part: string, whole: string): number {
  const held = new Set(runs(whole));
  const all = runs(part);
  return all.filter((run) => held.has(run)).length / all.length;
}

let browser: ExtensionBrowser;
test.beforeAll(async () => {
  browser = await launchChromium();
});
test.afterAll(async () => browser.close());

test('the saved pages are there', () => {
  expect(saved.length, 'no saved pages in the reference folder: the tests of real tools did not run').toBeGreaterThan(
    20,
  );
});

/** By day the newest of the tools that most people use, by the month in its name; the others have a page of ours (`cases/tools`). */
const BY_DAY = ['chatgpt', 'claude', 'gemini'];
const month = ({ file }: SavedPage): string => /\d{4}-\d{2}/.exec(file)?.[0] ?? '';
const isNewest = (page: SavedPage): boolean =>
  BY_DAY.includes(page.tool) && !saved.some((other) => other.tool === page.tool && month(other) > month(page));

for (const { file, tool, continues, open, truth } of saved.filter((page) => IS_NIGHT || isNewest(page))) {
  test(`${file}: every answer is found, and nothing else`, async () => {
    const page = await browser.context.newPage();
    await open(page);
    const { outputs: expected } = await truth(page);
    // The last one may be in the middle of its stream for all that we know, and is complete a while after the others.
    let found: ListedOutput[] = [];
    const states = async () => {
      found = await listOutputs(browser, page);
      return found.map(({ state }) => state);
    };
    await expect.poll(states).toEqual(expected.map(() => 'complete'));
    for (const [at, output] of found.entries()) {
      const theirs = expected[at]?.text ?? '';
      expect(output.tool).toBe(tool);
      // What is left of chips and labels in the truth breaks a run of it here and there.
      expect.soft(shareOf(theirs, output.text), `all of answer ${at + 1}`).toBeGreaterThanOrEqual(0.85);
      if (!continues) expect.soft(shareOf(output.text, theirs), `only answer ${at + 1}`).toBeGreaterThanOrEqual(0.9);
    }
    await page.close();
  });
}
