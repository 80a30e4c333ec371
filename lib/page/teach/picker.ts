/**
 * Picks an element of the page: under the pointer, or by arrow keys. The page's DOM is not touched; it cannot make a pick,
 * since only trusted events count, and it does not get the ones that we take.
 */

import { elementAt } from '../ground/selected.ts';
import { childrenOf, deepText, isNoText, parentOf } from '../ground/tree.ts';
import { Bar } from '../ours/bar.ts';

interface PickerWords {
  name: string;
  /** What is asked while nothing is chosen yet. */
  ask: string;
  hint: string;
  pick: string;
  wider: string;
  narrower: string;
  cancel: string;
  /** Says which element is chosen, by the beginning of its text. */
  chosen(text: string, characters: number): string;
}

interface PickerEvents {
  picked(element: Element): void;
  cancelled(): void;
}

const SWALLOWED = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'auxclick'] as const;
const BEGINNING = 60;

export class Picker {
  readonly #bar: Bar;
  readonly #box = document.createElement('div');
  readonly #words: PickerWords;
  readonly #events: PickerEvents;
  /** The chosen element, and those inside it from which it was widened. */
  #chosen: Element | undefined;
  #inner: Element[] = [];
  /** True where the choice follows the pointer; a given start is only widened and narrowed. */
  #follows: boolean;

  constructor(words: PickerWords, events: PickerEvents, start: Element | undefined, signal: AbortSignal) {
    this.#words = words;
    this.#events = events;
    this.#follows = start === undefined;
    this.#bar = new Bar(words.name, signal);
    this.#box.className = 'box';
    this.#bar.shadow.prepend(this.#box);
    this.#bar.say(words.ask, this.#choices(), words.hint);
    const options = { capture: true, signal };
    window.addEventListener('pointermove', (event) => this.#pointed(event), options);
    window.addEventListener('keydown', (event) => this.#pressed(event), options);
    window.addEventListener('scroll', () => this.#draw(), { ...options, passive: true });
    window.addEventListener('resize', () => this.#draw(), options);
    for (const type of SWALLOWED) window.addEventListener(type, (event) => this.#swallow(event), options);
    if (start) this.#choose(start);
    this.#bar.focus();
  }

  #choices() {
    const { pick, wider, narrower, cancel } = this.#words;
    return [
      { label: pick, action: 'pick', primary: true, press: () => this.#pick() },
      { label: wider, action: 'wider', press: () => this.#widen() },
      { label: narrower, action: 'narrower', press: () => this.#narrow() },
      { label: cancel, action: 'cancel', press: () => this.#events.cancelled() },
    ];
  }

  #isOurs(event: Event): boolean {
    return event.composedPath().includes(this.#bar.host);
  }

  #pointed(event: PointerEvent): void {
    if (!event.isTrusted || !this.#follows || this.#isOurs(event)) return;
    const element = elementAt(event.clientX, event.clientY);
    if (element && element !== this.#bar.host && element !== this.#inner[0]) this.#choose(element);
  }

  /** The page hears nothing of the click that picks. */
  #swallow(event: Event): void {
    if (!event.isTrusted || this.#isOurs(event) || !this.#follows) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === 'click') this.#pick();
  }

  #pressed(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    // Enter on one of our buttons is that button's own.
    const onButton = this.#bar.shadow.activeElement instanceof HTMLButtonElement && this.#isOurs(event);
    if (event.key === 'Enter' && onButton) return;
    const act = {
      Enter: () => this.#pick(),
      Escape: () => this.#events.cancelled(),
      ArrowUp: () => this.#widen(),
      ArrowDown: () => this.#narrow(),
      ArrowLeft: () => this.#step(-1),
      ArrowRight: () => this.#step(1),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  }

  #pick(): void {
    if (this.#chosen?.isConnected) this.#events.picked(this.#chosen);
  }

  #choose(element: Element, inner: Element[] = [element]): void {
    this.#chosen = element;
    this.#inner = inner;
    const text = textOf(element);
    const beginning = text.length > BEGINNING ? `${text.slice(0, BEGINNING)} …` : text;
    this.#bar.tell(this.#words.chosen(beginning, text.length));
    this.#draw();
  }

  #widen(): void {
    const parent = this.#chosen && parentOf(this.#chosen);
    if (!this.#chosen) return this.#choose(document.body);
    if (parent && parent !== document.documentElement) this.#choose(parent, [...this.#inner, parent]);
    this.#chosen?.scrollIntoView({ block: 'nearest' });
  }

  /** Back to where it was widened from, else into the part with the most text. */
  #narrow(): void {
    if (!this.#chosen) return this.#choose(document.body);
    const before = this.#inner.at(-2);
    if (before?.isConnected) return this.#choose(before, this.#inner.slice(0, -1));
    const longest = childrenOf(this.#chosen)
      .filter((child) => child !== this.#bar.host)
      .sort((a, b) => lengthOf(b) - lengthOf(a))[0];
    if (longest && lengthOf(longest) > 0) this.#choose(longest);
  }

  /** To the next part beside it that has some text. */
  #step(by: 1 | -1): void {
    const parent = this.#chosen && parentOf(this.#chosen);
    if (!this.#chosen || !parent) return this.#narrow();
    const beside = childrenOf(parent).filter((child) => child === this.#chosen || lengthOf(child) > 0);
    const next = beside[beside.indexOf(this.#chosen) + by];
    if (!next) return;
    this.#choose(next);
    next.scrollIntoView({ block: 'nearest' });
  }

  #draw(): void {
    const box = this.#chosen?.getBoundingClientRect();
    this.#box.style.display = box ? 'block' : 'none';
    if (!box) return;
    Object.assign(this.#box.style, {
      left: `${box.left - 3}px`,
      top: `${box.top - 3}px`,
      width: `${box.width + 6}px`,
      height: `${box.height + 6}px`,
    });
  }
}

/** What a person can read of it: no scripts, and with what stands in shadow roots. */
const textOf = (element: Element): string => (isNoText(element) ? '' : deepText(element).replace(/\s+/g, ' ').trim());
const lengthOf = (element: Element): number => textOf(element).length;
