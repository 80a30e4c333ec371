/** How reports and what answers them change an output that is being folded. */

import { isPraise, type Verdict } from '../codes.ts';
import type { Decision } from '../decision/decision.ts';
import { addressOf } from '../output/address.ts';
import { isHolding } from '../output/status.ts';
import type { Dispute, Report, ReportContent } from '../report/report.ts';
import { waitsSince } from '../report/standing.ts';
import { type Folded, isSameAuthor, type OutputFolding } from './folding.ts';
import { decideHandling, wakeHandling } from './handling.ts';
import { answerProcess } from './in-process.ts';
import { settleSeconds } from './second.ts';
import { turnAsked, turnDecided, turnWithdrawn } from './turns.ts';
import { decisionKey } from './withdrawn.ts';

type ReportFacts = Pick<Report, 'reportId' | 'categories' | 'severity'>;

/** A report is made, or changed by its author. */
export function putReport(folding: OutputFolding, event: Folded<ReportFacts, ReportContent>): void {
  const { reportId, categories, severity } = event.data.facts;
  const before = folding.reports.get(reportId);
  // Only its author may change a report. One that is amended after it was withdrawn is put again.
  if (before && !isSameAuthor(before, event)) return;
  const dispute = before && changed(folding, before, event.time);
  const report: Report = {
    reportId,
    hash: event.subject,
    categories,
    severity,
    ...(event.data.sealed ? { content: event.data.sealed.content } : {}),
    state: isPraise(categories) ? 'noted' : 'open',
    source: event.source,
    ...(event.authid ? { author: event.authid } : {}),
    ...(event.sequence || before?.received ? { received: true } : {}),
    ...(dispute ? { dispute } : {}),
    reportedAt: before?.reportedAt ?? event.time,
    updatedAt: event.time,
  };
  if (report.state === 'open') wakeHandling(folding, event.time);
  const answer = folding.answers.get(reportId);
  putWaiting(folding, answer ? answered(report, answer) : report, event.time);
}

/** Puts a report as it is now. Where it begins to wait, that starts a clock; what waits already goes on waiting since then. */
function putWaiting(folding: OutputFolding, report: Report, at: string): void {
  const { reportId } = report;
  const before = folding.reports.get(reportId);
  const [waited, waits] = [before?.state === 'open', report.state === 'open'];
  const since = before && (waited || !waits ? waitsSince(before) : at);
  const { waitsSince: _, ...rest } = report;
  const isLater = since !== undefined && since !== report.reportedAt;
  folding.reports.set(reportId, { ...rest, ...(isLater ? { waitsSince: since } : {}) });
  if (waits && !waited) turnAsked(folding, reportId, at);
  if (waited && !waits) turnWithdrawn(folding, reportId);
}

/**
 * A report amended after a decision is a new question: it is open again. Of a declined one that is its one dispute; what is
 * changed after that moves nothing. Answers with the dispute that there is then.
 */
function changed({ answers }: OutputFolding, { reportId, dispute }: Report, at: string): Dispute | undefined {
  const answer = answers.get(reportId);
  const isDeclined = answer?.verdict === 'approve';
  if (isDeclined && dispute) return dispute;
  answers.delete(reportId);
  return dispute ?? (isDeclined ? { ...disputeAt(at, answer), changed: true } : undefined);
}

/** A report is taken back by its author. */
export function withdrawReport(folding: OutputFolding, event: Folded<{ reportId: string; undone: boolean }>): void {
  const { reportId, undone } = event.data.facts;
  const report = folding.reports.get(reportId);
  if (!report || !isSameAuthor(report, event)) return;
  putWaiting(folding, { ...report, state: 'withdrawn', updatedAt: event.time }, event.time);
  // An undone report never was: it was taken back before anybody could act on it.
  if (undone) folding.reports.delete(reportId);
}

/** Its author disputes that it was declined, once: it waits again. What is no longer declined was disputed all the same. */
export function disputeReport(
  folding: OutputFolding,
  { time, data, ...by }: Folded<{ reportId: string }, { reason: string }>,
): void {
  const { reportId } = data.facts;
  const report = folding.reports.get(reportId);
  if (!report || !isSameAuthor(report, by) || report.dispute || report.state === 'withdrawn') return;
  const answer = folding.answers.get(reportId);
  if (answer && answer.verdict !== 'approve') return;
  const dispute = { ...disputeAt(time, answer), ...(data.sealed ? { reason: data.sealed.content.reason } : {}) };
  folding.answers.delete(reportId);
  putWaiting(folding, { ...unanswered(report), dispute }, time);
  wakeHandling(folding, time);
}

const disputeAt = (disputedAt: string, answer: Decision | undefined): Dispute => ({
  disputedAt,
  ...(answer ? { declined: declineOf(answer) } : {}),
});

const declineOf = ({ decidedAt, author, content }: Decision): NonNullable<Dispute['declined']> => ({
  decidedAt,
  ...(author ? { author } : {}),
  ...(content?.note ? { note: content.note } : {}),
});

/** The report as it was before anybody answered it. */
function unanswered({ verdict, decisionNote, decidedAt, decidedBy, ...report }: Report): Report {
  return { ...report, state: isPraise(report.categories) ? 'noted' : 'open' };
}

type DecisionFacts = Pick<Decision, 'decisionId' | 'verdict' | 'reportIds'> & {
  inProcess?: Decision['inProcess'] | undefined;
};

/** A decision answers the reports that it names, those that the reviewer saw; one that was taken back answers none. */
export function putDecision(
  folding: OutputFolding,
  event: Folded<DecisionFacts, NonNullable<Decision['content']>>,
): void {
  const decision = decisionOf(event);
  const withdrawnAt = folding.withdrawn.get(decisionKey(decision.source, decision.decisionId));
  if (withdrawnAt !== undefined) {
    folding.takenBack.push({ ...decision, withdrawnAt });
    return;
  }
  folding.decisions.push(decision);
  if (decision.otherText) return;
  answerProcess(folding, decision);
  settleSeconds(folding, decision);
  decideHandling(folding, decision.decidedAt);
  for (const reportId of decision.reportIds) {
    folding.answers.set(reportId, decision);
    const report = folding.reports.get(reportId);
    if (report && report.state !== 'withdrawn') folding.reports.set(reportId, answered(report, decision));
  }
  turnDecided(folding, decision);
}

/** Praise asks nothing, so that no decision answers it. */
function answered(report: Report, { verdict, content, decidedAt, source }: Decision): Report {
  if (isPraise(report.categories)) return report;
  const note = content?.note ? { decisionNote: content.note } : {};
  return { ...report, state: 'decided', verdict, ...note, decidedAt, decidedBy: source };
}

const decisionOf = ({ data, subject, source, authid, time }: Parameters<typeof putDecision>[1]): Decision => {
  const { inProcess, ...facts } = data.facts;
  const content = data.sealed?.content;
  const isItsOwn = inProcess !== undefined && isOfItsText(inProcess.textHash, facts.verdict, subject, content);
  return {
    ...facts,
    ...(isItsOwn ? { inProcess } : {}),
    ...(inProcess && !isItsOwn && !isHolding(facts.verdict) ? { otherText: true } : {}),
    ...(content ? { content } : {}),
    source,
    ...(authid ? { author: authid } : {}),
    decidedAt: time,
  };
};

/** An approval is of one text: of the output, or of the correction that came with it. Another hash approves nothing. */
function isOfItsText(textHash: string, verdict: Verdict, subject: string, content: Decision['content']): boolean {
  if (verdict !== 'modify') return textHash === subject;
  // Without its content (erased) nobody can say any more what the hash was of; what follows from it stays.
  return content?.correctedText === undefined || textHash === addressOf({ text: content.correctedText });
}
