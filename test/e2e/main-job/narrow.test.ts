/**
 * Pages of ours in a window of 320 pixels, which is 640 at 200 %, with everything opened that opens: nothing lies beyond the
 * window, nothing is cut off, and no axe rule of weight is broken there, in the longer Italian, and by night in English.
 */
import type { Page } from 'playwright';
import { test } from 'playwright/test';
import { withNights } from '../../nightly.ts';
import { nothingSerious, THEMES } from '../harness/axe.ts';
import { type ExtensionBrowser, launchChromium } from '../harness/chromium.ts';
import { expect } from '../harness/expect.ts';

const NARROW = { width: 320, height: 800 };

/** Runs in the page: what reaches beyond the window, or is cut off by what it stands in, by its words. */
function misfits(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const found = scrollWidth > clientWidth ? [`the page is ${scrollWidth - clientWidth} px too wide`] : [];
  for (const each of document.querySelectorAll<HTMLElement>(
    'body :not(textarea, input, select, option, script, style)',
  )) {
    const { overflowX, textOverflow, clipPath } = getComputedStyle(each);
    const says = [...each.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim());
    const isCut = ['hidden', 'clip'].includes(overflowX) && textOverflow !== 'ellipsis' && clipPath === 'none';
    if (says && each.checkVisibility() && isCut && each.scrollWidth > each.clientWidth + 1)
      found.push(`cut off: ${each.innerText.slice(0, 60)}`);
  }
  return found;
}

const fits = (page: Page, where: string) => expect.poll(() => page.evaluate(misfits), { message: where }).toEqual([]);

const openAll = (page: Page) =>
  page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
  });

async function sound(page: Page, where: string): Promise<void> {
  for (const { colorScheme, rules } of THEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await test.step(`${where}, ${colorScheme}`, () => nothingSerious(page, rules));
  }
}

/** The rules: as they are begun, each section of the form, and what stands beside and below it. */
async function rules(browser: ExtensionBrowser): Promise<void> {
  const page = await browser.open('policy.html');
  await page.setViewportSize(NARROW);
  const begin = page.locator('main form');
  await begin.locator('button[type="submit"]').click();
  await fits(page, 'the beginning, with what is missing');
  for (const template of await begin.locator('input[type="checkbox"]').all()) await template.check({ force: true });
  await begin.locator('input[type="text"], input:not([type])').first().fill('Acme');
  await begin.locator('button[type="submit"]').click();
  const sections = page.getByRole('tab');
  await sections.first().waitFor();
  for (const section of await sections.all()) {
    await section.click();
    await openAll(page);
    await fits(page, `section ${await section.innerText()}`);
  }
  await sound(page, 'rules');
  await page.close();
}

for (const locale of withNights(['it'], 'en'))
  test(`pages are as wide as their window, ${locale}`, async () => {
    const browser = await launchChromium({ locale });
    await rules(browser);
    for (const name of ['welcome.html', 'options.html#everything', 'figures.html', 'compose.html']) {
      const page = await browser.open(name);
      await page.setViewportSize(NARROW);
      await page.locator('h1, h2').first().waitFor();
      await openAll(page);
      await fits(page, name);
      await page.close();
    }
    await browser.close();
  });
