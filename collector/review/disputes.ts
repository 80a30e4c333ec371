/** Whether a report may be disputed: where it was declined, and once. Changing it after that has it looked at again, and is its dispute. */
import type { CountersignEvent } from '../../lib/domain/events/event.ts';
import type { Queries } from '../database/database.ts';
import type { EventRefusal } from '../ledger/judge.ts';
import { readTold } from '../policy/told.ts';

const DISPUTED = 'countersign.report.disputed.v1';
const AMENDED = 'countersign.report.amended.v1';
const TYPES = [DISPUTED, AMENDED, 'countersign.decision.made.v1', 'countersign.decision.withdrawn.v1'];

/** What the log says of the outputs of a request whose reports are disputed. */
export interface Disputes {
  /** Reports that were disputed. */
  reports: Set<string>;
  /** Reports that were changed after these decisions declined them. */
  changed: { reportId: string; decisionId: string }[];
  /** Decisions in the order of the log; those that were taken back are none. */
  decisions: { decisionId: string; reportIds: readonly string[]; declines: boolean }[];
}

/** Reads it; undefined where a request disputes nothing. */
export async function readDisputes(
  queries: Queries,
  team: string,
  events: readonly CountersignEvent[],
): Promise<Disputes | undefined> {
  const subjects = events.flatMap(({ type, subject }) => (type === DISPUTED ? subject : []));
  if (subjects.length === 0) return undefined;
  const told = await readTold(queries, team, [...new Set(subjects)], TYPES);
  const found: Disputes = { reports: new Set(), changed: [], decisions: [] };
  for (const { event } of [...told.values()].flat()) tellDisputes(found, event);
  return found;
}

/** An event that is stored now is known to those after it. */
export function tellDisputes(found: Disputes, { type, data: { facts } }: CountersignEvent): void {
  if (type === DISPUTED && 'reportId' in facts) found.reports.add(facts.reportId);
  if (type === AMENDED && 'reportId' in facts) {
    const { reportId } = facts;
    const last = lastOn(reportId, found);
    if (last?.declines) found.changed.push({ reportId, decisionId: last.decisionId });
  }
  if (type === 'countersign.decision.made.v1' && 'verdict' in facts && 'decisionId' in facts)
    found.decisions.push({ ...facts, declines: facts.verdict === 'approve' });
  if (type === 'countersign.decision.withdrawn.v1' && 'decisionId' in facts)
    found.decisions = found.decisions.filter(({ decisionId }) => decisionId !== facts.decisionId);
}

const lastOn = (reportId: string, { decisions }: Disputes) =>
  decisions.findLast(({ reportIds }) => reportIds.includes(reportId));

/** A decision that was taken back declined nothing. */
const isChanged = (report: string, { changed, decisions }: Disputes): boolean =>
  changed.some((one) => one.reportId === report && decisions.some(({ decisionId }) => decisionId === one.decisionId));

/** The last word on a report has to be that the text may be used as it is, and nobody disputes it twice. */
export function disputeRefusal(event: CountersignEvent, found: Disputes | undefined): EventRefusal | undefined {
  if (event.type !== DISPUTED || !found) return undefined;
  const { reportId } = event.data.facts;
  if (found.reports.has(reportId) || isChanged(reportId, found))
    return { code: 'disputed_already', detail: 'A report is disputed once; the answer to that stands.' };
  return lastOn(reportId, found)?.declines
    ? undefined
    : { code: 'not_declined', detail: 'Nobody has declined this report: there is nothing to dispute.' };
}
