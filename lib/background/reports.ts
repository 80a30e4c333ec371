/** Reports: made, amended, withdrawn and undone by the person at this browser. */
import type { Category, Severity } from '../domain/category.ts';
import { makeEvent } from '../domain/event.ts';
import { newId } from '../domain/ids.ts';
import type { Output } from '../domain/output.ts';
import type { Report, ReportContent } from '../domain/report.ts';
import { handle, Refused } from '../messages/receive.ts';
import type { Sender } from '../messages/sender.ts';
import { ownSource } from '../settings/installation.ts';
import { outputByHash, outputByReport } from '../store/queries.ts';
import { append, UNDO_MS, undo } from '../store/writes.ts';
import { announceStatuses } from './outputs.ts';
import { mustHold } from './place.ts';
import { wakeSync } from './sync.ts';

export function registerReports(): void {
  handle('report.make', async ({ hash, categories, severity, passages }, sender) => {
    await mustHold(sender, hash);
    const output = await outputByHash(hash);
    if (!output) throw new Refused('not_found');
    const facts = { reportId: newId(), categories, severity };
    const event = await makeEvent('countersign.report.made.v1', await ownSource(), hash, facts, { passages });
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
  handle('report.write', async ({ reportId, comment, correction }, sender) => {
    await write(reportId, sender, {
      ...(comment === undefined ? {} : { comment }),
      ...(correction === undefined ? {} : { correction }),
    });
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
  await announced(await outputByHash(output.hash));
  wakeSync();
}

interface Change {
  categories?: Category[];
  severity?: Severity;
}

async function amend(reportId: string, sender: Sender, change: Change, content?: ReportContent): Promise<void> {
  const { output, report, source } = await ownReport(reportId, sender);
  if (report.state === 'withdrawn') throw new Refused('too_late');
  const { categories, severity } = { ...report, ...change };
  const facts = { reportId, categories, severity };
  const kept = content ?? report.content ?? { passages: [] };
  await announced(await append(await makeEvent('countersign.report.amended.v1', source, output.hash, facts, kept)));
  wakeSync();
}

/** Changes what was written in an own report; an empty text removes it. */
export async function write(
  reportId: string,
  sender: Sender,
  words: Pick<ReportContent, 'comment' | 'correction'>,
): Promise<void> {
  const { report } = await ownReport(reportId, sender);
  const { passages = [], ...before } = report.content ?? {};
  const { comment, correction } = { ...before, ...words };
  await amend(
    reportId,
    sender,
    {},
    {
      passages,
      ...(comment?.trim() ? { comment: comment.trim() } : {}),
      ...(correction?.trim() ? { correction: correction.trim() } : {}),
    },
  );
}

async function announced(output: Output | undefined): Promise<void> {
  if (output) await announceStatuses([output]);
}
