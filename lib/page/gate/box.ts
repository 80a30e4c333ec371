/**
 * The box at the gate: says at once why a text is held and the shortest way on. Fixed choices only; nothing is typed in a page.
 * Closed shadow root, trusted events, words that are no text of the page.
 */
import { i18n } from '#i18n';
import { setTone } from '../../look/tone.ts';
import { closedHost } from '../ours/host.ts';
import { iconOf } from '../ours/icon.ts';
import { BOX_CSS, BOX_WIDTH } from './box-look.ts';
import { type BoxWords, type GateTold, wordsOfHeld, wordsOfTold } from './box-words.ts';
import type { Leaving } from './judge.ts';

const CLOSE_PATH = 'M6 6l12 12M18 6 6 18';
const GAP = 8;
/** What has only just come up under the pointer was not meant. */
const SETTLE_MS = 300;
/** How long something is told that asks for nothing. */
const TELL_MS = 8_000;

/** One thing that can be done. */
export interface BoxAct {
  key: string;
  label: string;
  press(): void;
}

/** What can be done with a text that is held. */
export type ActsOf = (came: Leaving, goOn: (() => void) | undefined) => BoxAct[];

export class GateBox {
  readonly #host: HTMLElement;
  readonly #box = document.createElement('div');
  readonly #actsOf: ActsOf;
  #shown: { came: Leaving; goOn: (() => void) | undefined } | undefined;
  #before: HTMLElement | undefined;
  #shownMs = 0;
  #place: DOMRect | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(actsOf: ActsOf, signal: AbortSignal) {
    this.#actsOf = actsOf;
    const { host, shadow } = closedHost(BOX_CSS, signal);
    this.#host = host;
    this.#box.className = 'gate';
    this.#box.hidden = true;
    this.#box.tabIndex = -1;
    shadow.append(this.#box);
    this.#box.addEventListener('keydown', (event) => event.isTrusted && event.key === 'Escape' && this.close(), {
      signal,
    });
    // Whoever makes the page larger still reaches what is offered.
    addEventListener('resize', () => this.#box.hidden || this.#put(), { signal });
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

  /** A text is held: says why, and gives the keyboard to the first way on. */
  hold(came: Leaving, place: DOMRect | undefined, goOn?: () => void): void {
    this.#shown = { came, goOn };
    this.#say(wordsOfHeld(came), this.#actsOf(came, goOn), 'alertdialog');
    this.#show(place);
    const active = document.activeElement;
    if (active instanceof HTMLElement && active !== this.#host) this.#before = active;
    this.focus();
  }

  /** Says something of a text that goes; goes away by itself. */
  tell(came: Leaving, told: GateTold, place: DOMRect | undefined): void {
    this.#shown = undefined;
    this.#say(wordsOfTold(came, told), [], 'status');
    this.#show(place);
    this.#timer = setTimeout(() => this.close(), TELL_MS);
  }

  /** The gate says something else of the text that is held: shows that, and the ways that are left. */
  renew(came: Leaving): void {
    if (!this.#shown) return;
    this.#shown.came = came;
    const hadKeyboard = document.activeElement === this.#host;
    this.#say(wordsNow(came), this.#actsOf(came, this.#shown.goOn), 'alertdialog');
    // What had it is drawn anew, and may be taller.
    if (hadKeyboard) this.focus();
    this.#put();
  }

  /** Asks something: answers in the place of what is offered, none of them before the others. */
  ask(question: string, answers: BoxAct[]): void {
    const acts = actsOf(answers, (act) => this.#press(act));
    acts.querySelector('.first')?.classList.remove('first');
    acts.setAttribute('role', 'group');
    acts.setAttribute('aria-label', question);
    this.#box.querySelector('.acts')?.replaceWith(lineOf('rule', question), acts);
    this.focus();
  }

  /** Says that something did not work, beside what is offered. */
  fail(words: string): void {
    const line = lineOf('rule', words);
    line.setAttribute('role', 'alert');
    this.#box.querySelector('.acts')?.before(line);
  }

  focus(): boolean {
    if (this.#box.hidden) return false;
    (this.#box.querySelector<HTMLElement>('.acts button') ?? this.#box).focus({ preventScroll: true });
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
    if (performance.now() - this.#shownMs >= SETTLE_MS) press();
  }

  #say({ tone, icon, title, rule, more }: BoxWords, acts: BoxAct[], role: 'alertdialog' | 'status'): void {
    const heading = lineOf('title', title);
    heading.prepend(iconOf(icon));
    setTone(this.#box, tone);
    this.#box.setAttribute('role', role);
    this.#box.setAttribute('aria-label', `${title}. ${rule}`);
    const close = document.createElement('button');
    close.className = 'close';
    close.type = 'button';
    close.setAttribute('aria-label', i18n.t('common.close'));
    close.append(iconOf(CLOSE_PATH));
    close.addEventListener('click', (event) => event.isTrusted && this.close());
    const lines = more.map((words) => lineOf('more', words));
    this.#box.replaceChildren(
      heading,
      lineOf('rule', rule),
      ...lines,
      actsOf(acts, (act) => this.#press(act)),
      close,
    );
  }

  #show(place: DOMRect | undefined): void {
    clearTimeout(this.#timer);
    if (!this.#host.isConnected) document.documentElement.append(this.#host);
    // Above the page's own dialogs; anew each time, so that one that was opened meanwhile lies below.
    if ('popover' in this.#host) {
      if (this.#host.matches(':popover-open')) this.#host.hidePopover();
      this.#host.popover = 'manual';
      this.#host.showPopover();
    }
    this.#box.hidden = false;
    this.#shownMs = performance.now();
    this.#place = place;
    this.#put();
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

function lineOf(name: string, words: string): HTMLElement {
  const line = document.createElement('div');
  line.className = name;
  const said = document.createElement('span');
  said.dataset.said = words;
  line.append(said);
  return line;
}

/** Ways round an approval, and to more about it: offered, and never put forward. */
const ROUND: ReadonlySet<string> = new Set(['exception', 'override', 'panel']);

function actsOf(acts: readonly BoxAct[], pressed: (act: BoxAct) => void): HTMLElement {
  const row = document.createElement('div');
  row.className = 'acts';
  for (const [at, act] of acts.entries()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = at === 0 && !ROUND.has(act.key) ? 'first' : '';
    button.dataset.act = act.key;
    const said = document.createElement('span');
    said.dataset.said = act.label;
    button.append(said);
    button.addEventListener('click', (event) => event.isTrusted && pressed(act));
    row.append(button);
  }
  return row;
}
