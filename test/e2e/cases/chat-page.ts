/**
 * A chat whose page does what a test tells it: turns with or without ids and marks, drawn, streamed, dropped and drawn
 * anew. Its markup is that of a known tool, so that the profile of that tool reads it.
 */

interface TurnOptions {
  id?: string | undefined;
  /** Shows the tool's mark of streaming. */
  marked?: boolean;
  html?: string;
  text?: string;
}

export interface Telling {
  /** Milliseconds between two words. */
  every?: number;
  /** Before which word there is a pause, and how long it is in milliseconds. */
  pauses?: Record<number, number>;
  /** How the words come in: added to a text node, the block drawn anew, or the whole list drawn anew at each. */
  way?: 'append' | 'block' | 'list';
}

/** What the page offers to tests as `window.chat`. */
interface Chat {
  main: HTMLElement;
  user(text: string, id?: string): HTMLElement;
  /** A turn that stands nowhere yet. */
  turn(options: TurnOptions): HTMLElement;
  answer(options: TurnOptions): HTMLElement;
  prose(turn: Element): HTMLElement;
  tell(turn: HTMLElement, text: string, telling?: Telling): Promise<void>;
  /** Draws the whole list anew from what it shows now. */
  redraw(): void;
  stopButton(): HTMLElement;
  /** The page's own pace: its model thinks or writes for so many milliseconds. */
  paced(ms: number): Promise<void>;
}

declare global {
  interface Window {
    chat: Chat;
  }
}

/** The text of the answer with which every page begins. */
export const FIRST = 'Returns are free within thirty days of delivery.';

/** Runs in the page. */
function makeChat(first: string, ids: boolean): void {
  const main = document.querySelector('main') as HTMLElement;
  let count = 0;
  const make = (role: string, id: string | undefined, inner: string, slug = '') => {
    const turn = document.createElement('section');
    turn.dataset.turn = role;
    turn.dataset.testid = `conversation-turn-${++count}`;
    const messageId = id ? ` data-message-id="${id}"` : '';
    turn.innerHTML = `<div data-message-author-role="${role}"${messageId}${slug}>${inner}</div>`;
    return turn;
  };
  const chat: Chat = {
    main,
    user(text, id) {
      const turn = make('user', id, '<div class="whitespace-pre-wrap"></div>');
      (turn.querySelector('.whitespace-pre-wrap') as HTMLElement).textContent = text;
      main.append(turn);
      return turn;
    },
    turn({ id, marked, html = '', text }) {
      const slug = ' data-message-model-slug="m-1"';
      const turn = make(
        'assistant',
        id,
        `<div class="markdown${marked ? ' result-streaming' : ''}">${html}</div>`,
        slug,
      );
      if (text !== undefined) chat.prose(turn).innerHTML = '<p></p>';
      if (text !== undefined) (turn.querySelector('p') as HTMLElement).textContent = text;
      return turn;
    },
    answer(options) {
      const turn = chat.turn(options);
      main.append(turn);
      return turn;
    },
    prose: (turn) => turn.querySelector('.markdown') as HTMLElement,
    async tell(turn, text, { every = 30, pauses = {}, way = 'append' } = {}) {
      const words = text.split(/(?<= )/);
      const place = [...main.children].indexOf(turn);
      for (const [index, word] of words.entries()) {
        await chat.paced(pauses[index] ?? every);
        const prose = chat.prose(main.children[place] ?? turn);
        const last = prose.querySelector('p')?.firstChild;
        if (way === 'append' && last instanceof Text) last.appendData(word);
        else prose.innerHTML = `<p>${words.slice(0, index + 1).join('')}</p>`;
        if (way === 'list') chat.redraw();
      }
      chat.prose(main.children[place] ?? turn).classList.remove('result-streaming');
    },
    redraw() {
      main.innerHTML = String(main.innerHTML);
    },
    stopButton() {
      const button = document.createElement('button');
      button.dataset.testid = 'stop-button';
      document.body.append(button);
      return button;
    },
    paced(ms) {
      const { promise, resolve } = Promise.withResolvers<void>();
      setTimeout(resolve, ms);
      return promise;
    },
  };
  window.chat = chat;
  chat.user('What is the return period?', ids ? 'u-first' : undefined);
  chat.answer({ id: ids ? 'a-first' : undefined, text: first });
}

/** The page; `head` and `body` are put before the chat; `ids`: whether its first messages have any. */
export const chatPage = ({
  head = '',
  body = '',
  ids = true,
} = {}): string => `<!doctype html><meta charset="utf-8"><title>Chat</title>
<style>body { margin: 0; font: 16px sans-serif } main { max-width: 700px; padding: 20px }</style>${head}
<body>${body}<main></main><script>(${makeChat})(${JSON.stringify(FIRST)}, ${ids})</script>`;
