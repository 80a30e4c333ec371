/**
 * Learns to read a page that no profile knows, by how AI text arrives: what the person typed turns up as a turn, and
 * what comes next to it and grows by itself is the answer. What it learns is a profile; the detector then reads by it,
 * and the learner looks on until the profile has held for a few answers. From then on it only hears what is typed, so
 * that no turn of the person is ever read as an answer.
 */
import { normaliseText } from '../../domain/output/text.ts';
import type { ToolProfile } from '../../tools/profile.ts';
import { isFolded } from '../ground/folded.ts';
import { Roots } from '../ground/roots.ts';
import { type Slices, type Work, worksUntil } from '../ground/schedule.ts';
import { deepText, isNoText, type Root } from '../ground/tree.ts';
import { watchArrivals } from '../grow/arrivals.ts';
import { Bursts, STILL_MS } from '../grow/bursts.ts';
import { type Burst, type Region, regionOf } from '../grow/growth.ts';
import { keysIn } from '../grow/keys.ts';
import { type Arrival, wholeOf } from '../grow/redrawn.ts';
import type { Prompt } from '../prompt/typed.ts';
import { Locked } from '../working/locked.ts';
import { Conversation } from './conversation.ts';
import type { LessonEvents, Seen } from './lessons.ts';
import { LessonsToCome } from './lessons-port.ts';
import { partsBeside } from './place.ts';
import { isDocument, type Placed, without } from './placed.ts';

/** Answers of fewer keys than this are not learned from, unless they stream: a word alone is a label as often as an answer. */
const SHORTEST = 20;
const SHORTEST_STREAMED = 3;
/** More of a text is not read to see whether it is long enough. */
const LONG_ENOUGH = 1_000;

export class Learner {
  readonly #roots: Roots;
  readonly #addRoot: (root: Root) => void;
  readonly #conversation: Conversation;
  readonly #bursts: Bursts;
  readonly #lessons: LessonsToCome;
  readonly #locked: Locked;
  readonly #judging: Slices<Work>;
  /** Whether what is known need not be looked at. While weights are fitted, all is looked at in one way. */
  readonly #follows: boolean;

  /** `isLocked`: whether the page lets nobody ask on; `known`: the profile that was learned here before, by which it is read. */
  constructor(events: LessonEvents, signal: AbortSignal, isLocked: () => boolean, known?: ToolProfile) {
    this.#follows = events.judged === undefined;
    const looking = new AbortController();
    signal.addEventListener('abort', () => looking.abort());
    // Bursts are judged one after another.
    this.#judging = worksUntil(signal);
    this.#bursts = new Bursts((burst) => this.#judging.add(this.#judge(burst)), looking.signal);
    this.#bursts.know(known);
    const heard = {
      known: (profile: ToolProfile | undefined) => this.#bursts.know(profile),
      confirmed: () => this.#follows && looking.abort(),
    };
    this.#lessons = new LessonsToCome(
      (give) => give(events, known, heard),
      (work) => this.#judging.add(work),
      signal,
    );
    this.#locked = new Locked(isLocked, () => this.#bursts.isSteady(STILL_MS), looking.signal);
    const asked = () => {
      this.#lessons.bring();
      this.#locked.sent();
    };
    this.#conversation = new Conversation(this.#bursts, asked, signal);
    this.#roots = new Roots((root, isNew) => this.#opened(root, isNew), looking.signal);
    this.#addRoot = watchArrivals(
      {
        arrived: (arrival) => this.#arrived(arrival),
        added: (element) => this.#roots.openWithin(element, true),
        bursts: this.#bursts,
      },
      looking.signal,
    );
    this.#roots.open(document, false);
  }

  /**
   * Whether a turn that a profile reads holds what the person wrote, or, once it has ended, what a colleague did who took over:
   * it came at once, under another name. Then the profile is made anew, to leave it out.
   */
  isPersons(turn: Element, text: string, hasEnded = false): boolean {
    const isColleagues = hasEnded && !this.#bursts.streamedIn(turn, true) && this.#lessons.isOtherSpeaker(turn);
    const isPersons = isColleagues || this.#conversation.isPersons(turn, text);
    if (isPersons) this.#judging.add(this.#lessons.withThose((lessons) => lessons.leaveOut(turn)));
    return isPersons;
  }

  /** When a turn that grew piece by piece last did so: it may have been learned only after that. */
  streamedMs(turn: Element): number | undefined {
    return this.#bursts.streamedIn(turn) ? this.#bursts.lastMs : undefined;
  }

  #opened(root: Root, isNew: boolean): void {
    this.#addRoot(root);
    this.#conversation.observe(root);
    // What a shadow root holds came with it, unless it was there when we came.
    if (!isNew || !(root instanceof ShadowRoot)) return;
    const beats = [performance.now()];
    for (const element of root.children) for (const came of wholeOf(element)) this.#arrived({ ...came, beats });
    this.#bursts.judgeSoon();
  }

  #arrived(arrival: Arrival): void {
    const { element, gained, beats } = arrival;
    const conversation = this.#conversation;
    if (element === document.body || conversation.isField(element) || isNoText(element)) return;
    if (gained > 0 && conversation.isPrompt(element, beats[0])) return this.#shown(conversation.echo);
    this.#bursts.note(arrival);
    if (gained > 0) conversation.noteField();
    if (gained > 0 && this.#follows && conversation.isWaiting) this.#bursts.follow(element, conversation.echo);
  }

  /** The person's words turned up: where each turn stands in the last one, that was taken for a part of the answer. */
  #shown(prompt: Element | undefined): void {
    if (prompt && this.#lessons.reads(prompt))
      this.#judging.add(this.#lessons.withThose((lessons) => lessons.leaveOut(prompt)));
  }

  /** From what grew to a profile. Stops between its parts, so that no task is long. */
  *#judge(all: Burst): Work<void> {
    const burst = seenIn(all);
    const grown = regionOf(burst, (element) => !this.#conversation.isTypedIn(element));
    if (!grown || textIn(grown.element).length < SHORTEST_STREAMED) return;
    yield;
    const placed = yield* this.#conversation.placeOf(grown, burst);
    if (placed && isDocument(placed, burst)) return yield* this.#judgeBeside(placed.part, burst);
    const candidate = placed && (yield* this.#candidate(placed, burst));
    if (candidate) yield* this.#lessons.with((lessons) => lessons.take(candidate));
    yield* this.#lessons.withThose((lessons) => lessons.learnDocuments());
  }

  /** A document beside the conversation; and what grew in that meanwhile. */
  *#judgeBeside(part: Region, burst: Burst): Work<void> {
    yield* this.#lessons.with((lessons) => lessons.takeDocument(part.element, burst));
    const rest = without(burst, part.element);
    if (rest.grown.size > 0) yield* this.#judge(rest);
  }

  *#candidate(placed: Placed, burst: Burst): Work<Seen | undefined> {
    const { place, part, prompt } = placed;
    const conversation = this.#conversation;
    const text = textIn(part.element);
    const isShort = keysIn(text) < SHORTEST && (!prompt || part.steps < SHORTEST_STREAMED);
    const isOneMore = isShort && prompt !== undefined && conversation.isOneMoreShort(placed);
    if (isShort) conversation.countShort(placed);
    else conversation.count(placed);
    if (isShort && !isOneMore) return undefined;
    yield;
    return {
      ...place,
      grown: part.element,
      burst,
      roots: [...this.#roots.all],
      asked: conversation.promptsBefore(burst).length > 0,
      isKept: prompt !== undefined && !place.user,
      answers: conversation.answers,
      typed: (part.gained * keysIn(text)) / Math.max(1, text.length),
      steps: part.steps,
      grewMs: part.grewMs,
      own: part.own,
      inline: part.inline,
      perSecond: prompt ? (1_000 * part.gained) / Math.max(1, burst.lastMs - prompt.sentMs) : 0,
      unasked: conversation.unaskedIn(place.list),
      isLocked: prompt?.shownMs !== undefined && this.#locked.wasUntil(burst.startedMs, prompt.shownMs),
      ...(prompt ? { words: prompt.words, repliedMs: repliedMs(prompt, burst) } : {}),
      beside: partsBeside(place, burst),
    };
  }
}

/** How long after the question was drawn, as far as that was seen in time, else sent: a busy machine takes long to draw it. */
const repliedMs = ({ sentMs, shownMs = sentMs }: Prompt, { startedMs }: Burst): number =>
  startedMs - (shownMs < startedMs ? shownMs : sentMs);

/**
 * A burst without what nobody sees: a copy for screen readers, what a tool thought before it answered, be that folded away or
 * taken from its place ("Thought for 2 s" stands there now).
 */
const seenIn = (burst: Burst): Burst => ({ ...burst, grown: seenOf(burst.grown), earlier: seenOf(burst.earlier) });
const seenOf = (grown: Burst['grown']): Burst['grown'] =>
  new Map(
    [...grown].filter(
      ([element, { gained }]) => !element.isConnected || (isLeft(element, gained) && !isFolded(element, document.body)),
    ),
  );

/** An answer may be drawn anew, or made again: this many times what stands of it may have come. */
const MOST_MADE = 3;
const isLeft = ({ textContent }: Element, gained: number): boolean => MOST_MADE * (textContent?.length ?? 0) >= gained;

const textIn = (element: Element): string => normaliseText(deepText(element, undefined, LONG_ENOUGH));
