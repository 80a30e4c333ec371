/** Where text that nobody was seen to ask for stands: in a turn, or in the middle of one. */
import { parseHTML } from 'linkedom';
import { beforeEach, expect, it, vi } from 'vitest';
import { placeAlone } from '../../../lib/page/learn/place.ts';

const FILLER = 'Words that came before. '.repeat(10);

beforeEach(() => {
  const { document } = parseHTML('<html><body></body></html>');
  vi.stubGlobal('document', document);
  return () => vi.unstubAllGlobals();
});

function placed(html: string): string | undefined {
  document.body.innerHTML = `<main><nav>${FILLER}</nav>${html}</main>`;
  return placeAlone(document.querySelector('#grown') as Element)?.turn.className;
}

it.each([
  ['a paragraph', `<div class="prose"><p>${FILLER}</p><p id="grown" class="x">The rest of it.</p></div>`],
  ['a heading', `<div class="prose"><p>${FILLER}</p><h2 id="grown" class="x">What remains</h2></div>`],
  ['a cell', `<table><tr><td>${FILLER}</td><td id="grown" class="x">Ten</td></tr></table>`],
  ['words in a line', `<div class="prose"><p>${FILLER}<strong id="grown" class="x">by Monday</strong></p></div>`],
])('is no turn: %s', (_, html) => {
  expect(placed(html)).toBeUndefined();
});

it.each([
  ['a bubble', `<div><div>${FILLER}</div><div class="turn"><div id="grown">The rest of it.</div></div></div>`],
  ['an item', `<ul><li>${FILLER}</li><li id="grown" class="turn">The rest of it.</li></ul>`],
])('is a turn: %s', (_, html) => {
  expect(placed(html)).toBe('turn');
});
