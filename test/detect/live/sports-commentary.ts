import { byId, make, over } from '../runtime/dom.ts';
import { after } from '../runtime/model.ts';
import { watchNobody } from '../runtime/people.ts';

watchNobody();
const MINUTES = [
  'Si comincia. Valmora in maglia granata, ospiti in bianco, campo pesante dopo la pioggia della notte.',
  'Primo brivido: Serafini calcia da fuori, il portiere la tocca con la punta delle dita e la palla finisce sul palo.',
  'Ammonito Tedesco per un’entrata in ritardo. La punizione è da posizione interessante, leggermente spostata sulla destra.',
  'GOL! Punizione magistrale di Bellini, la palla scavalca la barriera e si infila all’incrocio. Lo stadio esplode e il tecnico ospite scuote la testa.',
  'Il Sant’Elpidio prova a reagire, ma il centrocampo del Valmora chiude ogni spazio e riparte con pochi tocchi.',
  'Tre minuti di recupero. Gli ospiti portano tutti in area per l’ultimo calcio d’angolo.',
];

async function run(): Promise<void> {
  for (const [at, text] of MINUTES.entries()) {
    const sentences = text.split(/(?<=[.!]) /);
    const body = make('p', {}, sentences[0] ?? '');
    byId('feed').prepend(make('article', { 'aria-posinset': `${at + 1}` }, make('b', {}, `${at * 8 + 1}'`), body));
    for (const sentence of sentences.slice(1)) {
      await after(350);
      body.append(` ${sentence}`);
    }
    if (text.startsWith('GOL')) byId('score').textContent = '1-0';
    await after(500);
  }
  await after(500);
  over();
}

void run();
