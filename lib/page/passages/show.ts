/** Finds a passage in an output of the page, marks it, and keeps the mark where it belongs while the page changes. */
import type { Passage } from '../../domain/anchoring/anchor.ts';
import type { PassagePlace } from '../../domain/anchoring/resolve.ts';
import { type Anchored, resolvePassages } from '../../domain/anchoring/resolve.ts';
import { normaliseText } from '../../domain/output/text.ts';
import type { PassageWanted } from '../../messages/to-page/index.ts';
import type { Found } from '../detect/found.ts';
import type { Turns } from '../detect/turns.ts';
import type { PassageView } from '../frame/bus.ts';
import { readCanonical } from '../read/port.ts';
import { Mark } from './marks.ts';
import { ReadPage } from './ranges.ts';

/** Waits this long after a change before looking again: pages change in bursts. */
const AFTER_CHANGE_MS = 60;

/** Shows one passage at a time in one frame. */
export class Shower implements PassageView {
  readonly #turns: Turns;
  readonly #mark = new Mark();
  readonly #changes = new MutationObserver(() => this.#lookSoon());
  #shown: { found: Found; wanted: PassageWanted } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `pressed`: somebody clicked on marked words. */
  constructor(turns: Turns, pressed: (found: Found) => void, signal: AbortSignal) {
    this.#turns = turns;
    const click = (event: MouseEvent) => {
      if (event.isTrusted && this.#shown && this.#mark.holds(event.clientX, event.clientY)) pressed(this.#shown.found);
    };
    addEventListener('click', click, { signal, capture: true, passive: true });
    signal.addEventListener('abort', () => this.clear());
  }

  /** What became of the passage; where it stands, it is marked. */
  show(found: Found, wanted: PassageWanted): Anchored {
    this.#changes.disconnect();
    this.#shown = { found, wanted };
    this.#changes.observe(found.turn, { subtree: true, childList: true, characterData: true });
    // What takes the place of the turn is a change beside it.
    if (found.turn.parentNode) this.#changes.observe(found.turn.parentNode, { childList: true });
    if (found.turn.shadowRoot)
      this.#changes.observe(found.turn.shadowRoot, { subtree: true, childList: true, characterData: true });
    const { anchored } = this.#look(found, wanted);
    if (wanted.scroll) this.#mark.scrollTo();
    return anchored;
  }

  /** The output was read anew: its element may be another. */
  renewed(found: Found): void {
    if (this.#shown?.found.id === found.id) this.show(found, { ...this.#shown.wanted, scroll: false });
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#changes.disconnect();
    this.#mark.clear();
    this.#shown = undefined;
  }

  #lookSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#shown && this.#look(this.#shown.found, this.#shown.wanted), AFTER_CHANGE_MS);
  }

  #look(found: Found, { passage, severity, ownText, choice }: PassageWanted): { anchored: Anchored } {
    const reading = readCanonical(this.#turns.prose(found.turn), this.#turns.profile.exclude);
    if (!reading) return { anchored: { state: 'gone' } };
    const page = new ReadPage(reading);
    const anchored = inOwnText(passage, page.text, ownText) ?? resolvePassages([passage], page.text)[0];
    const place = anchored && placeOf(anchored, choice);
    if (place) this.#mark.draw(page.rangesOf(place), severity);
    else this.#mark.clear();
    return { anchored: anchored ?? { state: 'gone' } };
  }
}

/** In the very text that it was made of, a passage is where it was. */
function inOwnText(
  { selectors: [quote, { start, end }] }: Passage,
  text: string,
  ownText: string | undefined,
): Anchored | undefined {
  if (ownText === undefined || normaliseText(ownText) !== text) return undefined;
  const words = Array.from(text).slice(start, end).join('');
  return words === quote.exact ? { state: 'exact', place: { start, end, words } } : undefined;
}

function placeOf(anchored: Anchored, choice: PassageWanted['choice']): PassagePlace | undefined {
  if ('place' in anchored) return anchored.place;
  if (anchored.state !== 'ask' || !choice) return undefined;
  return anchored.candidates.find(({ start, end }) => start === choice.start && end === choice.end);
}
