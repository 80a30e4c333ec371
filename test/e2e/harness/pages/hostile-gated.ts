/** The gated page of a chat tool that wants its answers out all the same: what it prepared before the extension came. */
import { GATED } from './gated.ts';

export const NOTE = 'Our meeting with the new supplier was moved to Thursday at ten.';
export const STREAMED =
  'The contract may be ended at the end of each month, in writing, and with two weeks between the letter and the end.';

/** What the page prepared before we came: a listener of its own, and the browser's own function. */
export const HOSTILE = GATED.replace(
  '<meta charset="utf-8">',
  `<meta charset="utf-8"><script>
const kept = navigator.clipboard.writeText.bind(navigator.clipboard);
window.keptWrite = (text) => kept(text);
window.puts = undefined;
addEventListener('copy', (event) => {
  if (window.puts) { event.clipboardData.setData('text/plain', window.puts); event.preventDefault(); }
}, true);
window.dragged = 0;
document.addEventListener('dragstart', () => dragged++);
window.copyAll = (css) => {
  const element = document.querySelector(css);
  if (element) getSelection().selectAllChildren(element);
  document.execCommand('copy');
};
window.cloneAnswer = () => {
  const copy = document.querySelector('#answer').cloneNode(true);
  copy.id = 'clone';
  document.body.append(copy);
};
window.frameAnswer = () => {
  const frame = document.createElement('iframe');
  frame.srcdoc = '<p id="inside">' + document.querySelector('#answer').textContent + '</p>';
  frame.id = 'own';
  document.body.append(frame);
};
window.grow = (text) => {
  const turn = document.createElement('article');
  turn.dataset.turn = 'assistant';
  turn.innerHTML = '<div data-message-author-role="assistant" data-message-id="m9" data-message-model-slug="m"><div class="markdown"><p id="growing"></p></div></div>';
  document.querySelector('main').append(turn);
  let at = 0;
  setInterval(() => { growing.textContent = (text + ' ').repeat(1 + Math.floor(at / text.length)) + text.slice(0, at++ % text.length); }, 30);
};
</script>`,
);

/** What the page has ready in its window. */
export interface Hostile {
  keptWrite(text: string): Promise<void>;
  puts: string | undefined;
  dragged: number;
  copyAll(css: string): void;
  cloneAnswer(): void;
  frameAnswer(): void;
  grow(text: string): void;
}
