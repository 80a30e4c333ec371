/** Desks that draw more anew than what came. */
import { make } from '../../runtime/dom.ts';
import type { Build, Desk } from '../desk.ts';
import { render } from '../render.ts';

interface Turn {
  mine: boolean;
  source: string;
}

/** All turns are drawn anew at each token, by `draw`. */
const anew =
  (draw: (turns: readonly Turn[]) => Node[], find: (log: Element, at: number) => Element | undefined): Build =>
  ({ log }): Desk => {
    const turns: Turn[] = [];
    const put = () => log.replaceChildren(...draw(turns));
    return {
      user: (source) => {
        turns.push({ mine: true, source });
        put();
      },
      answer: () => {
        const at = turns.push({ mine: false, source: '' }) - 1;
        return {
          show: (source) => {
            turns[at] = { mine: false, source };
            put();
          },
          place: () => find(log, at),
        };
      },
    };
  };

const wholesale = anew(
  (turns) =>
    turns.map(({ mine, source }) =>
      make(
        'div',
        { class: mine ? 'card card--in' : 'card card--out' },
        make('b', {}, mine ? 'You' : 'Desk'),
        make('div', { class: 'card__text' }, ...render(source)),
      ),
    ),
  (log, at) => log.children[at]?.lastElementChild ?? undefined,
);

/** A list of terms, without a class anywhere. */
const bare = anew(
  (turns) => [make('dl', {}, ...turns.map(({ mine, source }) => make(mine ? 'dt' : 'dd', {}, ...render(source))))],
  (log, at) => log.firstElementChild?.children[at],
);

/** The answer's own element is another one after each token. */
const swapped: Build = ({ log }) => ({
  user: (source) => log.append(make('p', { class: 'ask' }, source)),
  answer: () => {
    let now = make('div', { class: 'ans' });
    log.append(now);
    return {
      show: (source) => {
        const next = make('div', { class: 'ans' }, ...render(source));
        now.replaceWith(next);
        now = next;
      },
      place: () => now,
    };
  },
});

/** Plain text with line breaks, in one node that is set anew. */
const plain: Build = ({ log }) => {
  const add = (kind: string) => {
    const text = make('span', { style: 'white-space: pre-wrap' });
    log.append(make('div', { class: kind }, text));
    return text;
  };
  const words = (source: string) => source.replace(/[*`#]/g, '');
  return {
    user: (source) => add('l1').append(words(source)),
    answer: () => {
      const text = add('l2');
      return {
        show: (source) => {
          text.textContent = words(source);
        },
        place: () => text,
      };
    },
  };
};

export const DRAWN_ANEW: Record<string, Build> = { wholesale, bare, swapped, plain };
