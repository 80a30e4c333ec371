/** An administrator adds a person to the team from the options page, sees whose token ends soon, and ends one, while the collector runs. */
import { expect, test } from 'playwright/test';
import { type ExtensionBrowser, launchChromium } from './harness/chromium.ts';
import { type Collector, makeCollector } from './harness/collector.ts';
import { nothingSerious } from './harness/flagged.ts';
import { connect } from './harness/flows.ts';

let collector: Collector;
let browser: ExtensionBrowser;
let tokens: Record<'root' | 'rita', string>;

test.beforeAll(async () => {
  collector = await makeCollector();
  tokens = {
    root: await collector.createToken('acme', 'root', 'admin', 'Ruth'),
    rita: await collector.createToken('acme', 'rita', 'reviewer', 'Rita'),
  };
  await collector.start();
});
test.afterAll(() => collector.remove());
test.beforeEach(async () => {
  browser = await launchChromium();
});
test.afterEach(() => browser.close());

const statusOf = async (token: string) =>
  (await fetch(`${collector.url}/v1/me`, { headers: { authorization: `Bearer ${token}` } })).status;

test('somebody is added with an end, told apart as ending soon, and ended', async () => {
  await connect(browser, collector.url, tokens.root);
  const options = await browser.open('options.html');
  const people = options.getByRole('region', { name: 'People' });
  await expect(people.getByRole('listitem')).toHaveCount(2);
  await expect(people.getByText('rita · Reviewer')).toBeVisible();

  await test.step('what is missing is said at its field', async () => {
    await people.getByRole('button', { name: 'Add a person' }).click();
    await people.getByLabel('Days until it ends').fill('0');
    await people.getByRole('button', { name: 'Make a token' }).click();
    await expect(people.getByText('Enter who it is.')).toBeVisible();
    await expect(people.getByText('Enter a whole number of days')).toBeVisible();
    await nothingSerious(options);
  });

  const made = await test.step('the token is shown once, and is good', async () => {
    await people.getByLabel('Who it is').fill('anna@example.com');
    await people.getByLabel('Name as people read it').fill('Anna');
    await people.getByLabel('Days until it ends').fill('7');
    await people.getByRole('button', { name: 'Make a token' }).click();
    const token = (await people.locator('[data-token]').textContent()) ?? '';
    expect(await statusOf(token)).toBe(200);
    await expect(people.getByRole('listitem').filter({ hasText: 'Anna' })).toContainText('ends soon');
    return token;
  });

  await test.step('it is not there any more after a look elsewhere', async () => {
    await options.reload();
    await expect(people.getByRole('listitem')).toHaveCount(3);
    await expect(people.locator('[data-token]')).toHaveCount(0);
  });

  await test.step('ended, it is refused, and gone from the list', async () => {
    await people.getByRole('button', { name: 'End the token of Anna' }).click();
    await options.getByRole('alertdialog').getByRole('button', { name: 'End' }).click();
    await expect(people.getByRole('listitem')).toHaveCount(2);
    expect(await statusOf(made)).toBe(401);
  });
});

test('who is no administrator is shown no people', async () => {
  await connect(browser, collector.url, tokens.rita);
  const options = await browser.open('options.html');
  await expect(options.getByRole('button', { name: 'Disconnect' })).toBeVisible();
  await expect(options.getByRole('region', { name: 'People' })).toHaveCount(0);
});
