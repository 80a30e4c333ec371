/** Judges what is about to leave: which gated outputs it is of, and what the strictest of them says. Synchronous. */
import type { GateSaid } from '../../messages/to-background/gate.ts';
import type { Found } from '../detect/found.ts';
import { holds, parentOf } from '../ground/tree.ts';
import { type GateKnown, strictest } from './known.ts';
import { touchedOf } from './touched.ts';
import { bare, shares } from './words.ts';

/** What came to the gate. */
export interface Leaving {
  said: GateSaid;
  /** The output; undefined while it is being written, and until the background knows it. */
  hash?: string;
  /** The answer in the page; what was put into a field has none. */
  found?: Found;
  /** What was to be taken along, for when it may be. */
  text: string;
  html?: string;
  /** What stands there is another text than the one of `hash`: it is brought up before anything is asked of it. */
  changed?: boolean;
  /** It was put into a field, and says something else than the output of `hash`: there is no version of it to ask about. */
  edited?: boolean;
}

export class Judge {
  readonly #found: () => Iterable<Found>;
  readonly #known: GateKnown;
  /** Texts of outputs without spaces and marks: worked out once for each version. */
  readonly #bare = new WeakMap<Found, { text: string; bare: string }>();

  constructor(found: () => Iterable<Found>, known: GateKnown) {
    this.#found = found;
    this.#known = known;
  }

  /** Of what is selected in the page. */
  selection(): Leaving | undefined {
    const gated = this.#gated();
    const selected = gated.length > 0 ? touchedOf(gated.map(({ found }) => found)) : undefined;
    if (!selected) return undefined;
    const touched = gated.flatMap((one) => {
      const part = selected.partIn(one.found.turn);
      return part ? [{ ...one, part }] : [];
    });
    const first = strictest(touched);
    const inPage = document.getSelection()?.toString() ?? '';
    if (!first) return this.text(inPage);
    const text = inPage.trim() === '' ? touched.map(({ part }) => part.toString()).join('\n\n') : inPage;
    return this.#came(first, text, htmlOf(touched.map(({ part }) => part)));
  }

  /** Of a text by its words, wherever it stands. */
  text(text: string): Leaving | undefined {
    const words = bare(text);
    if (words === '') return undefined;
    const first = strictest(this.#gated().filter(({ found }) => shares(words, this.#bareOf(found))));
    return first && this.#came(first, text);
  }

  /** Of a button by the output that it belongs to: the one that it stands in, else the one before it. */
  button(button: Element): Leaving | undefined {
    const owner = this.#ownerOf(button);
    const one = owner && this.#gated().find(({ found }) => found === owner);
    return one && this.#came(one, owner.text ?? '');
  }

  #ownerOf(button: Element): Found | undefined {
    const all = [...this.#found()];
    for (let around: Element | undefined = button; around; around = parentOf(around)) {
      const outer = around;
      const inside = all.filter(({ turn }) => holds(turn, outer) || holds(outer, turn));
      if (inside.length > 0) return nearestBefore(inside, button);
    }
    return undefined;
  }

  /** Of an answer that is held already, as it is now; undefined where no gate stands before it any more. */
  again(held: Leaving, found: Found): Leaving | undefined {
    const said = this.#known.at(found);
    if (!said) return undefined;
    // What was taken while it was written may not be in it any more, to the last mark ("10.00" and "1000"): then it is no part of
    // what is judged.
    const isIn = held.hash === found.hash || spaceless(found.text ?? '').includes(spaceless(held.text));
    const { text, html } = isIn ? held : { text: found.text ?? '', html: undefined };
    return this.#came({ found, said }, text, html);
  }

  #came({ found, said }: { found: Found; said: GateSaid }, text: string, html?: string): Leaving {
    return {
      ...{ said, found, text },
      ...(found.hash && found.state === 'complete' ? { hash: found.hash } : {}),
      ...(html ? { html } : {}),
      ...(found.differs ? { changed: true } : {}),
    };
  }

  /** The outputs before which a gate stands. */
  #gated(): { found: Found; said: GateSaid }[] {
    if (!this.#known.stands) return [];
    const gated: { found: Found; said: GateSaid }[] = [];
    for (const found of this.#found()) {
      const said = this.#known.at(found);
      if (said) gated.push({ found, said });
    }
    return gated;
  }

  #bareOf(found: Found): string {
    const text = found.state === 'complete' && found.text !== undefined ? found.text : (found.turn.textContent ?? '');
    const before = this.#bare.get(found);
    if (before?.text === text) return before.bare;
    const made = { text, bare: bare(text) };
    this.#bare.set(found, made);
    return made.bare;
  }
}

/** A selection has other spaces than the text that is read. */
const spaceless = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');

/** Of several in one part of the page, the last that begins before the button. */
function nearestBefore(all: readonly Found[], button: Element): Found | undefined {
  const before = all.filter(({ turn }) => !(button.compareDocumentPosition(turn) & Node.DOCUMENT_POSITION_FOLLOWING));
  return before.at(-1) ?? all[0];
}

function htmlOf(parts: readonly Range[]): string {
  const box = document.createElement('div');
  for (const part of parts) box.append(part.cloneContents());
  return box.innerHTML;
}
