/** Desks whose turns stand in unusual places: newest first, in shadow roots, only a few at a time. */
import { make } from '../../runtime/dom.ts';
import type { Build } from '../desk.ts';
import { render } from '../render.ts';

/** The newest turn comes first in the page's own order. */
const newestFirst: Build = ({ log }) => {
  log.style.cssText = 'display: flex; flex-direction: column-reverse';
  const add = (kind: string) => {
    const text = make('div', { class: 'said' });
    log.prepend(make('div', { class: `row ${kind}` }, make('span', { class: 'dot' }), text));
    return text;
  };
  return {
    user: (source) => add('question-row').append(...render(source)),
    answer: () => {
      const text = add('bot-row');
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

/** Each turn is a component with a root of its own, in a component. */
const components: Build = ({ root, log, form }) => {
  const shell = make('desk-shell');
  const inner = shell.attachShadow({ mode: 'open' });
  inner.append(log);
  root.replaceChildren(shell, form);
  const add = (tag: string) => {
    const host = make(tag);
    const text = make('div', { part: 'text' });
    host
      .attachShadow({ mode: 'open' })
      .append(make('style', {}, ':host { display: block }'), make('slot', { name: 'name' }), text);
    log.append(host);
    return text;
  };
  return {
    user: (source) => add('desk-question').append(...render(source)),
    answer: () => {
      const text = add('desk-answer');
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

const MOST_SHOWN = 4;
const HEIGHT = 120;

/** Only the last turns are in the page, each put where it belongs; rows are used again. */
const windowed: Build = ({ log }) => {
  log.style.cssText = 'position: relative; height: 480px; overflow: auto';
  const turns: { mine: boolean; source: string }[] = [];
  const rows = new Map<number, HTMLElement>();
  const rowOf = (at: number, mine: boolean): HTMLElement => {
    const row =
      rows.get(at) ??
      make('div', { 'data-index': String(at), 'data-from': mine ? 'user' : 'desk' }, make('div', { class: 'cell' }));
    if (!rows.has(at)) log.append(row);
    rows.set(at, row);
    return row;
  };
  const draw = () => {
    const first = Math.max(0, turns.length - MOST_SHOWN);
    for (const [at, row] of rows) if (at < first && rows.delete(at)) row.remove();
    for (const [at, { mine, source }] of turns.entries()) {
      if (at < first) continue;
      const row = rowOf(at, mine);
      row.style.cssText = `position: absolute; top: ${(at - first) * HEIGHT}px`;
      row.firstElementChild?.replaceChildren(...render(source));
    }
  };
  return {
    user: (source) => {
      turns.push({ mine: true, source });
      draw();
    },
    answer: () => {
      const at = turns.push({ mine: false, source: '' }) - 1;
      return {
        show: (source) => {
          turns[at] = { mine: false, source };
          draw();
        },
        place: () => rows.get(at)?.firstElementChild ?? undefined,
      };
    },
  };
};

const ROWS = 5;

/** A few rows for all turns, moved to where the last ones belong: what held one turn holds another one next. */
const recycled: Build = ({ log }) => {
  log.style.cssText = 'position: relative; height: 600px; overflow: hidden';
  const turns: { mine: boolean; source: string }[] = [];
  const rows = Array.from({ length: ROWS }, () =>
    make('div', { class: 'slot' }, make('div', { class: 'who' }), make('div', { class: 'says' })),
  );
  const fill = (row: HTMLElement, at: number, { mine, source }: (typeof turns)[number]) => {
    if (row.dataset.shows === `${at} ${source}`) return;
    row.dataset.shows = `${at} ${source}`;
    row.dataset.by = mine ? 'person' : 'desk';
    row.style.cssText = `position: absolute; transform: translateY(${at * HEIGHT}px)`;
    row.firstElementChild?.replaceChildren(mine ? 'You' : 'Desk');
    row.lastElementChild?.replaceChildren(...render(source));
    if (!row.isConnected) log.append(row);
  };
  const draw = () => {
    for (const [at, turn] of turns.entries()) {
      const row = at >= turns.length - ROWS ? rows[at % ROWS] : undefined;
      if (row) fill(row, at, turn);
    }
  };
  const placeOf = (at: number) => {
    const row = rows[at % ROWS];
    return row?.dataset.shows?.startsWith(`${at} `) ? (row.lastElementChild ?? undefined) : undefined;
  };
  return {
    user: (source) => {
      turns.push({ mine: true, source });
      draw();
    },
    answer: () => {
      const at = turns.push({ mine: false, source: '' }) - 1;
      draw();
      return {
        show: (source) => {
          turns[at] = { mine: false, source };
          draw();
        },
        place: () => placeOf(at),
      };
    },
  };
};

export const PLACED: Record<string, Build> = { 'newest-first': newestFirst, components, windowed, recycled };
