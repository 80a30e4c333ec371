import { byId, over, written } from '../runtime/dom.ts';
import { watchNobody } from '../runtime/people.ts';

watchNobody();
const box = byId('q');
const results = [...document.querySelectorAll<HTMLElement>('#results li')];
let rest: ReturnType<typeof setTimeout>;

box.addEventListener('input', () => {
  const words = written(box).toLowerCase().split(' ').filter(Boolean);
  const fitting = results.filter((result) => words.some((word) => result.textContent.toLowerCase().includes(word)));
  byId('results').replaceChildren(...fitting);
  byId('count').textContent = `${fitting.length} risultati per “${written(box)}”`;
  clearTimeout(rest);
  rest = setTimeout(over, 1000);
});
