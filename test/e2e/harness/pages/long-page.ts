/** A chat with one long answer, in a window that scrolls or in a box that does. */

const paragraphs = Array.from(
  { length: 40 },
  (_, at) => `<p id="p${at}">Paragraph ${at} of the long answer says something that takes a line or two of text.</p>`,
).join('');

/** `scrolls`: what scrolls. `width`: of the column with the text, in px. */
export const longPage = (
  scrolls: 'window' | 'box',
  width = 640,
): string => `<!doctype html><meta charset="utf-8"><title>Long</title>
<style>body { margin: 0; font: 16px sans-serif } ${scrolls === 'box' ? 'main { height: 100vh; overflow-y: auto; position: relative }' : ''}
section { max-width: ${width}px; padding: 0 20px }</style>
<main><section data-turn="user" data-testid="conversation-turn-1"><div data-message-author-role="user"><div class="whitespace-pre-wrap" id="asked">All of it, please.</div></div></section>
<section data-turn="assistant" data-testid="conversation-turn-2"><div data-message-author-role="assistant" data-message-id="m2" data-message-model-slug="m"><div class="markdown">${paragraphs}</div></div></section>
<div style="height: 1600px"></div></main>`;
