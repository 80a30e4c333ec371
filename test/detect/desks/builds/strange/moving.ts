/** Desks whose answers move or change on their way: into the list at the end, from the start once more, all parts at once. */
import { make } from '../../../runtime/dom.ts';
import type { Answer, Build } from '../../desk.ts';
import { render } from '../../render.ts';
import { SAID } from '../../words.ts';

/** What comes stands below the list; once it is complete, that is emptied, and the list has one turn more. */
const landing: Build = ({ log }) => {
  const list = make('ul', { class: 'past' });
  const coming = make('div', { class: 'coming' });
  log.append(list, coming);
  const add = (name: string, source: string) => {
    const text = make('div', { class: 'past-text' }, ...render(source));
    list.append(make('li', {}, make('img', { src: `/${name}.png`, alt: name, width: '24', height: '24' }), text));
    return text;
  };
  return {
    user: (source) => void add('me', source),
    answer: () => {
      let text = make('div', { class: 'coming-text' });
      coming.replaceChildren(make('span', { class: 'busy' }, 'Writing…'), text);
      return {
        show: (source, ended) => {
          if (!ended) return text.replaceChildren(...render(source));
          coming.replaceChildren();
          text = add('guide', source);
        },
        place: () => text,
      };
    },
  };
};

const LONG = 90;
const LOST_MS = 900;

/** A long answer breaks off: a banner says so, and after a while it comes once more, in a turn of its own, from its first word. */
const lost: Build = ({ log }) => {
  const add = (kind: string) => {
    const text = make('div', { class: 'tt' });
    const turn = make('div', { class: `tn tn-${kind}` }, text);
    log.append(turn);
    return { text, turn };
  };
  return {
    user: (source) => add('p').text.append(...render(source)),
    answer: () => {
      let { text, turn } = add('m');
      let brokeAt = 0;
      const again = () => {
        turn.remove();
        ({ text, turn } = add('m'));
      };
      return {
        show: (source, ended) => {
          if (source.length > LONG && !brokeAt) {
            brokeAt = Date.now();
            const banner = make(
              'div',
              { class: 'banner' },
              'The connection was lost. ',
              make('button', {}, 'Try again'),
            );
            turn.append(banner);
          }
          if (brokeAt && turn.querySelector('.banner')) {
            if (Date.now() - brokeAt < LOST_MS && !ended) return;
            again();
          }
          text.replaceChildren(...render(source));
        },
        place: () => text,
      };
    },
  };
};

const letters = (text: string) => text.replace(/\s+/g, '');
/** All of the answer to a question, for a page whose server knows more than the words that have come. */
const answerTo = (asked: string): string =>
  Object.values(SAID)
    .flat()
    .find(({ asks }) => letters(asks) === letters(asked))?.answers ?? '';

/** The parts of an answer are written at the same time, each in its own place. */
const atOnce: Build = ({ log }) => {
  let asked = '';
  const add = (kind: string) => {
    const text = make('div', { class: 'report' });
    log.append(make('div', { class: `box box-${kind}` }, text));
    return text;
  };
  return {
    user: (source) => {
      asked = source;
      add('wish').append(...render(source));
    },
    answer: () => {
      const text = add('report');
      const whole = answerTo(asked);
      const parts = whole.split('\n\n');
      const slots = parts.map(() => make('section', { class: 'slot' }));
      text.append(...slots);
      return {
        show: (source, ended) => {
          const share = ended ? 1 : source.length / whole.length;
          for (const [at, part] of parts.entries())
            slots[at]?.replaceChildren(...render(part.slice(0, Math.ceil(share * part.length))));
        },
        place: () => text,
      };
    },
  };
};

const WORD_MS = 90;

/** Once an answer is complete it is read out: each of its words is marked in turn, and a button stops that. */
const aloud: Build = ({ log }) => {
  const add = (kind: string) => {
    const text = make('div', { class: 'v-text' });
    const turn = make('div', { class: `v v-${kind}` }, text);
    log.append(turn);
    return { text, turn };
  };
  const read = (text: HTMLElement, bar: HTMLElement) => {
    const nodes = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const words: Range[] = [];
    while (nodes.nextNode())
      for (const { index, 0: word } of nodes.currentNode.textContent?.matchAll(/\S+/g) ?? []) {
        const range = new Range();
        range.setStart(nodes.currentNode, index);
        range.setEnd(nodes.currentNode, index + word.length);
        words.push(range);
      }
    for (const [at, word] of words.slice(0, 40).entries())
      setTimeout(() => {
        const mark = make('mark');
        word.surroundContents(mark);
        setTimeout(() => {
          mark.replaceWith(...mark.childNodes);
          if (at === Math.min(words.length, 40) - 1) bar.replaceChildren();
        }, WORD_MS);
      }, WORD_MS * at);
  };
  return {
    user: (source) => add('you').text.append(...render(source)),
    answer: (): Answer => {
      const { text, turn } = add('it');
      return {
        show: (source, ended) => {
          text.replaceChildren(...render(source));
          if (!ended) return;
          const bar = make('div', { class: 'v-bar' }, make('button', { 'aria-label': 'Stop reading' }, '■'));
          turn.append(bar);
          read(text, bar);
        },
        place: () => text,
      };
    },
  };
};

/** First a plan, whose steps are ticked as they are done and say how long they took; below it what came out. */
const plan: Build = ({ log }) => {
  const add = (kind: string) => {
    const turn = make('div', { class: `ag ag-${kind}` });
    log.append(turn);
    return turn;
  };
  return {
    user: (source) => add('human').append(...render(source)),
    answer: () => {
      const turn = add('agent');
      const steps = make('ul', { class: 'ag-plan' });
      const text = make('div', { class: 'ag-result' });
      turn.append(steps, text);
      const step = (words: string, doneMs: number) => {
        const state = make('span', { class: 'ag-state' }, 'running');
        const item = make('li', {}, '☐ ', words, ' ', state);
        steps.append(item);
        setTimeout(() => item.replaceChildren('☑ ', words, ' ', `done in ${doneMs} ms`), doneMs);
      };
      step('Find the page in the handbook', 150);
      step('Compare it with the last audit', 280);
      return {
        waits: (on) => on && step('Look into the shipping system', 2_500),
        show: (source) => text.replaceChildren(...render(source)),
        place: () => text,
      };
    },
  };
};

export const MOVING: Record<string, Build> = { landing, lost, 'at-once': atOnce, aloud, plan };
