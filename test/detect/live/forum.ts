import { byId, empty, make, markdown, over, written } from '../runtime/dom.ts';
import { after } from '../runtime/model.ts';
import { watchNobody } from '../runtime/people.ts';

watchNobody();
const box = byId('reply');
box.addEventListener('input', () => byId('preview').replaceChildren(...markdown(written(box))));

function post(by: string, text: string): void {
  const buttons = ['Like', 'Copy link', 'Quote'].map((name) => make('button', {}, name));
  const body = make('div', { class: 'cooked markdown' }, ...markdown(text));
  document
    .querySelector('.topic')
    ?.append(make('div', { class: 'post' }, make('span', { class: 'username' }, by), body, ...buttons));
}

async function send(): Promise<void> {
  post('gravelgoat', written(box));
  empty(box);
  byId('preview').replaceChildren();
  await after(1200);
  post(
    'mme_velo',
    'Glad it was only that. **Order two springs next time**, they tend to go in pairs.\n\nAnd write down which way round the pawls sat, nobody ever remembers after lunch.',
  );
  await after(800);
  over();
}

byId('send').addEventListener('click', () => void send());
