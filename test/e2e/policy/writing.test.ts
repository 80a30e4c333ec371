/** Rules are written in a form: from a template to rules in force, with the keyboard, and nothing that was typed is lost. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'playwright/test';
import { axeFinds } from '../harness/axe.ts';
import { type ExtensionBrowser, launchChromium } from '../harness/chromium.ts';
import { startCollector } from '../harness/collector.ts';
import { expect } from '../harness/expect.ts';
import { connect } from '../harness/flows.ts';

let browser: ExtensionBrowser;
test.beforeEach(async () => {
  browser = await launchChromium();
});
test.afterEach(() => browser.close());

test('from a template to rules in force: a gap is found, mended at its field, and the draft outlives its page', async () => {
  let page = await browser.open('policy.html');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(page.getByText('Choose at least one.')).toBeVisible();
  await page.getByRole('checkbox', { name: /Customer FAQ/ }).check();
  await page.getByLabel('Name of your organisation').fill('Acme');
  await page.keyboard.press('Enter');

  await page.getByRole('button', { name: /Customer FAQ: nobody bears editorial responsibility/ }).click();
  const responsible = page.getByLabel('Who is responsible');
  await expect(responsible).toBeFocused();
  await page.keyboard.type('Anna Bianchi');
  // At the field, and above all of them with a way there, in the words of the form.
  const contact = page.getByLabel('Page where the public finds them');
  await expect(page.getByText('Page where the public finds them: missing.', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Customer FAQ · Page where the public finds them: missing.' }).click();
  await expect(contact).toBeFocused();
  await contact.fill('https://acme.example/contact');
  await expect(page.getByText(/nobody bears editorial responsibility/)).toHaveCount(0);

  // A list that is closed changes with each arrow key: nothing is added before the button is pressed.
  const designers = page.getByLabel('Who built it', { exact: true }).first();
  const list = page.getByRole('combobox', { name: 'Add somebody: Who built it' }).first();
  const before = await designers.inputValue();
  await list.selectOption({ value: 'role:reporter' });
  await expect(designers).toHaveValue(before);
  await page.getByRole('button', { name: 'Add: Who built it' }).first().click();
  await expect(designers).toHaveValue(before ? `${before}\nrole:reporter` : 'role:reporter');
  await designers.fill(before);

  await page.close();
  page = await browser.open('policy.html');
  await page.getByRole('button', { name: 'Put in force here' }).click();
  await expect(page.getByText('These rules are in force in this browser.').first()).toBeAttached();
  await page.locator('summary', { hasText: 'What changes' }).click();
  await expect(page.getByText('Nothing differs from the rules in force.')).toBeVisible();
  await page.locator('summary', { hasText: 'What if these rules had been in force?' }).click();
  await page.getByRole('button', { name: 'Replay', exact: true }).click();
  await expect(page.getByText(/the record says nothing/).first()).toBeVisible();

  // In a narrow window a table that is too wide scrolls by itself, and not the page.
  await page.setViewportSize({ width: 400, height: 900 });
  await page.locator('summary', { hasText: 'From audit to scale' }).click();
  await expect(page.locator('[data-worth]')).toBeVisible();
  const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(beyond).toBe(0);

  const options = await browser.open('options.html');
  await expect(options.locator('[data-policy="1"]')).toBeVisible();
});

test('the JSON and the form are one; what is broken there stays out of the form; a removal is taken back', async () => {
  const page = await browser.open('policy.html');
  await page.getByRole('checkbox', { name: /Lead qualification/ }).check();
  await page.getByLabel('Name of your organisation').fill('Acme');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();

  await page.locator('summary', { hasText: 'As JSON' }).click();
  const json = page.getByLabel('As JSON');
  await page.getByLabel('Title').fill('House rules');
  await expect(json).toHaveValue(/"title": "House rules"/);
  const text = await json.inputValue();
  await json.fill(text.replace('House rules', 'Rules of the house').slice(0, -2));
  await expect(page.getByText(/not JSON yet/)).toBeVisible();
  await expect(page.getByLabel('Title')).toHaveValue('House rules');
  await json.fill(text.replace('House rules', 'Rules of the house'));
  await expect(page.getByLabel('Title')).toHaveValue('Rules of the house');

  await page.getByRole('tab', { name: 'Processes' }).click();
  await page.locator('summary', { hasText: 'Lead qualification' }).first().click();
  await page.getByRole('button', { name: 'Remove Lead qualification' }).click();
  await expect(page.getByRole('button', { name: 'Remove Lead qualification' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('summary', { hasText: 'Lead qualification' }).first()).toBeVisible();
});

test('the document has every part in either language; the page is sound for those who do not see it', async () => {
  const page = await browser.open('policy.html');
  await page.getByRole('checkbox', { name: /Professional practice/ }).check();
  await page.getByLabel('Name of your organisation').fill('Studio <b>Rossi</b>');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await page.locator('summary', { hasText: 'As a document' }).click();
  const paper = page.getByRole('article');
  await expect(paper.getByRole('heading', { name: 'Notice to workers' })).toBeVisible();
  await expect(paper.getByText('Studio <b>Rossi</b>')).toBeVisible();
  await page.getByRole('radio', { name: 'Italian' }).check();
  await expect(paper.getByRole('heading', { name: 'Informativa ai lavoratori' })).toBeVisible();
  for (const tab of ['General', 'Processes', 'Roles']) {
    await page.getByRole('tab', { name: tab }).click();
    await page.evaluate(() => {
      for (const part of document.querySelectorAll('details')) part.open = true;
    });
    expect(await axeFinds(page)).toEqual([]);
  }
});

test('published to the server; of two admins the second sees what differs and loses nothing', async () => {
  const keys = await mkdtemp(join(tmpdir(), 'countersign-keys-'));
  const collector = await startCollector({ serve: ['--keys', keys] });
  try {
    const [anna, bruno] = [
      await collector.createToken('acme', 'anna', 'admin'),
      await collector.createToken('acme', 'bruno', 'admin'),
    ];
    await connect(browser, collector.url, anna);
    const page = await browser.open('policy.html');
    await page.getByRole('checkbox', { name: /Lead qualification/ }).check();
    await page.getByLabel('Name of your organisation').fill('Acme');
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await page.getByLabel('Why').fill('First rules');
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.locator('summary', { hasText: 'Versions so far' }).click();
    await expect(page.getByText('First rules')).toBeVisible();

    const answer = await fetch(`${collector.url}/v1/policy`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${bruno}`, 'content-type': 'application/json', 'if-match': '"1"' },
      body: JSON.stringify({ policy: { format: 2, version: '2', title: 'Bruno’s rules' }, note: 'Meanwhile' }),
    });
    expect(answer.status).toBe(200);
    await page.getByLabel('Title').fill('Anna’s rules');
    await page.getByLabel('Version', { exact: true }).fill('3');
    await page.getByRole('button', { name: 'Publish' }).click();
    await expect(page.getByText(/bruno published version 2/)).toBeVisible();
    await expect(page.getByRole('row', { name: /^Title.*Bruno’s rules.*Anna’s rules/ })).toBeVisible();
    await page.getByRole('button', { name: 'Publish' }).click();
    await expect(page.getByText(/bruno published version 2/)).toHaveCount(0);
    await page.locator('summary', { hasText: 'Versions so far' }).click();
    await expect(page.getByText('3: 3')).toBeVisible();
  } finally {
    await collector.remove();
    await rm(keys, { recursive: true, force: true });
  }
});
