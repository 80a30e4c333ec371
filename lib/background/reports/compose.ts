/** Compose frames: the only place in a page where free text is typed, and where it is shown what of it is sent. */

import { browser } from 'wxt/browser';
import type { Passage } from '../../domain/anchoring/anchor.ts';
import { LONGEST_COMMENT } from '../../domain/limits.ts';
import { handle, Refused } from '../../messages/receive.ts';
import type { Sender } from '../../messages/sender.ts';
import type { ComposeTask } from '../../messages/to-background/compose.ts';
import { sendToFrame } from '../../messages/to-page/send.ts';
import { outputByHash } from '../../store/ask/queries.ts';
import { draftOf, dropDrafts, keepDraft, sweepDesk } from '../../store/desk.ts';
import { mustHold } from '../spine/place.ts';
import { reportPreviewOf } from './preview.ts';
import type { TypedWords } from './reports.ts';
import { ownReport, writeOnReport } from './reports.ts';
import { claim, issue, redeemed, spend, type Task, type Ticket } from './tickets.ts';

/** The frame itself has shown whose it is; the report must only be this installation's. */
const COMPOSE: Sender = { kind: 'compose' };

export function registerCompose(): void {
  handle('compose.open', async (task, sender) => {
    if ('reportId' in task) await ownReport(task.reportId, sender);
    else await mustHold(sender, task.hash);
    const token = await issue(task, sender);
    return { token, url: browser.runtime.getURL('/compose.html'), origin: self.location.origin };
  });
  handle('compose.claim', async ({ token }, sender) => {
    const ticket = await claim(token, sender);
    const task = await taskOf(ticket.task);
    if (task.draft) await tellTyped(ticket, true);
    return task;
  });
  handle('compose.draft', async ({ token, text, notes }, sender) => {
    const ticket = await redeemed(token, sender);
    const { reportId, field } = writing(ticket);
    const saved = await taskOf(ticket.task);
    const changed = text !== saved.text || saved.passages.some(({ note }, at) => note !== (notes[at] ?? ''));
    if (changed) await keepDraft({ reportId, field, text, notes });
    else await dropDrafts(reportId, field);
    await tellTyped(ticket, changed);
    return null;
  });
  handle('compose.preview', async ({ token, text, notes }, sender) => {
    const { task } = await redeemed(token, sender);
    return reportPreviewOf(task, task.field === 'preview' ? undefined : wordsOf(task.field, text, notes));
  });
  handle('compose.save', async ({ token, text, notes }, sender) => {
    const ticket = await redeemed(token, sender);
    const { reportId, field } = writing(ticket);
    if (field === 'comment' && text.length > LONGEST_COMMENT) throw new Refused('incomplete');
    await writeOnReport(reportId, COMPOSE, wordsOf(field, text, notes));
    await dropDrafts(reportId, field);
    await close(token, ticket, true);
    return null;
  });
  handle('compose.close', async ({ token, discard }, sender) => {
    const ticket = await redeemed(token, sender);
    const { task } = ticket;
    if (discard && task.field !== 'preview') await dropDrafts(task.reportId, task.field);
    await close(token, ticket, false);
    return null;
  });
  void sweepDesk();
}

/** Notes are typed beside the comment; a correction is a text for itself. */
const wordsOf = (field: 'comment' | 'correction', text: string, notes: string[]): TypedWords =>
  field === 'comment' ? { comment: text, notes } : { correction: text };

/** The report and field that a ticket is to write in; refused for one that only shows. */
function writing({ task }: Ticket): { reportId: string; field: 'comment' | 'correction' } {
  if (task.field === 'preview') throw new Refused('not_allowed');
  return { reportId: task.reportId, field: task.field };
}

/** What stands in the task's field now; a correction is begun from the output's text. */
async function taskOf(task: Task): Promise<ComposeTask> {
  if (!('reportId' in task)) {
    const { categories, passages } = task;
    const outputText = (await outputByHash(task.hash))?.content?.text ?? '';
    return { field: 'preview', categories, passages: passages.map(quoted), text: '', outputText };
  }
  const { output, report } = await ownReport(task.reportId, COMPOSE);
  const { field } = task;
  const outputText = output.content?.text ?? '';
  const draft = field === 'preview' ? undefined : await draftOf(task.reportId, field);
  return {
    field,
    categories: report.categories,
    passages: (report.content?.passages ?? []).map(quoted),
    text: field === 'preview' ? '' : (report.content?.[field] ?? (field === 'correction' ? outputText : '')),
    outputText,
    ...(draft ? { draft: { text: draft.text, notes: draft.notes, savedAt: draft.savedAt } } : {}),
  };
}

const quoted = ({ selectors, note }: Passage) => ({ exact: selectors[0].exact, note: note ?? '' });

/** Tells the card whether something is typed that was not saved: not what. */
const tellTyped = ({ tabId, openerFrameId }: Ticket, changed: boolean): Promise<null> =>
  sendToFrame(tabId, openerFrameId, 'compose.typed', { changed });

async function close(token: string, ticket: Ticket, saved: boolean): Promise<void> {
  await spend(token);
  await sendToFrame(ticket.tabId, ticket.openerFrameId, 'compose.closed', { saved });
}
