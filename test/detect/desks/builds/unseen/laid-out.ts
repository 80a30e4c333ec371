/** Desks laid out in ways of their own: on a board, side by side, from the right, in cells that run, in blocks with roots. */
import { make } from '../../../runtime/dom.ts';
import type { Build } from '../../desk.ts';
import { render } from '../../render.ts';

/** Cards on a board, each where there was room for it; a word above says what it is, and lines lead from one to the next. */
const board: Build = ({ root, log, form }) => {
  const lines = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  log.setAttribute('style', 'position: relative; height: 700px; overflow: auto');
  log.append(lines as unknown as Node);
  root.replaceChildren(form, log);
  let nth = 0;
  const add = (label: string) => {
    const text = make('div', { class: 'nd-text' });
    const place = `position: absolute; width: 300px; transform: translate(${(nth % 3) * 320}px, ${Math.floor(nth / 3) * 260}px)`;
    log.append(
      make(
        'div',
        { class: 'nd', style: place, 'data-node': String(nth++) },
        make('div', { class: 'nd-label' }, label),
        text,
      ),
    );
    lines.append(document.createElementNS('http://www.w3.org/2000/svg', 'path'));
    return text;
  };
  return {
    user: (source) => add('Prompt').append(...render(source)),
    answer: () => {
      const text = add('Response');
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

/** Two answers to choose from stand side by side, each with a button below it. */
const choice: Build = ({ log }) => ({
  user: (source) => log.append(make('div', { class: 'ch-ask' }, ...render(source))),
  answer: () => {
    const add = (name: string) => {
      const text = make('div', { class: 'ch-text' });
      const box = make('div', { class: 'ch-box', style: 'flex: 1' }, make('div', { class: 'ch-name' }, name), text);
      return { box, text };
    };
    const [one, two] = [add('Response A'), add('Response B')];
    log.append(
      make(
        'div',
        { class: 'ch-both' },
        make('p', { class: 'ch-lead' }, 'Which one do you prefer?'),
        make('div', { style: 'display: flex; gap: 8px' }, one.box, two.box),
      ),
    );
    return {
      show: (source, ended) => {
        one.text.replaceChildren(...render(source));
        two.text.replaceChildren(...render(`${source}${ended ? '\n\nThat is all that the list says about it.' : ''}`));
        if (ended) for (const { box } of [one, two]) box.append(make('button', {}, 'I prefer this one'));
      },
      place: () => one.text,
      places: () => [one.text, two.text],
    };
  },
});

/** A row for each exchange, which is drawn from the right: the answer comes first in the page, and the question stands left of it. */
const turnedRound: Build = ({ log }) => {
  let row: HTMLElement | undefined;
  return {
    user: (source) => {
      row = make('div', { class: 'tr-row', style: 'display: flex; flex-direction: row-reverse; gap: 12px' });
      row.append(make('div', { class: 'tr-left', style: 'flex: 1' }, ...render(source)));
      log.append(row);
    },
    answer: () => {
      const text = make('div', { class: 'tr-right', style: 'flex: 2' });
      row?.prepend(text);
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

/** Cells that run: the next one to write in comes below the last result, and the number stands beside each. */
const cells: Build = ({ log, form }) => {
  let nth = 0;
  log.append(form);
  return {
    user: (source) => {
      const run = make('div', { class: 'cl-in' }, make('div', { class: 'cl-no' }, `In [${++nth}]:`));
      run.append(make('pre', { class: 'cl-source' }, source));
      form.before(make('div', { class: 'cl' }, run));
    },
    answer: () => {
      const text = make('div', { class: 'cl-result' });
      const out = make('div', { class: 'cl-out' }, make('div', { class: 'cl-no' }, `Out [${nth}]:`), text);
      form.previousElementSibling?.append(out);
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

/** Each block of a text is a component with a root of its own, to which its words are given as a whole each time. */
const inBlocks: Build = ({ log }) => {
  const blockOf = (block: HTMLElement): HTMLElement => {
    const host = make(`md-${block.tagName.toLowerCase()}`, { style: 'display: block' });
    host.attachShadow({ mode: 'open' }).append(block);
    return host;
  };
  const add = (side: string) => {
    const text = make('div', { class: 'bk-flow' });
    log.append(make('div', { class: `bk-turn bk-${side}` }, text));
    return text;
  };
  return {
    user: (source) => add('end').append(make('span', { class: 'bk-plain', style: 'white-space: pre-wrap' }, source)),
    answer: () => {
      const text = add('start');
      return {
        show: (source) => {
          const blocks = render(source);
          for (const [at, block] of blocks.entries()) {
            const host = text.children[at];
            if (!host || host.tagName.toLowerCase() !== `md-${block.tagName.toLowerCase()}`) {
              host?.remove();
              text.append(blockOf(block));
            } else if (host.shadowRoot?.textContent !== block.textContent) host.shadowRoot?.replaceChildren(block);
          }
        },
        place: () => text,
      };
    },
  };
};

/** One asks in a window over the page, which closes as it is sent and opens once the answer is there, in the page behind it. */
const behind: Build = ({ root, log, form }) => {
  const window = make('dialog', { class: 'bh-window' }, make('h2', {}, 'Ask'), form) as HTMLDialogElement;
  root.replaceChildren(make('h1', {}, 'Questions'), log, window);
  window.show();
  return {
    user: (source) => {
      window.close();
      log.append(make('h3', { class: 'bh-asked' }, ...render(source)));
    },
    answer: () => {
      const text = make('div', { class: 'bh-said' });
      log.append(text);
      return {
        show: (source, ended) => {
          text.replaceChildren(...render(source));
          if (ended) window.show();
        },
        place: () => text,
      };
    },
  };
};

export const LAID_OUT: Record<string, Build> = {
  board,
  choice,
  'turned-round': turnedRound,
  cells,
  'in-blocks': inBlocks,
  behind,
};
