/** What changes in an answer and is none of the tool's doing: no new version comes of it, and its status stays. */
import { type Found, messageIdOf } from './found.ts';
import type { Turns } from './turns.ts';

/** How a text that was read stands for the answer: as it is, as a translation of it, as a part of it. */
type Shape = 'whole' | 'translated' | 'part';

interface Read {
  shape: Shape;
  message: string | undefined;
  /** Language of the document: some browsers tell of a translation by nothing else. */
  lang: string;
}

export class Steady {
  readonly #turns: Turns;
  /** Turns in which a person typed since they were read, or whose text is what a person typed elsewhere. */
  readonly #typed = new WeakSet<Element>();
  /** The field in which a person typed last, and what stood there when they left off: a page may empty it after that. */
  #field: Element | undefined;
  #draft = '';
  readonly #reads = new WeakMap<Found, Read>();

  /** `changes`: a person types in the text of a turn; what stands there is read in a while, and is theirs at once. */
  constructor(turns: Turns, changes: (turn: Element) => void, signal: AbortSignal) {
    this.#turns = turns;
    const typed = (event: Event) => {
      const [target] = event.composedPath();
      if (!event.isTrusted || !(target instanceof Element)) return;
      const turn = turns.of(target);
      if (turn) this.#typed.add(turn);
      if (turn && turns.prose(turn).some((element) => element.contains(target))) changes(turn);
      this.#field = target.getAttribute('type') === 'password' ? undefined : target;
    };
    // What saves it: not at each letter, since a long text is read whole.
    const left = (event: Event) => {
      const field = this.#field as HTMLTextAreaElement | undefined;
      const { key, ctrlKey, metaKey } = event as KeyboardEvent;
      if (!field || (event.type === 'keydown' && key !== 'Enter' && !ctrlKey && !metaKey)) return;
      this.#draft = field.value ?? field.textContent;
    };
    const options = { capture: true, passive: true, signal };
    document.addEventListener('input', typed, options);
    for (const type of ['pointerdown', 'keydown', 'focusout']) document.addEventListener(type, left, options);
  }

  /**
   * Whether an answer whose text was read before is that answer still, though another text stands there now: a person has
   * typed in it, the browser has translated it (`changed`), or another `part` of it is in sight. `goesOn`: the tool said that
   * it writes.
   */
  keeps(found: Found, text: string, isPart: boolean, goesOn: boolean): 'changed' | 'part' | undefined {
    const before = this.#reads.get(found);
    if (!before || goesOn) return undefined;
    const message = messageIdOf(found.turn, this.#turns.profile);
    if (isEditOf(found.text ?? '', text, this.#draft)) {
      this.#typed.add(found.turn);
      this.#reads.set(found, { ...before, message });
    }
    if (this.#reads.get(found)?.message !== message) return undefined;
    const shapes = [before.shape, shapeOf(found.turn, isPart)];
    const isTranslated = before.lang !== document.documentElement.lang || shapes.includes('translated');
    if (isTranslated || this.#typed.has(found.turn)) return 'changed';
    return shapes.includes('part') ? 'part' : undefined;
  }

  /** An answer stands in another element now: what a person saves is drawn anew, and is theirs all the same. */
  moved({ turn }: Found, from: Element): void {
    if (this.#typed.has(from)) this.#typed.add(turn);
  }

  /** The text of an answer was read, and is its text from now on. */
  read(found: Found, isPart: boolean): void {
    this.#typed.delete(found.turn);
    const shape = shapeOf(found.turn, isPart);
    const { lang } = document.documentElement;
    this.#reads.set(found, { shape, lang, message: messageIdOf(found.turn, this.#turns.profile) });
    if (shape !== 'whole') found.evidence.add(shape);
  }
}

const lettersOf = (text: string): string => text.replace(/\]\([^)\n]*\)/g, '').replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether a text is what a person made of an earlier one in a field: they left at least half of it as it was. */
function isEditOf(before: string, text: string, draft: string): boolean {
  if (draft === '' || before === '') return false;
  const [old, now] = [lettersOf(before), lettersOf(text)];
  if (now === '' || now !== lettersOf(draft)) return false;
  const shortest = Math.min(old.length, now.length);
  let [start, end] = [0, 0];
  while (start < shortest && old[start] === now[start]) start++;
  while (end < shortest - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  return start + end >= old.length / 2;
}

/** Browsers put translated words into `font` elements of their own, and say so at the document, or at each element. */
const TRANSLATED = 'font > font, [_msttexthash], [data-translated="true"]';

function shapeOf(turn: Element, isPart: boolean): Shape {
  const isMarked = /\btranslated-(?:ltr|rtl)\b/.test(document.documentElement.className);
  if (isMarked || turn.querySelector(TRANSLATED)) return 'translated';
  return isPart ? 'part' : 'whole';
}
