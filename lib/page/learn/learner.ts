/**
 * Learns to read a page that no profile knows, by how AI text arrives: what the person typed turns up as a turn, and
 * what comes next to it and grows by itself is the answer. What it learns is a profile; the detector then reads by it,
 * and the learner looks on until the profile has held for a few answers.
 */
import { normaliseText } from '../../domain/output/text.ts';
import type { ToolProfile } from '../../tools/profile.ts';
import { type Root, Roots } from '../ground/roots.ts';
import { type Work, Works } from '../ground/schedule.ts';
import { deepText, holds, isNoText } from '../ground/tree.ts';
import { watchArrivals } from '../grow/arrivals.ts';
import { type Burst, Growth, type Region, regionOf } from '../grow/growth.ts';
import { type Arrival, wholeOf } from '../grow/redrawn.ts';
import { echoFor, MOST_BESIDE, showsPart, showsPrompt } from '../prompt/echo.ts';
import { isEditable, type Prompt, Typed } from '../prompt/typed.ts';
import { type Candidate, weighed } from './candidate.ts';
import { type Evidence, probabilityOf, THRESHOLD } from './evidence.ts';
import { Followed } from './followed.ts';
import { profileOf, reads } from './learn.ts';
import { type Place, partAfter, partsBeside, placeAfter, placeAlone, regionIn } from './place.ts';

/** A candidate is judged when its text has been still for this long; again when more comes. */
const STILL_MS = 550;
/** Within this time what was drawn anew has been looked at. */
const REDRAWN_MS = 200;
/** Answers shorter than this are not learned from: a word alone is a label as often as an answer. */
const SHORTEST = 20;
/** Most answers that a profile is made from: the newest ones. */
const MOST_EXEMPLARS = 6;
/** Answers that a profile must have read before nobody looks on. */
const CONFIRMED = 4;

/** The part of a text that must have come in one burst to be taken for an answer without a prompt. */
const MOSTLY = 0.7;
/** Most prompts that are looked for before an answer. */
const MOST_PROMPTS = 3;

interface Placed {
  place: Place;
  part: Region;
  prompt: Prompt;
}

interface Learned {
  profile: ToolProfile;
  evidence: Evidence;
  probability: number;
}

interface LearnerEvents {
  /** A profile that reads all answers seen so far; another one when a later answer was not read by it. */
  learned(learned: Learned): void;
  /** The profile has held for some answers: nothing is watched any more. */
  confirmed?(): void;
  /** Every candidate, for fitting the weights. */
  judged?(candidate: Candidate, evidence: Evidence): void;
}

export class Learner {
  readonly #events: LearnerEvents;
  readonly #typed: Typed;
  readonly #growth = new Growth();
  readonly #roots: Roots;
  readonly #addRoot: (root: Root) => void;
  /** Bursts that are judged, one after another. */
  readonly #judging: Works;
  /** The prompt that turned up last, and the one that the last answer was to. */
  #prompt: Prompt | undefined;
  #echo: Element | undefined;
  #answered: Prompt | undefined;
  #counted: Element | undefined;
  /** Prompts after which an answer came. */
  #answers = 0;
  /** What came in one piece with no prompt before it, since the first prompt. */
  #unasked: Element[] = [];
  #exemplars: Candidate[] = [];
  #profile: ToolProfile | undefined;
  #held = 0;
  readonly #followed = new Followed();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Up to when bursts were judged. */
  #judgedMs = 0;

  /** `known`: the profile that was learned here before, by which the page is read. */
  constructor(events: LearnerEvents, signal: AbortSignal, known?: ToolProfile) {
    this.#events = events;
    this.#know(known);
    this.#typed = new Typed(signal);
    this.#roots = new Roots((root, isNew) => this.#opened(root, isNew), signal);
    this.#judging = new Works(signal);
    this.#addRoot = watchArrivals(
      {
        arrived: (arrival) => this.#arrived(arrival),
        followed: () => this.#followed.element,
        went: () => {
          const arrival = this.#followed.came();
          if (arrival) this.#growth.note(arrival);
        },
        added: (element) => this.#roots.openWithin(element, true),
        settled: () => {
          this.#growth.looked();
          this.#judgeSoon();
        },
      },
      signal,
    );
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
    this.#roots.open(document, false);
  }

  #opened(root: Root, isNew: boolean): void {
    this.#addRoot(root);
    this.#typed.observe(root);
    // What a shadow root holds came with it, unless it was there when we came.
    if (!isNew || !(root instanceof ShadowRoot)) return;
    for (const element of root.children) for (const arrival of wholeOf(element)) this.#arrived(arrival);
    this.#judgeSoon();
  }

  #arrived(arrival: Arrival): void {
    const { element, gained } = arrival;
    if (element === document.body || isEditable(element) || isNoText(element)) return;
    if (gained > 0 && this.#isPrompt(element)) return;
    this.#growth.note(arrival);
    // While weights are fitted, all is looked at in one way.
    if (gained > 0 && this.#prompt !== this.#answered && !this.#events.judged)
      this.#followed.begin(element, this.#echo);
  }

  #know(profile: ToolProfile | undefined): void {
    this.#profile = profile;
    this.#followed.know(profile);
    this.#held = 0;
  }

  /** Whether these are the person's own words turning up in the page: then they are a prompt, and not growth. */
  #isPrompt(element: Element): boolean {
    const prompt = showsPrompt(element, this.#typed.prompts());
    if (!prompt) return showsPart(element, this.#typed.prompts());
    if (prompt === this.#prompt && this.#echo?.isConnected && !isSamePlace(element, this.#echo)) return false; // quoted
    if (prompt !== this.#prompt) {
      this.#judgeNow(); // what grew before the next prompt is the answer to the last one
      this.#growth.end();
    }
    this.#prompt = prompt;
    this.#echo = element;
    return true;
  }

  /** Judges a burst once it is still, however busy the rest of the page is. */
  #judgeSoon(): void {
    const burst = this.#growth.burst;
    if (!burst || this.#judgedMs >= burst.lastMs) return;
    const waitMs = Math.max(0, burst.lastMs + STILL_MS - performance.now());
    // One that waits already asks again when its time has come.
    this.#timer ??= setTimeout(() => this.#judge(), waitMs);
  }

  #judge(again = false): void {
    this.#timer = undefined;
    const burst = this.#growth.burst;
    if (burst && performance.now() - burst.lastMs < STILL_MS - 10) return this.#judgeSoon();
    const isRedrawn = burst && [...burst.grown.keys()].some((element) => !element.isConnected);
    // Drawn anew a moment ago: what stands in its place is known once that was looked at.
    if (isRedrawn && !again) this.#timer = setTimeout(() => this.#judge(true), REDRAWN_MS);
    else this.#judgeNow();
  }

  #judgeNow(): void {
    const burst = this.#growth.burst;
    this.#followed.end();
    if (!burst || this.#judgedMs >= burst.lastMs) return;
    this.#judgedMs = burst.lastMs;
    this.#judging.add(this.#weigh(burst));
  }

  /** From what grew to a profile. Stops between its parts, so that no task is long. */
  *#weigh(burst: Burst): Work {
    const candidate = yield* this.#candidate(burst);
    if (!candidate) return;
    // What the profile reads need not be weighed: looks at the whole page are dear.
    const isRead = this.#profile !== undefined && reads(this.#profile, candidate);
    if (isRead && !this.#events.judged) return this.#hold(candidate);
    yield;
    const evidence = yield* weighed(candidate);
    this.#events.judged?.(candidate, evidence);
    const probability = probabilityOf(evidence);
    if (isRead) return this.#hold(candidate);
    if (probability < THRESHOLD) return;
    this.#remember(candidate);
    const profile = (yield* profileOf(this.#exemplars)) ?? (yield* profileOf([candidate]));
    if (!profile) return;
    this.#know(profile);
    yield;
    this.#events.learned({ profile, evidence, probability });
  }

  /** An answer that the profile reads: after a few of them it is believed. */
  #hold(candidate: Candidate): void {
    this.#remember(candidate);
    if (++this.#held >= CONFIRMED) this.#events.confirmed?.();
  }

  #remember(candidate: Candidate): void {
    const others = this.#exemplars.filter(
      ({ turn, region }) => turn.isConnected && turn !== candidate.turn && region.isConnected,
    );
    this.#exemplars = [candidate, ...others].slice(0, MOST_EXEMPLARS);
  }

  *#candidate(burst: Burst): Work<Candidate | undefined> {
    const grown = regionOf(burst, (element) => !isEditable(element) && !this.#typed.isTypedIn(element));
    if (!grown || normaliseText(deepText(grown.element, undefined, 50 * SHORTEST)).length < SHORTEST) return undefined;
    yield;
    const found = yield* this.#placeAfterPrompt(grown, burst);
    const place = found?.place ?? this.#placeAlone(grown);
    if (!place) return undefined;
    const part = found?.part ?? grown;
    this.#count(place, part, found?.prompt);
    yield;
    const region = regionIn(place.turn, part.element, burst);
    yield;
    const { list } = place;
    return {
      ...place,
      region,
      roots: [...this.#roots.all],
      asked: this.#promptsBefore(burst).length > 0,
      answers: this.#answers,
      gained: part.gained,
      steps: part.steps,
      grewMs: part.grewMs,
      own: part.own,
      inline: part.inline,
      perSecond: found ? (1_000 * part.gained) / Math.max(1, burst.lastMs - found.prompt.sentMs) : 0,
      unasked: this.#unasked.filter((element) => element.isConnected && holds(list, element) && element !== list)
        .length,
      ...(found ? { promptText: found.prompt.text } : {}),
      beside: partsBeside(place, burst),
    };
  }

  /** The person's newest words before the answer, and where both stand. */
  *#placeAfterPrompt(grown: Region, burst: Burst): Work<Placed | undefined> {
    for (const prompt of this.#promptsBefore(burst).slice(0, MOST_PROMPTS)) {
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
  #placeAlone({ element, gained }: Region): Place | undefined {
    const text = normaliseText(deepText(element));
    const isOwn = gained >= MOSTLY * text.length && !this.#typed.prompts().some((prompt) => text.includes(prompt.text));
    return isOwn ? placeAlone(element) : undefined;
  }

  #promptsBefore({ startedMs }: Burst): Prompt[] {
    return this.#typed.prompts().filter(({ sentMs }) => sentMs <= startedMs);
  }

  #count({ user, turn }: Place, { steps }: Region, prompt?: Prompt): void {
    if (user && prompt && prompt !== this.#answered) {
      this.#answers++;
      this.#answered = prompt;
      this.#counted = turn;
    } else if (steps === 1 && this.#prompt && turn !== this.#counted) this.#unasked.push(turn);
  }
}

const isSamePlace = (a: Element, b: Element): boolean => holds(a, b) || holds(b, a);
