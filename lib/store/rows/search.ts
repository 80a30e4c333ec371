/** Rows of the index of words: what is in it, and what is to be put into it. */
import { newId } from '../../domain/ids.ts';
import type { Output } from '../../domain/output/output.ts';
import type { PackedWords } from '../search/packed.ts';

/** An output whose words are to be put into the index anew, or taken out of it. */
export interface UnsearchedRow {
  hash: string;
  /** When it last changed: the newest are put in first. */
  at: string;
  /** Another one with each change: what was read before it does not count. */
  mark: string;
}

/** In which shards of the index the words of an output are: of the last one they hold, in the others they are of before. */
export interface SearchedRow {
  hash: string;
  shards: number[];
}

/** A part of the index: the words of so many outputs. */
export interface ShardRow {
  shard?: number;
  size: number;
  /** Another one each time that it is written. */
  mark: string;
  /** Outputs of it that older shards hold as they were before. */
  moved: string[];
  words: PackedWords;
}

/** Whether somebody said anything of it: what was only seen is looked for by nobody. */
export const isSpokenOf = ({ reports, decisions, inProcess }: Output): boolean =>
  reports.length + decisions.length > 0 || inProcess !== undefined;

export const unsearchedOf = ({ hash, updatedAt }: Pick<Output, 'hash' | 'updatedAt'>): UnsearchedRow => ({
  hash,
  at: updatedAt,
  mark: newId(),
});
