/** A bar of our own over the page, in a closed shadow root: says something and has buttons. Only trusted events count. */
import { PICKER_CSS } from '../teach/picker-look.ts';
import { closedHost } from './host.ts';

export interface Choice {
  label: string;
  /** For tests and for us; the page cannot see it. */
  action: string;
  primary?: boolean;
  press(): void;
}

export class Bar {
  readonly host: HTMLElement;
  readonly shadow: ShadowRoot;
  readonly #bar = document.createElement('div');
  readonly #text = document.createElement('p');
  readonly #hint = document.createElement('p');
  readonly #buttons = document.createElement('div');

  /** `name`: what screen readers call it. It goes with `signal`. */
  constructor(name: string, signal: AbortSignal) {
    const { host, shadow } = closedHost(PICKER_CSS, signal);
    this.host = host;
    this.shadow = shadow;
    this.#bar.className = 'bar';
    this.#bar.tabIndex = -1;
    this.#bar.setAttribute('role', 'dialog');
    this.#bar.setAttribute('aria-label', name);
    this.#text.setAttribute('role', 'status');
    this.#hint.className = 'hint';
    this.#buttons.className = 'buttons';
    this.#bar.append(this.#text, this.#hint, this.#buttons);
    this.shadow.append(this.#bar);
    document.documentElement.append(this.host);
    signal.addEventListener('abort', () => this.host.remove());
  }

  /** Says a sentence, with a smaller one below it and what can be done now. */
  say(text: string, choices: readonly Choice[], hint = ''): void {
    this.tell(text);
    this.#hint.textContent = hint;
    this.#hint.hidden = hint === '';
    this.#buttons.replaceChildren(...choices.map(buttonOf));
  }

  /** Says another sentence above the same buttons. */
  tell(text: string): void {
    if (this.#text.textContent !== text) this.#text.textContent = text;
  }

  /** Takes the focus, so that the keyboard is here and a screen reader reads it. */
  focus(): void {
    this.#bar.focus({ preventScroll: true });
  }
}

function buttonOf({ label, action, primary, press }: Choice): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.dataset.action = action;
  if (primary) button.className = 'primary';
  button.addEventListener('click', (event) => {
    if (event.isTrusted) press();
  });
  return button;
}
