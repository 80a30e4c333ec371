/**
 * Learns to read a page that no profile knows, by how AI text arrives: what the person typed turns up as a turn, and
 * what comes next to it and grows by itself is the answer. What it learns is a profile; the detector then reads by it,
 * and the learner looks on until the profile has held for a few answers.
 */
import { normaliseText } from '../../domain/output/text.ts';
import type { ToolProfile } from '../../tools/profile.ts';
import { Roots } from '../ground/roots.ts';
import { type Work, worksUntil } from '../ground/schedule.ts';
import { deepText, isNoText, type Root } from '../ground/tree.ts';
import { watchArrivals } from '../grow/arrivals.ts';
import { Bursts } from '../grow/bursts.ts';
import { type Burst, regionOf } from '../grow/growth.ts';
import { type Arrival, wholeOf } from '../grow/redrawn.ts';
import { isEditable } from '../prompt/typed.ts';
import type { Candidate } from './candidate.ts';
import { Conversation } from './conversation.ts';
import { type LessonEvents, Lessons } from './lessons.ts';
import { partsBeside, regionIn } from './place.ts';

/** Answers shorter than this are not learned from: a word alone is a label as often as an answer. */
const SHORTEST = 20;

export class Learner {
  readonly #roots: Roots;
  readonly #addRoot: (root: Root) => void;
  readonly #conversation: Conversation;
  readonly #bursts: Bursts;
  readonly #lessons: Lessons;
  /** Whether what is known need not be looked at. While weights are fitted, all is looked at in one way. */
  readonly #follows: boolean;

  /** `known`: the profile that was learned here before, by which the page is read. */
  constructor(events: LessonEvents, signal: AbortSignal, known?: ToolProfile) {
    this.#follows = events.judged === undefined;
    // Bursts are judged one after another.
    const judging = worksUntil(signal);
    this.#bursts = new Bursts((burst) => judging.add(this.#judge(burst)), signal);
    this.#bursts.know(known);
    this.#lessons = new Lessons(events, known, (profile) => this.#bursts.know(profile));
    this.#conversation = new Conversation(() => this.#bursts.end(), signal);
    this.#roots = new Roots((root, isNew) => this.#opened(root, isNew), signal);
    this.#addRoot = watchArrivals(
      {
        arrived: (arrival) => this.#arrived(arrival),
        followed: () => this.#bursts.followed,
        went: () => this.#bursts.went(),
        added: (element) => this.#roots.openWithin(element, true),
        settled: () => this.#bursts.looked(),
      },
      signal,
    );
    this.#roots.open(document, false);
  }

  #opened(root: Root, isNew: boolean): void {
    this.#addRoot(root);
    this.#conversation.observe(root);
    // What a shadow root holds came with it, unless it was there when we came.
    if (!isNew || !(root instanceof ShadowRoot)) return;
    for (const element of root.children) for (const arrival of wholeOf(element)) this.#arrived(arrival);
    this.#bursts.judgeSoon();
  }

  #arrived(arrival: Arrival): void {
    const { element, gained } = arrival;
    if (element === document.body || isEditable(element) || isNoText(element)) return;
    if (gained > 0 && this.#conversation.isPrompt(element)) return;
    this.#bursts.note(arrival);
    if (gained > 0 && this.#follows && this.#conversation.isWaiting)
      this.#bursts.follow(element, this.#conversation.echo);
  }

  /** From what grew to a profile. Stops between its parts, so that no task is long. */
  *#judge(burst: Burst): Work<void> {
    const candidate = yield* this.#candidate(burst);
    if (candidate) yield* this.#lessons.take(candidate);
  }

  *#candidate(burst: Burst): Work<Candidate | undefined> {
    const conversation = this.#conversation;
    const grown = regionOf(burst, (element) => !isEditable(element) && !conversation.isTypedIn(element));
    if (!grown || normaliseText(deepText(grown.element, undefined, 50 * SHORTEST)).length < SHORTEST) return undefined;
    yield;
    const placed = yield* conversation.placeOf(grown, burst);
    if (!placed) return undefined;
    const { place, part, prompt } = placed;
    yield;
    const region = regionIn(place.turn, part.element, burst);
    yield;
    return {
      ...place,
      region,
      roots: [...this.#roots.all],
      asked: conversation.promptsBefore(burst).length > 0,
      answers: conversation.answers,
      gained: part.gained,
      steps: part.steps,
      grewMs: part.grewMs,
      own: part.own,
      inline: part.inline,
      perSecond: prompt ? (1_000 * part.gained) / Math.max(1, burst.lastMs - prompt.sentMs) : 0,
      unasked: conversation.unaskedIn(place.list),
      ...(prompt ? { promptText: prompt.text } : {}),
      beside: partsBeside(place, burst),
    };
  }
}
