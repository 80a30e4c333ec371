/** Signing in with a company account in a real Firefox: its own window, its own address to come back to. */
import { createHash } from 'node:crypto';
import { expect, test } from 'playwright/test';
import type { Page } from 'puppeteer-core';
import { type Company, startCompany } from '../harness/company.ts';
import { type ExtensionFirefox, launchFirefox } from '../harness/firefox/firefox.ts';
import { press, shows } from '../harness/firefox/firefox-flows.ts';

/** As `identity.getRedirectURL` makes it of the extension's id, which administrators register. */
const REDIRECT = `https://${createHash('sha1').update('countersign@countersign.invalid').digest('hex')}.extensions.allizom.org/`;

let firefox: ExtensionFirefox;
let company: Company;
test.beforeEach(async () => {
  // The background page goes soon when it is idle, as it does while somebody looks for a password. Not sooner than a busy
  // machine takes from one step of the same work to the next: in the product that is half a minute.
  [firefox, company] = await Promise.all([
    launchFirefox({ grants: true, idleMs: 1_500 }),
    startCompany({ redirectUri: REDIRECT }),
  ]);
});
test.afterEach(async () => {
  await firefox.close();
  await company.close();
});

/** The provider's page, wherever the browser shows it. */
async function shown(): Promise<Page> {
  let found: Page | undefined;
  await expect
    .poll(async () => {
      const pages = await firefox.browser.pages();
      found = pages.find((page) => page.url().startsWith(company.provider.issuer));
      return found !== undefined;
    })
    .toBe(true);
  if (!found) throw new Error('the provider is not shown');
  return found;
}

test('an address, a window, connected', async () => {
  const options = await firefox.open('options.html');
  await options.locator('input[type="url"]').fill(company.collector.url);
  await press(options, 'button', 'Sign in with a company account');
  await shows(options, 'Your company has you sign in at 127.0.0.1');
  await press(options, 'button', `Sign in at ${new URL(company.provider.issuer).host}`);
  const page = await shown();
  await page.locator('input[name="login"]').fill('ada');
  await page.locator('input[name="password"]').fill('any');
  await page.locator('button[type="submit"]').click();
  await page.waitForSelector('input[value="consent"]');
  await page.locator('button[type="submit"]').click();
  await shows(options, 'Ada Rossi');
  await shows(options, 'Signed in at');
});
