/** Desks as firms build them for themselves: rows of a framework, days and groups, tabs, tables to work with. */
import { make } from '../../runtime/dom.ts';
import type { Build } from '../desk.ts';
import { type Habits, render } from '../render.ts';

let minute = 0;
const clock = (): string => `${9 + (minute++ % 3)}:${String(10 + (minute % 50))} AM`;

/** Rows of a framework of classes: each paragraph is a bubble of its own, with the time below the last one. */
const bubbles: Build = ({ log }) => {
  const add = (mine: boolean) => {
    const text = make('div');
    const face = make('img', { src: mine ? '/ava3.webp' : '/ava6.webp', alt: 'avatar 1', style: 'width: 45px' });
    const row = make('div', { class: `d-flex flex-row justify-content-${mine ? 'end' : 'start'} mb-4` });
    row.append(...(mine ? [text, face] : [face, text]));
    log.append(row);
    const time = make('p', { class: 'small ms-3 mb-3 rounded-3 text-muted' }, clock());
    const habits: Habits = {
      paragraph: () =>
        make('p', { class: `small p-2 ms-3 mb-1 rounded-3 ${mine ? 'text-white bg-primary' : 'bg-body-tertiary'}` }),
    };
    return { text, show: (source: string) => text.replaceChildren(...render(source, habits), time) };
  };
  return {
    omit: '.text-muted',
    user: (source) => add(true).show(source),
    answer: () => {
      const { text, show } = add(false);
      return { show, place: () => text };
    },
  };
};

const worked: Habits = {
  code: (language, code) =>
    make(
      'div',
      { class: 'listing' },
      make('div', { class: 'listing-top' }, make('span', {}, language), make('span', { class: 'lnk' }, 'Copy')),
      make(
        'table',
        { class: 'lines' },
        make(
          'tbody',
          {},
          ...code
            .split('\n')
            .map((line, at) =>
              make(
                'tr',
                {},
                make('td', { class: 'line-number', 'data-line-number': String(at + 1) }, String(at + 1)),
                make('td', { class: 'line-code', style: 'white-space: pre' }, line),
              ),
            ),
        ),
      ),
    ),
  table: ([head = [], ...body]) =>
    make(
      'div',
      { class: 'grid-wrap' },
      make(
        'div',
        { class: 'grid-tools' },
        make('input', { type: 'search', placeholder: 'Filter' }),
        make('span', { class: 'lnk' }, 'Export CSV'),
      ),
      make(
        'table',
        { class: 'grid' },
        make('thead', {}, make('tr', {}, ...head.map((cell) => make('th', {}, cell)))),
        make('tbody', {}, ...body.map((cells) => make('tr', {}, ...cells.map((cell) => make('td', {}, cell))))),
      ),
      make('div', { class: 'grid-foot' }, `1–${body.length} of ${body.length}`),
    ),
};

/** Tables that can be filtered and taken away, and code in rows with their numbers. */
const worktables: Build = ({ log }) => {
  const add = (kind: string) => {
    const text = make('div', { class: 'copy' });
    log.append(
      make(
        'div',
        { class: `line line--${kind}` },
        make('div', { class: 'initials' }, kind.slice(0, 2).toUpperCase()),
        text,
      ),
    );
    return text;
  };
  return {
    omit: '.listing-top, .grid-tools, .grid-foot, .line-number',
    user: (source) => add('colleague').append(...render(source, worked)),
    answer: () => {
      const text = add('desk');
      return { show: (source) => text.replaceChildren(...render(source, worked)), place: () => text };
    },
  };
};

/** By day, then by who speaks: consecutive messages stand in one group; each says when it came and that it was read. */
const days: Build = ({ log }) => {
  const day = make('section', { class: 'day' }, make('h4', {}, 'Saturday, 28 November'));
  log.append(day);
  const add = (mine: boolean) => {
    const text = make('div', { class: 'copy' });
    const state = make('span', { class: 'tick' }, mine ? '✓✓ Read' : 'Delivered');
    day.append(
      make(
        'div',
        { class: 'group' },
        make('div', { class: 'who' }, mine ? 'Ida Berg' : 'Desk'),
        make(
          'div',
          { class: mine ? 'item item-sent' : 'item item-got' },
          text,
          make('div', { class: 'meta' }, clock(), ' ', state),
        ),
      ),
    );
    return text;
  };
  return {
    user: (source) => add(true).append(...render(source)),
    answer: () => {
      const text = add(false);
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

const STAIRS = 'With the yellow sign that stands by the lift.';

/** Two conversations in tabs: the other one stays in the page, and is not shown. */
const tabs: Build = ({ root, log, form }) => {
  const bar = make(
    'div',
    { role: 'tablist' },
    make('div', { role: 'tab' }, 'Stairs'),
    make('div', { role: 'tab' }, 'New talk'),
  );
  const pane = (shown: boolean, ...more: Node[]) =>
    make('div', { role: 'tabpanel', class: 'pane', ...(shown ? {} : { style: 'display: none' }) }, ...more);
  const row = (kind: string, ...text: (Node | string)[]) =>
    make('div', { class: `say say-${kind}` }, make('div', { class: 'txt' }, ...text));
  const other = pane(false, row('a', 'How do I mark wet stairs?'), row('b', STAIRS));
  root.replaceChildren(bar, other, pane(true, log), form);
  const add = (kind: string) => {
    const added = row(kind);
    log.append(added);
    return added.firstElementChild as HTMLElement;
  };
  return {
    elsewhere: [STAIRS],
    user: (source) => add('a').append(...render(source)),
    answer: () => {
      const text = add('b');
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

/** A list of turns, in which a line says what was looked through; what a firm adds to each answer stands in small print. */
const listed: Build = ({ root, log, form }) => {
  const list = make('ol', { class: 'talk' });
  root.replaceChildren(list, form);
  log.remove();
  const add = (kind: string, ...more: Node[]) => {
    const text = make('div', { class: 'words' });
    list.append(make('li', { class: `turn turn-${kind}` }, ...more, text));
    return text;
  };
  let files = 12;
  return {
    user: (source) => add('person').append(...render(source)),
    answer: () => {
      const text = add('desk', make('div', { class: 'found' }, `Looked through ${++files} files of the archive`));
      const note = make('p', { class: 'fine' }, 'For use in the house only. Do not send on.');
      return {
        show: (source, ended) => {
          text.replaceChildren(...render(source));
          if (ended) text.after(note);
        },
        place: () => text,
      };
    },
  };
};

export const OFFICE: Record<string, Build> = { bubbles, worktables, days, tabs, listed };
