/** Desks that show in their own way that the machine waits for a tool. */
import { make } from '../../runtime/dom.ts';
import type { Build, Desk } from '../desk.ts';
import { render } from '../render.ts';

const STYLE =
  '@keyframes turn { to { transform: rotate(360deg) } } .ring { display: inline-block; animation: turn 1s linear infinite }';

function bubbles(
  log: HTMLElement,
  names: [string, string],
): (mine: boolean) => { row: HTMLElement; text: HTMLElement } {
  return (mine) => {
    const text = make('div', { class: 'says' });
    const row = make('div', { class: `talk ${names[mine ? 0 : 1]}` }, text);
    log.append(row);
    return { row, text };
  };
}

/** A ring that turns in the answer. */
const ring: Build = ({ log, root }) => {
  root.append(make('style', {}, STYLE));
  const add = bubbles(log, ['from-me', 'from-it']);
  return {
    omit: '.ring',
    user: (source) => add(true).text.append(...render(source)),
    answer: () => {
      const { row, text } = add(false);
      const wheel = make('div', { class: 'ring' });
      row.append(wheel);
      return {
        show: (source) => {
          wheel.remove();
          text.replaceChildren(...render(source));
        },
        waits: (on) => (on ? row.append(wheel) : wheel.remove()),
        place: () => text,
      };
    },
  };
};

/** The button to send stops, as long as the machine works. */
const stopButton: Build = ({ log, send }) => {
  const add = bubbles(log, ['a1', 'b1']);
  const busy = (on: boolean) => {
    send.textContent = on ? '' : 'Send';
    send.setAttribute('aria-label', on ? 'Stop' : 'Send');
    if (on) send.append(make('i', { class: 'square' }));
  };
  return {
    user: (source) => add(true).text.append(...render(source)),
    answer: () => {
      busy(true);
      const { text } = add(false);
      return {
        show: (source, ended) => {
          text.replaceChildren(...render(source));
          if (ended) busy(false);
        },
        place: () => text,
      };
    },
  };
};

/** The field cannot be written in while the machine works. */
const locked: Build = ({ log, send }) => {
  const add = bubbles(log, ['out', 'in']);
  const busy = (on: boolean) => send.toggleAttribute('disabled', on);
  return {
    user: (source) => add(true).text.append(...render(source)),
    answer: () => {
      busy(true);
      const { text } = add(false);
      return {
        show: (source, ended) => {
          text.replaceChildren(...render(source));
          if (ended) busy(false);
        },
        place: () => text,
      };
    },
  };
};

/** A line that names the tool, below what was said so far. */
const step: Build = ({ log }) => {
  const add = bubbles(log, ['q', 'r']);
  return {
    omit: '.step',
    user: (source) => add(true).text.append(...render(source)),
    answer: () => {
      const { row, text } = add(false);
      const line = make('div', { class: 'step', role: 'status' }, 'Looking at the shipping system…');
      return {
        show: (source) => text.replaceChildren(...render(source)),
        waits: (on) => (on ? row.append(line) : line.remove()),
        place: () => text,
      };
    },
  };
};

/** Nothing tells, but that a sentence is not at its end. */
const silent: Build = ({ log }): Desk => {
  const add = bubbles(log, ['me', 'desk']);
  return {
    user: (source) => add(true).text.append(...render(source)),
    answer: () => {
      const { text } = add(false);
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

/** What can be done with an answer is offered once it is complete. */
const actions: Build = ({ log }) => {
  const add = bubbles(log, ['o', 'i']);
  return {
    user: (source) => add(true).text.append(...render(source)),
    answer: () => {
      const { row, text } = add(false);
      return {
        show: (source, ended) => {
          text.replaceChildren(...render(source));
          if (ended)
            row.append(make('div', { class: 'acts' }, make('button', {}, 'Copy'), make('button', {}, 'Good answer')));
        },
        place: () => text,
      };
    },
  };
};

export const WAITING: Record<string, Build> = { ring, 'stop-button': stopButton, locked, step, silent, actions };
