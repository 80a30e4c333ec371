/** Desks in a bubble at the corner, in closed roots, with what was found first, with suggestions in the turn, with mirrored sides. */
import { make } from '../../../runtime/dom.ts';
import type { Build } from '../../desk.ts';
import { render } from '../../render.ts';

/** A bubble at the corner of somebody's page: a name and a time below each message, dots until the first word. */
const launcher: Build = ({ root, log, form }) => {
  const frame = make('div', { class: 'ic-frame', style: 'position: fixed; right: 12px; bottom: 12px; width: 360px' });
  frame.append(
    make('div', { class: 'ic-head' }, make('h2', {}, 'Nora'), make('p', {}, 'We answer at once')),
    log,
    form,
  );
  const page = make('main', {}, make('h1', {}, 'Pallets and boxes'), make('p', {}, 'Everything for your warehouse.'));
  root.replaceChildren(page, frame);
  const add = (mine: boolean) => {
    const block = make('div', { class: mine ? 'ic-part ic-user' : 'ic-part ic-admin' });
    log.append(block);
    return block;
  };
  return {
    omit: '.ic-meta',
    user: (source) => add(true).append(make('div', { class: 'ic-body' }, ...render(source))),
    answer: () => {
      const block = add(false);
      const dots = make('div', { class: 'ic-dots' }, make('i'), make('i'), make('i'));
      const text = make('div', { class: 'ic-body' });
      block.append(dots);
      return {
        show: (source, ended) => {
          if (!text.isConnected) dots.replaceWith(text);
          text.replaceChildren(...render(source));
          if (ended) block.append(make('div', { class: 'ic-meta' }, 'Nora · AI Agent · Just now'));
        },
        place: () => text,
      };
    },
  };
};

/** The whole desk is one component that nobody sees into, and each turn is one that everybody does. */
const sealed: Build = ({ root, log, form }) => {
  const shell = make('hall-desk');
  shell.attachShadow({ mode: 'closed' }).append(log);
  root.replaceChildren(shell, form);
  const add = (tag: string) => {
    const host = make(tag);
    const text = make('div', { class: 'inner' });
    host.attachShadow({ mode: 'open' }).append(make('div', { class: 'shell' }, make('slot', { name: 'lead' }), text));
    log.append(host);
    return text;
  };
  return {
    user: (source) => add('hall-ask').append(...render(source)),
    answer: () => {
      const text = add('hall-say');
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

/** What was found comes first, as cards with a glimpse of each; they stay above the answer. */
const searched: Build = ({ log }) => {
  const found = ['Plan of the halls, May edition', 'Minutes of the safety round', 'What the insurer asks for'];
  return {
    omit: '.hits',
    user: (source) => log.append(make('h3', { class: 'query-line' }, source.split('\n')[0] ?? ''), ...rest(source)),
    answer: () => {
      const hits = make('div', { class: 'hits' });
      const text = make('div', { class: 'reply-text' });
      log.append(make('section', { class: 'reply' }, hits, text));
      for (const [at, title] of found.entries())
        setTimeout(
          () =>
            hits.append(
              make(
                'div',
                { class: 'hit' },
                make('a', { href: `https://wiki.example.org/${at}` }, title),
                make('p', {}, 'The page says who is in charge of what, and from when it holds.'),
              ),
            ),
          60 * (at + 1),
        );
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};
/** All of a question but its first line. */
const rest = (source: string): HTMLElement[] => {
  const more = source.split('\n').slice(1).join('\n').trim();
  return more ? [make('div', { class: 'query-rest' }, ...render(more))] : [];
};

/** What one could ask next stands in the turn itself, as a list that can be clicked, once the answer is complete. */
const suggested: Build = ({ log }) => {
  const add = (kind: string) => {
    const text = make('div', { class: 'content' });
    log.append(make('div', { class: `chat-item ${kind}` }, text));
    return text;
  };
  return {
    omit: '.followups',
    user: (source) => add('by-visitor').append(...render(source)),
    answer: () => {
      const text = add('by-system');
      return {
        show: (source, ended) => {
          text.replaceChildren(...render(source));
          if (ended)
            text.after(
              make(
                'ul',
                { class: 'followups' },
                make('li', {}, make('button', {}, 'Which hall is the largest?')),
                make('li', {}, make('button', {}, 'Who signs for it?')),
              ),
            );
        },
        place: () => text,
      };
    },
  };
};

/** Both sides by one renderer and one name; the side is a number in a style, and nothing is said. */
const mirrored: Build = ({ log }) => {
  const add = (mine: boolean) => {
    const text = make('div', { class: 'md' });
    const side = mine
      ? 'margin-left: 64px; background: rgb(220, 235, 250)'
      : 'margin-right: 64px; background: rgb(240, 240, 240)';
    log.append(make('div', { class: 'b', style: side }, text));
    return text;
  };
  return {
    user: (source) => add(true).append(...render(source)),
    answer: () => {
      const text = add(false);
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

export const LAUNCHED: Record<string, Build> = { launcher, sealed, searched, suggested, mirrored };
