/** Desks whose turns are wrapped as tools of the day wrap them: in components with slots, in cards, in utility classes. */
import { make } from '../../runtime/dom.ts';
import type { Build } from '../desk.ts';
import { type Habits, render } from '../render.ts';

/** A turn is a component: its frame stands in a shadow root, its text in a slot of that. */
const slotted: Build = ({ log }) => {
  const add = (mine: boolean) => {
    const host = make('talk-turn', { from: mine ? 'person' : 'desk' });
    const root = host.attachShadow({ mode: 'open' });
    root.append(
      make('header', {}, make('b', {}, mine ? 'You' : 'Desk'), make('small', {}, 'just now')),
      make('div', { class: 'frame' }, make('slot')),
      make('footer', {}, make('button', {}, 'Copy')),
    );
    log.append(host);
    return host;
  };
  return {
    omit: 'header, footer',
    user: (source) => add(true).append(...render(source)),
    answer: () => {
      const host = add(false);
      return { show: (source) => host.replaceChildren(...render(source)), place: () => host };
    },
  };
};

/** Question and answer in one card; the newest card comes first. */
const cards: Build = ({ log }) => {
  let card = log;
  return {
    omit: '.asked-at',
    user: (source) => {
      card = make(
        'section',
        { class: 'exchange' },
        make('div', { class: 'query' }, ...render(source)),
        make('div', { class: 'asked-at' }, '3 min ago'),
      );
      log.prepend(card);
    },
    answer: () => {
      const text = make('div', { class: 'result' });
      card.append(text);
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

const headed: Habits = {
  code: (language, code) =>
    make(
      'pre',
      { class: 'overflow-visible' },
      make(
        'div',
        { class: 'rounded-xl relative bg-neutral-100' },
        make('div', { class: 'flex items-center px-4 py-2 text-xs justify-between h-9' }, language),
        make('div', { class: 'sticky top-9' }, make('button', {}, 'Copy')),
        make('div', { class: 'overflow-y-auto p-4' }, make('code', { class: `language-${language}` }, code)),
      ),
    ),
};

const UNSEEN = 'position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0, 0, 0, 0)';

/** Utility classes alone, a heading for screen readers, and code whose language stands within its block. */
const utilities: Build = ({ log }) => {
  const add = (mine: boolean) => {
    const text = make('div', { class: mine ? 'whitespace-normal' : 'flex flex-col w-full gap-3' });
    log.append(
      make(
        'article',
        { class: 'w-full px-4 py-2 mx-auto' },
        make('h6', { style: UNSEEN }, mine ? 'You said:' : 'Desk said:'),
        make(
          'div',
          { class: mine ? 'flex flex-col items-end' : 'flex flex-col items-start' },
          make('div', { class: mine ? 'bg-blue-100 rounded-3xl px-5 max-w-3/4' : 'min-w-0 w-full' }, text),
        ),
        make('div', { class: 'flex justify-start h-8' }, make('button', { 'aria-label': 'Copy' }, '⧉')),
      ),
    );
    return text;
  };
  return {
    user: (source) => add(true).replaceChildren(...render(source, headed)),
    answer: () => {
      const text = add(false);
      return { show: (source) => text.replaceChildren(...render(source, headed)), place: () => text };
    },
    omit: 'pre .h-9',
  };
};

let made = 0;
/** As a build tool names it: another name each time it is built. */
const hashed = (name: string): string => `_${name}_${(7_919 * ++made).toString(36)}_${made}`;

/** Names that a build tool made, and a live region that says each answer once more when it is complete. */
const spoken: Build = ({ log, root }) => {
  const names = { mine: hashed('row'), its: hashed('row'), text: hashed('text') };
  const live = make('div', { role: 'status', 'aria-live': 'polite', style: UNSEEN });
  root.append(live);
  const add = (mine: boolean) => {
    const text = make('div', { class: names.text });
    log.append(make('div', { class: mine ? names.mine : names.its, role: 'listitem' }, text));
    return text;
  };
  return {
    user: (source) => add(true).replaceChildren(...render(source)),
    answer: () => {
      const text = add(false);
      return {
        show: (source, ended) => {
          text.replaceChildren(...render(source));
          if (ended) live.textContent = `Desk says: ${text.textContent}`;
        },
        place: () => text,
      };
    },
  };
};

const TURNING =
  '@keyframes go { to { transform: rotate(1turn) } } .go { display: inline-block; animation: go 1s linear infinite }';

/** What the machine did stands between its words: a card with a name and a ring while it is at work, folded when it is done. */
const steps: Build = ({ log, root }) => {
  root.append(make('style', {}, TURNING));
  const add = (kind: string) => {
    const text = make('div', { class: 'flow' });
    log.append(make('div', { class: `message from-${kind}` }, text));
    return text;
  };
  return {
    omit: 'details',
    user: (source) => add('customer-desk').replaceChildren(...render(source)),
    answer: () => {
      const flow = add('assistant');
      let [shown, cut] = ['', 0];
      let words = make('div', { class: 'words' });
      flow.append(words);
      return {
        show: (source) => {
          shown = source;
          words.replaceChildren(...render(source.slice(cut)));
        },
        waits: (on) => {
          if (!on) return flow.querySelector('.go')?.remove();
          cut = shown.length;
          words = make('div', { class: 'words' });
          const name = make('summary', {}, 'search_parcels', make('i', { class: 'go' }, '◌'));
          flow.append(make('details', { class: 'call' }, name, make('code', {}, '{"week": 48}')), words);
        },
        place: () => flow,
      };
    },
  };
};

const THOUGHT = [
  'The person wants to know this. ',
  'I compare the list with ',
  'the last audit. ',
  'That is enough to say it.',
];

/** What the machine thinks comes first, in the words of an answer, and is folded away when the answer begins. */
const thoughts: Build = ({ log }) => {
  const add = (kind: string) => {
    const column = make('div', { class: `message-${kind}` });
    log.append(make('div', { class: 'group' }, column));
    return column;
  };
  return {
    user: (source) => {
      const text = make('div', { class: 'bubble' });
      text.append(...render(source));
      add('asked').append(text);
    },
    answer: () => {
      const line = make('p', { class: 'line' });
      const box = make('div', { class: 'thinking' }, make('div', { class: 'md' }, line));
      const text = make('div', { class: 'md' });
      const column = add('given');
      column.append(make('button', { 'aria-expanded': 'true' }, 'Thinking'), box);
      for (const [at, part] of THOUGHT.entries()) setTimeout(() => line.append(part), 60 * (at + 1));
      return {
        show: (source) => {
          box.style.cssText = 'height: 0; overflow: hidden; opacity: 0';
          column.querySelector('button')?.setAttribute('aria-expanded', 'false');
          if (!text.isConnected) column.append(text);
          text.replaceChildren(...render(source));
        },
        place: () => text,
      };
    },
  };
};

export const WRAPPED: Record<string, Build> = { slotted, cards, utilities, spoken, steps, thoughts };
