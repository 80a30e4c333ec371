import { byId, over, written } from '../runtime/dom.ts';
import { watchNobody } from '../runtime/people.ts';

watchNobody();
let rest: ReturnType<typeof setTimeout>;

document.querySelector('form')?.addEventListener('input', ({ target }) => {
  byId('summary').textContent = `${written(byId('firm'))}, ${written(byId('person'))}: ${written(byId('note'))}`;
  clearTimeout(rest);
  if (target === byId('note')) rest = setTimeout(over, 1000);
});
