/** Desks whose machine says how it works: what it thinks in full view, what it does between its words, what went wrong. */

import { make } from '../../runtime/dom.ts';
import { after } from '../../runtime/model.ts';
import type { Build } from '../desk.ts';
import { render } from '../render.ts';

const THOUGHTS = [
  'The question is about the house. ',
  'I look at the plan first, ',
  'then at the list of last week. ',
  'Now I can say it.',
];

const rows = (log: HTMLElement, names: readonly [string, string]) => (mine: boolean) => {
  const row = make('div', { class: `entry ${names[mine ? 0 : 1]}` });
  log.append(row);
  return row;
};

/** What it thinks stands above the answer as it comes; then a line says how long that took, which opens it again. */
const reasons: Build = ({ log }) => {
  const add = rows(log, ['entry-asker', 'entry-answerer']);
  return {
    user: (source) => add(true).append(make('div', { class: 'body' }, ...render(source))),
    answer: () => {
      const row = add(false);
      const head = make('div', { class: 'reason-head', 'aria-expanded': 'true', tabindex: '0' }, 'Reasoning…');
      const thought = make('div', { class: 'reason-body' });
      const text = make('div', { class: 'body' });
      row.append(make('div', { class: 'reason' }, head, thought));
      for (const [at, part] of THOUGHTS.entries()) setTimeout(() => thought.append(part), 60 * (at + 1));
      return {
        show: (source) => {
          if (!text.isConnected) {
            row.append(text);
            thought.remove();
            head.textContent = `Thought for ${2 + (row.parentElement?.children.length ?? 0)} seconds`;
            head.setAttribute('aria-expanded', 'false');
          }
          text.replaceChildren(...render(source));
        },
        place: () => text,
      };
    },
  };
};

/** Lines that say what it did stand between the parts of its answer, and stay there. */
const acted: Build = ({ log }) => {
  const add = rows(log, ['entry-mine', 'entry-agent']);
  return {
    omit: '.did',
    user: (source) => add(true).append(make('div', { class: 'part' }, ...render(source))),
    answer: () => {
      const row = add(false);
      let [shown, cut] = ['', 0];
      let part = make('div', { class: 'part' });
      row.append(part);
      return {
        show: (source) => {
          shown = source;
          part.replaceChildren(...render(source.slice(cut)));
        },
        waits: (on) => {
          if (!on) {
            const last = [...row.querySelectorAll('.did')].at(-1);
            if (last) last.textContent = 'Searched the parcels (14 found)';
            return;
          }
          cut = shown.length;
          part = make('div', { class: 'part' });
          row.append(make('div', { class: 'did' }, 'Searching the parcels…'), part);
        },
        place: () => row,
      };
    },
  };
};

/** The first try fails with a box that says so; after that the answer stands in its place. */
const failed: Build = ({ log }) => {
  const add = rows(log, ['own', 'other']);
  let asked = 0;
  return {
    user: (source) => add(true).append(make('div', { class: 'line' }, ...render(source))),
    answer: () => {
      const row = add(false);
      const text = make('div', { class: 'line' });
      const box = make(
        'div',
        { class: 'alert alert-danger', role: 'alert' },
        'Something went wrong. The server did not answer in time.',
      );
      if (++asked % 2 === 1) row.append(box);
      return {
        show: (source) => {
          box.remove();
          if (!text.isConnected) row.append(text);
          text.replaceChildren(...render(source));
        },
        place: () => text,
      };
    },
  };
};

/** As it is complete, the tool puts its answer in order: a first line that was there to wait with is taken away. */
const tidied: Build = ({ log }) => {
  const add = rows(log, ['by-person', 'by-desk']);
  return {
    user: (source) => add(true).append(...render(source)),
    answer: () => {
      const row = add(false);
      row.append(make('p', {}, 'One moment, please'));
      return {
        show: (source, ended) => {
          row.replaceChildren(...render(source));
          if (ended)
            void after(1_400).then(() =>
              row.replaceChildren(...render(`${source}\n\nChecked against the handbook of May.`)),
            );
        },
        place: () => row,
      };
    },
  };
};

/** An image first, with what it shows below it. */
const pictured: Build = ({ log }) => {
  const add = rows(log, ['q-row', 'a-row']);
  return {
    omit: 'figure',
    user: (source) => add(true).append(make('div', { class: 'q-words' }, ...render(source))),
    answer: () => {
      const row = add(false);
      const text = make('div', { class: 'a-words' });
      row.append(text);
      return {
        show: (source, ended) => {
          text.replaceChildren(...render(source));
          if (ended)
            row.append(
              make(
                'figure',
                {},
                make('img', { src: '/bulb.svg', alt: '' }),
                make('figcaption', {}, 'Made by desk-paint 2'),
              ),
            );
        },
        place: () => text,
      };
    },
  };
};

export const AGENTS: Record<string, Build> = { reasons, acted, failed, tidied, pictured };
