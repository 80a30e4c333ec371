/** What a page has worked out in a thread of its own, so that it can go on drawing and listening. */
import type { QueueOrder } from '../domain/decision/sifted.ts';
import type { Change } from '../domain/figures/changes.ts';
import type { Dimension } from '../domain/figures/counted.ts';
import type { ShownLimit } from '../domain/figures/limits.ts';
import type { Range } from '../domain/figures/months.ts';
import type { CostlyPattern } from '../domain/figures/next-steps.ts';
import type { Scope, Setting, View } from '../domain/figures/view.ts';
import type { PackAsked, PackRead } from '../domain/policy/periodic/pack.ts';
import type { METRICS } from '../metrics/index.ts';
import type { LineAsked } from '../store/ask/line.ts';
import type { OutputRow } from '../store/rows/output.ts';

/** All figures as they were at a time: counted once for a scope and a time, and shown by any range and split. */
export interface FiguresAsked {
  scope: Scope;
  setting: Setting;
  range: Range;
  split: Dimension | undefined;
}

/** What goes out with a defect, under the rules of a setting. */
export type LimitsAsked = Pick<FiguresAsked, 'scope' | 'setting'>;

/**
 * What is asked: a line is answered whenever it changes, figures, limits, packs and words once; `prepare`: words are about to be looked
 * for in a line of that order, which is not answered; `stop`: nobody asks any more.
 */
export type AsideAsked =
  | { line: LineAsked }
  | { figures: FiguresAsked }
  | { limits: LimitsAsked }
  | { pack: PackAsked }
  | { words: string }
  | { prepare: QueueOrder };
export type AskedAside = { number: number } & (AsideAsked | { stop: true });

/** A line, its bytes handed over. */
export interface LineAnswer {
  bytes: Uint8Array<ArrayBuffer>;
  /** How many outputs have not been looked through for the words that were asked for. */
  left: number;
  /** Older outputs are looked through still: what they add follows. */
  isPart?: boolean;
  /** Its first rows, as they were then. */
  rows?: readonly OutputRow[];
}

export interface FiguresAnswer {
  /** How many outputs something happened to. */
  outputs: number;
  /** By which a split shows anything. */
  dimensions: Dimension[];
  /** What costs most in the range, and how many texts wait past their time: what to do next. */
  patterns: CostlyPattern[];
  late: number;
  /** What changed in the last twelve months: rules, models, profiles of tools. */
  changes: Change[];
  /** Of each metric, by its id. */
  views: { id: (typeof METRICS)[number]['id']; view: View }[];
}

/** `found`: outputs that somebody said something of and that hold the words, some of them where there are many. */
export type AsideAnswer =
  | { line: LineAnswer }
  | { figures: FiguresAnswer }
  | { limits: ShownLimit[] }
  | { pack: PackRead }
  | { found: string[] };
export type AnsweredAside = { number: number } & (AsideAnswer | { failed: string });
