/** Desks that show the person's words in many ways. */
import { make } from '../../runtime/dom.ts';
import type { Build } from '../desk.ts';
import { render } from '../render.ts';

/** Both sides are drawn by the same renderer, in the same elements; the row says whose it is. */
const alike: Build = ({ log }) => {
  const add = (mine: boolean) => {
    const text = make('div', { class: 'markdown' });
    log.append(make('div', { class: mine ? 'row row-r' : 'row row-l' }, make('div', { class: 'box' }, text)));
    return text;
  };
  return {
    user: (source) => add(true).replaceChildren(...render(source)),
    answer: () => {
      const text = add(false);
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

/** Built alike, and only a picture tells. */
const faces: Build = ({ log }) => {
  const add = (mine: boolean) => {
    const text = make('div', { class: 'prose' });
    log.append(
      make('li', { class: 'item' }, make('img', { src: mine ? '/you.svg' : '/bulb.svg', alt: '', width: '18' }), text),
    );
    return text;
  };
  return {
    user: (source) => add(true).replaceChildren(...render(source)),
    answer: () => {
      const text = add(false);
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

/** A name, a file that was sent along, and the question cut short until somebody asks for the rest. */
const shortened: Build = ({ log }) => ({
  user: (source) => {
    const plain = source.replace(/[*`#>|]/g, '');
    const cut = plain.length > 120 ? `${plain.slice(0, 110)}…` : plain;
    log.append(
      make(
        'div',
        { class: 'q' },
        make('span', { class: 'nick' }, 'Ida Berg'),
        make('div', { class: 'chip' }, 'draft-notice.docx', make('small', {}, '24 KB')),
        make('div', { class: 'words', style: 'white-space: pre-wrap' }, cut),
        ...(plain.length > 120 ? [make('a', { href: '#' }, 'Show more')] : []),
      ),
    );
  },
  answer: () => {
    const text = make('div', { class: 'words' });
    log.append(make('div', { class: 'a' }, make('span', { class: 'nick' }, 'Desk'), text));
    return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
  },
});

/** The question stands in the head of each exchange, and once more as a quotation above the answer. */
const quoted: Build = ({ log }) => {
  let open: HTMLElement = log;
  let asked = '';
  return {
    omit: '.ref',
    user: (source) => {
      asked = source;
      open = make('div', { class: 'pair' }, make('div', { class: 'head' }, ...render(source)));
      log.append(open);
    },
    answer: () => {
      const text = make('div', { class: 'body' });
      const first =
        asked
          .split('\n')[0]
          ?.replace(/[*#>`]/g, '')
          .trim() ?? '';
      const ref = make('blockquote', { class: 'ref' }, first);
      text.append(ref);
      open.append(text);
      return { show: (source) => text.replaceChildren(ref, ...render(source)), place: () => text };
    },
  };
};

/** Bubbles without a name: where they stand is all that tells. */
const sides: Build = ({ log }) => {
  const add = (mine: boolean) => {
    const text = make('div', { style: 'border-radius: 9px; padding: 6px' });
    log.append(make('div', { style: `display: flex; justify-content: ${mine ? 'flex-end' : 'flex-start'}` }, text));
    return text;
  };
  return {
    user: (source) => add(true).replaceChildren(...render(source)),
    answer: () => {
      const text = add(false);
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

export const PEOPLE: Record<string, Build> = { alike, faces, shortened, quoted, sides };
