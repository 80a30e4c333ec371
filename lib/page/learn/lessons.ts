/** From the candidates of a page to a profile that reads them, until that has held for a few answers. */
import type { ToolProfile } from '../../tools/profile.ts';
import { regionIn, type Spoken } from '../framing/region.ts';
import { isOtherSpeaker } from '../framing/speakers.ts';
import type { Work } from '../ground/schedule.ts';
import { holds } from '../ground/tree.ts';
import { type Burst, spanIn } from '../grow/growth.ts';
import { isAlike, saysOtherThan } from '../grow/redrawn.ts';
import { type Candidate, weighed } from './candidate.ts';
import { type Evidence, probabilityOf, THRESHOLD } from './evidence.ts';
import { type Exemplar, isReadBy, leavesOut, profileOf, reads, readsAll, readsDocument } from './learn.ts';

/** Most answers that a profile is made from: the newest ones; and most of what is none, or beside them. */
const MOST_EXEMPLARS = 6;
const MOST_DOCUMENTS = 2;
/** Answers that a profile must have read before nobody looks on. */
const CONFIRMED = 4;

/** A turn in which something came, before it is told what of that is its text. */
export interface Seen extends Omit<Candidate, keyof Spoken> {
  /** What grew most in it, and all that grew. */
  grown: Element;
  burst: Burst;
}

interface Learned {
  profile: ToolProfile;
  /** What spoke for the answer that it was learned with. */
  evidence: Evidence | undefined;
}

export interface LessonEvents {
  /** A profile that reads all answers seen so far; another one when a later answer was not read by it. */
  learned(learned: Learned): void;
  /** Every candidate, for fitting the weights. */
  judged?(candidate: Candidate, evidence: Evidence): void;
}

interface Heard {
  /** What a profile reads is known, before anybody else hears of it; undefined where it is a guess that has not held yet. */
  known(profile: ToolProfile | undefined): void;
  /** It has held for some answers: what comes need not be looked at any more. */
  confirmed(): void;
}

export class Lessons {
  readonly #events: LessonEvents;
  readonly #heard: Heard;
  #exemplars: Candidate[] = [];
  /** Documents that were written beside the conversation. */
  #documents: Exemplar[] = [];
  /**
   * What is no answer: turns that were read as one and are a person's; and what came in one piece elsewhere while an answer grew, since
   * who writes the one does not write the other meanwhile.
   */
  readonly #apart: { persons: Element[]; meanwhile: Element[] } = { persons: [], meanwhile: [] };
  /** The last turn whose text was seen to grow, where it was not sure to be an answer. */
  #unsure: Candidate | undefined;
  #profile: ToolProfile | undefined;
  #evidence: Evidence | undefined;
  /** Turns that the profile has read. */
  #held = new WeakSet<Element>();
  #heldCount = 0;

  /** `profile`: what was learned here before. */
  constructor(events: LessonEvents, profile: ToolProfile | undefined, heard: Heard) {
    this.#events = events;
    this.#profile = profile;
    this.#heard = heard;
  }

  /** Learns from a candidate, if it is an answer. Stops on its way, so that no task is long. */
  *take({ grown, burst, ...seen }: Seen): Work<void> {
    // Here, and not when it came: this may be later than that, and then more of the turn is there to tell its text by.
    const candidate: Candidate = { ...seen, ...regionIn(seen.turn, grown, burst, seen.words) };
    if (!candidate.region.isConnected || hasMadeRoom(grown, seen.turn)) return;
    yield;
    // What the profile reads need not be weighed: looks at the whole page are dear.
    const isKnown = this.#profile !== undefined && reads(this.#profile, candidate);
    const isRead =
      this.#tellApart(meanwhile(candidate, burst)) &&
      isKnown &&
      this.#profile &&
      leavesOut(this.#profile, [candidate, ...this.#othersThan(candidate)]);
    if (isRead && !this.#events.judged) return this.#hold(candidate);
    // What was told apart knows better.
    if (candidate.isGuessed && this.#exemplars.some(({ isGuessed }) => !isGuessed)) return;
    if (!isKnown && this.#knowsBetter(candidate)) return;
    yield;
    const evidence = yield* weighed(candidate);
    this.#events.judged?.(candidate, evidence);
    if (isRead) return this.#hold(candidate);
    // What goes on after a pause is an answer as much as what came before it; and what is read, whatever else frames it.
    const isAnswer = isKnown || this.#exemplars.some(({ turn }) => turn === candidate.turn);
    if (!isAnswer && probabilityOf(evidence) < THRESHOLD) return this.#doubt(candidate);
    this.#remember(toldBetter(this.#unsure, candidate) ?? candidate);
    this.#evidence = evidence;
    yield* this.#learn();
  }

  /** Remembers what is none of an answer. Whether the profile leaves out what is new of that. */
  #tellApart(others: readonly Element[]): boolean {
    const fresh = others.filter((other) => !this.#apart.meanwhile.some((known) => isAlike(known, other)));
    this.#apart.meanwhile = [...fresh, ...this.#apart.meanwhile]
      .filter(({ isConnected }) => isConnected)
      .slice(0, MOST_EXEMPLARS);
    return !fresh.some((other) => this.reads(other));
  }

  #doubt(candidate: Candidate): void {
    if (candidate.hasGrown) this.#unsure = candidate;
  }

  /** Whether text that was seen to grow told what this one's text is: it came at once, with a note below it perhaps. */
  #knowsBetter(candidate: Candidate): boolean {
    const hasGrown = this.#othersThan(candidate).some((other) => other.hasGrown);
    return hasGrown && !candidate.hasGrown && this.#profile !== undefined && readsAll(this.#profile, candidate);
  }

  /** A document was written beside the conversation. By itself nothing tells it from what others write: an answer must be known. */
  *takeDocument(turn: Element, burst: Burst): Work<void> {
    const document: Exemplar = { turn, region: regionIn(turn, turn, burst).region };
    const others = this.#documents.filter(({ region }) => region.isConnected && region !== document.region);
    this.#documents = [document, ...others].slice(0, MOST_DOCUMENTS);
    yield* this.learnDocuments();
  }

  /** Learns to read the documents that came, where an answer is known and they are not read yet. */
  *learnDocuments(): Work<void> {
    const isUnread = this.#documents.some((seen) => !this.#profile || !readsDocument(this.#profile, seen));
    if (isUnread && this.#exemplars.length > 0) yield* this.#learn();
  }

  /** What the profile reads is the person's: another profile leaves it out. */
  *leaveOut(turn: Element): Work<void> {
    if (this.#exemplars.length === 0 || this.#apart.persons.includes(turn)) return;
    this.#apart.persons = [turn, ...this.#apart.persons.filter((other) => other.isConnected)].slice(0, MOST_EXEMPLARS);
    yield* this.#learn();
  }

  /** Whether the profile takes an element for a part of an answer. */
  reads(element: Element): boolean {
    return this.#profile !== undefined && isReadBy(this.#profile, element);
  }

  /** Whether another name than that of the answers stands above a turn's text. */
  isOtherSpeaker(turn: Element): boolean {
    return isOtherSpeaker(turn, this.#exemplars);
  }

  *#learn(): Work<void> {
    const profile =
      (yield* profileOf(this.#exemplars, this.#apart.persons, this.#documents, this.#apart.meanwhile)) ??
      (yield* profileOf(this.#exemplars.slice(0, 1), this.#apart.persons, this.#documents));
    if (!profile) return;
    this.#profile = profile;
    this.#held = new WeakSet();
    this.#heldCount = 0;
    // By a guess nothing is followed: what comes next is to be looked at without it.
    this.#heard.known(this.#exemplars.every(({ isGuessed }) => isGuessed) ? undefined : profile);
    yield;
    this.#events.learned({ profile, evidence: this.#evidence });
  }

  /** An answer that the profile reads: after a few of them it is believed. One that pauses is the same one all the same. */
  #hold(candidate: Candidate): void {
    this.#remember(candidate);
    if (this.#held.has(candidate.turn)) return;
    this.#held.add(candidate.turn);
    if (this.#heldCount === 0) this.#heard.known(this.#profile);
    if (++this.#heldCount >= CONFIRMED) this.#heard.confirmed();
  }

  #remember(candidate: Candidate): void {
    this.#exemplars = [candidate, ...this.#othersThan(candidate)].slice(0, MOST_EXEMPLARS);
  }

  /**
   * The other exemplars, but for what turned out to hold several turns; where this one's text was told from what frames it,
   * without those that came at once, all of a turn.
   */
  #othersThan(candidate: Candidate): Candidate[] {
    return this.#exemplars.filter(
      ({ turn, region, isGuessed, hasGrown }) =>
        turn.isConnected &&
        !holds(turn, candidate.turn) &&
        region.isConnected &&
        (candidate.isGuessed || !isGuessed) &&
        (hasGrown || region !== turn || !candidate.hasGrown || candidate.region === candidate.turn),
    );
  }
}

/** A shorter text may be a time, or a name that came with another turn. */
const SHORTEST_OTHER = 20;

/** What came in one piece while an answer grew, in another turn. */
function meanwhile({ turn, list, user, hasGrown }: Candidate, burst: Burst): Element[] {
  const [firstMs, lastMs] = spanIn(burst, turn);
  return [...burst.grown].flatMap(([element, { beats, gained, firstMs: cameMs }]) => {
    const isMeanwhile = hasGrown && beats.size === 1 && cameMs > firstMs && cameMs < lastMs;
    const isOther = isMeanwhile && gained >= SHORTEST_OTHER && element.isConnected && !holds(turn, element);
    return isOther && !(user && holds(user, element)) && !holds(element, list) ? element : [];
  });
}

/** What was not sure to be an answer, where it was seen to grow as one that is built alike was not. */
const toldBetter = (unsure: Candidate | undefined, { hasGrown, turn }: Candidate): Candidate | undefined =>
  !hasGrown && unsure?.region.isConnected && isAlike(unsure.turn, turn) ? unsure : undefined;

/** Whether what grew is gone by now, and nothing in its turn goes on with it: a tool thought that before it answered. */
const hasMadeRoom = (grown: Element, turn: Element): boolean => !grown.isConnected && saysOtherThan([grown], turn);
