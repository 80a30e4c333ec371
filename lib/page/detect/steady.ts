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
  /** Turns in which a person typed since they were read. */
  readonly #typed = new WeakSet<Element>();
  readonly #reads = new WeakMap<Found, Read>();

  constructor(turns: Turns, signal: AbortSignal) {
    this.#turns = turns;
    const typed = (event: Event) => {
      const [target] = event.composedPath();
      const turn = event.isTrusted && target instanceof Node ? turns.of(target) : undefined;
      if (turn) this.#typed.add(turn);
    };
    document.addEventListener('input', typed, { capture: true, passive: true, signal });
  }

  /**
   * Whether an answer whose text was read before is that answer still, though another text stands there now: a person has
   * typed in it, the browser has translated it, or another part of it is in sight. `goesOn`: the tool said that it writes.
   */
  keeps(found: Found, isPart: boolean, goesOn: boolean): boolean {
    const before = this.#reads.get(found);
    if (!before || goesOn || before.message !== messageIdOf(found.turn, this.#turns.profile)) return false;
    const isTranslated = before.lang !== document.documentElement.lang;
    return (
      isTranslated || this.#typed.has(found.turn) || before.shape !== 'whole' || shapeOf(found.turn, isPart) !== 'whole'
    );
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

/** Browsers put translated words into `font` elements of their own, and say so at the document, or at each element. */
const TRANSLATED = 'font > font, [_msttexthash], [data-translated="true"]';

function shapeOf(turn: Element, isPart: boolean): Shape {
  const isMarked = /\btranslated-(?:ltr|rtl)\b/.test(document.documentElement.className);
  if (isMarked || turn.querySelector(TRANSLATED)) return 'translated';
  return isPart ? 'part' : 'whole';
}
