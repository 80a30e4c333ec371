/** Runs in the page. */
import { createTextQuoteSelectorMatcher } from '@apache-annotator/dom';

const starts = new Map<Node, number>();

Object.assign(window, {
  showText(paragraphs: string[]): void {
    const main = document.querySelector('main');
    let length = 0;
    for (const words of paragraphs) {
      const paragraph = document.createElement('p');
      const node = document.createTextNode(words);
      paragraph.append(node);
      main?.append(paragraph);
      starts.set(node, length);
      length += words.length;
    }
  },

  async findQuotes(quotes: { exact: string; prefix: string; suffix: string }[]): Promise<object> {
    const found: ({ start: number; end: number } | null)[] = [];
    const from = performance.now();
    for (const quote of quotes) found.push(await firstMatch(quote));
    return { found, ms: performance.now() - from };
  },
});

async function firstMatch(quote: { exact: string; prefix: string; suffix: string }) {
  const matches = createTextQuoteSelectorMatcher({ type: 'TextQuoteSelector', ...quote })(document.body);
  for await (const { startContainer, startOffset, endContainer, endOffset } of matches)
    return {
      start: (starts.get(startContainer) ?? Number.NaN) + startOffset,
      end: (starts.get(endContainer) ?? Number.NaN) + endOffset,
    };
  return null;
}
