/** Desks beside people who talk: captions of a meeting, a channel built as the talk is, a case that others write in. */
import { make } from '../../../runtime/dom.ts';
import type { Build } from '../../desk.ts';
import { render } from '../../render.ts';

const SPOKEN = [
  'So the second lorry did not make it before the gate closed, and the driver slept in his cabin until six.',
  'I called the carrier this morning, they say that the papers were not in the envelope.',
  'Which is odd, because I put them there myself, both copies, and the stamp was on each of them.',
  'Could somebody look at the camera of gate seven, please, around four in the afternoon?',
  'I can do that after lunch, but the recording is only kept for two days, so it may be gone.',
  'Then do it now, and we go on with the plan for the stocktaking when you are back.',
  'Fine, I am off, the list of halls is in the folder that I shared with all of you on Monday.',
];
const WORD_MS = 120;

/** A meeting: what people say is written down word by word beside the talk with the machine, all of the time. */
const meeting: Build = ({ root, log, form }) => {
  const people: string[] = [];
  const captions = make('div', { class: 'caps', style: 'flex: 1; height: 500px; overflow: auto' });
  const panel = make(
    'aside',
    { class: 'ask-panel', style: 'flex: 1' },
    make('h2', {}, 'Ask about this meeting'),
    log,
    form,
  );
  root.replaceChildren(make('div', { style: 'display: flex' }, captions, panel));
  let words: string[] = [];
  let text = make('span');
  setInterval(() => {
    const word = words.shift();
    if (word) return text.append(`${word} `);
    const said = SPOKEN[people.length % SPOKEN.length] ?? '';
    const name = people.length % 2 ? 'Joris Maat' : 'Wanda Prins';
    people.push(said);
    words = said.split(' ');
    text = make('span', { class: 'cap-text' });
    captions.append(make('div', { class: 'cap' }, make('b', {}, name), make('div', {}, text)));
  }, WORD_MS);
  const add = (kind: string) => {
    const text = make('div', { class: 'turn-text' });
    log.append(make('div', { class: `turn ${kind}` }, text));
    return text;
  };
  return {
    people,
    user: (source) => add('turn-own').append(...render(source)),
    answer: () => {
      const text = add('turn-made');
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

const CHANNEL = [
  'Good morning all. **Gate seven** opens at ten today, because of the ice.',
  'Thanks.\n\nDoes that hold for the vans as well, or for lorries only?',
  'For all of them:\n\n- vans\n- lorries\n- the post',
  'Somebody left a glove in hall two, it is on the window sill.',
];

/** A channel where people write, and a thread beside it where one talks with the machine: both lists are drawn by the same code. */
const pane: Build = ({ root, log, form }) => {
  const people: string[] = [];
  const channel = make('div', { class: 'rows' });
  const thread = make('div', { class: 'rows' });
  const toasts = make('div', { class: 'toasts', role: 'status', style: 'position: fixed; top: 0; right: 0' });
  log.append(thread);
  const side = make('section', { style: 'flex: 1' }, make('h2', {}, 'Thread'), log, form);
  const main = make('section', { style: 'flex: 1' }, make('h2', {}, '# yard'), channel);
  root.replaceChildren(make('div', { style: 'display: flex' }, main, side), toasts);
  const add = (list: HTMLElement, name: string) => {
    const text = make('div', { class: 'row-text' });
    list.append(make('div', { class: 'row' }, make('div', { class: 'row-name' }, name), text));
    return text;
  };
  const says = (afterMs: number) =>
    setTimeout(() => {
      const said = CHANNEL[people.length % CHANNEL.length] ?? '';
      people.push(said.replace(/\*\*|^- /gm, ''));
      add(channel, people.length % 2 ? 'Joris Maat' : 'Wanda Prins').append(...render(said));
      toasts.replaceChildren(`New message in # yard (${people.length})`);
    }, afterMs);
  return {
    people,
    user: (source) => {
      add(thread, 'Ines Duarte').append(...render(source));
      says(180);
      says(900);
    },
    answer: () => {
      const text = add(thread, 'Depot Helper');
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

const MAILS = [
  'Good afternoon, my parcel 4471 has still not come. It was promised for Monday. Where is it?',
  'Thank you for the quick reply. I am at home all day, please send the driver before six.',
];
const NOTE =
  'I spoke with the driver: he stood in front of a closed gate and left a card. He comes back tomorrow between two and four, and calls first.';

/** A case: mails of a customer, a note that a colleague types letter by letter, and cards that the machine writes for one. */
const ticket: Build = ({ root, log, form }) => {
  const people: string[] = [];
  const thread = make('ol', { class: 'mails', style: 'flex: 2' });
  const search = make('form', { role: 'search' }, make('input', { type: 'search', placeholder: 'Search cases' }));
  const news = make(
    'form',
    {},
    make('input', { type: 'email', placeholder: 'E-mail' }),
    make('button', {}, 'Subscribe'),
  );
  root.replaceChildren(
    search,
    make('div', { style: 'display: flex' }, thread, make('aside', { style: 'flex: 1' }, log, form)),
    news,
  );
  const add = (kind: string, from: string) => {
    const text = make('div', { class: 'mail-text' });
    thread.append(make('li', { class: kind }, make('header', {}, from), text));
    return text;
  };
  const mail = (said: string) => {
    people.push(said);
    add('mail', 'Petra Kos <petra@example.org>').append(make('p', {}, said));
  };
  mail(MAILS[0] ?? '');
  let asked = 0;
  const happens = () => {
    asked++;
    if (asked === 2) setTimeout(mail, 300, MAILS[1]);
    if (asked !== 1) return;
    people.push(NOTE);
    const note = add('note', 'Joris Maat · internal note');
    for (const [at, letter] of [...NOTE].entries()) setTimeout(() => note.append(letter), 25 * at);
  };
  return {
    people,
    user: (source) => {
      log.append(make('div', { class: 'wish' }, ...render(source)));
      happens();
    },
    answer: () => {
      const text = make('div', { class: 'card-text' });
      const head = make('div', { class: 'card-head' }, make('span', {}, 'Suggested reply'));
      const foot = make('div', { class: 'card-foot' }, make('button', {}, 'Insert'), make('button', {}, 'Shorter'));
      log.append(make('div', { class: 'card' }, head, text, foot));
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

export const AMONG_PEOPLE: Record<string, Build> = { meeting, pane, ticket };
