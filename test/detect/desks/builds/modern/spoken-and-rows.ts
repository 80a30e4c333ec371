/** Desks that hear, that write mail into a field, and that fill the rows of a table. */
import { make } from '../../../runtime/dom.ts';
import type { Build } from '../../desk.ts';
import { render } from '../../render.ts';

/** A transcript of what is said: also the words of the one who asks come one by one, and are put right at the end. */
const transcript: Build = ({ log }) => {
  const add = (who: string) => {
    const text = make('span', { class: 'tr-words' });
    log.append(make('div', { class: 'tr-line' }, make('span', { class: 'tr-who' }, who), text));
    return text;
  };
  return {
    user: (source) => {
      const text = add('You');
      const words = source.replace(/\s+/g, ' ').split(' ');
      for (const at of words.keys())
        setTimeout(() => {
          text.textContent =
            at < words.length - 1
              ? words
                  .slice(0, at + 1)
                  .join(' ')
                  .toLowerCase()
              : words.join(' ');
        }, 14 * at);
    },
    answer: () => {
      let text: HTMLElement | undefined;
      return {
        show: (source) => {
          text ??= add('Voice');
          text.textContent = source.replace(/[*`#|]/g, '').replace(/\s+/g, ' ');
        },
        place: () => text,
      };
    },
  };
};

/** A mail is written into an editor: one draft after the other, each with its number, and a button that puts it in. */
const composer: Build = ({ log }) => {
  let nth = 0;
  return {
    user: (source) =>
      log.append(make('div', { class: 'cp-task' }, make('span', { class: 'cp-what' }, 'Task: '), source)),
    answer: () => {
      const text = make('div', {
        class: 'cp-edit',
        contenteditable: 'true',
        role: 'textbox',
        'aria-multiline': 'true',
      });
      const card = make('div', { class: 'cp-draft' }, make('div', { class: 'cp-head' }, `Draft ${++nth}`), text);
      log.append(card);
      return {
        show: (source, ended) => {
          text.replaceChildren(...render(source));
          if (ended)
            card.append(
              make(
                'div',
                {},
                make('button', {}, 'Insert'),
                make('button', {}, 'Shorter'),
                make('button', {}, 'Discard'),
              ),
            );
        },
        place: () => text,
      };
    },
  };
};

/** Each question is a row of a table that says how far it is; the last cell of the row is the answer. */
const rows: Build = ({ log }) => {
  const body = make('tbody');
  const head = ['No.', 'Input', 'State', 'Output'].map((title) => make('th', {}, title));
  log.append(make('table', { class: 'bulk' }, make('thead', {}, make('tr', {}, ...head)), body));
  let nth = 0;
  return {
    user: (source) => {
      const cells = [String(++nth), source, 'Queued', ''].map((words) => make('td', {}, words));
      body.append(make('tr', {}, ...cells));
    },
    answer: () => {
      const row = body.lastElementChild;
      const [state, text] = [row?.children[2], row?.children[3]];
      return {
        show: (source, ended) => {
          if (state) state.textContent = ended ? 'Done' : 'Running';
          text?.replaceChildren(...render(source));
        },
        place: () => text,
      };
    },
  };
};

/** Words come as pieces, each an element that stays, in lines that the page breaks itself; the line is drawn with the last one. */
const pieces: Build = ({ log }) => {
  const add = (kind: string) => {
    const text = make('div', { class: 'pc-text' });
    log.append(make('div', { class: `pc pc-${kind}`, tabindex: '-1' }, make('div', { class: 'pc-in' }, text)));
    return text;
  };
  return {
    user: (source) => add('1').append(...render(source)),
    answer: () => {
      const text = add('2');
      let shown = 0;
      return {
        show: (source, ended) => {
          if (ended) return text.replaceChildren(...render(source));
          text.append(make('span', {}, source.slice(shown)));
          shown = source.length;
        },
        place: () => text,
      };
    },
  };
};

export const HEARD: Record<string, Build> = { transcript, composer, rows, pieces };
