import { byId, make, over, written } from '../runtime/dom.ts';
import { after } from '../runtime/model.ts';
import { watchNobody } from '../runtime/people.ts';

watchNobody();

function add(by: string, text: string): void {
  const buttons = ['Like', 'Dislike'].map((label) =>
    make('button', { 'aria-label': label }, label === 'Like' ? '👍' : '👎'),
  );
  byId('comments').append(
    make('div', { class: 'thread' }, make('b', {}, by), make('p', { class: 'text' }, text), ...buttons),
  );
}

async function post(): Promise<void> {
  add('@you', written(byId('say')));
  await after(500);
  // Further comments come as the reader scrolls.
  for (const text of LATER) {
    add('@shavings', text);
    await after(300);
  }
  await after(700);
  over();
}

const LATER = [
  'Tried it on a rusty blade from a flea market and it now shaves end grain of pine, which I did not believe possible.',
  'Nice hands, terrible music. Could you leave the sound of the stone alone next time? Half of sharpening is listening.',
];

byId('post').addEventListener('click', () => void post());
