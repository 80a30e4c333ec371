/** Saved pages of real tools, read from the reference folder, at the addresses where the tools live. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { PROFILES } from '../../lib/tools/index.ts';
import { ROOT } from '../../scripts/machine.ts';
import { type ExtensionBrowser, launchChromium } from './harness/chromium.ts';
import { listOutputs } from './harness/outputs.ts';

const CAPTURES = join(ROOT, '..', 'shared', 'reference', 'captures');
/** Folders that are not named like the tool's profile. */
const TOOL_OF: Record<string, string> = { 'google-search-ai': 'google-ai-mode' };
/** Files whose truth ends where an artefact card stands in the middle of an answer; we read on behind it. */
const CONTINUES = new Set(['claude/yongseop-artifact-full-2026-02.html']);
/** Where a tool's conversation lives, where its start page is not enough. */
const PATH_OF: Record<string, string> = { 'google-ai-mode': '/search?udm=50&q=x' };

interface Saved {
  file: string;
  kind: string;
  truth?: { turn_selector: string; prose_selector: string; assistant: { head: string; chars: number }[] };
}

const index = join(CAPTURES, 'INDEX.json');
const saved: Saved[] = existsSync(index) ? (JSON.parse(readFileSync(index, 'utf8')) as Saved[]) : [];
const withText = saved.filter(({ truth }) => truth?.assistant.some(({ chars }) => chars > 0));

/**
 * Text of all answers as the page's own truth selectors have it: with the buttons, citation chips and language labels in
 * it, and with each formula twice. What we read must be of it, and must leave out no more than that.
 */
const truthText = (page: Page, truth: NonNullable<Saved['truth']>): Promise<string> =>
  page.evaluate(({ turn_selector, prose_selector }) => {
    const inTurn = (part: Element) => part.closest(turn_selector) !== null;
    const parts = [...document.querySelectorAll(prose_selector)].filter(inTurn);
    return parts.map((part) => part.textContent ?? '').join('');
  }, truth);

/** Runs of eight letters: where blocks, cells and lines are joined is a matter of layout. */
function runs(text: string): string[] {
  const letters = text
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
  expect(withText.length, `no saved pages in ${CAPTURES}: the tests of real tools did not run`).toBeGreaterThan(20);
});

for (const { file, truth } of withText) {
  test(`${file}: every answer is found, and nothing else`, async () => {
    const folder = file.split('/')[0] ?? '';
    const profile = PROFILES.find(({ id }) => id === (TOOL_OF[folder] ?? folder));
    if (!profile || !truth) throw new Error(`no profile reads ${folder}`);
    const host = (profile.match.hosts[0] ?? '').replace(/^\*\./, '');
    const address = `https://${host}${PATH_OF[profile.id] ?? '/'}`;
    const page = await browser.context.newPage();
    const html = readFileSync(join(CAPTURES, file), 'utf8');
    await page.route('**/*', (route) =>
      route.request().isNavigationRequest() && route.request().frame() === page.mainFrame()
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
        : route.abort(),
    );
    await page.goto(address);
    const expected = truth.assistant.filter(({ chars }) => chars > 0);
    await expect
      .poll(async () => (await listOutputs(browser, page)).filter(({ state }) => state === 'complete').length, {
        timeout: 15_000,
      })
      .toBe(expected.length);
    const outputs = await listOutputs(browser, page);
    for (const output of outputs) expect(output.tool).toBe(profile.id);
    const [ours, theirs] = [outputs.map(({ text }) => text).join(''), await truthText(page, truth)];
    // Formulas stand twice in a page, as drawn and as source, and we read them once; labels, chips and buttons not at all.
    const hasFormulas = html.includes('katex');
    if (!CONTINUES.has(file))
      expect(shareOf(ours, theirs), 'only the answers').toBeGreaterThanOrEqual(hasFormulas ? 0.8 : 0.95);
    expect(shareOf(theirs, ours), 'all of the answers').toBeGreaterThanOrEqual(hasFormulas ? 0.3 : 0.8);
    await page.close();
  });
}
