import { byId, make, over } from '../runtime/dom.ts';
import { after } from '../runtime/model.ts';
import { watchNobody } from '../runtime/people.ts';

watchNobody();
const MATCHES = [
  ['87%', 'Chiudere la valvola prima di aprire il coperchio.'],
  ['71%', 'Chiudere sempre la valvola prima di pulire il filtro.'],
] as const;

/** After a segment is confirmed, what people translated before is offered for the next one, and taken over. */
async function offer(): Promise<void> {
  for (const [match, text] of MATCHES) {
    byId('memory').append(
      make('div', { class: 'match' }, make('b', {}, match), make('p', {}, text), make('button', {}, 'Inserisci')),
    );
    await after(300);
  }
  const next = document.querySelector('tr:nth-child(3) .target');
  if (next) next.textContent = 'Chiudere la valvola prima di togliere il filtro.';
  await after(900);
  over();
}

byId('segments').addEventListener('keydown', (event) => {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  void offer();
});
