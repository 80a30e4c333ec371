/** Desks whose answers change as they come: raw until they are complete, folded, made again, thought first in the same place. */
import { make } from '../../../runtime/dom.ts';
import type { Build } from '../../desk.ts';
import { render } from '../../render.ts';

/** Each answer stands in an element that folds, which is open; the question is its heading's neighbour. */
const folded: Build = ({ log }) => {
  let nth = 0;
  return {
    user: (source) => log.append(make('div', { class: 'ask-row' }, ...render(source))),
    answer: () => {
      const text = make('div', { class: 'unfolds' });
      log.append(make('details', { open: '' }, make('summary', {}, `Answer ${++nth}`), text));
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

/** The source is shown as it comes, and drawn as Markdown only once it is complete, in another element. */
const raw: Build = ({ log }) => {
  const add = (mine: boolean) => {
    const turn = make('div', { class: mine ? 'msg msg-own' : 'msg msg-reply' });
    log.append(turn);
    return turn;
  };
  return {
    user: (source) => add(true).append(make('div', { class: 'plain', style: 'white-space: pre-wrap' }, source)),
    answer: () => {
      const turn = add(false);
      const source = make('div', { class: 'stream', style: 'white-space: pre-wrap' });
      turn.append(source);
      const drawn = make('div', { class: 'drawn' });
      return {
        show: (text, ended) => {
          source.textContent = text;
          if (!ended) return;
          drawn.append(...render(text));
          source.replaceWith(drawn);
        },
        place: () => (drawn.isConnected ? drawn : source),
      };
    },
  };
};

/** All of an answer is written as markup with each word, and so is who speaks, in a table of the firm's own. */
const ledger: Build = ({ log }) => {
  const body = make('tbody');
  log.append(make('table', { width: '100%', cellpadding: '4' }, body));
  const add = (who: string) => {
    const cell = make('td', { valign: 'top' });
    const row = make('tr', {}, make('td', { width: '80', valign: 'top' }, make('b', {}, who)), cell);
    row.append(make('td', { width: '60' }, make('font', { color: 'gray', size: '1' }, '28/11')));
    body.append(row);
    return cell;
  };
  return {
    user: (source) => add('Berg, Ida').append(...render(source)),
    answer: () => {
      const cell = add('HALL-BOT');
      return {
        show: (source) => {
          cell.innerHTML = render(source)
            .map(({ outerHTML }) => outerHTML)
            .join('');
        },
        place: () => cell,
      };
    },
  };
};

/** What it thinks comes into the place of the answer, in grey; once it knows, that is folded away above it. */
const musing: Build = ({ log }) => {
  const add = (who: string) => {
    const turn = make('article', { class: 'note', 'data-who': who });
    log.append(turn);
    return turn;
  };
  return {
    omit: '.mused',
    user: (source) => add('me').append(...render(source)),
    answer: () => {
      const turn = add('it');
      const thought = make('div', { class: 'mused', style: 'color: gray' });
      turn.append(thought);
      const text = make('div', { class: 'known' });
      const words = 'They want something from the plan, so it is the plan that I look at, and then at the list of May.';
      for (const [at, word] of words.split(' ').entries()) setTimeout(() => thought.append(`${word} `), 12 * at);
      return {
        show: (source) => {
          if (!text.isConnected) {
            thought.replaceChildren(make('span', {}, 'Thought for 2 s'), ' ▸');
            turn.append(text);
          }
          text.replaceChildren(...render(source));
        },
        place: () => text,
      };
    },
  };
};

/** The first version is taken away half a second after it is complete, and the answer is made once more in its place. */
const again: Build = ({ log }) => {
  const add = (kind: string) => {
    const text = make('div', { class: 'bubble-text' });
    const foot = make('div', { class: 'bubble-foot' });
    log.append(make('div', { class: `bubble ${kind}` }, text, foot));
    return { text, foot };
  };
  return {
    user: (source) => add('from-staff').text.append(...render(source)),
    answer: () => {
      const { text, foot } = add('from-desk');
      const page = make('span', {}, '1 / 1');
      foot.append(
        make('button', { 'aria-label': 'Previous' }, '‹'),
        page,
        make('button', { 'aria-label': 'Next' }, '›'),
      );
      let tries = 0;
      return {
        show: (source) => {
          if (tries++ === 6) {
            text.replaceChildren();
            page.textContent = '2 / 2';
          }
          text.replaceChildren(...render(source));
        },
        place: () => text,
      };
    },
  };
};

export const FOLDED: Record<string, Build> = { folded, raw, ledger, musing, again };
