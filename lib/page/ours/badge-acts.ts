/** What a person does with badges, by pointer and by keyboard. */
import type { Found } from '../detect/found.ts';
import type { Drawn } from './badge-face.ts';

/** How long the pointer rests on a badge before the card opens by itself. */
const HOVER_MS = 200;

export interface BadgeEvents {
  open(found: Found, by: 'hover' | 'press'): void;
  /** Escape was pressed on a badge: what it opened goes. */
  dismiss(): void;
}

export class BadgeActs {
  readonly #events: BadgeEvents;
  readonly #signal: AbortSignal;
  /** The badge that gets the focus back, from another window or from its card: that is nobody's asking for its card. */
  #left: HTMLButtonElement | undefined;
  #hover: ReturnType<typeof setTimeout> | undefined;

  constructor(events: BadgeEvents, signal: AbortSignal) {
    this.#events = events;
    this.#signal = signal;
    signal.addEventListener('abort', () => clearTimeout(this.#hover));
  }

  listen({ found, drawn: { button } }: Drawn): void {
    const signal = this.#signal;
    // Only what a person did: a page can make events, not trusted ones.
    const on = (type: string, act: (event: Event) => void) =>
      button.addEventListener(type, (event) => event.isTrusted && act(event), { signal });
    on('pointerdown', (event) => event.preventDefault()); // keeps the selection in the page
    on('click', () => {
      clearTimeout(this.#hover);
      this.#events.open(found, 'press');
    });
    on('pointerenter', () => {
      clearTimeout(this.#hover);
      this.#hover = setTimeout(() => this.#events.open(found, 'hover'), HOVER_MS);
    });
    on('pointerleave', () => clearTimeout(this.#hover));
    on('keydown', (event) => (event as KeyboardEvent).key === 'Escape' && this.#events.dismiss());
    on('blur', () => {
      this.#left = document.hasFocus() ? undefined : button;
    });
    on('focus', () => {
      const returns = this.#left === button;
      this.#left = undefined;
      if (!returns && button.matches(':focus-visible')) this.#events.open(found, 'hover');
    });
  }

  /** Gives the focus back to a badge: its card, which is just closing, is not to open again. */
  giveFocus(button: HTMLButtonElement | undefined): void {
    this.#left = button;
    button?.focus();
  }
}
