/**
 * The box at the gate: says at once why a text is held and the shortest way on. Fixed choices only; nothing is typed in a page.
 * Closed shadow root, trusted events, words that are no text of the page.
 */
import type { GateSaid } from '../../messages/to-background/gate.ts';
import { TopHost } from '../ours/top.ts';
import { type BoxAct, BoxFace } from './box-face.ts';
import { BOX_CSS, BOX_WIDTH } from './box-look.ts';
import { type BoxWords, type GateTold, wordsOfHeld, wordsOfTold } from './box-words.ts';
import type { Leaving } from './judge.ts';

const GAP = 8;
/** What has only just come up under the pointer was not meant. */
const SETTLE_MS = 300;
/** How long something is told that asks for nothing. */
const TELL_MS = 8_000;

/** What can be done with a text that is held. */
export type ActsOf = (came: Leaving, goOn: (() => void) | undefined) => BoxAct[];

export class GateBox {
  readonly #top: TopHost;
  readonly #face = new BoxFace({ act: (act) => this.#press(act), close: () => this.close() });
  readonly #box = this.#face.box;
  readonly #actsOf: ActsOf;
  #shown: { came: Leaving; goOn: (() => void) | undefined } | undefined;
  #before: HTMLElement | undefined;
  #shownMs = 0;
  #place: DOMRect | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(actsOf: ActsOf, signal: AbortSignal) {
    this.#actsOf = actsOf;
    this.#top = new TopHost(this.#box, BOX_CSS, signal);
    this.#box.addEventListener('keydown', (event) => event.isTrusted && event.key === 'Escape' && this.close(), {
      signal,
    });
    // Whoever makes the page larger still reaches what is offered.
    addEventListener('resize', () => this.#box.hidden || this.#put(), { signal });
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  get isOpen(): boolean {
    return !this.#box.hidden;
  }

  /** What is held now, and shown. */
  get held(): Leaving | undefined {
    return this.#shown?.came;
  }

  /**
   * Draws what is said of most texts that are held, before anybody waits for it: the first time takes much longer than any
   * other. Nobody sees it, and neither pointer nor keyboard nor screen reader reaches it.
   */
  prepare(said: GateSaid): void {
    if (this.isOpen) return;
    const came = { said, hash: '', text: '' };
    this.#face.holds(wordsOfHeld(came), this.#actsOf(came, undefined));
    this.#top.stand();
  }

  /** A text is held: says why, and gives the keyboard to the first way on. */
  hold(came: Leaving, place: DOMRect | undefined, goOn?: () => void): void {
    this.#shown = { came, goOn };
    this.#face.holds(wordsOfHeld(came), this.#actsOf(came, goOn));
    this.#show(place);
    const active = document.activeElement;
    if (active instanceof HTMLElement && active !== this.#top.host) this.#before = active;
    this.focus();
  }

  /** Says something of a text that goes; goes away by itself. */
  tell(came: Leaving, told: GateTold, place: DOMRect | undefined): void {
    this.#shown = undefined;
    this.#face.tells(wordsOfTold(came, told));
    this.#show(place);
    this.#timer = setTimeout(() => this.close(), TELL_MS);
  }

  /** The gate says something else of the text that is held: shows that, and the ways that are left. */
  renew(came: Leaving): void {
    if (!this.#shown) return;
    this.#shown.came = came;
    const hadKeyboard = this.#top.hasKeyboard;
    // Another way on may stand where the one was that is pressed twice.
    if (this.#face.holds(wordsNow(came), this.#actsOf(came, this.#shown.goOn))) this.#shownMs = performance.now();
    // What had it is drawn anew, and may be taller.
    if (hadKeyboard) this.focus();
    this.#put();
  }

  /** Asks something: answers in the place of what is offered, none of them before the others. */
  ask(question: string, answers: BoxAct[]): void {
    this.#face.asks(question, answers);
    this.focus();
  }

  /** Says that something did not work, beside what is offered. */
  fail(words: string): void {
    this.#face.fails(words);
  }

  focus(): boolean {
    if (this.#box.hidden) return false;
    this.#face.focus();
    return true;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#shown = undefined;
    this.#box.hidden = true;
    if (this.#top.hasKeyboard) this.#before?.focus({ preventScroll: true });
    this.#before = undefined;
  }

  #press({ press }: BoxAct): void {
    if (this.isOpen && performance.now() - this.#shownMs >= SETTLE_MS) press();
  }

  #show(place: DOMRect | undefined): void {
    clearTimeout(this.#timer);
    this.#box.hidden = false;
    this.#shownMs = performance.now();
    this.#place = place;
    this.#top.stand();
    this.#put();
    this.#top.comeUp();
  }

  /** Below what was to be taken along, else above it; never outside the window. */
  #put(): void {
    const { left = (innerWidth - BOX_WIDTH) / 2, bottom = GAP, top = 0 } = this.#place ?? {};
    const height = this.#box.offsetHeight;
    const below = bottom + GAP;
    const y = below + height <= innerHeight ? below : Math.max(GAP, Math.min(top, innerHeight) - height - GAP);
    this.#box.style.left = `${Math.round(Math.min(Math.max(GAP, left), Math.max(GAP, innerWidth - BOX_WIDTH - GAP)))}px`;
    this.#box.style.top = `${Math.round(y)}px`;
  }
}

/** Of a text that was held, as it is by now. */
function wordsNow(came: Leaving): BoxWords {
  const isFree = came.said.effect === 'pass' || came.said.effect === 'tell';
  return isFree ? wordsOfTold(came, 'free') : wordsOfHeld(came);
}
