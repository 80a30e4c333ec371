/** Every value of the rules says where it comes from and what it overrode: in the options, in the form, in the document. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'playwright/test';
import { launchChromium } from '../harness/chromium.ts';
import { makeCollector } from '../harness/collector.ts';
import { expect } from '../harness/expect.ts';
import { connect } from '../harness/flows.ts';

const rules = (version: string, unreviewed: string) => ({
  ...{ format: 2, version, limits: [{ id: 'names', text: 'No names of customers' }] },
  processes: [
    {
      ...{ id: 'faq', name: 'FAQ answers', applies: { tools: ['chatgpt'] }, risk: 'medium', publishes: false },
      ...{ publicInterest: 'never', review: { mode: 'full' } },
      gate: { mode: 'active', unreviewed, reported: 'hold', override: 'reason' },
    },
  ],
});

test('of a team over its centre: which values are whose, and what the team’s took the place of', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-base-'));
  const collector = await makeCollector({ serve: ['--keys', join(folder, 'keys')] });
  const browser = await launchChromium();
  try {
    const anna = await collector.createToken('acme', 'anna', 'admin');
    await writeFile(join(folder, 'base.json'), JSON.stringify(rules('centre', 'ask')));
    await collector.command('policy', 'publish', '--base', '--file', join(folder, 'base.json'));
    await collector.start();
    const body = JSON.stringify({ policy: rules('team', 'hold') });
    const put = await collector.ask(anna, '/v1/policy', { method: 'PUT', headers: { 'if-match': '"1"' }, body });
    expect(put.status).toBe(200);
    await connect(browser, collector.url, anna);

    const options = await browser.open('options.html');
    const tools = options.locator('#tools');
    await expect(tools.locator('[data-policy="centre + team"]')).toBeVisible();
    await tools.getByText('Where each value comes from', { exact: true }).click();
    await tools.locator('summary').getByText('Processes', { exact: true }).click();
    const row = (name: string) => tools.getByRole('row', { name: new RegExp(`^FAQ answers · ${name}`) });
    await expect(row('A text that nobody approved')).toContainText(/Held.*your team.*Asks first.*the centre/);
    await expect(row('Name')).toContainText(/FAQ answers.*the centre.*nothing/);

    const page = await browser.open('policy.html');
    await page.getByRole('button', { name: /in force/ }).click();
    await page.getByRole('tab', { name: 'Processes' }).click();
    await page.locator('summary', { hasText: 'FAQ answers' }).click();
    const origin = (field: string) => page.locator(`[data-origin="processes.faq.${field}"]`);
    await expect(origin('gate.unreviewed')).toHaveText(/Source: your team\. In the place of: .*\(the centre\)\./);
    await expect(origin('gate.reported')).toHaveText('Source: the centre.');
    // What is written and not in force says what is.
    await page.locator('[data-field="processes.1.risk"] select').selectOption('high');
    await expect(origin('risk')).toHaveText(/^In force: .*\. Source: the centre\.$/);
    await page.locator('summary', { hasText: 'As a document' }).click();
    const paper = page.getByRole('article');
    await expect(paper).toContainText('source: the centre');
    await expect(paper).toContainText(/\(source: .*the team; in the place of: not reviewed: the person is asked first/);
    await expect(paper).toContainText('(not in force yet)');
  } finally {
    await browser.close();
    await collector.remove();
    await rm(folder, { recursive: true, force: true });
  }
});
