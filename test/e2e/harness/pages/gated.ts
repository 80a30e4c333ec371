/** A policy with a gate before the answers of one page of a chat tool, and the ways out of that page. */
import type { Page } from 'playwright';
import { deepDismiss, deepText, deepWait } from '../deep.ts';
import { expect } from '../expect.ts';
import { OFFER } from './reuse-pages.ts';

/** A process of the answers below `/gated`. */
export const FAQ = {
  ...{ id: 'faq', name: 'FAQ answers', applies: { addresses: ['127.0.0.1/gated'] }, risk: 'medium' },
  ...{ publishes: false, publicInterest: 'never', review: { mode: 'full' }, dueAfterHours: 8 },
  gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'never' },
  checklist: [{ id: 'price', text: 'The prices are those of the list.', without: 'block' }],
};

export const policyWith = (...processes: object[]): string =>
  JSON.stringify({ format: 2, version: 'spring', processes });

export const SECOND =
  'Deliveries to the islands take four working days more than those to the mainland, and cost seven euros for each started parcel of ten kilograms.';

const turn = (n: number, id: string, text: string, streams = '') =>
  `<article data-turn="assistant" data-testid="conversation-turn-${n}"><div data-message-author-role="assistant" data-message-id="m${n}" data-message-model-slug="m"${streams}><div class="markdown"><p id="${id}">${text}</p></div></div><button data-testid="copy-turn-action-button" data-text="${id}">Copy</button><button class="plain" data-text="${id}">Take</button></article>`;

/** Two answers of a tool with its own copy button, another one beside it, and a field. */
export const GATED = `<!doctype html><meta charset="utf-8"><title>Gated</title><style>body { font: 16px sans-serif; padding: 20px } main { max-width: 640px }</style><p id="before">Ask whatever you like.</p><main>
<div data-turn="user" data-testid="conversation-turn-1"><div data-message-author-role="user"><div class="whitespace-pre-wrap">What does it cost?</div></div></div>
${turn(2, 'answer', OFFER)}
<div data-turn="user" data-testid="conversation-turn-3"><div data-message-author-role="user"><div class="whitespace-pre-wrap">And to the islands?</div></div></div>
${turn(4, 'second', SECOND)}
</main><p id="note">Our meeting with the new supplier was moved to Thursday at ten.</p><textarea id="field" aria-label="Field" rows="6" cols="60"></textarea>
<script>
window.wrote = [];
const textOf = (button) => document.getElementById(button.dataset.text).textContent;
for (const button of document.querySelectorAll('button')) button.addEventListener('click', () =>
  navigator.clipboard.writeText(textOf(button)).then(() => wrote.push('done'), (error) => wrote.push(error.name)));
</script>`;

/** Selects from a character of one element to one of another. */
export const select = (page: Page, from: string, to = from, start = 0, end?: number): Promise<void> =>
  page.evaluate(
    ([first, last, at, until]) => {
      const textOf = (css: string) => document.querySelector(css)?.firstChild as Text;
      const [one, other] = [textOf(first), textOf(last)];
      getSelection()?.setBaseAndExtent(one, at, other, until ?? other.length);
    },
    [from, to, start, end] as const,
  );

/** What a paste puts into the page's field: what is on the clipboard. */
export async function clipboardOf(page: Page): Promise<string> {
  await page.bringToFront();
  await page.locator('#field').fill('');
  await page.locator('#field').press('Control+V');
  return page.locator('#field').inputValue();
}

/** Waits until the gate stands in a page: a write of its answer would be refused. */
export const standing = (page: Page): Promise<void> =>
  expect
    .poll(() =>
      page.evaluate((text) => {
        const write = new CustomEvent('countersign:write', { detail: text, cancelable: true });
        return dispatchEvent(write);
      }, OFFER),
    )
    .toBe(false);

/** What is said at the gate. */
export const BOX = '.gate:not([hidden])';
const ASK = `${BOX} [data-act="ask"]`;

/**
 * Asks for an approval by the button that the box has ready. A press right after it came up was not meant, and does nothing: it is
 * pressed until it goes. Who looks whether it is there and then waits to press it would wait for what has gone.
 */
export async function askAtGate(page: Page): Promise<void> {
  await deepWait(page, ASK);
  await deepDismiss(page, ASK, ASK);
  await expect.poll(() => deepText(page, BOX)).toContain('Asked.');
}
