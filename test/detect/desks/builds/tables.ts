/** Desks whose tables are built in ways of their own. */
import { make } from '../../runtime/dom.ts';
import type { Build } from '../desk.ts';
import { type Habits, render } from '../render.ts';

type Rows = readonly (readonly string[])[];

/** Elements of their own, in a box that scrolls, with the head once more for when it sticks, and a link to take it along. */
const grid = (rows: Rows): HTMLElement => {
  const row = (cells: readonly string[], cell: string) =>
    make('x-row', { role: 'row' }, ...cells.map((text) => make('x-cell', { role: cell }, text)));
  const [head = [], ...body] = rows;
  return make(
    'x-frame',
    {},
    make('x-sticky', { 'aria-hidden': 'true', style: 'display: none' }, row(head, 'cell')),
    make('x-grid', { role: 'table' }, row(head, 'columnheader'), ...body.map((cells) => row(cells, 'cell'))),
    make('button', {}, 'Download CSV'),
  );
};

const scrolled = (rows: Rows): HTMLElement => {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[], tag: string) => make('tr', {}, ...cells.map((cell) => make(tag, {}, cell)));
  const table = make('table', {}, make('tbody', {}, line(head, 'th'), ...body.map((cells) => line(cells, 'td'))));
  return make(
    'div',
    { class: 'sheet' },
    make('div', { class: 'sheet-bar' }, make('span', {}, 'Table'), make('a', { href: '#csv' }, 'Download')),
    make('div', { class: 'sheet-scroll', style: 'overflow: auto' }, table),
  );
};

/** Rows of divs, as grids in CSS. */
const divs = (rows: Rows): HTMLElement =>
  make(
    'div',
    { class: 'g', style: 'display: grid; grid-template-columns: 1fr 1fr 1fr' },
    ...rows.flatMap((cells) => cells.map((cell) => make('div', { class: 'c' }, cell))),
  );

const desk =
  (habits: Habits, kinds: [string, string], omit?: string): Build =>
  ({ log }) => {
    const add = (kind: string) => {
      const body = make('div', { class: 'text' });
      log.append(
        make('div', { class: `bubble ${kind}` }, make('img', { src: `/${kind}.png`, alt: '', width: '20' }), body),
      );
      return body;
    };
    return {
      ...(omit ? { omit } : {}),
      user: (source) => add(kinds[0]).replaceChildren(...render(source, habits)),
      answer: () => {
        const body = add(kinds[1]);
        // Blocks that stand are left alone: only the last one is drawn anew.
        let drawn: HTMLElement[] = [];
        const show = (source: string) => {
          const now = render(source, habits);
          const same = now.findIndex((block, at) => drawn[at]?.outerHTML !== block.outerHTML);
          if (same < 0) return;
          for (const block of drawn.slice(same)) block.remove();
          body.append(...now.slice(same));
          drawn = [...drawn.slice(0, same), ...now.slice(same)];
        };
        return { show, place: () => body };
      },
    };
  };

export const TABLES: Record<string, Build> = {
  'grid-elements': desk({ table: grid }, ['asks', 'says'], 'x-sticky'),
  'scrolled-table': desk({ table: scrolled }, ['mine', 'desk'], '.sheet-bar'),
  'grid-divs': desk({ table: divs, paragraph: () => make('div', { class: 'para' }) }, ['right', 'left']),
};
