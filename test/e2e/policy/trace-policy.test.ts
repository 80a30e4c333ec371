/** What the policy says of traces and of personal data; the record of an output to take along. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { withNights } from '../../nightly.ts';
import { type ExtensionBrowser, giveTimeToAnswer, launchChromium } from '../harness/chromium.ts';
import { deepClick, deepText, deepWait } from '../harness/deep.ts';
import { badge, closeCard, decide, flag, loadPolicy, openTrace, outputsOf, panelFor } from '../harness/flows.ts';
import { STEP_LIMIT_MS } from '../harness/limits.ts';
import { answering, CLAIM, serveSources } from '../harness/pages/sourced-page.ts';
import { startServer, type TestServer } from '../harness/server.ts';

let server: TestServer;
let browser: ExtensionBrowser;
test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  server = await startServer();
  browser = await launchChromium();
});
test.afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Puts rules in force; gives their version. */
async function withRules(sections: object): Promise<string> {
  const version = `v${Date.now()}`;
  await loadPolicy(browser, JSON.stringify({ format: 1, version, ...sections }));
  return version;
}

async function open(path: string, html: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(server.page(path, html));
  await outputsOf(browser, page, 1);
  await deepWait(page, 'button[data-status]');
  return page;
}

async function dossierOf(page: Page): Promise<{ panel: Page; dossier: ReturnType<Page['locator']> }> {
  const panel = await panelFor(browser, page, 'This page');
  await panel.getByRole('button', { name: 'All about this answer' }).click();
  return { panel, dossier: panel.locator('[data-dossier]') };
}

const PROMPT = `Write to anna@example.com how prices went. ${'Be thorough. '.repeat(40)}`;

test('a prompt is kept as far as the policy lets it be, and card and panel say how far', async () => {
  const cases = withNights(
    [
      ['full', '(kept in full)', 'Write to [e-mail]'],
      ['hashed', '(only a check code of it is kept)', 'sha256:'],
    ],
    ['shortened', '(only its beginning is kept)', 'Write to [e-mail]'],
    ['none', '(not kept)', 'Not kept, as your rules say.'],
  );
  for (const [rule = '', said = '', shown = ''] of cases) {
    await withRules({ trace: { prompt: rule } });
    const page = await open(
      `/prompt-${rule}`,
      answering([{ text: `Prices went up, ${rule}.` }], { prompt: PROMPT, id: rule }),
    );
    await deepClick(page, badge('unreviewed'));
    await openTrace(page);
    await expect.poll(() => deepText(page, '.trace')).toContain(said);
    const { panel, dossier } = await dossierOf(page);
    await dossier.getByText('The prompt').click();
    await expect(dossier).toContainText(shown);
    if (rule !== 'full') await expect(dossier).not.toContainText(`${'Be thorough. '.repeat(40).trim()}`);
    await Promise.all([panel.close(), page.close()]);
  }
});

test('the policy under which a text was found is told, and its reporter hears that another has come since', async () => {
  const before = await withRules({ trace: { prompt: 'full' } });
  const page = await open('/policed', answering([{ text: 'The limit is 500 euros a month.' }], { id: 'policed' }));
  await flag(page, 'factual', 'minor');
  await openTrace(page);
  await expect.poll(() => deepText(page, '.trace')).toContain(before);
  await closeCard(page);
  const panel = await panelFor(browser, page, 'My reports');
  await expect(panel.getByText('Not decided yet')).toBeVisible();
  await expect(panel.locator('[data-policy-changed]')).toHaveCount(0);
  const now = await withRules({ trace: { prompt: 'none' } });
  await expect(panel.locator('[data-policy-changed]')).toHaveText(
    `Your rules have changed since: version ${now} is in force.`,
  );
  const { panel: other, dossier } = await dossierOf(page);
  await dossier.getByText('Where it comes from').first().click();
  await expect(dossier.locator('[data-policy]')).toHaveText(before);
  await Promise.all([panel.close(), other.close(), page.close()]);
});

test('sources are looked at without anybody asking, where the policy says so', async () => {
  const { exact, gone } = serveSources(server, server.url);
  await withRules({ trace: { citations: 'automatic' } });
  await giveTimeToAnswer(browser, STEP_LIMIT_MS);
  const page = await open(
    '/automatic',
    answering([
      { text: CLAIM, url: exact },
      { text: CLAIM, url: gone },
    ]),
  );
  await page.mouse.move(10, 10);
  const { dossier } = await dossierOf(page);
  await expect(dossier.locator('[data-origin="sourced"]')).toContainText(
    '1 source it cites is there and says this, of 2',
  );
  await dossier.getByText('Sources it cites').click();
  await expect(dossier.locator(`[data-source="${gone}"]`)).toContainText(
    'gone: there is no such page any more (looked at because your rules say so)',
  );
});

test('what is masked is set in the options, holds for decisions too, and is fixed where the policy says it', async () => {
  await withRules({ redaction: { parts: ['typed'], names: ['Project Heron'] } });
  const options = await browser.open('options.html');
  const privacy = options.locator('#privacy');
  await expect(privacy.locator('[data-locked]')).toContainText('What people write');
  await expect(privacy).toContainText('1 more name comes from your rules.');
  await expect(privacy.getByLabel('Prompts')).toHaveCount(0);
  await privacy.getByLabel('Names', { exact: true }).fill('x');
  await privacy.getByRole('button', { name: 'Save names' }).click();
  await expect(privacy).toContainText('Each name has 2 to 100 characters: x');
  await privacy.getByLabel('Names', { exact: true }).fill('Rossi\n\n Bianchi ');
  await privacy.getByRole('button', { name: 'Save names' }).click();
  await privacy.getByRole('checkbox', { name: 'Telephone numbers' }).uncheck();
  await expect(privacy.getByRole('checkbox', { name: 'Telephone numbers' })).not.toBeChecked();
  await privacy.getByRole('button', { name: 'Undo the last change' }).click();
  await expect(privacy.getByRole('checkbox', { name: 'Telephone numbers' })).toBeChecked();
  await privacy.getByLabel('Try it').fill('Bianchi of Project Heron, +39 02 1234 5678');
  await expect(privacy.locator('[data-trial]')).toContainText('[name] of [name], [phone]');

  const page = await open('/decided', answering([{ text: 'The contract ends in March of next year.' }], { id: 'm8' }));
  await flag(page, 'outdated', 'major');
  await closeCard(page);
  const queue = await panelFor(browser, page, 'Queue');
  await decide(queue, 'block', { note: 'Ask Rossi, rossi@example.com, of Project Heron.' });
  const { dossier } = await dossierOf(page);
  await expect(dossier).toContainText('Ask [name], [e-mail], of [name].');
});

test('the record of an output is read, printed and saved', async () => {
  const page = await open('/export', answering([{ text: 'The contract ends in March of next year.' }], { id: 'm9' }));
  const { panel, dossier } = await dossierOf(page);
  await dossier.getByText('Export this record').click();
  const saved = async (name: string) => {
    const coming = panel.waitForEvent('download');
    await dossier.getByRole('button', { name }).click();
    const download = await coming;
    return {
      name: download.suggestedFilename(),
      content: JSON.parse(await readFile(await download.path(), 'utf8')) as object,
    };
  };
  const annotations = await saved('Save as Web Annotation (JSON-LD)');
  expect(annotations.name).toMatch(/^countersign-[0-9a-f]{12}\.annotations\.jsonld$/);
  expect(annotations.content).toMatchObject({ type: 'AnnotationCollection', total: 2 });
  expect((await saved('Save as PROV (JSON)')).content).toHaveProperty('wasGeneratedBy');
  const opening = browser.context.waitForEvent('page');
  await dossier.getByRole('button', { name: 'Page to read and print' }).click();
  const record = await opening;
  await expect(record.getByRole('heading', { level: 1 })).toHaveText('Record of an AI answer');
  for (const words of [
    'The contract ends in March of next year.',
    'Ask [name], [e-mail], of [name].',
    'Blocked',
    'ChatGPT',
  ])
    await expect(record.locator('main')).toContainText(words);
  await record.emulateMedia({ media: 'print' });
  await expect(record.getByRole('button', { name: 'Print' })).toBeHidden();
  expect((await record.pdf()).length).toBeGreaterThan(5_000);
  const unknown = await browser.open('record.html?output=nothing');
  await expect(unknown.getByRole('alert')).toContainText('no longer stored');
});
