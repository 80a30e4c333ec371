/** Messages into a page's content scripts, from the background and the side panel. Types and names only. */
import type { Passage } from '../../domain/anchoring/anchor.ts';
import type { Anchored } from '../../domain/anchoring/resolve.ts';
import type { Severity } from '../../domain/codes.ts';
import type { GateAnswered } from '../to-background/gate.ts';
import type { OutputStatus } from '../to-background/output.ts';
import type { Recognised } from '../to-background/reuse.ts';

/** One output of a frame as `outputs.list` answers it, in page order. */
export interface ListedOutput {
  /** The same for every version of one answer, within its frame and across visits where the tool has ids. */
  id: string;
  text: string;
  state: 'streaming' | 'complete';
  tool: string;
  evidence: string[];
  startedAt: string;
  completedAt?: string;
}

/** A link of an output, and where the claims end that it stands for. */
export interface PlacedCitation {
  url: string;
  at: number[];
}

/** A passage to be shown in a page. */
export interface PassageWanted {
  /** The id under which the page itself lists the output. */
  outputId: string;
  passage: Passage;
  severity: Severity;
  /** The text that the passage is of, where it is known. */
  ownText?: string;
  /** The one that a person chose, of several that it may be; code points. */
  choice?: { start: number; end: number };
  /** Whether to scroll to it, or only to look. */
  scroll: boolean;
}

/** Every message into a page: what it holds, and what it answers. */
export interface PageMessages {
  /** The outputs of this frame. */
  'outputs.list': { body: object; reply: ListedOutput[] };
  /** Where in an output's normalised text its links are citations of what comes before; code points, by address. */
  'citations.place': { body: { outputId: string }; reply: PlacedCitation[] | null };
  /** New statuses of outputs that this frame may hold. */
  'status.change': { body: { statuses: OutputStatus[] }; reply: null };
  /** Scroll to an output and mark it; answers whether it was there. */
  'output.reveal': { body: { outputId: string }; reply: boolean };
  /** How this frame is to be read has changed: ask again. */
  'reading.change': { body: object; reply: null };
  /** A person wants to say of a text in this frame whether it is AI text: of what is selected, or of what is picked. */
  'teach.begin': { body: { way: 'is' | 'isNot' | 'pick' }; reply: null };
  /** The person is done in another frame. */
  'teach.stop': { body: object; reply: null };
  /** Find a passage in an output and mark it; answers what became of it, or null where the output is not there. */
  'passage.show': { body: PassageWanted; reply: Anchored | null };
  /** Nobody looks at a passage any more. */
  'passage.clear': { body: object; reply: null };
  /**
   * Open the card of an output, with the focus in it; without an id, of that in which words are selected, and else, if `pointed`,
   * of that on which the context menu was opened. Answers whether there is one.
   */
  'flag.open': { body: { outputId?: string; pointed?: boolean }; reply: boolean | null };
  /** Give the notice beside a field the keyboard; answers whether there is one. */
  'reuse.focus': { body: object; reply: boolean | null };
  /**
   * A text was put in where nobody sees it, in a frame of this page: say here where it comes from, or stand there all the same
   * where nothing is known of it.
   */
  'reuse.show': { body: { known: Recognised | null }; reply: boolean | null };
  /**
   * A text that was put into a field of this frame must not be used any more, or has a corrected one. Answers whether it was said
   * there: `false` where nobody sees the frame, `null` where the text stands there no longer.
   */
  'reuse.change': { body: { known: Recognised }; reply: boolean | null };
  /** What the gate says of some texts has changed; without any, everything has to be asked anew. Answers whether it stands there. */
  'gate.change': { body: { answers?: GateAnswered[] }; reply: true };
  /** Give the notice at the gate the keyboard; answers whether there is one. */
  'gate.focus': { body: object; reply: boolean | null };
  /** A compose frame was closed: the card shows again what was stored. */
  'compose.closed': { body: { saved: boolean }; reply: null };
  /** Put a prompt into the field in which one writes to the tool; answers whether it stands there. */
  'brief.fill': { body: { text: string }; reply: boolean };
  /** What stands in the compose frame is other than what was saved, or is so no longer. Not what it is. */
  'compose.typed': { body: { changed: boolean }; reply: null };
}
export type PageMessageName = keyof PageMessages;

/**
 * Every name, with the script of a frame that hears it: the detector, or one that is injected when it is needed. A name
 * that is missing here does not compile, and what nobody hears would be lost without a word.
 */
export const HEARD_BY = {
  'outputs.list': 'detector',
  'citations.place': 'cited',
  'status.change': 'detector',
  'output.reveal': 'detector',
  'reading.change': 'detector',
  'teach.begin': 'teacher',
  'teach.stop': 'teacher',
  'passage.show': 'detector',
  'passage.clear': 'detector',
  'flag.open': 'detector',
  'reuse.focus': 'reuse',
  'reuse.show': 'reuse',
  'reuse.change': 'reuse',
  'gate.change': 'gate',
  'gate.focus': 'gate',
  'compose.closed': 'detector',
  'compose.typed': 'detector',
  'brief.fill': 'brief',
} as const satisfies Record<PageMessageName, 'brief' | 'detector' | 'cited' | 'teacher' | 'reuse' | 'gate'>;

/** What one of these scripts hears, and what it answers. */
export type AnswersOf<Script extends (typeof HEARD_BY)[PageMessageName]> = {
  [K in PageMessageName as (typeof HEARD_BY)[K] extends Script ? K : never]: (
    body: PageMessages[K]['body'],
  ) => PageMessages[K]['reply'] | undefined | Promise<PageMessages[K]['reply'] | undefined>;
};
