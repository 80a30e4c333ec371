/** Desks unlike the others: from right to left, in cells of a sheet, as cards with the question in their head, in fields. */
import { make } from '../../runtime/dom.ts';
import type { Build } from '../desk.ts';
import { render } from '../render.ts';

/** From right to left, in cards with a title, a kicker and a foot; the question is a quotation. */
const rightToLeft: Build = ({ root, log }) => {
  root.dir = 'rtl';
  let nth = 0;
  return {
    omit: 'header, footer',
    user: (source) => log.append(make('blockquote', { class: 'qq' }, ...render(source))),
    answer: () => {
      const text = make('section');
      const card = make(
        'article',
        { class: 'leaf', style: 'border: 1px solid silver; padding: 8px' },
        make('header', {}, make('h6', {}, `כרטיס ${++nth}`), make('small', {}, 'נכתב על ידי מערכת')),
        text,
        make('footer', {}, make('span', {}, 'לבדוק לפני שליחה'), make('button', {}, 'העתקה')),
      );
      log.append(card);
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

/** A sheet: each question makes a row, and its answer stands in the cell beside it. */
const sheet: Build = ({ log }) => {
  const body = make('tbody');
  log.append(
    make(
      'table',
      { class: 'sheet', border: '1' },
      make('thead', {}, make('tr', {}, make('th', {}, '#'), make('th', {}, 'Question'), make('th', {}, 'Result'))),
      body,
    ),
  );
  let cell: HTMLElement;
  return {
    user: (source) => {
      cell = make('td', { 'data-col': 'result' });
      const number = String(body.children.length + 1);
      body.append(
        make('tr', {}, make('td', {}, number), make('td', { 'data-col': 'question' }, ...render(source)), cell),
      );
    },
    answer: () => {
      const own = cell;
      return { show: (source) => own.replaceChildren(...render(source)), place: () => own };
    },
  };
};

/** Cards, the newest at the top, with the question as the title of each. */
const titled: Build = ({ root, log, form }) => {
  root.prepend(form);
  let body: HTMLElement;
  return {
    omit: '.strip',
    user: (source) => {
      body = make('div', { class: 'txt' });
      log.prepend(
        make(
          'li',
          { class: 'paper' },
          make('div', { class: 'ttl' }, ...render(source)),
          make('div', { class: 'in' }, body),
        ),
      );
    },
    answer: () => {
      const own = body;
      return {
        show: (source, ended) => {
          own.replaceChildren(...render(source));
          if (ended) own.parentElement?.append(make('div', { class: 'strip' }, 'Shared with nobody'));
        },
        place: () => own,
      };
    },
  };
};

/** A paper that one may write in: questions are its headings, and each answer is a field of its own. */
const fields: Build = ({ log }) => ({
  user: (source) => log.append(make('div', { class: 'ask-line' }, make('i', {}, '→ '), ...render(source))),
  answer: () => {
    const text = make('div', { class: 'block', contenteditable: 'true', spellcheck: 'false' });
    log.append(make('div', { class: 'handle' }, make('button', { title: 'Move' }, '⠿'), text));
    return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
  },
});

/** Rows written as markup, all of them with each word; only the last few are in the page. */
const markup: Build = ({ log }) => {
  const turns: [who: string, source: string][] = [];
  const grid = make('div', { role: 'grid', 'aria-label': 'Talk' });
  log.append(grid);
  const draw = () => {
    const first = Math.max(0, turns.length - 6);
    grid.innerHTML = turns
      .slice(first)
      .map(([who, source], at) => {
        const text = render(source)
          .map(({ outerHTML }) => outerHTML)
          .join('');
        return `<div role="row" aria-rowindex="${first + at + 1}"><div role="gridcell" class="w">${who}</div><div role="gridcell" class="t">${text}</div></div>`;
      })
      .join('');
  };
  const add = (who: string, source: string) => {
    turns.push([who, source]);
    draw();
    return turns.length;
  };
  return {
    user: (source) => void add('Ida', source),
    answer: () => {
      const index = add('Oracle', '');
      return {
        show: (source) => {
          turns[index - 1] = ['Oracle', source];
          draw();
        },
        place: () => grid.querySelector(`[aria-rowindex="${index}"] > .t`) ?? undefined,
      };
    },
  };
};

export const UNLIKE: Record<string, Build> = { 'right-to-left': rightToLeft, sheet, titled, fields, markup };
