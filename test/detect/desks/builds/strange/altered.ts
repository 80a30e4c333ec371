/** Desks that show another form of what was written: the question in better type, each thread twice, texts as cards. */
import { make } from '../../../runtime/dom.ts';
import type { Build } from '../../desk.ts';
import { type Habits, render } from '../../render.ts';

/** As a page sets what one typed: quotes and dashes of print, without marks and paragraphs, and without the last sign. */
const inPrint = (source: string): string =>
  source
    .replace(/```\w*\n|```|[*`#>|]|^[-\d.]+ /gm, '')
    .replace(/\s+/g, ' ')
    .replace(/'/g, '’')
    .replace(/"([^"]*)"/g, '“$1”')
    .replace(/[?？.!]$/, '')
    .trim();

/** The question is shown in better type than it was written in, and built as the answer is; no name says whose it is. */
const inType: Build = ({ log }) => {
  const people: string[] = [];
  const add = (kind: string) => {
    const text = make('div', { class: 'tx' });
    log.append(make('div', { class: `e ${kind}` }, text));
    return text;
  };
  return {
    people,
    user: (source) => {
      people.push(inPrint(source));
      add('e2').append(make('p', {}, inPrint(source)));
    },
    answer: () => {
      const text = add('e1');
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

/** The thread is in the page twice: first as narrow screens show it, which is hidden, then as wide ones do. */
const twice: Build = ({ log }) => {
  const narrow = make('ol', { class: 'for-narrow' });
  const wide = make('div', { class: 'for-wide' });
  const style = '.for-wide{display:none} @media(min-width:700px){.for-narrow{display:none}.for-wide{display:block}}';
  log.append(make('style', {}, style), narrow, wide);
  const add = (mine: boolean) => {
    const [small, large] = [make('div', { class: 'sm-text' }), make('div', { class: 'lg-text' })];
    narrow.append(make('li', { class: mine ? 'sm-own' : 'sm-out' }, small));
    const name = make('div', { class: 'lg-name' }, mine ? 'Ines' : 'Depot');
    wide.append(make('div', { class: mine ? 'lg own' : 'lg out' }, name, large));
    const fill = (source: string) => {
      small.replaceChildren(...render(source));
      large.replaceChildren(...render(source));
    };
    return { large, fill };
  };
  return {
    user: (source) => add(true).fill(source),
    answer: () => {
      const { large, fill } = add(false);
      return { show: fill, place: () => large };
    },
  };
};

const carded: Habits = {
  paragraph: () => make('div', { class: 'ac-text', style: 'overflow-wrap: anywhere' }),
  code: (_, code) => make('div', { class: 'ac-mono', style: 'white-space: pre; font-family: monospace' }, code),
  table: (rows) =>
    make(
      'div',
      { class: 'ac-set' },
      ...rows.map((cells) =>
        make('div', { class: 'ac-cols', style: 'display: flex' }, ...cells.map((cell) => make('div', {}, cell))),
      ),
    ),
};
const HIDDEN = 'position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)';

/** What comes is a bubble that says what the machine does; then a card in its place, made of boxes and with buttons. */
const asCard: Build = ({ log }) => {
  log.setAttribute('role', 'feed');
  let nth = 0;
  const activity = (from: string, content: HTMLElement) => {
    const said = make('div', { style: HIDDEN }, `${from} said:`);
    const row = make('article', { class: 'act', 'aria-posinset': String(++nth), 'aria-setsize': '-1' }, said, content);
    log.append(row, make('div', { class: 'act-time' }, 'Just now'));
  };
  return {
    user: (source) => activity('You', make('div', { class: 'act-bubble own' }, ...render(source))),
    answer: () => {
      const state = make('div', { class: 'act-bubble' }, 'Looking into the handbook…');
      const text = make('div', { class: 'ac-box' });
      activity('Guide', state);
      return {
        show: (source, ended) => {
          if (state.isConnected) state.replaceWith(make('div', { class: 'ac-card', tabindex: '0' }, text));
          text.replaceChildren(...render(source, carded));
          if (ended) text.after(make('div', { class: 'ac-acts' }, make('button', {}, 'Open the page')));
        },
        place: () => text,
      };
    },
  };
};

export const ALTERED: Record<string, Build> = { 'in-type': inType, twice, 'as-card': asCard };
