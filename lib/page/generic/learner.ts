/**
 * Learns to read a page that no profile knows, by how AI text arrives: what the person typed turns up as a turn, and
 * what comes next to it and grows by itself is the answer. What it learns is a profile; the detector then reads by it,
 * and the learner looks on until the profile has held for a few answers.
 */
import { normaliseText } from '../../domain/text.ts';
import type { ToolProfile } from '../../tools/profile.ts';
import { Slices, type Work, Works } from '../schedule.ts';
import { awaitShadow, shadowOf } from '../shadow.ts';
import { watchArrivals } from './arrivals.ts';
import { type Candidate, weighed } from './candidate.ts';
import { echoFor, MOST_BESIDE, showsPart, showsPrompt } from './echo.ts';
import { type Evidence, probabilityOf, THRESHOLD } from './evidence.ts';
import { type Burst, Growth, type Region, regionOf } from './growth.ts';
import { profileOf, reads } from './learn.ts';
import { type Place, partAfter, partsBeside, placeAfter, placeAlone, regionIn } from './place.ts';
import { type Arrival, wholeOf } from './redrawn.ts';
import { deepText, holds, isNoText } from './tree.ts';
import { isEditable, type Prompt, Typed } from './typed.ts';

type Root = Document | ShadowRoot;

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
/** Elements that are asked for their shadow roots at once. */
const STEP = 400;
/** Most prompts that are looked for before an answer. */
const MOST_PROMPTS = 3;

interface Placed {
  place: Place;
  part: Region;
  prompt: Prompt;
}

export interface Learned {
  profile: ToolProfile;
  evidence: Evidence;
  probability: number;
}

export interface LearnerEvents {
  /** A profile that reads all answers seen so far; another one when a later answer was not read by it. */
  learned(learned: Learned): void;
  /** The profile has held for some answers: nothing is watched any more. */
  confirmed?(): void;
  /** Every candidate, for fitting the weights. */
  judged?(candidate: Candidate, evidence: Evidence): void;
}

export class Learner {
  readonly #events: LearnerEvents;
  readonly #signal: AbortSignal;
  readonly #typed: Typed;
  readonly #growth = new Growth();
  readonly #roots = new Set<Root>();
  readonly #addRoot: (root: Root) => void;
  readonly #steps: Slices<() => void>;
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
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Up to when bursts were judged. */
  #judgedMs = 0;

  constructor(events: LearnerEvents, signal: AbortSignal) {
    this.#events = events;
    this.#signal = signal;
    this.#typed = new Typed(signal);
    this.#steps = new Slices((step) => step(), 0, signal);
    this.#judging = new Works(signal);
    this.#addRoot = watchArrivals(
      {
        arrived: (arrival) => this.#arrived(arrival),
        added: (element) => this.#openWithin(element, true),
        settled: () => {
          this.#growth.looked();
          this.#judgeSoon();
        },
      },
      signal,
    );
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
    this.#open(document, false);
  }

  #open(root: Root, isNew: boolean): void {
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    this.#addRoot(root);
    this.#typed.observe(root);
    for (const element of root.children) this.#openWithin(element, isNew);
  }

  /** Looks for shadow roots in an element that came, or was there: a step at a time, since it may hold a whole page. */
  #openWithin(parent: Element, isNew: boolean): void {
    // Node by node: a list of all elements of a long page takes longer to make than a task may last.
    const walker = document.createTreeWalker(parent, NodeFilter.SHOW_ELEMENT);
    const step = () => {
      for (let count = 0; count < STEP; count++) {
        this.#openAt(walker.currentNode as Element, isNew);
        if (!walker.nextNode()) return;
      }
      // What was taken out meanwhile leads nowhere: from the top again.
      if (!walker.currentNode.isConnected) walker.currentNode = parent;
      if (parent.isConnected) this.#steps.add(step);
    };
    if (isNew) step();
    else this.#steps.add(step); // the script's own start is a task already
  }

  #openAt(element: Element, isNew: boolean): void {
    const shadow = shadowOf(element);
    if (shadow) this.#openShadow(shadow, isNew);
    // A component's script may come after its element, and fills it without a change that we could see.
    else if (element.tagName.includes('-')) awaitShadow(element, (root) => this.#openShadow(root, true), this.#signal);
  }

  #openShadow(shadow: ShadowRoot, isNew: boolean): void {
    if (this.#roots.has(shadow)) return;
    this.#open(shadow, isNew);
    // What it holds came with it, unless it was there when we came.
    if (!isNew) return;
    for (const element of shadow.children) for (const arrival of wholeOf(element)) this.#arrived(arrival);
    this.#judgeSoon();
  }

  #arrived(arrival: Arrival): void {
    const { element, gained } = arrival;
    if (element === document.body || isEditable(element) || isNoText(element)) return;
    if (gained === 0 || !this.#isPrompt(element)) this.#growth.note(arrival);
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
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#judge(), waitMs);
  }

  #judge(again = false): void {
    const burst = this.#growth.burst;
    if (burst && performance.now() - burst.lastMs < STILL_MS - 10) return this.#judgeSoon();
    const isRedrawn = burst && [...burst.grown.keys()].some((element) => !element.isConnected);
    // Drawn anew a moment ago: what stands in its place is known once that was looked at.
    if (isRedrawn && !again) this.#timer = setTimeout(() => this.#judge(true), REDRAWN_MS);
    else this.#judgeNow();
  }

  #judgeNow(): void {
    const burst = this.#growth.burst;
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
    this.#profile = profile;
    this.#held = 0;
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
      roots: [...this.#roots],
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
