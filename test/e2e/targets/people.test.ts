/** An administrator adds a person from the options page, while the collector runs on its embedded database. */
import { expect, test } from 'playwright/test';
import { IS_NIGHT } from '../../nightly.ts';
import { nothingSerious } from '../harness/axe.ts';
import { type ExtensionBrowser, launchChromium, openPanel } from '../harness/chromium.ts';
import { type Collector, makeCollector } from '../harness/collector.ts';
import { connectByHand } from '../harness/flows.ts';

let collector: Collector;
let root: string;
let browsers: ExtensionBrowser[];

test.beforeAll(async () => {
  collector = await makeCollector({ embedded: true });
  root = await collector.createToken('acme', 'root', 'admin', 'Ruth');
  await collector.start();
});
test.afterAll(() => collector.remove());
test.beforeEach(() => {
  browsers = [];
});
test.afterEach(() => Promise.all(browsers.map((browser) => browser.close())));

async function open(): Promise<ExtensionBrowser> {
  const browser = await launchChromium();
  browsers.push(browser);
  return browser;
}

const statusOf = async (token: string, path = '/v1/me') =>
  (await fetch(`${collector.url}${path}`, { headers: { authorization: `Bearer ${token}` } })).status;

test('somebody is added, connects, hears that the token ends soon, and is shown what is theirs', async () => {
  const admin = await open();
  await connectByHand(admin, collector.url, root);
  const options = await admin.open('options.html#people');
  const people = options.getByRole('region', { name: 'People' });
  await expect(people.getByRole('listitem')).toHaveCount(1);
  // The link leads there, though what it leads to comes later than the page.
  await expect(people.getByRole('button', { name: 'Add a person' })).toBeInViewport();

  await test.step('what is missing is said at its field', async () => {
    await people.getByRole('button', { name: 'Add a person' }).click();
    await people.getByLabel('Days until it ends').fill('0');
    await people.getByRole('button', { name: 'Make a token' }).click();
    await expect(people.getByText('Enter who it is.')).toBeVisible();
    await expect(people.getByText('Enter a whole number of days')).toBeVisible();
    if (IS_NIGHT) await nothingSerious(options);
  });

  const token = await test.step('the token is shown once, with what is to be done with it', async () => {
    await people.getByLabel('Who it is').fill('anna@example.com');
    await people.getByLabel('Name as people read it').fill('Anna');
    await people.getByLabel('Days until it ends').fill('7');
    await people.getByRole('button', { name: 'Make a token' }).click();
    await expect(people.getByRole('button', { name: 'Copy the token' })).toBeFocused();
    const made = (await people.locator('[data-token]').textContent()) ?? '';
    await expect(people.getByRole('listitem').filter({ hasText: 'Anna' })).toContainText('ends soon');
    await nothingSerious(options);
    await options.reload();
    await expect(people.getByRole('listitem')).toHaveCount(2);
    await expect(people.locator('[data-token]')).toHaveCount(0);
    return made;
  });

  const anna = await open();
  await connectByHand(anna, collector.url, token);
  const panel = await openPanel(anna, undefined);
  const queue = panel.getByRole('tab', { name: 'Queue' });

  await test.step('its person is told, and is neither shown people nor answered', async () => {
    await expect(panel.getByText('Your token ends on')).toBeVisible();
    await expect(queue).toHaveCount(0);
    const own = await anna.open('options.html#people');
    await expect(own.getByRole('button', { name: 'Disconnect' })).toBeVisible();
    await expect(own.getByRole('region', { name: 'People' })).toHaveCount(0);
    expect(await statusOf(token, '/v1/tokens')).toBe(403);
  });

  await test.step('who reports begins with one page of their own', async () => {
    const own = await anna.open('options.html');
    await expect(own.getByRole('link', { name: 'For you' })).toHaveAttribute('aria-current', 'page');
    await expect(own.getByRole('heading', { name: 'Sites' })).toBeVisible();
    await expect(own.getByRole('heading', { name: 'Tools watched' })).toHaveCount(0);
  });
});
