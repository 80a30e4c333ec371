/** Rows of what figures are counted from: kept beside the outputs, so that counting does not go through their words. */
import { type CountedOutput, countedOf, isCounted } from '../../domain/figures/counted.ts';
import type { OutputRow } from './output.ts';

/** An output without its words. */
export interface CountedRow {
  hash: string;
  updatedAt: string;
  output: CountedOutput;
}

/** The row of an output; undefined of what is in no figure: what was only seen, and test texts. */
export function countedRowOf(row: OutputRow): CountedRow | undefined {
  const output = countedOf(row);
  return isCounted(output) && !row.probe ? { hash: row.hash, updatedAt: row.updatedAt, output } : undefined;
}
