/** What was added and is no turn, or not yet: tools put their marks on elements that are in the page already. */

/** How long after the first of them they are looked at again, together. */
const AGAIN_MS = 1_500;
/** Most that are kept: the newest. */
const MOST = 200;

export class Strays {
  readonly #elements = new Set<Element>();
  readonly #look: (element: Element) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(look: (element: Element) => void, signal: AbortSignal) {
    this.#look = look;
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** Keeps an element to be looked at once more, a while later. */
  add(element: Element): void {
    this.#elements.add(element);
    if (this.#elements.size > MOST) {
      const [oldest] = this.#elements;
      if (oldest) this.#elements.delete(oldest);
    }
    this.#timer ??= setTimeout(this.#lookAgain, AGAIN_MS);
  }

  #lookAgain = (): void => {
    this.#timer = undefined;
    const elements = [...this.#elements].filter(({ isConnected }) => isConnected);
    this.#elements.clear();
    for (const element of elements) this.#look(element);
  };
}
