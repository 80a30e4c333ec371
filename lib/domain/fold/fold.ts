/**
 * From a subject's events to what the screens show. Pure, and independent of the order of arrival: events are put in
 * order (collector's sequence, else time, else id) first, so that all browsers with the same events agree.
 */

import { isPraise } from '../codes.ts';
import type { Decision } from '../decision/decision.ts';
import type { CountersignEvent, EventOf } from '../events/event.ts';
import type { Output, Sighting } from '../output/output.ts';
import { statusOf } from '../output/status.ts';
import type { Report } from '../report/report.ts';
import type { Reuse } from '../reuse/reuse.ts';
import { type CitationCheck, standingCheck } from '../sources/citation.ts';

/** Sequenced events first, in sequence; then by time; then by id. */
export function compareEvents(a: CountersignEvent, b: CountersignEvent): number {
  if (a.sequence && b.sequence) return a.sequence < b.sequence ? -1 : a.sequence > b.sequence ? 1 : 0;
  if (a.sequence || b.sequence) return a.sequence ? -1 : 1;
  return compareText(a.time, b.time) || compareText(a.id, b.id);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Folding {
  seen: EventOf<'countersign.output.seen.v1'>[];
  reports: Map<string, Report>;
  /** The decision that answered each report, also of reports whose own event comes later in the order. */
  answers: Map<string, Decision>;
  decisions: Decision[];
  checks: CitationCheck[];
  reuses: Map<string, Reuse>;
}

/** The output that `events` (all of one subject) describe, or undefined while its `output.seen` has not come. */
export function foldOutput(events: readonly CountersignEvent[]): Output | undefined {
  const folding: Folding = {
    seen: [],
    reports: new Map(),
    answers: new Map(),
    decisions: [],
    checks: [],
    reuses: new Map(),
  };
  const ordered = [...events].sort(compareEvents);
  for (const event of ordered) apply(folding, event);
  const first = folding.seen[0];
  if (!first) return undefined;
  return build(folding, first, ordered);
}

function build(folding: Folding, first: Folding['seen'][number], ordered: CountersignEvent[]): Output {
  const { outputId, trace, previousHash } = first.data.facts;
  const reports = [...folding.reports.values()];
  const [checks, sightings] = [standingChecks(folding.checks), sightingsOf(folding.seen)];
  // What was taken out again was not used.
  const reuses = [...folding.reuses.values()].filter(({ kept }) => kept > 0);
  const content = folding.seen.find((event) => event.data.sealed)?.data.sealed?.content;
  return {
    hash: first.subject,
    outputId,
    trace,
    ...(previousHash ? { previousHash } : {}),
    ...(content ? { content } : {}),
    status: statusOf(reports, folding.decisions),
    reports,
    decisions: folding.decisions,
    ...(checks.length > 0 ? { checks } : {}),
    ...(sightings.length > 1 ? { sightings } : {}),
    ...(reuses.length > 0 ? { reuses } : {}),
    openReports: reports.filter((report) => report.state === 'open').length,
    firstSeenAt: ordered.reduce((at, event) => (event.time < at ? event.time : at), first.time),
    updatedAt: ordered.reduce((at, event) => (event.time > at ? event.time : at), first.time),
  };
}

function standingChecks(checks: readonly CitationCheck[]): CitationCheck[] {
  const byUrl = Map.groupBy(checks, ({ url }) => url);
  return [...byUrl.values()].flatMap((ofOne) => standingCheck(ofOne) ?? []);
}

/** What makes two sightings one: the same conversation in the same browser, or the same page where the tool names none. */
export const placeSeen = ({
  tool,
  conversationId,
  pageUrl,
}: Pick<Sighting, 'tool' | 'conversationId' | 'pageUrl'>): string => `${tool} ${conversationId ?? pageUrl}`;

/** The first sighting at each place. */
function sightingsOf(seen: Folding['seen']): Sighting[] {
  const byPlace = new Map<string, Sighting>();
  for (const { source, authid, time, data } of seen) {
    const { tool, toolName, model, conversationId, pageUrl, pageTitle } = data.facts.trace;
    const key = `${source} ${placeSeen(data.facts.trace)}`;
    if (byPlace.has(key)) continue;
    byPlace.set(key, {
      ...{ tool, toolName, pageUrl, source, seenAt: time },
      ...(model ? { model } : {}),
      ...(conversationId ? { conversationId } : {}),
      ...(pageTitle ? { pageTitle } : {}),
      ...(authid ? { author: authid } : {}),
    });
  }
  return [...byPlace.values()];
}

function apply(folding: Folding, event: CountersignEvent): void {
  switch (event.type) {
    case 'countersign.output.seen.v1':
      folding.seen.push(event);
      return;
    case 'countersign.report.made.v1':
    case 'countersign.report.amended.v1':
      putReport(folding, event);
      return;
    case 'countersign.report.withdrawn.v1':
      withdrawReport(folding, event);
      return;
    case 'countersign.decision.made.v1':
      decide(folding, decisionOf(event));
      return;
    case 'countersign.citation.checked.v1':
      folding.checks.push({ ...event.data.facts, source: event.source, checkedAt: event.time });
      break;
    case 'countersign.output.reused.v1':
      putReuse(folding, event);
      return;
    // A collector's own acts are about no output. What an erasure took is missing from the events themselves.
    case 'countersign.content.erased.v1':
    case 'countersign.person.exported.v1':
    case 'countersign.retention.changed.v1':
    // How a site is read is about no output.
    case 'countersign.detection.degraded.v1':
      return;
  }
}

/** Only who told of a use may say more of it. */
function putReuse(folding: Folding, event: EventOf<'countersign.output.reused.v1'>): void {
  const { facts } = event.data;
  const before = folding.reuses.get(facts.reuseId);
  if (before && before.source !== event.source) return;
  const author = event.authid ? { author: event.authid } : {};
  const reusedAt = before?.reusedAt ?? event.time;
  folding.reuses.set(facts.reuseId, { ...facts, source: event.source, ...author, reusedAt });
}

type ReportEvent = EventOf<'countersign.report.made.v1' | 'countersign.report.amended.v1'>;

function putReport(folding: Folding, event: ReportEvent): void {
  const { reportId, categories, severity } = event.data.facts;
  const before = folding.reports.get(reportId);
  // Only its author may change a report. One that is amended after it was withdrawn is put again.
  if (before && before.source !== event.source) return;
  // A report amended after a decision is a new question: it is open again.
  if (before) folding.answers.delete(reportId);
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
    reportedAt: before?.reportedAt ?? event.time,
    updatedAt: event.time,
  };
  const answer = folding.answers.get(reportId);
  folding.reports.set(reportId, answer ? answered(report, answer) : report);
}

function withdrawReport(folding: Folding, event: EventOf<'countersign.report.withdrawn.v1'>): void {
  const { reportId, undone } = event.data.facts;
  const report = folding.reports.get(reportId);
  if (!report || report.source !== event.source) return;
  // An undone report never was: it was taken back before anybody could act on it.
  if (undone) folding.reports.delete(reportId);
  else folding.reports.set(reportId, { ...report, state: 'withdrawn', updatedAt: event.time });
}

/** A decision answers the reports that it names, those that the reviewer saw. */
function decide(folding: Folding, decision: Decision): void {
  folding.decisions.push(decision);
  for (const reportId of decision.reportIds) {
    folding.answers.set(reportId, decision);
    const report = folding.reports.get(reportId);
    if (report && report.state !== 'withdrawn') folding.reports.set(reportId, answered(report, decision));
  }
}

/** Praise asks nothing, so that no decision answers it. */
function answered(report: Report, { verdict, content, decidedAt, source }: Decision): Report {
  if (isPraise(report.categories)) return report;
  const note = content?.note ? { decisionNote: content.note } : {};
  return { ...report, state: 'decided', verdict, ...note, decidedAt, decidedBy: source };
}

function decisionOf(event: EventOf<'countersign.decision.made.v1'>): Decision {
  return {
    ...event.data.facts,
    ...(event.data.sealed ? { content: event.data.sealed.content } : {}),
    source: event.source,
    ...(event.authid ? { author: event.authid } : {}),
    decidedAt: event.time,
  };
}
