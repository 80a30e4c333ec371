/** One frame and how it is read: asked in rounds, since what is known of a site may change while its page is open. */
import type { Anchored } from '../../domain/anchoring/resolve.ts';
import type { OutputStatus } from '../../messages/to-background/output.ts';
import type { ListedOutput, PassageWanted } from '../../messages/to-page/index.ts';
import { readsAlike } from '../../tools/learned.ts';
import type { ToolProfile } from '../../tools/profile.ts';
import { soundProfile } from '../../tools/selectors.ts';
import type { Found } from '../detect/found.ts';
import { Turns } from '../detect/turns.ts';
import type { ComposeNews, PointInView } from './bus.ts';
import { findBeyond, type Teachable } from './teachable.ts';

/** The end of a selection: what it happened in, and where; by the keyboard it happened at no point. */
export interface Selecting {
  path: readonly EventTarget[];
  point: PointInView | undefined;
}

/** What reads a frame by one profile. */
export interface FramePage {
  found(): Found[];
  all(): Iterable<Found>;
  list(): ListedOutput[];
  setStatuses(statuses: readonly OutputStatus[]): null;
  /** Scrolls to an output and marks it; answers whether it was there. */
  reveal(outputId: string): boolean;
  /** Opens a card for the keyboard: that of an id, or that of the output in which words are selected, or that was pointed at. */
  flag(outputId: string | undefined, pointed?: boolean): Promise<boolean>;
  /** The context menu was opened in these elements. */
  point(path: readonly EventTarget[]): void;
  /** A person may have selected words: those of an answer can be flagged where they stand. */
  offerFlag(at: Selecting): void;
  showPassage(wanted: PassageWanted): Promise<Anchored | null> | undefined;
  clearPassage(): null;
  tellCard(news: ComposeNews): null;
  /** Tells the background of everything that it was told of before. */
  tellAgain(): void;
  /** Drops what is no turn any more, and finds what was none before. */
  lookOver(): void;
}

/** How a frame is read, until it is read in another way. */
interface Reading {
  turns: Turns;
  /** The profile as it came, also where the browser does not take all of it. */
  given: ToolProfile;
  page: FramePage;
  end: AbortController;
}

export class Frame implements Teachable {
  /** Aborted when a newer script of ours takes over. */
  readonly signal: AbortSignal;
  readonly #open: (turns: Turns, until: AbortSignal, earlier: readonly Found[]) => FramePage;
  round = new AbortController();
  #reading: Reading | undefined;
  /** What was found here last: the same texts stay the same outputs, however they are read. */
  #earlier: readonly Found[] = [];
  /** Turns that a person said are no AI text: for this page. */
  readonly #ignored = new WeakSet<Element>();
  /** The known tool whose marker was found in the page. */
  marker: string | undefined;
  known: ToolProfile | undefined;
  pastes: Teachable['pastes'] = [];
  /** Whether the frame is learned, also while it is read. */
  learns = false;

  constructor(open: (turns: Turns, until: AbortSignal, earlier: readonly Found[]) => FramePage, signal: AbortSignal) {
    this.#open = open;
    this.signal = signal;
    signal.addEventListener('abort', () => this.begin());
  }

  /** How it is read now. */
  get turns(): Turns | undefined {
    return this.#reading?.turns;
  }

  /** Set while the frame is read. */
  get page(): FramePage | undefined {
    return this.#reading?.page;
  }

  /** Ends how the frame was read and what waited in it, and gives the signal of the new round. */
  begin(marker?: string): AbortSignal {
    this.round.abort();
    this.#close();
    this.marker = marker;
    this.round = new AbortController();
    return this.round.signal;
  }

  #close(): void {
    this.#earlier = this.page?.found() ?? this.#earlier;
    this.#reading?.end.abort();
    this.#reading = undefined;
  }

  /** Reads the frame by a profile, and no more by the one before; without the selectors that this browser does not take. */
  read(profile: ToolProfile, evidence?: readonly string[]): void {
    if (this.isReadBy(profile)) return;
    this.#close();
    const sound = soundProfile(profile, document.createDocumentFragment());
    if (!sound) return console.debug('Countersign: a profile of which the browser takes no turn:', profile.id);
    const end = new AbortController();
    const turns = new Turns(sound, evidence, this.#ignored, findBeyond);
    this.#reading = { turns, given: profile, page: this.#open(turns, end.signal, this.#earlier), end };
  }

  found(): Found[] {
    return this.page?.found() ?? [];
  }

  all(): Iterable<Found> {
    return this.page?.all() ?? [];
  }

  ignore(turn: Element, ignored: boolean): void {
    if (ignored) this.#ignored.add(turn);
    else this.#ignored.delete(turn);
    this.page?.lookOver();
  }

  isReadBy(profile: ToolProfile): boolean {
    return this.#reading !== undefined && readsAlike(this.#reading.given, profile);
  }
}
