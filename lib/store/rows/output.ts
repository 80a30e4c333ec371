import type { Output } from '../../domain/output/output.ts';

import { openRequests, unreviewedPasses } from '../../domain/output/process-record.ts';

/** An output's row: the fold, and ids by which it is looked up. */
export interface OutputRow extends Output {
  reportIds: string[];
  /** What waits for an answer, or for somebody to look at it; absent where nothing does. */
  waitingIds?: string[];
}

/** The row of an output. */
export function rowOf(output: Output): OutputRow {
  const reportIds = output.reports.map(({ reportId }) => reportId);
  const { inProcess } = output;
  if (!inProcess) return { ...output, reportIds };
  const asked = openRequests(inProcess).map(({ requestId }) => requestId);
  const waitingIds = [...asked, ...unreviewedPasses(inProcess).map(({ exceptionId }) => exceptionId)];
  return { ...output, reportIds, ...(waitingIds.length > 0 ? { waitingIds } : {}) };
}
