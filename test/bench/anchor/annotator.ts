/** `@apache-annotator/dom` as it is used: quotes matched in a DOM, here in a real Chromium. */
import { chromium } from 'playwright';
import type { Passage } from '../../../lib/domain/anchoring/anchor.ts';
import { pathOf } from '../../../scripts/machine.ts';
import { bundle } from '../../bundle.ts';
import type { Found } from './corpus.ts';

interface AnnotatorWindow {
  showText(paragraphs: string[]): void;
  findQuotes(quotes: object[]): Promise<{ found: ({ start: number; end: number } | null)[]; ms: number }>;
}

/** The places of quotes, by its matcher, and the time that it took. */
export async function annotatorFind(
  passages: readonly Passage[],
  text: string,
): Promise<{ found: Found[]; ms: number }> {
  const browser = await chromium.launch({ executablePath: pathOf('chromium') });
  try {
    const page = await browser.newPage();
    await page.setContent('<main></main>');
    await page.addScriptTag({ content: await bundle(new URL('../../live/annotator-page.ts', import.meta.url)) });
    // Paragraphs of about a thousand characters, as answers have.
    const paragraphs = text.match(/[\s\S]{1,1000}(?:\s|$)|[\s\S]{1,1000}/g) ?? [];
    await page.evaluate((parts) => (window as unknown as AnnotatorWindow).showText(parts), [...paragraphs]);
    const quotes = passages.map(({ selectors: [{ exact, prefix, suffix }] }) => ({ exact, prefix, suffix }));
    const { found, ms } = await page.evaluate(
      (asked) => (window as unknown as AnnotatorWindow).findQuotes(asked),
      quotes,
    );
    return { found: found.map((place) => place ?? 'none'), ms };
  } finally {
    await browser.close();
  }
}
