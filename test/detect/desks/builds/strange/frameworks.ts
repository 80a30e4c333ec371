/** Desks as quick frameworks draw them: messages that are buttons, a page that runs anew, batches from a server, boxes of text. */
import { make } from '../../../runtime/dom.ts';
import type { Build } from '../../desk.ts';
import { render } from '../../render.ts';

/** Each message is a button that can be pressed, and is named by its own words; what can be done stands below the newest. */
const pressed: Build = ({ log }) => {
  const thread = make('div', { role: 'log', 'aria-label': 'conversation', class: 'wrap' });
  const acts = make('div', { class: 'acts' }, make('button', { title: 'Undo' }, '↩'), make('button', {}, 'Retry'));
  log.append(thread);
  const add = (role: string) => {
    const text = make('span', { class: 'chat-md' });
    const button = make('button', { type: 'button', class: 'pick', style: 'all: unset; text-align: start' }, text);
    const bubble = make('div', { class: `message ${role}` }, button);
    const row = make('div', { class: `message-row ${role}-row` }, bubble);
    thread.append(row);
    const fill = (source: string) => {
      text.replaceChildren(...render(source));
      button.setAttribute('aria-label', `${role}'s message: ${source}`);
    };
    return { text, row, bubble, button, fill };
  };
  return {
    user: (source) => add('user').fill(source),
    answer: () => {
      const { text, row, bubble, button, fill } = add('bot');
      const dots = make('div', { class: 'dots' }, make('span', { style: 'font-size: 0' }, 'Loading content'), '· · ·');
      const clock = make('div', { class: 'eta' }, 'processing | 0.4/2.1s');
      bubble.replaceChildren(dots, clock);
      return {
        show: (source, ended) => {
          if (!button.isConnected) bubble.replaceChildren(button);
          fill(source);
          if (ended) row.append(acts);
        },
        place: () => text,
      };
    },
  };
};

/** With each question and each end of an answer the whole page runs once more: all turns are made anew, in the same form. */
const rerun: Build = ({ root, log }) => {
  const said: [kind: string, source: string][] = [];
  const status = make('div', { class: 'status' });
  root.prepend(make('header', { class: 'bar' }, make('span', {}, 'depot_app'), status));
  const draw = (kind: string, ...blocks: Node[]) => {
    const text = make('div', { 'data-kind': 'markdown' }, ...blocks);
    const body = make('div', { class: 'el-body', 'aria-label': `Chat message from ${kind}` }, text);
    return make(
      'div',
      { class: 'el e1f1d6gn', 'data-kind': 'message' },
      make('div', { class: 'el-face', 'aria-hidden': 'true' }, kind === 'user' ? '☺' : '⚙'),
      make('div', { class: 'el-outer' }, body),
    );
  };
  const runs = () => log.replaceChildren(...said.map(([kind, source]) => draw(kind, ...render(source))));
  const textAt = (at: number) => log.children[at]?.querySelector('[data-kind="markdown"]') ?? undefined;
  return {
    user: (source) => {
      said.push(['user', source]);
      status.replaceChildren('Running...', make('button', {}, 'Stop'));
      runs();
    },
    answer: () => {
      const at = said.length;
      log.append(draw('assistant'));
      return {
        show: (source, ended) => {
          const blocks = render(source);
          if (!ended) blocks.at(-1)?.append('▌');
          textAt(at)?.replaceChildren(...blocks);
          if (!ended) return;
          said.push(['assistant', source]);
          status.replaceChildren();
          setTimeout(runs, 60);
        },
        place: () => textAt(at),
      };
    },
  };
};

const BATCH_MS = 350;

/** The server sends what changed in batches; markers of its own stand in the text, and once the line to it is lost for a while. */
const circuit: Build = ({ root, log }) => {
  let batches = 0;
  const lost = make('div', { class: 'reconnect', hidden: '' }, 'Attempting to reconnect to the server: 1 of 8');
  root.append(log, lost);
  const add = (kind: string) => {
    const text = make('div', { class: 'bubble', 'b-3k2f9x': '' });
    log.append(make('div', { class: `chat chat-${kind}`, 'b-3k2f9x': '' }, text));
    return text;
  };
  const put = (text: HTMLElement, source: string) =>
    text.replaceChildren(document.createComment('!'), ...render(source), document.createComment('!'));
  return {
    user: (source) => put(add('end'), source),
    answer: () => {
      const text = add('start');
      let [sofar, over] = ['', false];
      const clock = setInterval(() => {
        // The third batch is late: the line is made anew.
        lost.toggleAttribute('hidden', ++batches % 9 !== 3);
        if (over) clearInterval(clock);
        else if (lost.hidden && sofar) put(text, sofar);
      }, BATCH_MS);
      return {
        show: (source, ended) => {
          [sofar, over] = [source, ended];
          if (ended) put(text, source);
        },
        place: () => text,
      };
    },
  };
};

/** A form of an old program: a row of a label and a box for each text, and the answer is what stands in a box. */
const boxes: Build = ({ log }) => {
  const add = (label: string) => {
    const box = document.createElement('textarea');
    box.readOnly = true;
    box.rows = 6;
    log.append(make('div', { class: 'field-row' }, make('label', {}, label, box)));
    return box;
  };
  return {
    user: (source) => {
      add('Request').value = source;
    },
    answer: () => {
      const box = add('Reply of the system');
      return {
        show: (source) => {
          box.value = source;
        },
        place: () => box,
        says: () => box.value,
      };
    },
  };
};

export const FRAMEWORKS: Record<string, Build> = { pressed, rerun, circuit, boxes };
