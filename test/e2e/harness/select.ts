/** How people select words in a page of ours (`hostile-page.ts`). */
import type { Page } from 'playwright';

/** Drags over the words of the `index`th paragraph, as a person selects them. */
export async function selectParagraph(page: Page, index: number): Promise<void> {
  const box = await page
    .locator('.markdown p')
    .nth(index)
    .evaluate((paragraph) => {
      const range = document.createRange();
      range.selectNodeContents(paragraph);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { left, top, width, height };
    });
  const y = box.top + box.height / 2;
  await page.mouse.move(box.left + 1, y);
  await page.mouse.down();
  await page.mouse.move(box.left + Math.min(box.width, 330), y, { steps: 6 });
  await page.mouse.up();
}

/** Selects words as caret browsing does: the caret is put before a paragraph, and Shift with keys does the rest. */
export async function selectByKeys(page: Page, index: number): Promise<void> {
  await page
    .locator('.markdown p')
    .nth(index)
    .evaluate((paragraph) => {
      (document.activeElement as HTMLElement | null)?.blur();
      const text = paragraph.firstChild;
      if (text) getSelection()?.setBaseAndExtent(text, 0, text, 1);
    });
  for (let at = 0; at < 12; at++) await page.keyboard.press('Shift+ArrowRight');
}
