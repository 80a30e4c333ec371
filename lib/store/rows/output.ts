import { type PlaceInLine, placeInLine } from '../../domain/decision/place-in-line.ts';
import type { Output } from '../../domain/output/output.ts';
import { openRequests, unreviewedPasses } from '../../domain/output/process-record.ts';

/** An output's row: the fold, and ids by which it is looked up. */
export interface OutputRow extends Output {
  reportIds: string[];
  /** What waits for an answer, or for somebody to look at it; absent where nothing does. */
  waitingIds?: string[];
  /** Where it stands among all that wait for a decision; absent where it does not. */
  line?: PlaceInLine;
}

/** The row of an output. */
export function rowOf(output: Output): OutputRow {
  const reportIds = output.reports.map(({ reportId }) => reportId);
  const { inProcess } = output;
  const line = placeInLine(output);
  const row = { ...output, reportIds, ...(line ? { line } : {}) };
  if (!inProcess) return row;
  const asked = openRequests(inProcess).map(({ requestId }) => requestId);
  const waitingIds = [...asked, ...unreviewedPasses(inProcess).map(({ exceptionId }) => exceptionId)];
  return { ...row, ...(waitingIds.length > 0 ? { waitingIds } : {}) };
}
