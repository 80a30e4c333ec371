/** Reports: made, amended, withdrawn and undone by the person at this browser. */

import { type Category, isPraise, type Severity } from '../../domain/codes.ts';
import { makeEvent } from '../../domain/events/event.ts';
import { compareEvents, foldOutput } from '../../domain/fold/fold.ts';
import { newId } from '../../domain/ids.ts';
import type { Output } from '../../domain/output/output.ts';
import { redactReport } from '../../domain/privacy/redacted.ts';
import type { Report, ReportContent } from '../../domain/report/report.ts';
import { handle, Refused } from '../../messages/receive.ts';
import type { Sender } from '../../messages/sender.ts';
import { ownSource } from '../../settings/installation.ts';
import { effectiveRedaction } from '../../settings/redaction.ts';
import { outputByHash, outputByReport } from '../../store/ask/queries.ts';
import { dropDrafts } from '../../store/desk.ts';
import { append, eventsOf, UNDO_MS, undo } from '../../store/write/writes.ts';
import { announceStatuses } from '../outputs/outputs.ts';
import { mustHold } from '../spine/place.ts';
import { wakeSync } from '../targets/sync.ts';

export function registerReports(): void {
  handle('report.make', async ({ hash, categories, severity, passages }, sender) => {
    await mustHold(sender, hash);
    const output = await outputByHash(hash);
    if (!output) throw new Refused('not_found');
    if (isPraise(categories) && severity !== 'neutral') throw new Refused('incomplete');
    const facts = { reportId: newId(), categories, severity };
    const content = await kept({ passages }, output);
    const event = await makeEvent('countersign.report.made.v1', await ownSource(), hash, facts, content);
    const undoUntil = new Date(Date.parse(event.time) + UNDO_MS);
    const row = await append(event, undoUntil);
    await announced(row);
    wakeSync();
    const status = { outputId: output.outputId, hash, status: row?.status ?? output.status };
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
    await write(reportId, sender, {
      ...(comment === undefined ? {} : { comment }),
      ...(correction === undefined ? {} : { correction }),
      ...(notes === undefined ? {} : { notes }),
    });
    return null;
  });
  handle('report.revert', async ({ reportId }, sender) => {
    await revert(reportId, sender);
    return null;
  });
}

/** An own report and its output; refused where there is none, it is another's, or another frame's. */
export async function ownReport(
  reportId: string,
  sender: Sender,
): Promise<{ output: Output; report: Report; source: string }> {
  const output = await outputByReport(reportId);
  const report = output?.reports.find((candidate) => candidate.reportId === reportId);
  if (!output || !report) throw new Refused('not_found');
  await mustHold(sender, output.hash);
  const source = await ownSource();
  if (report.source !== source) throw new Refused('not_yours');
  return { output, report, source };
}

async function takeBack(reportId: string, sender: Sender, undone: boolean): Promise<void> {
  const { output, report, source } = await ownReport(reportId, sender);
  if (report.state === 'withdrawn') return;
  const event = await makeEvent('countersign.report.withdrawn.v1', source, output.hash, { reportId, undone });
  if (!undone) await append(event);
  else if (!(await undo(event))) throw new Refused('too_late');
  await dropDrafts(reportId);
  await announced(await outputByHash(output.hash));
  wakeSync();
}

interface Change {
  categories?: Category[];
  severity?: Severity;
}

async function amend(reportId: string, sender: Sender, change: Change, content?: ReportContent): Promise<void> {
  const { output, report } = await ownReport(reportId, sender);
  if (report.state === 'withdrawn') throw new Refused('too_late');
  await put({ ...report, ...change, ...(content ? { content } : {}) }, output);
}

/** Records a report as it is to stand now. */
async function put({ reportId, source, categories, severity, content }: Report, { hash }: Output): Promise<void> {
  const facts = { reportId, categories, severity: isPraise(categories) ? 'neutral' : severity } as const;
  const event = await makeEvent('countersign.report.amended.v1', source, hash, facts, content ?? { passages: [] });
  await announced(await append(event));
  wakeSync();
}

/** What was typed on a report; what is undefined stays as it is, an empty text removes what stood there. */
export interface Words {
  comment?: string;
  correction?: string;
  /** One for each passage, in order. */
  notes?: readonly string[];
}

/** Changes what was written in an own report. */
export async function write(reportId: string, sender: Sender, words: Words): Promise<void> {
  const { output, report } = await ownReport(reportId, sender);
  await amend(reportId, sender, {}, await written(report, output, words));
}

/** An own report's content once it holds what was typed: masked, as it will be recorded and sent. */
export function written({ content }: Report, output: Output, words: Words): Promise<ReportContent> {
  const { passages = [], ...before } = content ?? {};
  const { comment, correction } = { ...before, ...words };
  const noted = passages.map((passage, at) => {
    const note = (words.notes?.[at] ?? passage.note ?? '').trim();
    return { selectors: passage.selectors, ...(note ? { note } : {}) };
  });
  return kept(
    {
      passages: noted,
      ...(comment?.trim() ? { comment: comment.trim() } : {}),
      ...(correction?.trim() ? { correction: correction.trim() } : {}),
    },
    output,
  );
}

/** Content as the policy lets it be kept. */
export const kept = async (content: ReportContent, output: Output): Promise<ReportContent> =>
  redactReport(content, output.content?.text ?? '', await effectiveRedaction());

/** Puts a report back to what it was before its last change, by one more change: nothing is taken out of the log. */
async function revert(reportId: string, sender: Sender): Promise<void> {
  const { output } = await ownReport(reportId, sender);
  const events = (await eventsOf(output.hash)).sort(compareEvents);
  const last = events.findLast((event) => 'reportId' in event.data.facts && event.data.facts.reportId === reportId);
  if (!last || last.type === 'countersign.report.made.v1') throw new Refused('too_late');
  const before = foldOutput(events.filter((event) => event !== last));
  const report = before?.reports.find((candidate) => candidate.reportId === reportId);
  if (!report) throw new Refused('not_found');
  await put(report, output);
}

async function announced(output: Output | undefined): Promise<void> {
  if (output) await announceStatuses([output]);
}
