/** Where an output comes from: its sources looked at, the marks that its text carries, its prompt, where else it was seen. */
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { manifestStore, selectors, wrapper } from '../../unit/background/manifests.ts';
import { type ExtensionBrowser, giveTimeToAnswer, launchChromium } from '../harness/chromium.ts';
import { deepClick, deepText, deepTexts, deepWait } from '../harness/deep.ts';
import { badge, closeCard, flag, openTrace, outputsOf, panelFor } from '../harness/flows.ts';
import { STEP_LIMIT_MS } from '../harness/limits.ts';
import { nightly } from '../harness/nightly.ts';
import { answering, CLAIM, privateServer, serveSources } from '../harness/pages/sourced-page.ts';
import { startServer, type TestServer } from '../harness/server.ts';
import { outputsStored } from './stored.ts';

let server: TestServer;
let inside: Awaited<ReturnType<typeof privateServer>>;
let browser: ExtensionBrowser;
let sources: ReturnType<typeof serveSources>;
test.beforeAll(async () => {
  server = await startServer();
  inside = await privateServer();
  sources = serveSources(server, inside.url);
  browser = await launchChromium();
});
test.afterAll(async () => {
  await browser.close();
  inside.close();
  await server.close();
});

async function open(path: string, html: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(server.page(path, html));
  await outputsOf(browser, page, 1);
  await deepWait(page, 'button[data-status]');
  return page;
}

/** All that the panel knows of the only output of a page. */
async function dossierOf(page: Page): Promise<Locator> {
  const panel = await panelFor(browser, page, 'This page');
  await panel.getByRole('button', { name: 'All about this answer' }).click();
  return panel.locator('[data-dossier]');
}

async function openSources(dossier: Locator): Promise<void> {
  await dossier.getByText('Sources it cites').click();
}
const sourceOf = (dossier: Locator, url: string) => dossier.locator(`[data-source="${url}"]`);

test('sources are looked at when somebody asks: what they say, and what cannot be said', async () => {
  const cited = Object.entries(sources).filter(([name]) => !['silent', 'endless', 'huge'].includes(name));
  const page = await open('/cited', answering(cited.map(([, url]) => ({ text: CLAIM, url }))));
  const dossier = await dossierOf(page);
  await expect(dossier.locator('[data-origin="untraced"]')).toContainText(
    'it cites 10 sources, which nobody has looked at yet',
  );
  await openSources(dossier);
  await giveTimeToAnswer(browser, STEP_LIMIT_MS);
  await dossier.getByRole('button', { name: 'Check sources' }).click();
  await expect(dossier).toContainText('10 sources looked at.');
  const expected: [keyof typeof sources, string][] = [
    ['exact', 'there; says this, word for word'],
    ['close', 'there; says something close'],
    ['wrong', 'there; the sentence was not found in it'],
    ['moved', 'moved; says this, word for word'],
    ['circle', 'could not be looked at: it leads on without end'],
    ['inside', 'could not be looked at: it leads to an address that is not public'],
    ['gone', 'gone: there is no such page any more'],
    ['pdf', 'it is a PDF, which is not read'],
    ['scripted', 'it shows its text only by scripts'],
    ['latin', 'there; says this, word for word'],
  ];
  for (const [name, words] of expected) await expect(sourceOf(dossier, sources[name])).toContainText(words);
  expect(inside.heard).toEqual([]);
  await expect(dossier).toContainText('says nothing against it');
  await expect(dossier.locator('[data-origin="sourced"]')).toContainText(
    '4 sources it cites are there and say this, of 10',
  );
  await page.bringToFront();
  await deepClick(page, badge('unreviewed'));
  await deepWait(page, '[data-origin="sourced"]');
  await openTrace(page);
  await expect.poll(() => deepText(page, '.links')).toContain('says this, word for word');
  await closeCard(page);
});

nightly('sources that never answer, never end or are huge stop at the limits, and can be stopped before', async () => {
  const { silent, endless, huge } = sources;
  const page = await open(
    '/slow',
    answering(
      [silent, endless, huge].map((url) => ({ text: CLAIM, url })),
      { id: 'm2' },
    ),
  );
  const dossier = await dossierOf(page);
  await openSources(dossier);
  await giveTimeToAnswer(browser, STEP_LIMIT_MS);
  await dossier.getByRole('button', { name: 'Check sources' }).click();
  await expect(dossier).toContainText(/Looking at the sources: \d of 3/);
  // How long so much takes to come is a matter of the machine.
  await expect(sourceOf(dossier, huge)).toContainText('there; whether it says this was not checked: it is too large');
  await dossier.getByRole('button', { name: 'Stop' }).click();
  await expect(dossier.getByRole('button', { name: 'Stop' })).toHaveCount(0);
  await expect(sourceOf(dossier, silent)).not.toContainText('could not');
  // Long enough for the beginning of what never ends, on a busy machine too.
  await giveTimeToAnswer(browser, 10_000);
  await dossier.getByRole('button', { name: /Check sources/ }).click();
  await expect(sourceOf(dossier, silent)).toContainText('could not be looked at: it did not answer in time');
  await expect(sourceOf(dossier, endless)).toContainText(
    'there; whether it says this was not checked: it did not answer in time',
  );
  await expect(dossier.locator('[data-origin="untraced"]')).toBeVisible();
});

test('a mark that the text carries is read and told as not checked; what is hidden besides is counted; how sure the tool says it is has its own words', async () => {
  const mark = wrapper(manifestStore({ when: '2026-05-03T10:00:00Z' }));
  const text = `The war\u200Branty${mark} lasts two years from the day of delivery.${selectors([1, 2, 3])}`;
  const chip = '<span>Confidence: 72 %</span>';
  const html = answering([{ text }], { id: 'm3' }).replace('</div>\n</main>', `${chip}</div>\n</main>`);
  const page = await open('/marked', html);
  await deepClick(page, badge('unreviewed'));
  await openTrace(page);
  await deepWait(page, '[data-manifest]');
  const told = () => deepText(page, '[data-manifest]');
  await expect.poll(told).toContain('made by AI, program Quill 2.1, signed by Acme Signing, Acme');
  await expect.poll(told).toContain('Not checked.');
  await expect.poll(() => deepText(page, '.trace')).toContain('hidden characters were removed: 4');
  await expect.poll(() => deepText(page, '.trace')).toContain('“Confidence: 72 %” (its own word, no evidence)');
  await closeCard(page);
  const dossier = await dossierOf(page);
  await dossier.getByText('Where it comes from').click();
  await expect(dossier.locator('[data-manifest]')).toContainText('certificate from Acme Root, Acme');
  await expect(dossier).toContainText('hidden characters were removed: 4');
  await expect(dossier.locator('[data-stated]')).toContainText('“Confidence: 72 %”');
  // The same words without a mark are the same output, and a passage of them is found in the marked ones.
  const plain = await open(
    '/plain',
    answering([{ text: 'The warranty lasts two years from the day of delivery.' }], { id: 'm4' }),
  );
  await flag(plain, 'factual', 'major');
  await closeCard(plain);
  await page.bringToFront();
  await deepWait(page, badge('reported'));
});

test('the same text in another place is said to have been seen before', async () => {
  const said = [{ text: 'Deliveries take four working days, and returns are free within a month.' }];
  const first = await open('/first', answering(said, { id: 'm5' }));
  // Its badge stands there before it is noted.
  const isNoted = async () => (await outputsStored(browser)).some(({ trace }) => trace.pageUrl.endsWith('/first'));
  await expect.poll(isNoted).toBe(true);
  const second = await open('/second', answering(said, { id: 'm6' }));
  await deepClick(second, badge('unreviewed'));
  await openTrace(second);
  await deepWait(second, '[data-also-seen]');
  await expect.poll(async () => (await deepTexts(second, '[data-also-seen]')).join()).toMatch(/^in ChatGPT, /);
  await closeCard(second);
  const dossier = await dossierOf(first);
  await dossier.getByText('Where it comes from').click();
  await expect(dossier.locator('[data-also-seen] li')).toHaveCount(1);
  await expect(dossier.locator('[data-also-seen] a')).toHaveAttribute('href', /\/second$/);
});
