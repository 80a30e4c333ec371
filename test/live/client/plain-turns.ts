/** Turns in the markup of ChatGPT's first generation (2025 to summer 2026), built by hand. */
import type { Word } from './plain-words.ts';

export interface Answering {
  turn: HTMLElement;
  /** Adds a word: to the last text node, or in a new block. */
  say(word: Word): void;
  /** Shows that the answer is complete. */
  finish(): void;
}

/** A message's id: a UUID that says which turn it is, the same each time. */
export function messageId(turn: number): string {
  return `5e1f0000-0000-4000-8000-${turn.toString(16).padStart(12, '0')}`;
}

export function questionTurn(number: number, id: string, prompt: string): HTMLElement {
  const { turn, message } = shell(number, id, 'user');
  const text = made('div', 'whitespace-pre-wrap');
  text.textContent = prompt;
  const bubble = made('div', 'user-message-bubble-color');
  bubble.append(text);
  message.append(bubble);
  return turn;
}

export function answerTurn(number: number, id: string, { answer, done }: { answer: string; done: boolean }): Answering {
  const { turn, message } = shell(number, id, 'assistant');
  message.dataset.messageModelSlug = 'plain-1';
  const prose = made('div', 'markdown prose dark:prose-invert w-full break-words');
  const column = made('div', 'flex w-full flex-col gap-1 empty:hidden');
  column.append(prose);
  message.append(column);
  for (const block of answer ? answer.split('\n\n') : []) {
    const paragraph = document.createElement('p');
    paragraph.textContent = block;
    prose.append(paragraph);
  }
  const finish = () => {
    prose.classList.remove('result-streaming');
    turn.append(copyButton());
  };
  if (done) finish();
  else prose.classList.add('result-streaming');
  return { turn, say: speaker(prose), finish };
}

export function stopButton(): HTMLButtonElement {
  return button('stop-button', 'Stop streaming', 'Stop');
}

function copyButton(): HTMLElement {
  const bar = made('div', 'z-0 flex');
  bar.append(button('copy-turn-action-button', 'Copy', 'Copy'));
  return bar;
}

function button(testId: string, label: string, text: string): HTMLButtonElement {
  const control = document.createElement('button');
  control.type = 'button';
  control.dataset.testid = testId;
  control.ariaLabel = label;
  control.textContent = text;
  return control;
}

function shell(number: number, id: string, role: 'user' | 'assistant'): { turn: HTMLElement; message: HTMLElement } {
  const turn = document.createElement('section');
  turn.className = `turn ${role} text-token-text-primary w-full`;
  turn.dataset.turnId = id;
  turn.dataset.testid = `conversation-turn-${number}`;
  turn.dataset.turn = role;
  turn.dir = 'auto';
  const heading = made('h4', 'sr-only select-none');
  heading.textContent = role === 'user' ? 'You said:' : 'The assistant said:';
  const message = made('div', 'min-h-8 text-message relative flex w-full flex-col');
  message.dataset.messageAuthorRole = role;
  message.dataset.messageId = id;
  message.dir = 'auto';
  const column = made('div', 'group/turn-messages flex flex-col');
  column.append(message);
  const row = made('div', 'text-base mx-auto');
  row.append(column);
  turn.append(heading, row);
  return { turn, message };
}

function speaker(prose: HTMLElement): (word: Word) => void {
  let last: Text | undefined;
  return ({ text, starts }) => {
    if (last && !starts) {
      last.appendData(text);
      return;
    }
    last = document.createTextNode(text);
    blockFor(prose, starts ?? 'p').append(last);
  };
}

function blockFor(prose: HTMLElement, kind: 'p' | 'li'): HTMLElement {
  const block = document.createElement(kind);
  if (kind === 'p') {
    prose.append(block);
    return block;
  }
  const open = prose.lastElementChild;
  const list = open instanceof HTMLUListElement ? open : document.createElement('ul');
  if (list !== open) prose.append(list);
  list.append(block);
  return block;
}

function made(tag: 'div' | 'h4', className: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}
