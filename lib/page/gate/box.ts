/**
 * The box at the gate: says at once why a text is held and the shortest way on. Fixed choices only; nothing is typed in a page.
 * Closed shadow root, trusted events, words that are no text of the page.
 */
import type { GateSaid } from '../../messages/to-background/gate.ts';
import { OWN_ATTRIBUTE } from '../frame/bus.ts';
import { closedHost } from '../ours/host.ts';
import { type BoxAct, BoxFace } from './box-face.ts';
import { BOX_CSS, BOX_WIDTH } from './box-look.ts';
import { type BoxWords, type GateTold, wordsOfHeld, wordsOfTold } from './box-words.ts';
import type { Leaving } from './judge.ts';

/** What its host may have on it: all else is the page's. */
const OWN: ReadonlySet<string> = new Set([OWN_ATTRIBUTE, 'popover']);
const GAP = 8;
/** So far within its edges a press is on it: its corners are round. */
const EDGE = 14;
/** What has only just come up under the pointer was not meant. */
const SETTLE_MS = 300;
/** How long something is told that asks for nothing. */
const TELL_MS = 8_000;

/** What can be done with a text that is held. */
export type ActsOf = (came: Leaving, goOn: (() => void) | undefined) => BoxAct[];

export class GateBox {
  readonly #host: HTMLElement;
  readonly #face = new BoxFace({ act: (act) => this.#press(act), close: () => this.close() });
  readonly #box = this.#face.box;
  readonly #actsOf: ActsOf;
  #shown: { came: Leaving; goOn: (() => void) | undefined } | undefined;
  #before: HTMLElement | undefined;
  #shownMs = 0;
  #place: DOMRect | undefined;
  /** Something of the page was opened since it was put on top. */
  #isUnder = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(actsOf: ActsOf, signal: AbortSignal) {
    this.#actsOf = actsOf;
    const { host, shadow } = closedHost(BOX_CSS, signal);
    this.#host = host;
    shadow.append(this.#box);
    this.#box.addEventListener('keydown', (event) => event.isTrusted && event.key === 'Escape' && this.close(), {
      signal,
    });
    // Whoever makes the page larger still reaches what is offered.
    addEventListener('resize', () => this.#box.hidden || this.#put(), { signal });
    const opened = (event: Event) => {
      if (event.target !== host && (event as ToggleEvent).newState === 'open') this.#isUnder = true;
    };
    addEventListener('beforetoggle', opened, { capture: true, signal });
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      host.remove();
    });
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
    this.#stand();
  }

  /** A text is held: says why, and gives the keyboard to the first way on. */
  hold(came: Leaving, place: DOMRect | undefined, goOn?: () => void): void {
    this.#shown = { came, goOn };
    this.#face.holds(wordsOfHeld(came), this.#actsOf(came, goOn));
    this.#show(place);
    const active = document.activeElement;
    if (active instanceof HTMLElement && active !== this.#host) this.#before = active;
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
    const hadKeyboard = document.activeElement === this.#host;
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
    if (document.activeElement === this.#host) this.#before?.focus({ preventScroll: true });
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
    this.#stand();
    this.#put();
    if (!this.#isOnTop()) this.#raise();
  }

  /** Stands in the page, above all that was opened. A page may have put it elsewhere, or made it inert. */
  #stand(): void {
    for (const name of this.#host.getAttributeNames()) if (!OWN.has(name)) this.#host.removeAttribute(name);
    const isThere = this.#host.parentNode === document.documentElement;
    if (!isThere) document.documentElement.append(this.#host);
    if (!isThere || this.#isUnder) this.#raise();
  }

  /** Puts it above the page's own dialogs. The browser styles and lays out the page for that: only where something may lie above it. */
  #raise(): void {
    if (!('popover' in this.#host)) return;
    if (this.#host.matches(':popover-open')) this.#host.hidePopover();
    this.#host.popover = 'manual';
    this.#host.showPopover();
    this.#isUnder = false;
  }

  /** Whether a press on its middle and its corners reaches it. What a shadow root of the page opens is not heard of. */
  #isOnTop(): boolean {
    const { left, right, top, bottom } = this.#box.getBoundingClientRect();
    const within = (most: number, at: number) => Math.min(Math.max(1, at), most - 1);
    const columns = [left + EDGE, (left + right) / 2, right - EDGE].map((x) => within(innerWidth, x));
    const rows = [top + EDGE, (top + bottom) / 2, bottom - EDGE].map((y) => within(innerHeight, y));
    return [0, 2, 4, 6, 8].every((at) => {
      const hit = document.elementFromPoint(columns[at % 3] as number, rows[Math.floor(at / 3)] as number);
      return hit === this.#host;
    });
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
