/** Desks whose conversation has a form of its own: each turn within the last, two at once, only the newest, the oldest later. */
import { make } from '../../../runtime/dom.ts';
import type { Answer, Build } from '../../desk.ts';
import { render } from '../../render.ts';
import { BEFORE } from '../../words.ts';

/** Each turn stands within the one that it answers: the first one holds all others. */
const nested: Build = ({ log }) => {
  let into = log;
  const add = (name: string) => {
    const words = make('div', { class: 'words' });
    const replies = make('div', { class: 'replies', style: 'margin-left: 12px; border-left: 1px solid silver' });
    const by = make('div', { class: 'by' }, make('b', {}, name), make('span', {}, ' just now · Reply'));
    into.append(make('div', { class: 'post' }, by, words, replies));
    into = replies;
    return words;
  };
  return {
    user: (source) => add('ines_d').append(...render(source)),
    answer: () => {
      const words = add('depot_helper');
      return { show: (source) => words.replaceChildren(...render(source)), place: () => words };
    },
  };
};

/** Two machines side by side, each with a thread of its own; who they are is told once one has chosen. */
const duel: Build = ({ log }) => {
  const column = (name: string) => {
    const head = make('h4', {}, name);
    const thread = make('div', { class: 'col-thread' });
    return { head, thread, box: make('section', { class: 'col', style: 'flex: 1' }, head, thread) };
  };
  const columns = [column('Model A'), column('Model B')] as const;
  const votes = make('div', { class: 'votes' });
  const stage = make('div', { style: 'display: flex; gap: 12px' }, ...columns.map(({ box }) => box));
  log.append(stage, votes);
  const add = (thread: HTMLElement, kind: string) => {
    const text = make('div', { class: 'say' });
    thread.append(make('div', { class: `it ${kind}` }, text));
    return text;
  };
  const leads = ['', 'In short:\n\n'];
  return {
    user: (source) => {
      votes.replaceChildren();
      for (const { thread } of columns) add(thread, 'it-ask').append(...render(source));
    },
    answer: () => {
      const texts = columns.map(({ thread }) => add(thread, 'it-out'));
      return {
        show: (source, ended) => {
          for (const [at, text] of texts.entries()) text.replaceChildren(...render(`${leads[at]}${source}`));
          if (!ended) return;
          const choices = ['A is better', 'B is better', 'Tie', 'Both are bad'];
          votes.replaceChildren(...choices.map((choice) => make('button', {}, choice)));
        },
        place: () => texts[0],
        places: () => texts,
      };
    },
  };
};

/** Once one asks again, what was said before shrinks to the line that one asked; its answer is no longer in the page. */
const shrinking: Build = ({ log }) => {
  let last: HTMLElement | undefined;
  let asked = '';
  return {
    user: (source) => {
      const line = make('div', { class: 'gone' }, `▸ ${asked.split('\n')[0]}`, make('span', {}, ' · 1 answer'));
      last?.replaceWith(line);
      asked = source;
      last = make('div', { class: 'exchange' }, make('div', { class: 'exchange-ask' }, ...render(source)));
      log.append(last);
    },
    answer: () => {
      const text = make('div', { class: 'exchange-say' });
      last?.append(text);
      return {
        show: (source) => text.replaceChildren(...render(source)),
        place: () => (text.isConnected ? text : undefined),
      };
    },
  };
};

/** While the second answer comes, older turns are fetched and put in above all others. */
const earlier: Build = ({ log }) => {
  const people: string[] = [];
  const old: HTMLElement[] = [];
  let nth = 0;
  const draw = (kind: string, source = '') => {
    const text = make('div', { class: 'msg-text' }, ...render(source));
    return { text, turn: make('div', { class: `msg ${kind}` }, make('div', { class: 'msg-in' }, text)) };
  };
  const fetched = () => {
    const turns: HTMLElement[] = [];
    for (const { asks, answers } of BEFORE) {
      const answer = draw('msg-theirs', answers);
      people.push(asks);
      old.push(answer.text);
      turns.push(draw('msg-mine', asks).turn, answer.turn);
    }
    log.prepend(...turns);
  };
  return {
    people,
    user: (source) => log.append(draw('msg-mine', source).turn),
    answer: (): Answer => {
      const { text, turn } = draw('msg-theirs');
      const first = nth++ === 0;
      log.append(turn);
      if (nth === 2) setTimeout(fetched, 500);
      return {
        show: (source) => text.replaceChildren(...render(source)),
        place: () => text,
        ...(first ? { places: () => [text, ...old] } : {}),
      };
    },
  };
};

export const THREADS: Record<string, Build> = { nested, duel, shrinking, earlier };
