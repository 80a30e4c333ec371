/** Desks that put much around an answer: sources, tools, notes, steps, what to ask next. */
import { make } from '../../../runtime/dom.ts';
import type { Build } from '../../desk.ts';
import { render } from '../../render.ts';

/** Marks of sources come with the words; cards of the sources stand above, what to ask next and the notes below. */
const chips: Build = ({ log }) => {
  const card = (at: number) =>
    make(
      'a',
      { class: 'src', href: `https://example.org/${at}` },
      make('span', { class: 'src-site' }, 'example.org'),
      make(
        'span',
        { class: 'src-title' },
        ['Handbook of the house', 'Plan for the year', 'Notes of the round'][at] ?? '',
      ),
    );
  return {
    omit: '.chip',
    user: (source) =>
      log.append(make('header', { class: 'th-q' }, make('h1', { style: 'white-space: pre-wrap' }, source))),
    answer: () => {
      const text = make('div', { class: 'th-text' });
      const sources = make('div', { class: 'th-src' }, make('div', {}, 'Searching…'));
      const turn = make('section', { class: 'th' }, sources, text);
      log.append(turn);
      setTimeout(() => sources.replaceChildren(make('div', {}, '3 sources'), card(0), card(1), card(2)), 200);
      return {
        show: (source, ended) => {
          const blocks = render(source);
          for (const [at, block] of blocks.entries())
            if (block.matches('p') && (ended || at < blocks.length - 1))
              block.append(make('span', { class: 'chip', tabindex: '0' }, `handbook +${at + 1}`));
          text.replaceChildren(...blocks);
          if (!ended) return;
          turn.append(
            make(
              'ol',
              { class: 'notes' },
              make('li', {}, 'Handbook of the house, page 12'),
              make('li', {}, 'Plan for the year'),
            ),
            make('h4', {}, 'Related'),
            make('div', { class: 'rel' }, make('div', { role: 'button' }, 'What else does the plan say?')),
          );
        },
        place: () => text,
      };
    },
  };
};

/** What it thought and which tools it called are folded up among the words: the text goes on below each of them. */
const accordions: Build = ({ log }) => {
  const fold = (title: string, ...more: (Node | string)[]) =>
    make('details', { class: 'part-fold' }, make('summary', {}, title), ...more);
  const add = (from: string) => {
    const turn = make('div', { class: 'm', 'data-from': from });
    log.append(turn);
    return turn;
  };
  return {
    omit: '.part-fold',
    user: (source) => add('visitor').append(...render(source)),
    answer: () => {
      const turn = add('agent');
      const thought = fold('Thinking…', make('p', {}, 'The question is about the plan, and so I look there first.'));
      turn.append(thought);
      let text = make('div', { class: 'part-text' });
      let before = 0;
      let sofar = '';
      return {
        waits: (on) => {
          if (!on) {
            turn.lastElementChild?.querySelector('summary')?.replaceChildren('search_orders ✓');
            text = make('div', { class: 'part-text' });
            before = sofar.length;
            return;
          }
          turn.append(
            fold('search_orders …', make('pre', {}, '{"week": 48, "state": "late"}'), make('pre', {}, '[{"id": 1}]')),
          );
        },
        show: (source) => {
          sofar = source;
          thought.querySelector('summary')?.replaceChildren('Thought for 3 seconds');
          if (!text.isConnected) turn.append(text);
          text.replaceChildren(...render(source.slice(before)));
        },
        place: () => turn,
      };
    },
  };
};

/** A window over a documentation page: the question is its heading, and it is asked whether the answer helped. */
const modal: Build = ({ root, log, form }) => {
  const page = make(
    'main',
    {},
    make('h1', {}, 'Warehouse API'),
    make(
      'p',
      {},
      'Every request needs a key. Keys are made in the console, and one can be taken back there at any time.',
    ),
    make('pre', {}, 'GET /v2/halls'),
  );
  const notice = make('p', { class: 'dx-note' }, 'Answers are generated and may be incomplete. Check them.');
  root.replaceChildren(page, make('div', { role: 'dialog', 'aria-modal': 'true', class: 'dx' }, log, form, notice));
  return {
    user: (source) => log.append(make('div', { class: 'dx-q' }, ...render(source))),
    answer: () => {
      const text = make('div', { class: 'dx-a' });
      const wait = make('div', { class: 'dx-wait' }, 'Reading the docs');
      const card = make('div', { class: 'dx-card' }, wait);
      log.append(card);
      return {
        show: (source, ended) => {
          if (!text.isConnected) wait.replaceWith(text);
          text.replaceChildren(...render(source));
          if (!ended) return;
          const asked = make(
            'div',
            { class: 'dx-rate' },
            'Was this helpful?',
            make('button', {}, 'Yes'),
            make('button', {}, 'No'),
          );
          card.append(
            make('div', { class: 'dx-from' }, 'From: ', make('a', { href: '#keys' }, 'Keys and limits')),
            asked,
          );
        },
        place: () => text,
      };
    },
  };
};

/** Once an answer is there, it is said which model gave it, how long that took and what it cost. */
const rated: Build = ({ log }) => {
  let cost = 11;
  const add = (kind: string) => {
    const text = make('p', { class: 'tx', style: 'white-space: pre-line' });
    const box = make('div', { class: `bx ${kind}` }, text);
    log.append(box);
    return { text, box };
  };
  return {
    user: (source) => {
      add('rt').text.textContent = source;
    },
    answer: () => {
      const { text, box } = add('lt');
      text.textContent = '● ● ●';
      return {
        show: (source, ended) => {
          text.textContent = source;
          if (!ended) return;
          cost += 3;
          setTimeout(
            () =>
              box.append(make('div', { class: 'tx-foot' }, `depot-mini · ${(cost / 10).toFixed(1)} s · 0.0${cost} €`)),
            120,
          );
        },
        place: () => text,
      };
    },
  };
};

/** A question can be changed: the third one takes the place of the second, and its answer goes with it. */
const branched: Build = ({ log }) => {
  let nth = 0;
  let turns: HTMLElement[] = [];
  const add = (kind: string, ...more: Node[]) => {
    const text = make('div', { class: 'br-text' });
    const turn = make('div', { class: `br br-${kind}` }, text, ...more);
    turns.push(turn);
    log.append(turn);
    return text;
  };
  return {
    user: (source) => {
      nth += 1;
      if (nth === 3) for (const turn of turns) turn.remove();
      turns = [];
      const pager = make('div', { class: 'br-pager' }, make('button', {}, '‹'), nth === 3 ? '2 / 2' : '1 / 1');
      add('you', pager).append(...render(source));
    },
    answer: () => {
      const text = add('it', make('div', { class: 'br-acts' }, make('span', {}, 'Retry'), make('span', {}, 'Share')));
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

export const AROUND: Record<string, Build> = { chips, accordions, modal, rated, branched };
