/** What the person asked in this page, what came after it, and what came without having been asked for. */
import { normaliseText } from '../../domain/output/text.ts';
import type { Work } from '../ground/schedule.ts';
import { deepText, holds, overlap, type Root } from '../ground/tree.ts';
import type { Burst, Region } from '../grow/growth.ts';
import { echoFor, MOST_BESIDE, showsPart, showsPrompt } from '../prompt/echo.ts';
import { type Prompt, Typed } from '../prompt/typed.ts';
import { type Place, partAfter, placeAfter, placeAlone } from './place.ts';

/** The part of a text that must have come in one burst to be taken for an answer without a prompt. */
const MOSTLY = 0.7;
/** Most prompts that are looked for before an answer. */
const MOST_PROMPTS = 3;

interface Placed {
  place: Place;
  part: Region;
  /** What it answers. */
  prompt?: Prompt;
}

export class Conversation {
  readonly #typed: Typed;
  readonly #asksAnew: () => void;
  /** The prompt that turned up last, and the one that the last answer was to. */
  #prompt: Prompt | undefined;
  #echo: Element | undefined;
  #answered: Prompt | undefined;
  #counted: Element | undefined;
  /** Prompts after which an answer came. */
  #answers = 0;
  /** What came in one piece with no prompt before it, since the first prompt. */
  #unasked: Element[] = [];

  /** `asksAnew`: another prompt turns up than the last one. */
  constructor(asksAnew: () => void, signal: AbortSignal) {
    this.#typed = new Typed(signal);
    this.#asksAnew = asksAnew;
  }

  /** Listens in a root. */
  observe(root: Root): void {
    this.#typed.observe(root);
  }

  /** Where the last prompt stands. */
  get echo(): Element | undefined {
    return this.#echo;
  }

  get answers(): number {
    return this.#answers;
  }

  /** Whether the last prompt has no answer yet. */
  get isWaiting(): boolean {
    return this.#prompt !== this.#answered;
  }

  /** How many texts came in `list` that nobody asked for. */
  unaskedIn(list: Element): number {
    return this.#unasked.filter((element) => element.isConnected && element !== list && holds(list, element)).length;
  }

  isTypedIn(element: Element): boolean {
    return this.#typed.isTypedIn(element);
  }

  /** Whether these are the person's own words turning up in the page: then they are a prompt, and not growth. */
  isPrompt(element: Element): boolean {
    const prompt = showsPrompt(element, this.#typed.prompts());
    if (!prompt) return showsPart(element, this.#typed.prompts());
    if (prompt === this.#prompt && this.#echo?.isConnected && !overlap(element, this.#echo)) return false; // quoted
    if (prompt !== this.#prompt) this.#asksAnew();
    this.#prompt = prompt;
    this.#echo = element;
    return true;
  }

  promptsBefore({ startedMs }: Burst): Prompt[] {
    return this.#typed.prompts().filter(({ sentMs }) => sentMs <= startedMs);
  }

  /** Where what grew stands: after a prompt, else by itself. */
  *placeOf(grown: Region, burst: Burst): Work<Placed | undefined> {
    const placed = (yield* this.#placeAfterPrompt(grown, burst)) ?? this.#placeAlone(grown);
    if (placed) this.#count(placed);
    return placed;
  }

  /** The person's newest words before the answer, and where both stand. */
  *#placeAfterPrompt(grown: Region, burst: Burst): Work<Placed | undefined> {
    for (const prompt of this.promptsBefore(burst).slice(0, MOST_PROMPTS)) {
      const echo = yield* echoFor(grown.element, prompt.text);
      yield;
      const part = echo && partAfter(echo, grown, burst);
      const place = part && placeAfter(echo, part.element);
      // What would be the person's turn holds much more than the prompt: then it is no turn, but a part of the page.
      if (part && place?.user && deepText(place.user).trim().length <= prompt.text.length + MOST_BESIDE)
        return { place, part, prompt };
    }
    return undefined;
  }

  /** With no prompt before it: what came by itself, and holds nothing that the person wrote. */
  #placeAlone(part: Region): Placed | undefined {
    const text = normaliseText(deepText(part.element));
    const isTyped = this.#typed.prompts().some((prompt) => text.includes(prompt.text));
    const place = part.gained >= MOSTLY * text.length && !isTyped ? placeAlone(part.element) : undefined;
    return place && { place, part };
  }

  #count({ place: { user, turn }, part, prompt }: Placed): void {
    if (user && prompt && prompt !== this.#answered) {
      this.#answers++;
      this.#answered = prompt;
      this.#counted = turn;
    } else if (part.steps === 1 && this.#prompt && turn !== this.#counted) this.#unasked.push(turn);
  }
}
