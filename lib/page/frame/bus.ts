/**
 * Where the detector and the card meet: both run in the isolated world of one frame, which the page cannot see. DOM
 * events would not do, since a page can read and forge those.
 */
import type { Passage } from '../../domain/anchoring/anchor.ts';
import type { Anchored } from '../../domain/anchoring/resolve.ts';
import type { Trace } from '../../domain/output/trace.ts';
import type { OutputStatus } from '../../messages/to-background/output.ts';
import type { PassageWanted } from '../../messages/to-page/index.ts';
import type { Found } from '../detect/found.ts';
import type { Turns } from '../detect/turns.ts';

/** What the card is asked to show. */
export interface CardRequest {
  outputId: string;
  hash: string;
  trace: Trace;
  prompt?: string;
  /** What is selected in the output: becomes part of the next report. */
  passages: Passage[];
  /** Where the badge stands now, in viewport coordinates; undefined when it has gone. */
  place(): DOMRect | undefined;
  /** Where the output's text is now. */
  text(): DOMRect;
  /** What is selected in the output now. */
  selected(): Promise<Passage | undefined>;
  /** Whether an event happened in the text of the output: there a person selects, and the card stays. */
  isText(event: Event): boolean;
  /** Whether an event happened in our own part of the page. */
  isOurs(event: Event): boolean;
  /** Gives the keyboard focus back to the badge. */
  focusBadge(): void;
  /**
   * `hover` opens without taking the focus; `press` (click, Enter, Space) moves it into the card, `command` (the shortcut
   * for "flag") to the first choice of it.
   */
  by: 'hover' | 'press' | 'command';
}

/** A point of the viewport. */
export interface PointInView {
  x: number;
  y: number;
}

/** What the card offers to the detector once it is there. */
interface CardPort {
  open(request: CardRequest): void;
  close(): void;
  /** Whether the card of this output is open: it takes what is selected by itself. */
  shows(outputId: string): boolean;
}

/** What the passage script offers once it is there: injected when first needed, since most pages never do. */
interface PassagePort {
  /** The passage that is selected in an output; undefined where none is, or no passage can stand for it. */
  selected(found: Found, turns: Turns): Passage | undefined;
  /** Makes what shows passages in this frame; `pressed`: somebody clicked on marked words. */
  view(turns: Turns, pressed: (found: Found) => void): PassageView;
}

/** Shows one passage at a time. */
export interface PassageView {
  show(found: Found, wanted: PassageWanted): Anchored;
  renewed(found: Found): void;
  clear(): void;
}

/** A compose frame was closed, with what is typed saved or not; or what stands in it is (no longer) other than what was saved. */
export type ComposeNews = 'saved' | 'closed' | 'typed' | 'untouched';

export interface Bus {
  /** All outputs of this frame, and how they are read. */
  detector?: {
    all(): Iterable<Found>;
    now(): Iterable<Found>;
    turns: Turns;
    bringUp(found: Found): Promise<string | undefined>;
  };
  /** Set by the script that says where citations stand. */
  places?: boolean;
  /** Set by the passage script when it has loaded. */
  passages?: PassagePort;
  /** Set by the script of the bar at a selection: puts it up there; `press`: what a press on it does. */
  offer?(at: PointInView, press: () => void): void;
  /** Set by the card when it has loaded. */
  card?: CardPort;
  /** Set by an open card: whether it stays, since something typed in it was not saved. */
  holds?(): boolean;
  /** What was asked for before the card had loaded. */
  pending?: CardRequest;
  /** Told when more is known of an output of this frame: it has ended, or the background has answered. */
  readonly foundListeners: Set<(found: Found) => void>;
  /** Told of every status that changes in this frame. */
  readonly statusListeners: Set<(statuses: readonly OutputStatus[]) => void>;
  /** Told what the background says of the compose frame in this frame. */
  readonly composeListeners: Set<(news: ComposeNews) => void>;
  /** Aborted when the detector is retired; the card goes with it. */
  signal: AbortSignal;
}

const KEY = Symbol.for('countersign.bus');
const world = globalThis as { [KEY]?: Bus };

/** Makes this frame's bus. A detector that takes over from an older one starts a new one. */
export function openBus(signal: AbortSignal): Bus {
  const bus: Bus = { foundListeners: new Set(), statusListeners: new Set(), composeListeners: new Set(), signal };
  world[KEY] = bus;
  return bus;
}

/** This frame's bus, or undefined where no detector runs. */
export const findBus = (): Bus | undefined => world[KEY];

/** The attribute that every element of ours in a page carries, so that our own observers pass over it. */
export const OWN_ATTRIBUTE = 'data-countersign';
