/** A page that spies: what any script of a page can do to learn what stands in our badges and cards. */
import type { Page } from 'playwright';

/** A plain answer of a known tool that holds `word`, and a field of the page's own. */
export const spyingPage = (word: string): string => `<!doctype html><meta charset="utf-8"><title>Spying</title>
<style>body { margin: 0; font: 16px sans-serif } main { max-width: 600px; padding: 20px; min-height: 1400px }</style>
<main>
  <div data-turn="user" data-testid="conversation-turn-1"><div data-message-author-role="user"><div class="whitespace-pre-wrap">Zwolle?</div></div></div>
  <div data-turn="assistant" data-testid="conversation-turn-2"><div data-message-author-role="assistant" data-message-id="m2" data-message-model-slug="m"><div class="markdown"><p>Quokka ${word} lorem ipsum dolor sit amet, consectetur adipiscing elit.</p><p>Sed do eiusmod tempor incididunt ut labore et dolore magna aliqua.</p></div></div></div>
  <textarea id="own" rows="2" cols="40"></textarea>
</main>`;

/** Which of some words `window.find` hits in a page, and what selections that grow from there or cover all can read. */
export async function overheard(
  page: Pick<Page, 'evaluate'>,
  words: readonly string[],
): Promise<{ found: string[]; read: string }> {
  const found: string[] = [];
  const read: string[] = [];
  for (const word of words) {
    const grown = await page.evaluate(grownFrom, word);
    if (grown) found.push(word);
    read.push(...(grown ?? []));
  }
  return { found, read: [...read, ...(await page.evaluate(coveringAll))].join('\n') };
}

/** What selections read that grow from where `window.find` hit; undefined where it did not. */
function grownFrom(word: string): string[] | undefined {
  const { find } = globalThis as unknown as { find(...of: unknown[]): boolean };
  const selection = getSelection();
  selection?.removeAllRanges();
  if (!selection || !find.call(window, word, false, false, true, false, true, false)) return undefined;
  return ['word', 'sentence', 'line', 'paragraph', 'documentboundary'].map((unit) => {
    selection.modify('extend', 'forward', unit);
    return selection.toString();
  });
}

/** What selections read that cover the whole page, or begin at our host elements. */
function coveringAll(): string[] {
  const selection = getSelection();
  if (!selection) return [];
  document.execCommand('selectAll');
  const read = [selection.toString(), selection.getRangeAt(0).cloneContents().textContent ?? ''];
  const ways = ['extend', 'move'].flatMap((alter) =>
    ['forward', 'backward'].flatMap((way) =>
      ['character', 'word', 'line', 'documentboundary'].map((unit) => [alter, way, unit] as const),
    ),
  );
  for (const host of document.querySelectorAll<HTMLElement>('[data-countersign]')) {
    selection.selectAllChildren(host);
    for (const way of ways) {
      selection.modify(...way);
      read.push(selection.toString());
    }
    read.push(host.innerText, host.textContent ?? '');
  }
  selection.removeAllRanges();
  return read;
}

/** What hit testing tells of our host elements: the boxes in which the page's own look-up answers with one of them. */
export function touched(page: Pick<Page, 'evaluate'>): Promise<string[]> {
  return page.evaluate(() => {
    const boxes = new Map<Element, { left: number; top: number; right: number; bottom: number }>();
    for (let y = 0; y < innerHeight; y += 4)
      for (let x = 0; x < innerWidth; x += 4)
        for (const hit of document.elementsFromPoint(x, y)) {
          if (!hit.hasAttribute('data-countersign')) continue;
          const box = boxes.get(hit) ?? { left: x, top: y, right: x, bottom: y };
          boxes.set(hit, {
            left: Math.min(box.left, x),
            top: Math.min(box.top, y),
            right: Math.max(box.right, x),
            bottom: Math.max(box.bottom, y),
          });
        }
    const sizes = [document.documentElement.scrollWidth, document.documentElement.scrollHeight];
    return [...boxes.values()]
      .map(({ left, top, right, bottom }) => `${right - left}x${bottom - top}`)
      .concat(sizes.map(String));
  });
}
