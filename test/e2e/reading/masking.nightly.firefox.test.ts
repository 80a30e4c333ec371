/** In Firefox a pattern over a long run of letters throws: an address behind texts made to do that is masked all the same. */
import { expect, test } from 'playwright/test';
import type * as InPage from '../../bench/masking/in-page.ts';
import { bundle } from '../../bundle.ts';
import { type ExtensionFirefox, launchFirefox } from '../harness/firefox/firefox.ts';

/** A third more than the run of letters at which Firefox gives up on a pattern; the bench has four times as many. */
const LENGTH = 33_000;
declare const benched: typeof InPage;

let firefox: ExtensionFirefox;
test.beforeAll(async () => {
  firefox = await launchFirefox();
});
test.afterAll(async () => {
  await firefox?.close();
});

test('what stands behind any hard text is masked', async () => {
  const code = await bundle(new URL('../../bench/masking/in-page.ts', import.meta.url));
  const page = await firefox.browser.newPage();
  await page.evaluate(`${code}\nglobalThis.benched = benched;`);
  const unmasked = await page.evaluate(
    (length) => benched.hardNames().filter((name) => !benched.isMaskedBehind(name, length)),
    LENGTH,
  );
  expect(unmasked).toEqual([]);
});
