import { calibrationEndsAt } from '../../domain/decision/calibration.ts';
import { type Aside, asideOf, handlingEndsAt } from '../../domain/decision/handling.ts';
import { type PlaceInLine, placeInLine } from '../../domain/decision/place-in-line.ts';
import { awaitsDecision } from '../../domain/decision/queue.ts';
import type { Output } from '../../domain/output/output.ts';
import { openRequests, unreviewedPasses } from '../../domain/output/process-record.ts';
import type { Report } from '../../domain/report/report.ts';

/** An output's row: the fold, and ids by which it is looked up. */
export interface OutputRow extends Output {
  reportIds: string[];
  /** The installations that reported it; absent where none has. */
  reportedBy?: string[];
  /** What waits for an answer, or for somebody to look at it; absent where nothing does. */
  waitingIds?: string[];
  /** Where it stands among all that wait for a decision; absent where it does not. */
  line?: PlaceInLine;
  /** Why it waits and stands not in line; absent where it does not. */
  aside?: Aside;
  /** When its place is to be looked at again, since something ends by its time. */
  wakesAt?: string;
}

/** The row of an output, as it is at a time. */
export function rowOf(output: Output, now = new Date().toISOString()): OutputRow {
  const reportIds = output.reports.map(({ reportId }) => reportId);
  const { inProcess } = output;
  const row = { ...output, reportIds, ...reportedBy(output), ...standingOf(output, now), ...wakingOf(output, now) };
  if (!inProcess) return row;
  const asked = openRequests(inProcess).map(({ requestId }) => requestId);
  const waitingIds = [...asked, ...unreviewedPasses(inProcess).map(({ exceptionId }) => exceptionId)];
  return { ...row, ...(waitingIds.length > 0 ? { waitingIds } : {}) };
}

/** Who reported an output, by their installations. */
export function reportedBy({ reports }: Output): Pick<OutputRow, 'reportedBy'> {
  return reports.length > 0 ? { reportedBy: [...new Set(reports.map(({ source }) => source))] } : {};
}

/** A report with what a list needs of its output. */
export interface ReportRow extends Report {
  toolName: string;
  pageUrl: string;
}

/** The reports of an installation on an output. */
export const reportsBy = (source: string, { reports, trace: { toolName, pageUrl } }: Output): ReportRow[] =>
  reports.flatMap((report) => (report.source === source ? { ...report, toolName, pageUrl } : []));

/** Where what waits for a decision stands: in line, or aside. */
function standingOf(output: Output, now: string): Pick<OutputRow, 'line' | 'aside'> {
  if (!awaitsDecision(output)) return {};
  const [line, aside] = [placeInLine(output, now), asideOf(output, now)];
  return { ...(line ? { line } : {}), ...(aside ? { aside } : {}) };
}

/** What ends by its time: what is arranged of what waits, and a calibration. */
function wakingOf(output: Output, now: string): Pick<OutputRow, 'wakesAt'> {
  const arranged = awaitsDecision(output) ? handlingEndsAt(output, now) : undefined;
  const calibrated = calibrationEndsAt(output.inProcess?.calibrations, now);
  const [wakesAt] = [arranged, calibrated].filter((at) => at !== undefined).sort();
  return wakesAt === undefined ? {} : { wakesAt };
}
