/** Desks that speak as people's tools do: in a channel, as mail, in the margin, below the question, with it in one piece. */
import { make } from '../../../runtime/dom.ts';
import type { Build } from '../../desk.ts';
import { render } from '../../render.ts';

const WRITES_MS = 700;

/** A channel of a team: a name and a time above the first of several lines; what is said is written over, about once in a second. */
const channel: Build = ({ log }) => {
  let minute = 40;
  const add = (name: string, mark?: string) => {
    const text = make('div', { class: 'c-body' });
    const head = make('div', { class: 'c-head' }, make('b', {}, name));
    if (mark) head.append(make('span', { class: 'c-app' }, mark));
    head.append(make('a', { class: 'c-time', href: '#' }, `10:${minute++}`));
    const face = make('img', { class: 'c-face', src: `/${name}.png`, alt: '', width: '36', height: '36' });
    const row = make('div', { class: 'c-row', role: 'listitem' }, face, make('div', { class: 'c-main' }, head, text));
    log.append(row);
    return { row, text };
  };
  return {
    omit: '.c-marks, .c-edited',
    user: (source) => add('Ines Duarte').text.append(...render(source)),
    answer: () => {
      const { row, text } = add('Depot', 'APP');
      text.append(make('p', {}, '…'));
      let writtenMs = 0;
      return {
        show: (source, ended) => {
          if (!ended && Date.now() - writtenMs < WRITES_MS) return;
          writtenMs = Date.now();
          text.replaceChildren(...render(source));
          if (!ended) return;
          text.append(make('span', { class: 'c-edited' }, ' (edited)'));
          row.append(make('div', { class: 'c-marks' }, make('button', {}, '👍 1'), make('button', {}, '👀 2')));
        },
        place: () => text,
      };
    },
  };
};

/** Each turn is a mail: lines of who, to whom and about what; below an answer stands what it answers, with a mark before each line. */
const mail: Build = ({ log }) => {
  let asked = '';
  const add = (from: string, to: string, subject: string) => {
    const text = make('div', { class: 'ml-text' });
    const head = make(
      'div',
      { class: 'ml-head' },
      make('div', {}, `From: ${from}`),
      make('div', {}, `To: ${to}`),
      make('div', {}, `Subject: ${subject}`),
    );
    const card = make('div', { class: 'ml-card' }, head, text);
    log.append(card);
    return { card, text };
  };
  return {
    omit: '.ml-head, .ml-quoted',
    user: (source) => {
      asked = source;
      add('Ines Duarte', 'Helpdesk', 'Question').text.append(...render(source));
    },
    answer: () => {
      const { card, text } = add('Helpdesk', 'Ines Duarte', 'Re: Question');
      const quoted = make('blockquote', { class: 'ml-quoted' }, make('p', {}, 'Ines Duarte wrote:'), ...render(asked));
      card.append(quoted);
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

/** Remarks in a margin: the answer is a reply that stands in the remark that it answers. */
const margin: Build = ({ root, log, form }) => {
  const text = make(
    'article',
    { class: 'paper' },
    make('h1', {}, 'House rules'),
    make('p', {}, 'The doors open at six.'),
  );
  const list = make('ol', { class: 'remarks' });
  log.append(list);
  root.replaceChildren(text, make('aside', { class: 'margin' }, log, form));
  let into: HTMLElement = list;
  const add = (list: HTMLElement, name: string) => {
    const body = make('div', { class: 'rm-body' });
    const replies = make('ol', { class: 'rm-replies' });
    const head = make('div', { class: 'rm-head' }, make('span', { class: 'rm-name' }, name), make('time', {}, 'now'));
    list.append(make('li', { class: 'remark' }, head, body, replies));
    return { body, replies };
  };
  return {
    user: (source) => {
      const { body, replies } = add(list, 'Ines');
      body.append(...render(source));
      into = replies;
    },
    answer: () => {
      const { body } = add(into, 'Proof');
      return { show: (source) => body.replaceChildren(...render(source)), place: () => body };
    },
  };
};

/** The server gives back a piece of markup with the question and the answer in it: nothing is shown of either before that. */
const together: Build = ({ log }) => {
  let asked = '';
  return {
    user: (source) => {
      asked = source;
    },
    answer: () => {
      const text = make('div', { class: 'fx-say' });
      const pair = make('div', { class: 'fx-pair' }, make('div', { class: 'fx-ask' }, ...render(asked)), text);
      return {
        show: (source) => {
          text.replaceChildren(...render(source));
          if (!pair.isConnected) log.append(pair);
        },
        place: () => text,
      };
    },
  };
};

/** What one asked stays in the field until one writes there again, and is said nowhere else; below it comes the answer. */
const kept: Build = ({ root, log, form }) => {
  const field = form.querySelector('textarea');
  const said = make('div', { class: 'kp-text' });
  const card = make('section', { class: 'kp-card', hidden: '' }, make('h2', {}, 'AI answer'), said);
  log.append(card);
  root.replaceChildren(make('h1', {}, 'Search the handbook'), form, log);
  field?.addEventListener('pointerdown', () => {
    field.value = '';
  });
  let newest = 0;
  return {
    user: (source) => {
      if (field) field.value = source;
      said.replaceChildren();
    },
    answer: () => {
      const nth = ++newest;
      return {
        show: (source) => {
          card.removeAttribute('hidden');
          said.replaceChildren(...render(source));
        },
        place: () => (nth === newest ? said : undefined),
      };
    },
  };
};

export const TALKED: Record<string, Build> = { channel, mail, margin, together, kept };
