import { byId, make, over, written } from '../runtime/dom.ts';
import { watchNobody } from '../runtime/people.ts';

watchNobody();
const KEYWORDS = /\b(def|return|if|else)\b/;
let rest: ReturnType<typeof setTimeout>;

/** Like most editors, it shows a coloured copy of what is typed. */
byId('code').addEventListener('input', () => {
  const code = written(byId('code'));
  const parts = code
    .split(KEYWORDS)
    .map((part) => (KEYWORDS.test(part) ? make('span', { class: 'keyword' }, part) : part));
  byId('mirror').replaceChildren(...parts);
  byId('problems').textContent = `${code.split('\n').length} righe, nessun problema`;
});

byId('notes').addEventListener('input', () => {
  clearTimeout(rest);
  rest = setTimeout(over, 1000);
});
