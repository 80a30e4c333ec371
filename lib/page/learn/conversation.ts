/** What the person asked in this page, what came after it, and what came without having been asked for. */
import { normaliseText } from '../../domain/output/text.ts';
import type { Work } from '../ground/schedule.ts';
import { deepText, holds, overlap, type Root } from '../ground/tree.ts';
import type { Bursts } from '../grow/bursts.ts';
import type { Burst, Region } from '../grow/growth.ts';
import { isAlike } from '../grow/redrawn.ts';
import { echoApart, echoAround, echoFor, shownIn } from '../prompt/echo.ts';
import { isKept, type Prompt, Typed } from '../prompt/typed.ts';
import { placeAlone } from './place.ts';
import { type Placed, placedAt } from './placed.ts';

/** The part of a text that must have come in one burst to be taken for an answer without a prompt. */
const MOSTLY = 0.7;
/** Most prompts that are looked for before an answer. */
const MOST_PROMPTS = 3;

/** A text that is too short to learn from; `form`: what it says, but for its numbers. */
interface Short {
  turn: Element;
  form: string;
}

export class Conversation {
  readonly #typed: Typed;
  readonly #bursts: Bursts;
  /** The prompt that turned up last, and the one that the last answer was to. */
  #prompt: Prompt | undefined;
  #answered: Prompt | undefined;
  #counted: Element | undefined;
  /** Prompts after which an answer came. */
  readonly #answers = new Set<Prompt>();
  /** The last text that was too short to learn from. */
  #short: Short | undefined;
  /** What came in one piece with no prompt before it, since the first prompt. */
  #unasked: Element[] = [];

  /** `asked` is told when something was sent. */
  constructor(bursts: Bursts, asked: () => void, signal: AbortSignal) {
    this.#typed = new Typed(signal, asked);
    this.#bursts = bursts;
  }

  /** Listens in a root. */
  observe(root: Root): void {
    this.#typed.observe(root);
  }

  /** Where the last prompt stands. */
  get echo(): Element | undefined {
    return this.#prompt?.echo;
  }

  get answers(): number {
    return this.#answers.size;
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

  /** Whether an element stands where people write. */
  isField(element: Element): boolean {
    return this.#typed.isField(element);
  }

  /** Whether what came in an element, at a moment, is the person's own words turning up: then they are a prompt, and not growth. */
  isPrompt(element: Element, atMs?: number): boolean {
    // What grows already, and stands nowhere near a question, is none, whatever it says: read at each look, a long answer is dear.
    if (this.#bursts.has(element) && !isByPrompt(element, this.#typed.prompts())) return false;
    const shown = shownIn(element, this.#typed.prompts());
    if (!shown) return isBeside(element, this.#prompt);
    const { prompt, how } = shown;
    const isThere = prompt.echo?.isConnected === true && overlap(element, prompt.echo);
    if (isThere && (prompt.isWhole || how !== 'all')) return true;
    // What already grows is an answer that repeats what it was asked; a line of it elsewhere is a title, say.
    if (this.#bursts.has(element)) return false;
    const isElsewhere = prompt.echo?.isConnected && !isThere && !isCopy(prompt.echo, element);
    // Its first words may stand in a list of what was asked, before it turns up as a turn.
    const isTurn = how !== 'all' && !prompt.isWhole && echoAround(element, prompt).isWhole;
    if (isElsewhere && !isTurn && (how !== 'all' || this.#isAnswering(prompt))) return how === 'part';
    this.#turnedUp(prompt, element, how === 'all', atMs);
    return true;
  }

  /**
   * Whether a turn holds what the person wrote and nothing that was answered: by where their words turned up, else by the
   * words alone. No profile may read it, whatever it makes of it.
   */
  isPersons(turn: Element, text: string): boolean {
    return this.#typed.prompts().some(({ words, echo }) => {
      if (echo?.isConnected) return overlap(turn, echo) && /all|start/.test(words.shownIn(text) ?? '');
      return words.areMostOf(text) && !this.#bursts.streamedIn(turn);
    });
  }

  /** Whether something came after a prompt turned up: what shows its words now is an answer that quotes them. */
  #isAnswering({ sentMs, isWhole }: Prompt): boolean {
    return isWhole === true && (this.#bursts.startedMs ?? 0) > sentMs;
  }

  #turnedUp(prompt: Prompt, element: Element, isAll: boolean, atMs: number | undefined): void {
    // What grew before the next prompt is the answer to the last one; what came since is the person's turn.
    if (prompt !== this.#prompt) this.#bursts.end(prompt.sentMs);
    prompt.shownMs ??= atMs;
    Object.assign(prompt, isAll ? { echo: element, isWhole: true } : echoAround(element, prompt));
    this.#prompt = prompt;
  }

  /** Something grew: whether what was asked stands in its field still. Whoever asks on writes something else there. */
  noteField(): void {
    this.#typed.noteField();
  }

  promptsBefore({ startedMs }: Burst): Prompt[] {
    return this.#typed.prompts().filter(({ sentMs }) => sentMs <= startedMs);
  }

  /** Where what grew stands: after a prompt, else by itself. */
  *placeOf(grown: Region, burst: Burst): Work<Placed | undefined> {
    return (
      (yield* this.#placeAfterPrompt(grown, burst)) ??
      placedAlone(grown, this.#typed.prompts(), this.promptsBefore(burst)[0])
    );
  }

  /** The person's newest words before the answer, and where both stand. */
  *#placeAfterPrompt(grown: Region, burst: Burst): Work<Placed | undefined> {
    const before = this.promptsBefore(burst);
    for (const [at, prompt] of before.slice(0, MOST_PROMPTS).entries()) {
      const { echo } = prompt;
      const asked = echoesOf(before.slice(at + 1));
      const placed = echo?.isConnected ? placedAt({ echo, prompt, asked }, grown, burst) : undefined;
      if (placed) return placed;
      const near = yield* echoFor(grown.element, prompt.words);
      yield;
      const other = near && near !== echo ? placedAt({ echo: near, prompt, asked }, grown, burst) : undefined;
      if (other) return other;
    }
    return undefined;
  }

  /** Counts what is too short to learn from: an answer of one word perhaps, or a label that comes before it. */
  countShort({ place: { turn }, part, prompt }: Placed): void {
    if (!prompt) return;
    this.#answers.add(prompt);
    this.#short = { turn, form: formOf(part.element) };
  }

  /** Whether this is a short text after another, in a turn like its own. */
  isOneMoreShort(placed: Placed): boolean {
    return isOneMore(placed, this.#short);
  }

  /** Counts what was placed: as the answer to a prompt, or as what nobody asked for. */
  count({ place: { user, turn }, part, prompt }: Placed): void {
    if (user && prompt && prompt !== this.#answered) {
      this.#answers.add(prompt);
      this.#answered = prompt;
      this.#counted = turn;
    } else if (part.steps === 1 && this.#prompt && turn !== this.#counted) this.#unasked.push(turn);
  }
}

/** With no prompt before it in the page: what came by itself, and holds nothing that the person wrote. */
function placedAlone(part: Region, prompts: readonly Prompt[], newest: Prompt | undefined): Placed | undefined {
  const text = normaliseText(deepText(part.element));
  const isTyped = prompts.some(({ words }) => words.isIn(text));
  const place = part.gained >= MOSTLY * text.length && !isTyped ? placeAlone(part.element) : undefined;
  return place && { place, part, ...(newest && isKept(newest) ? { prompt: newest } : {}) };
}

/** Where prompts stand. */
const echoesOf = (prompts: readonly Prompt[]): Element[] =>
  prompts.flatMap(({ echo }) => (echo?.isConnected ? echo : []));

const isByPrompt = (element: Element, prompts: readonly Prompt[]): boolean =>
  prompts.some(({ echo }) => echo?.isConnected === true && overlap(element, echo));

/** Whether the words stood so far where nobody sees them, such as in what the page shows on narrow screens, and here somebody does. */
const isCopy = (before: Element, now: Element): boolean => !before.checkVisibility() && now.checkVisibility();

/**
 * Whether something came into the person's turn: a name, a file, a time. As long as only a part of their words was there, what
 * shows it may be all of the conversation; then their turn is what shows the words now.
 */
function isBeside(element: Element, prompt: Prompt | undefined): boolean {
  const { echo, words } = prompt ?? {};
  if (!echo || !words || echo === element || !echo.contains(element)) return false;
  if (words.shownIn(deepText(echo, undefined, words.longestShown)) !== 'all') return false;
  const own = prompt?.isWhole ? undefined : echoApart(echo, element, words);
  if (prompt && own) Object.assign(prompt, { echo: own, isWhole: true });
  return !own;
}

/** What came after an earlier prompt: a label that comes before an answer is gone by then, or says the same again. */
const isOneMore = ({ place: { turn }, part }: Placed, short: Short | undefined): boolean =>
  short?.turn.isConnected === true &&
  short.turn !== turn &&
  isAlike(short.turn, turn) &&
  short.form !== formOf(part.element);

/** What a text says, but for its numbers. */
const formOf = (element: Element): string => deepText(element).replace(/\d+/g, '');
