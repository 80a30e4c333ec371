import { byId, empty, make, over, written } from '../runtime/dom.ts';
import { watchNobody } from '../runtime/people.ts';

watchNobody();
byId('send').addEventListener('click', () => {
  const box = byId('compose');
  const mail = make(
    'div',
    { role: 'listitem', class: 'mail' },
    make('b', {}, 'Io'),
    make('div', { class: 'body' }, make('p', {}, written(box))),
  );
  document.querySelector('[role=list]')?.append(mail);
  empty(box);
  setTimeout(over, 1000);
});
