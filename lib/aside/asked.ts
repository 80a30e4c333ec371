/** What a page has worked out in a thread of its own, so that it can go on drawing and listening. */
import type { LineAsked } from '../store/ask/line.ts';

/** A line as it is asked for, answered whenever it changes; `stop`: nobody asks any more. */
export type AskedAside = { number: number } & ({ line: LineAsked } | { stop: true });

/** A line, its bytes handed over. */
export interface LineAnswer {
  bytes: Uint8Array<ArrayBuffer>;
  /** How many outputs have not been looked through for the words that were asked for. */
  left: number;
}

export type AnsweredAside = { number: number } & ({ line: LineAnswer } | { failed: string });
