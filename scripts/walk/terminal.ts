/** What a program says in a terminal, as a page that a picture can be taken of. */
import type { Page } from 'playwright';
import type { Next } from './look.ts';

const LOOK = 'margin:0;padding:24px;background:#10151c;color:#e6eaf0;font:14px/1.45 monospace;white-space:pre-wrap;';

/** Shows a command and what it printed; gives what says what to do next. */
export async function showTerminal(page: Page, command: string, printed: string, next: RegExp): Promise<Next> {
  await page.goto('about:blank');
  await page.evaluate(
    ([style, typed, text]) => {
      document.body.style.margin = '0';
      document.body.style.background = '#10151c';
      const shown = document.createElement('pre');
      shown.style.cssText = style;
      for (const line of [`$ ${typed}`, ...text.split('\n')]) {
        const row = document.createElement('div');
        row.textContent = line || ' ';
        shown.append(row);
      }
      document.body.replaceChildren(shown);
    },
    [LOOK, command, printed.trimEnd()] as const,
  );
  return page.locator('pre > div').filter({ hasText: next });
}
