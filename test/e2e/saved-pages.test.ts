/** Saved pages of real tools, read from the reference folder, at the addresses where the tools live. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { PROFILES } from '../../lib/tools/index.ts';
import { ROOT } from '../../scripts/machine.ts';
import { type ExtensionBrowser, launchChromium } from './harness/chromium.ts';
import { listOutputs } from './harness/outputs.ts';

const CAPTURES = join(ROOT, '..', 'shared', 'reference', 'captures');
/** Folders that are not named like the tool's profile. */
const TOOL_OF: Record<string, string> = { 'google-search-ai': 'google-ai-mode' };
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

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** Only what is read aloud: white space between blocks is a matter of layout. */
const letters = (text: string): string => text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '');

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
    for (const [at, { head, chars }] of expected.entries()) {
      const output = outputs[at];
      expect(output?.tool).toBe(profile.id);
      const text = letters(output?.text ?? '');
      // `head` is cut at 80 characters and may hold what screen readers alone are given: the first words must be ours.
      expect(text.startsWith(letters(head).slice(0, 24)), `${text.slice(0, 40)} / ${head}`).toBe(true);
      expect(
        Math.abs(folded(output?.text ?? '').length - chars) / chars,
        `${folded(output?.text ?? '').length} of ${chars}`,
      ).toBeLessThan(0.1);
    }
    await page.close();
  });
}
