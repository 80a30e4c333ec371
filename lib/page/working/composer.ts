/**
 * How the buttons beside the field look in which a person asks: at rest, and while the machine works. Most tools make the
 * button to send one to stop, or one that cannot be pressed, until the answer is complete.
 */

import { aroundIt, parentOf } from '../ground/tree.ts';
import { isAlike } from '../grow/redrawn.ts';
import { textIn } from '../prompt/typed.ts';
import { BUTTONS } from './buttons.ts';

/** Names of how a control looks under the pointer. */
const PASSING = /focus|hover|ripple|active|pressed|visible/i;
/** Something typed this soon after something was sent is no sign of rest. */
const SENT_MS = 1_500;
/** Letters that come closer together than anybody writes are one: what a program types, or a key that is held. */
const ONE_LETTER_MS = 50;
/** Levels around the field in which its buttons are looked for, buttons that are compared, and looks at rest. */
const DEEPEST = 6;
const MOST_BUTTONS = 20;
const MOST_RESTS = 12;
/**
 * Elements that are looked through from where the surroundings begin, and from the field on: a form without a button stands in
 * the page itself, and what is between is the conversation. It is looked at once a letter (test/e2e/cases/cost.test.ts).
 */
const MOST_LOOKED = 600;

/** A field that somebody has written in may have other buttons than one that is empty: each is compared with its own kind. */
type State = 'empty' | 'written';

export class Composer {
  #field: WeakRef<Element> | undefined;
  readonly #rests: Record<State, Set<string>> = { empty: new Set(), written: new Set() };
  /** How it looked last while an answer came: what turns up after that, such as what one could ask next, is an end. */
  readonly #came: Partial<Record<State, string>> = {};
  #sentMs = Number.NEGATIVE_INFINITY;
  #lookedMs = Number.NEGATIVE_INFINITY;
  readonly #isIdle: () => boolean;
  readonly #answer: () => Element | undefined;

  /** `isIdle`: whether no answer streams, as far as is known; `answer`: any answer that is in the page. */
  constructor(isIdle: () => boolean, signal: AbortSignal, answer: () => Element | undefined = () => undefined) {
    this.#isIdle = isIdle;
    this.#answer = answer;
    const options = { capture: true, passive: true, signal };
    document.addEventListener('keydown', (event) => event.key === 'Enter' && this.#sends(), options);
    document.addEventListener('beforeinput', (event) => this.#hear(event), options);
  }

  #sends(): void {
    this.#sentMs = performance.now();
  }

  #hear(event: Event): void {
    const [field] = event.composedPath();
    if (!event.isTrusted || !(field instanceof Element)) return;
    this.#field = new WeakRef(field);
    const now = performance.now();
    if (now - this.#sentMs <= SENT_MS || now - this.#lookedMs < ONE_LETTER_MS || !this.#isIdle()) return;
    this.#lookedMs = now;
    this.rests();
  }

  /** It is at rest as it looks now. */
  rests(): void {
    const field = this.#field?.deref();
    if (!field) return;
    const [look, rests] = this.#look(field);
    if (rests.size < MOST_RESTS) rests.add(look);
  }

  /**
   * Whether it looks as it never did at rest. `comes`: whether something comes into an answer now; where nothing does any more, it
   * must have looked so when something came last.
   */
  isOther(comes?: boolean): boolean {
    const field = this.#field?.deref();
    if (!field?.isConnected) return false;
    const [look, rests, state] = this.#look(field);
    if (comes) this.#came[state] = look;
    return rests.size > 0 && !rests.has(look) && (comes !== false || (this.#came[state] ?? look) === look);
  }

  #look(field: Element): [look: string, rests: Set<string>, state: State] {
    const state = textIn(field) ? 'written' : 'empty';
    return [lookOf(field, this.#answer()), this.#rests[state], state];
  }
}

/**
 * How the buttons beside a field look: their labels, their icons, which of them can be pressed. Where the nearest stand around
 * the conversation too, those in that are none of them.
 */
function lookOf(field: Element, answer: Element | undefined): string {
  let around: Element = field;
  for (let depth = 0; depth < DEEPEST && around.parentElement && !around.querySelector(BUTTONS); depth++)
    around = around.parentElement;
  const branchOf = (inner: Element) => aroundIt(inner).find((node) => parentOf(node) === around);
  const conversation = answer && branchOf(answer);
  const isAnswers = (button: Element) => {
    const branch = conversation && branchOf(button);
    return branch && branch !== button && isAlike(branch, conversation) && !branch.contains(field);
  };
  return buttonsIn(around, field)
    .filter((button) => !isAnswers(button))
    .map(lookOfButton)
    .join('\n');
}

/** The first buttons in `around`, in the order of the page. A list of all would be as long as the conversation. */
function buttonsIn(around: Element, field: Element): Element[] {
  const walker = document.createTreeWalker(around, NodeFilter.SHOW_ELEMENT);
  const buttons = new Set<Element>();
  for (const from of [around, field]) {
    walker.currentNode = from;
    for (let looked = 0; looked < MOST_LOOKED; looked++) {
      const element = walker.nextNode() as Element | null;
      if (!element || buttons.size === MOST_BUTTONS) return [...buttons];
      if (element.matches(BUTTONS)) buttons.add(element);
    }
  }
  return [...buttons];
}

function lookOfButton(button: Element): string {
  const names = [...button.classList].filter((name) => !PASSING.test(name));
  // An attribute without a value is not one that is missing.
  const said = ['disabled', 'aria-disabled', 'aria-label', 'title', 'data-state'].map((name) =>
    String(button.getAttribute(name)),
  );
  const icon = [...button.querySelectorAll('path, use, img, i')].map(
    (part) => part.getAttribute('d')?.length ?? part.getAttribute('href') ?? part.getAttribute('src') ?? part.className,
  );
  return [...names, ...said, ...icon, button.textContent?.trim()].join(' ');
}
