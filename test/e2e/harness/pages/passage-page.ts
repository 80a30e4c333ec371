/** A conversation with one answer, in which words are selected and flagged. */

export const REFUND = 'The refund reaches your card in five to ten working days.';
export const SENTENCES = [
  'You can return shoes within 30 days of delivery, unworn and in their box.',
  REFUND,
  'Shipping to Italy costs 12 €, and is free above 80 €.',
  'Outlet shoes cannot be returned, and gift cards are not paid out in cash.',
];
export const FILLER = '<p style="height: 90vh">…</p>';

/** A conversation in the markup of ChatGPT's turns; its answer names the id, so that no two have the same text. */
export const chat = (id: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Chat</title><body>
<main style="max-width: 700px">${FILLER}
<article data-testid="conversation-turn-1" data-turn="user"><div data-message-author-role="user"><div class="whitespace-pre-wrap">May I send them back?</div></div></article>
<article data-testid="conversation-turn-2" data-turn="assistant"><div data-message-author-role="assistant" data-message-id="${id}" data-message-model-slug="m">
<div class="markdown prose"><p>${SENTENCES.slice(0, 3).join(' ')}</p>\n<p>${SENTENCES[3]} (${id})</p></div></div></article>${FILLER}</main></body></html>`;

/** Runs in the page: selects words that stand in one text node, as a person's drag would leave them. */
export function selectWords(text: string): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const at = node.data.indexOf(text);
    if (at < 0) continue;
    getSelection()?.setBaseAndExtent(node, at, node, at + text.length);
    node.parentElement?.scrollIntoView({ block: 'center' });
    return;
  }
  throw new Error('those words are not there');
}
