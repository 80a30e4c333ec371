/** Desks at which much else goes on: several who speak, calls of tools in sight, a log beside, drafts, sources. */
import { make } from '../../runtime/dom.ts';
import type { Answer, Build } from '../desk.ts';
import { render } from '../render.ts';

const rows = (log: HTMLElement) => (kind: string, who: string) => {
  const text = make('div', { class: 'says' });
  log.append(make('div', { class: `speech ${kind}` }, make('b', { class: 'nick' }, who), text));
  return text;
};

/** Two who speak: the second one goes on where the first one's paragraph ended. */
const roundTable: Build = ({ log }) => {
  const add = rows(log);
  return {
    user: (source) => add('guest', 'Ida').append(...render(source)),
    answer: () => {
      const places: HTMLElement[] = [add('agent', 'Planner')];
      return {
        show: (source) => {
          const [first = '', ...rest] = source.split('\n\n');
          places[0]?.replaceChildren(...render(first));
          if (rest.join('').trim() === '') return;
          if (places.length === 1) places.push(add('agent', 'Checker'));
          places[1]?.replaceChildren(...render(rest.join('\n\n')));
        },
        place: () => places[0],
        places: () => places,
      };
    },
  };
};

/** What it calls, with what it gives and gets, stands open above the answer. */
const calls: Build = ({ log }) => {
  const add = rows(log);
  let nth = 0;
  return {
    omit: '.call',
    user: (source) => add('human', 'You').append(...render(source)),
    answer: () => {
      const text = add('ai', 'Agent');
      const body = make('div', { class: 'md' });
      const call = make(
        'div',
        { class: 'call' },
        make('div', { class: 'fn' }, 'find_records'),
        make('pre', {}, `{ "query": "room ${++nth}", "limit": 5 }`),
      );
      text.append(call);
      setTimeout(() => call.append(make('pre', {}, '{ "hits": 3, "took": 41, "source": "handbook" }')), 150);
      return {
        show: (source) => {
          if (!body.isConnected) text.append(body);
          body.replaceChildren(...render(source));
        },
        place: () => text,
      };
    },
  };
};

/** A log beside the talk, a count of tokens and a line of state, all of which grow as the answer does. */
const sideLog: Build = ({ root, log, form }) => {
  const lines = make('div', { class: 'console', style: 'height: 200px; overflow: auto' });
  const count = make('span', {}, '0');
  root.replaceChildren(
    make(
      'div',
      { style: 'display: flex' },
      make('div', {}, log, form),
      make('aside', {}, make('h4', {}, 'Run'), lines),
    ),
    make('div', { class: 'meter' }, 'Tokens: ', count),
  );
  const add = rows(log);
  let nth = 0;
  return {
    user: (source) => add('u', 'Ida').append(...render(source)),
    answer: () => {
      const text = add('a', 'Desk');
      return {
        show: (source) => {
          text.replaceChildren(...render(source));
          count.textContent = String(++nth);
          if (nth % 4 === 0)
            lines.append(
              make('div', { class: 'ln' }, `12:0${nth % 10}:11 chunk ${nth} of the answer was written, 200`),
            );
        },
        place: () => text,
      };
    },
  };
};

/** A first draft comes at once and is put away: the second one is shown, with arrows to go back. */
const drafts: Build = ({ log }) => {
  const add = rows(log);
  const elsewhere: string[] = [];
  return {
    elsewhere,
    omit: '.pager',
    user: (source) => add('asks', 'You').append(...render(source)),
    answer: () => {
      const text = add('tells', 'Scribe');
      const words = `A first draft, number ${elsewhere.length + 1}: I would rather look at that once more.`;
      elsewhere.push(words);
      const first = make('div', { class: 'version' }, make('p', {}, words));
      const second = make('div', { class: 'version' });
      text.append(first);
      return {
        show: (source, ended) => {
          if (!second.isConnected) {
            first.style.display = 'none';
            text.append(second);
          }
          second.replaceChildren(...render(source));
          if (ended) text.parentElement?.append(make('div', { class: 'pager' }, '‹ 2 / 2 ›'));
        },
        place: () => second,
      };
    },
  };
};

/** Bones of lines first, and the answer in their place, with chips of sources in its sentences and a list below. */
const bones: Build = ({ log }) => {
  const add = rows(log);
  return {
    omit: '.chip, .from',
    user: (source) => add('mine', 'Moi').append(...render(source)),
    answer: () => {
      const text = add('yours', 'Bureau');
      const wait = make('div', { class: 'bone', 'aria-hidden': 'true' }, make('i'), make('i'), make('i'));
      text.append(wait);
      const out = make('output', { 'aria-live': 'polite' });
      return {
        show: (source, ended) => {
          if (wait.isConnected) wait.replaceWith(out);
          out.replaceChildren(...render(source));
          out.querySelector('p')?.append(make('button', { class: 'chip' }, '1'));
          if (!ended) return;
          const names = ['manuel.pdf', 'procédure.docx'].map((name) => make('li', {}, make('a', { href: '#' }, name)));
          text.append(make('div', { class: 'from' }, make('div', {}, 'Sources (2)'), make('ul', {}, ...names)));
        },
        place: () => text,
      } satisfies Answer;
    },
  };
};

export const BUSY: Record<string, Build> = { 'round-table': roundTable, calls, 'side-log': sideLog, drafts, bones };
