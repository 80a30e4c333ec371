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

/** Puts the caret at a paragraph's first letter, as caret browsing does; Shift with keys does the rest. */
export const caretAt = (page: Page, index: number): Promise<void> =>
  page
    .locator('.markdown p')
    .nth(index)
    .evaluate((paragraph) => {
      (document.activeElement as HTMLElement | null)?.blur();
      const text = paragraph.firstChild;
      if (text) getSelection()?.setBaseAndExtent(text, 0, text, 1);
    });
