/** Desks of components: turns with slots, rows that are used again, lines whose time runs, markup that is put in at the end. */
import { make } from '../../../runtime/dom.ts';
import type { Build } from '../../desk.ts';
import { type Habits, render } from '../../render.ts';

/** A list of items: a picture, a name, and how long ago it was, which is written anew as time goes by. */
const ago: Build = ({ root, log, form }) => {
  const list = make('ul', { class: 'feed' });
  log.remove();
  root.replaceChildren(list, form);
  const clocks: { at: number; time: HTMLElement }[] = [];
  setInterval(() => {
    for (const { at, time } of clocks) {
      const seconds = Math.round((Date.now() - at) / 1000);
      time.textContent = seconds < 3 ? 'just now' : `${seconds} seconds ago`;
    }
  }, 1_000);
  const add = (who: string) => {
    const text = make('div', { class: 'feed-text' });
    const time = make('time', { class: 'feed-time' }, 'just now');
    clocks.push({ at: Date.now(), time });
    const head = make('div', { class: 'feed-head' }, make('strong', {}, who), ' ', time);
    const face = make('span', { class: 'face', role: 'img', 'aria-label': who }, who.slice(0, 1));
    list.append(make('li', { class: 'feed-item' }, face, make('div', { class: 'feed-main' }, head, text)));
    return text;
  };
  return {
    user: (source) => add('Wanda Prins').append(...render(source)),
    answer: () => {
      const text = add('Atlas');
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

/** A component a turn: its name and its buttons are drawn inside, and its words are its children, one slot each. */
const parts: Build = ({ log }) => {
  const add = (kind: string, name: string) => {
    const host = make('ui-message', { kind });
    const shadow = host.attachShadow({ mode: 'open' });
    const bar = make('div', { part: 'bar' }, make('slot', { name: 'bar' }));
    shadow.append(
      make('style', {}, ':host{display:block} [part=who]{font-weight:bold}'),
      make('header', { part: 'who' }, name),
      make('section', { part: 'body' }, make('slot')),
      bar,
    );
    host.append(make('small', { slot: 'bar', class: 'fine' }, kind === 'in' ? 'Sent' : 'Helpful? Yes · No'));
    log.append(host);
    return host;
  };
  const fill = (host: HTMLElement, source: string) => {
    const bar = host.querySelector('[slot]');
    host.replaceChildren(...render(source), ...(bar ? [bar] : []));
  };
  return {
    omit: 'header, .fine',
    user: (source) => fill(add('in', 'You'), source),
    answer: () => {
      const host = add('out', 'Guide');
      return { show: (source) => fill(host, source), place: () => host };
    },
  };
};

const DRAWN = 5;
const ROW_PX = 240;

/** A list of which five rows are drawn: each stands where it belongs by its distance, and the oldest is used again for the next. */
const reused: Build = ({ log }) => {
  const inner = make('div', { style: 'position: relative' });
  log.setAttribute('style', 'height: 560px; overflow: auto');
  log.append(inner);
  const rows: HTMLElement[] = [];
  let nth = 0;
  const holders = new Map<HTMLElement, number>();
  const add = (kind: string) => {
    const row = nth < DRAWN ? make('div', { class: 'vl-row' }) : (rows[nth % DRAWN] ?? make('div'));
    if (nth < DRAWN) {
      rows.push(row);
      inner.append(row);
    }
    inner.style.height = `${(nth + 1) * ROW_PX}px`;
    row.setAttribute('style', `position: absolute; top: 0; width: 100%; transform: translateY(${nth * ROW_PX}px)`);
    row.setAttribute('data-index', String(nth));
    const text = make('div', { class: 'vl-text' });
    row.replaceChildren(make('div', { class: `vl-msg vl-${kind}` }, text));
    holders.set(row, nth++);
    return text;
  };
  return {
    user: (source) => add('q').append(...render(source)),
    answer: () => {
      const text = add('a');
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

const barred: Habits = {
  code: (language, code) => {
    const lines = code.split('\n');
    const numbers = make('span', { class: 'gutter', style: 'float: left; white-space: pre' });
    numbers.textContent = lines.map((_, at) => at + 1).join('\n');
    const tokens = code.split(/(\s+)/).map((word) => (word.trim() ? make('span', { class: 'tk' }, word) : word));
    return make(
      'figure',
      { class: 'cb' },
      make(
        'figcaption',
        {},
        make('span', {}, language || 'text'),
        make('button', {}, 'Copy'),
        make('a', {}, 'Download'),
      ),
      make('div', { class: 'cb-body' }, numbers, make('pre', {}, make('code', {}, ...tokens))),
    );
  },
  table: ([head = [], ...body]) => {
    const row = (cells: readonly string[], role: string) =>
      make(
        'div',
        { role: 'row', style: 'display: flex' },
        ...cells.map((cell) => make('div', { role, style: 'flex: 1' }, cell)),
      );
    return make(
      'div',
      { class: 'tb' },
      make('div', { class: 'tb-bar' }, make('span', {}, `${body.length} rows`), make('button', {}, 'Copy table')),
      make('div', { role: 'table' }, row(head, 'columnheader'), ...body.map((cells) => row(cells, 'cell'))),
    );
  },
};

/** Bars above code and tables, numbers of lines, words of code in elements of their own; questions by the same renderer. */
const bars: Build = ({ log }) => {
  const add = (kind: string) => {
    const text = make('div', { class: 'rt' });
    log.append(make('div', { class: `entry entry-${kind}` }, text));
    return text;
  };
  return {
    omit: 'figcaption, .gutter, .tb-bar',
    user: (source) => add('own').append(...render(source, barred)),
    answer: () => {
      const text = add('made');
      return { show: (source) => text.replaceChildren(...render(source, barred)), place: () => text };
    },
  };
};

/** A turn for the time being shows the source as it comes; when it is over, the server's own turn takes its place, drawn. */
const settled: Build = ({ log }) => {
  let key = 7_000;
  const turn = (mine: boolean, ...more: (Node | string)[]) => {
    const text = make('div', { class: 'ms-body' }, ...more);
    const row = make('div', { class: `ms ms-${mine ? 'a' : 'b'}`, 'data-mid': String(key++) }, text);
    return { row, text };
  };
  return {
    user: (source) => {
      const first = turn(true, make('span', { style: 'white-space: pre-wrap' }, source)).row;
      log.append(first);
      setTimeout(() => first.replaceWith(turn(true, ...render(source)).row), 150);
    },
    answer: () => {
      const { row, text } = turn(false);
      text.setAttribute('style', 'white-space: pre-wrap');
      let last = text;
      log.append(row);
      return {
        show: (source, ended) => {
          text.textContent = source;
          if (!ended) return;
          const final = turn(false, ...render(source));
          last = final.text;
          row.replaceWith(final.row);
        },
        place: () => last,
      };
    },
  };
};

export const ELEMENTS: Record<string, Build> = { ago, parts, reused, bars, settled };
