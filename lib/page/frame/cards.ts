/** Opens the cards of outputs, and shows passages in their texts, by scripts that are loaded when they are first needed. */
import type { Passage } from '../../domain/anchoring/anchor.ts';
import type { Anchored } from '../../domain/anchoring/resolve.ts';
import type { PassageWanted } from '../../messages/to-page/index.ts';
import { type Found, promptOf, traceOf } from '../detect/found.ts';
import type { Turns } from '../detect/turns.ts';
import type { Badges } from '../ours/badges.ts';
import { boxOf } from '../ours/box.ts';
import { isAtGate } from './at-gate.ts';
import { type Bus, type CardRequest, OWN_ATTRIBUTE, type PassageView, type PointInView } from './bus.ts';
import { load } from './load.ts';

/** Frames for which a badge may be on its way into view. */
const MOST_FRAMES = 60;

export class Cards {
  readonly #turns: Turns;
  readonly #bus: Bus;
  readonly #badges: () => Badges | undefined;
  readonly #tell: (found: Found) => Promise<void>;
  #view: PassageView | undefined;

  /** `tell` tells the background of an output: it has a card only then. */
  constructor(turns: Turns, bus: Bus, badges: () => Badges | undefined, tell: (found: Found) => Promise<void>) {
    this.#turns = turns;
    this.#bus = bus;
    this.#badges = badges;
    this.#tell = tell;
  }

  /** Opens an output's card for the keyboard, once its badge is in sight. */
  flag(found: Found, frames = MOST_FRAMES): void {
    if (this.#badges()?.rectOf(found) || !frames) void this.open(found, 'command');
    else requestAnimationFrame(() => this.flag(found, frames - 1));
  }

  async open(found: Found, by: CardRequest['by']): Promise<void> {
    // Once more where it changed, or the background went to sleep, while it was told: a press is not to be lost.
    for (let turn = 1; turn <= 2 && !found.hash; turn++) await this.#tell(found);
    if (!found.hash || found.text === undefined) return;
    const prompt = promptOf(found, this.#turns);
    const passage = await this.selected(found);
    const request = {
      outputId: found.id,
      hash: found.hash,
      trace: traceOf(found, found.text, this.#turns),
      ...(prompt ? { prompt } : {}),
      passages: passage ? [passage] : [],
      place: () => this.#badges()?.rectOf(found),
      text: () => boxOf(found).getBoundingClientRect(),
      selected: () => this.selected(found),
      isText: (event: Event) => event.composedPath().includes(found.turn),
      isOurs: ({ target }: Event) => target instanceof Element && target.hasAttribute(OWN_ATTRIBUTE),
      focusBadge: () => this.#badges()?.focus(found),
      by,
    };
    if (this.#bus.card) return this.#bus.card.open(request);
    const loading = this.#bus.pending !== undefined;
    this.#bus.pending = request;
    if (loading) return;
    // Or nothing would ever be loaded again.
    if ((await load('overlay')) === undefined) this.#bus.pending = undefined;
  }

  /** What is selected in an output now, as a passage. The script for it is not loaded where nothing is selected. */
  async selected(found: Found): Promise<Passage | undefined> {
    // A selection in a shadow root is not seen from here.
    if (document.getSelection()?.type !== 'Range' && !(found.root instanceof ShadowRoot)) return undefined;
    return (await this.#passages())?.selected(found, this.#turns);
  }

  /** Offers to flag what is selected in an output, where that is. */
  async offer(found: Found, point: PointInView | undefined): Promise<void> {
    if (this.#bus.card?.shows(found.id) || !(await this.selected(found))) return;
    if (!this.#bus.offer) await load('selection');
    if (this.#bus.pending || this.#bus.card?.shows(found.id) || isAtGate()) return;
    const at = point ?? endOf(document.getSelection());
    if (at) this.#bus.offer?.(at, () => this.flag(found));
  }

  async show(found: Found, wanted: PassageWanted): Promise<Anchored | null> {
    const port = await this.#passages();
    if (!port) return null;
    this.#view ??= port.view(this.#turns, (pressed) => void this.open(pressed, 'press'));
    return this.#view.show(found, wanted);
  }

  /** An output was read anew: a passage in it may stand elsewhere. */
  renewed(found: Found): void {
    this.#view?.renewed(found);
  }

  /** Nobody looks at a passage any more. */
  clear(): void {
    this.#view?.clear();
  }

  /** The passage script, injected when it is first needed. */
  async #passages() {
    if (!this.#bus.passages) await load('passages');
    return this.#bus.passages;
  }
}

/** Where the last of the selected lines ends. */
function endOf(selection: Selection | null): PointInView | undefined {
  const last = selection?.rangeCount ? [...selection.getRangeAt(0).getClientRects()].at(-1) : undefined;
  return last && { x: last.right, y: last.bottom };
}
