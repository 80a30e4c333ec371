import { byId, make, over } from '../runtime/dom.ts';
import { after } from '../runtime/model.ts';
import { asked } from '../runtime/page.ts';
import { watchNobody } from '../runtime/people.ts';

watchNobody();
const SPOKEN = {
  en: [
    [
      'Hanneke',
      'so good morning everyone, can you hear me at the back? yes? good. then let us begin with the river, because without the river there would be no town to talk about',
    ],
    [
      'Hanneke',
      'in the year of the great flood the bridge was the only thing left standing, and the people who had mocked its builder carried him through the streets',
    ],
    ['Visitor', 'was that the bridge we crossed this morning, or another one?'],
    ['Hanneke', 'the same one, only the railing is new'],
  ],
  it: [
    [
      'Relatrice',
      'allora buongiorno a tutti, mi sentite anche in fondo? bene. comincerei dal fiume, perché senza il fiume non ci sarebbe nemmeno la città di cui parliamo oggi',
    ],
    [
      'Relatrice',
      'nell’anno della grande piena il ponte fu l’unica cosa a restare in piedi, e chi aveva deriso il suo costruttore lo portò in trionfo',
    ],
    ['Pubblico', 'è il ponte che abbiamo attraversato stamattina?'],
    ['Relatrice', 'proprio quello, solo il parapetto è nuovo'],
  ],
} as const;

/** Words come as they are spoken; the last ones are put right when the sentence is understood. */
async function run(): Promise<void> {
  for (const [speaker, text] of SPOKEN[asked.lang]) {
    const line = make('p', {});
    byId('captions').append(make('div', { class: 'cue' }, make('span', { class: 'speaker' }, speaker), line));
    for (const word of text.split(' ')) {
      line.append(`${word} `);
      await after(60);
    }
    line.textContent = `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
    await after(300);
  }
  await after(700);
  over();
}

void run();
