import { byId, empty, make, markdown, over, written } from '../runtime/dom.ts';
import { after } from '../runtime/model.ts';
import { watchNobody } from '../runtime/people.ts';

watchNobody();
const box = byId('comment');

function add(by: string, text: string): void {
  const body = make('div', { class: 'comment-body markdown-body' }, ...markdown(text));
  const buttons = ['Copy link', 'Add reaction'].map((label) => make('button', { 'aria-label': label }, '☺'));
  document
    .querySelector('.timeline')
    ?.append(make('div', { class: 'comment' }, make('a', { class: 'author', href: '#' }, by), body, ...buttons));
}

document.querySelector('form')?.addEventListener('submit', (event) => {
  event.preventDefault();
  add('you', written(box));
  empty(box);
  void answer();
});

async function answer(): Promise<void> {
  await after(900);
  add(
    'kjell',
    'Perfect, thank you both. Released in **4.2.1**, which should reach the mirrors within the hour. Closing this one.',
  );
  await after(700);
  over();
}
