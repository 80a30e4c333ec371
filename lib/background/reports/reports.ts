/** Reports: made, amended, withdrawn and undone by the person at this browser. */

import { type Category, isPraise, type Severity } from '../../domain/codes.ts';
import { compareEvents } from '../../domain/fold/order.ts';
import { foldOutput } from '../../domain/fold/output.ts';
import { newId } from '../../domain/ids.ts';
import type { Output } from '../../domain/output/output.ts';
import { canonicalText } from '../../domain/output/structure/canonical.ts';
import { mayDispute } from '../../domain/report/fate.ts';
import type { Report, ReportContent } from '../../domain/report/report.ts';
import { handle, Refused } from '../../messages/receive.ts';
import type { Sender } from '../../messages/sender.ts';
import { ownSource } from '../../settings/installation.ts';
import { outputByHash, outputByReport } from '../../store/ask/queries.ts';
import { dropDrafts } from '../../store/desk.ts';
import { eventsOf } from '../../store/write/refold.ts';
import { say, unsay } from '../spine/act.ts';
import { mustHold } from '../spine/place.ts';
import { undoMs } from '../spine/undo.ts';

export function registerReports(): void {
  handle('report.make', async ({ hash, categories, severity, passages }, sender) => {
    await mustHold(sender, hash);
    const output = await outputByHash(hash);
    if (!output) throw new Refused('not_found');
    if (isPraise(categories) && severity !== 'neutral') throw new Refused('incomplete');
    const facts = { reportId: newId(), categories, severity };
    const heldMs = await undoMs();
    const made = await say('countersign.report.made.v1', hash, facts, { passages }, heldMs);
    const status = { outputId: output.outputId, hash, status: made.output?.status ?? output.status };
    const undoUntil = new Date(Date.parse(made.saidAt) + heldMs);
    return { reportId: facts.reportId, status, undoUntil: undoUntil.toISOString() };
  });
  handle('report.undo', async ({ reportId }, sender) => {
    await takeBack(reportId, sender, true);
    return null;
  });
  handle('report.withdraw', async ({ reportId }, sender) => {
    await takeBack(reportId, sender, false);
    return null;
  });
  handle('report.amend', async ({ reportId, categories, severity }, sender) => {
    await amend(reportId, sender, { categories, severity });
    return null;
  });
  handle('report.write', async ({ reportId, comment, correction, notes }, sender) => {
    await writeOnReport(reportId, sender, {
      ...(comment === undefined ? {} : { comment }),
      ...(correction === undefined ? {} : { correction }),
      ...(notes === undefined ? {} : { notes }),
    });
    return null;
  });
  handle('report.dispute', async ({ reportId, reason }, sender) => {
    await dispute(reportId, reason, sender);
    return null;
  });
  handle('report.revert', async ({ reportId }, sender) => {
    await revert(reportId, sender);
    return null;
  });
}

/** An own report and its output; refused where there is none, it is another's, or another frame's. */
export async function ownReport(reportId: string, sender: Sender): Promise<{ output: Output; report: Report }> {
  const output = await outputByReport(reportId);
  const report = output?.reports.find((candidate) => candidate.reportId === reportId);
  if (!output || !report) throw new Refused('not_found');
  await mustHold(sender, output.hash);
  if (report.source !== (await ownSource())) throw new Refused('not_yours');
  return { output, report };
}

async function takeBack(reportId: string, sender: Sender, undone: boolean): Promise<void> {
  const { output, report } = await ownReport(reportId, sender);
  if (report.state === 'withdrawn') return;
  if (!undone) await say('countersign.report.withdrawn.v1', output.hash, { reportId, undone });
  else if (!(await unsay(output.hash, reportId))) throw new Refused('too_late');
  await dropDrafts(reportId);
}

interface Change {
  categories?: Category[];
  severity?: Severity;
}

async function amend(reportId: string, sender: Sender, change: Change, content?: ReportContent): Promise<void> {
  const { output, report } = await ownReport(reportId, sender);
  if (report.state === 'withdrawn') throw new Refused('too_late');
  const next = { ...report, ...change, ...(content ? { content } : {}) };
  // What says the same as before asks nobody anew.
  if (saidIn(next) !== saidIn(report)) await put(next, output);
}

/** What a report says, to be compared. */
const saidIn = ({ categories, severity, content }: Report): string =>
  JSON.stringify([categories, severity, content?.comment, content?.correction, content?.passages ?? []]);

/** Records a report as it is to stand now. */
async function put({ reportId, categories, severity, content }: Report, { hash }: Output): Promise<void> {
  const facts = { reportId, categories, severity: isPraise(categories) ? 'neutral' : severity } as const;
  await say('countersign.report.amended.v1', hash, facts, content ?? { passages: [] });
}

/** What was typed on a report; what is undefined stays as it is, an empty text removes what stood there. */
export interface TypedWords {
  comment?: string;
  correction?: string;
  /** One for each passage, in order. */
  notes?: readonly string[];
}

/** Changes what was written in an own report. */
export async function writeOnReport(reportId: string, sender: Sender, words: TypedWords): Promise<void> {
  const { report } = await ownReport(reportId, sender);
  await amend(reportId, sender, {}, written(report, words));
}

/** An own report's content once it holds what was typed. */
export function written({ content }: Report, words: TypedWords): ReportContent {
  const { passages = [], ...before } = content ?? {};
  const { comment, correction } = { ...before, ...words };
  const noted = passages.map((passage, at) => {
    const note = (words.notes?.[at] ?? passage.note ?? '').trim();
    return { selectors: passage.selectors, ...(note ? { note } : {}) };
  });
  return {
    passages: noted,
    ...(comment?.trim() ? { comment: comment.trim() } : {}),
    ...(correction?.trim() ? { correction: canonicalText(correction) } : {}),
  };
}

/** Disputes that an own report was declined: once, and what another declined. */
async function dispute(reportId: string, reason: string, sender: Sender): Promise<void> {
  const { output, report } = await ownReport(reportId, sender);
  if (!mayDispute(report)) throw new Refused('too_late');
  await say('countersign.report.disputed.v1', output.hash, { reportId }, { reason });
}

/** What can be put back: what its author changed of it, not what they said to its answer. */
const CHANGED: ReadonlySet<string> = new Set(['countersign.report.amended.v1', 'countersign.report.withdrawn.v1']);

/** Puts a report back to what it was before its last change, by one more change: nothing is taken out of the log. */
async function revert(reportId: string, sender: Sender): Promise<void> {
  const { output } = await ownReport(reportId, sender);
  const events = (await eventsOf(output.hash)).sort(compareEvents);
  const last = events.findLast((event) => 'reportId' in event.data.facts && event.data.facts.reportId === reportId);
  if (!last || !CHANGED.has(last.type)) throw new Refused('too_late');
  const before = foldOutput(events.filter((event) => event !== last));
  const report = before?.reports.find((candidate) => candidate.reportId === reportId);
  if (!report) throw new Refused('not_found');
  await put(report, output);
}
