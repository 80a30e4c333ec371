/** Refused events: mended by whoever wrote them, or left out because somebody said so. */
import { type CountersignEvent, eventKey, makeEvent } from '../../domain/events/event.ts';
import { handle, Refused } from '../../messages/receive.ts';
import { ownSource } from '../../settings/installation.ts';
import { db } from '../../store/db.ts';
import { leaveOut, withContent } from '../../store/write/outbox.ts';
import { append } from '../../store/write/writes.ts';
import { announceStatuses } from '../outputs/outputs.ts';
import { wakeSync } from './sync.ts';

export function registerMend(): void {
  handle('sync.leaveOut', async ({ targetId, key }) => {
    await leaveOut(targetId, key);
    return null;
  });
  handle('sync.mend', async ({ targetId, key, comment, correction }) => {
    const refused = await refusedReport(targetId, key);
    const event = await mended(refused, comment.trim(), correction.trim());
    const row = await append(event);
    await leaveOut(targetId, key);
    if (row) await announceStatuses([row]);
    wakeSync(true);
    return null;
  });
}

type ReportEvent = Extract<CountersignEvent, { type: 'countersign.report.made.v1' | 'countersign.report.amended.v1' }>;

async function refusedReport(targetId: string, key: string): Promise<ReportEvent> {
  const [held, stored, content] = await Promise.all([
    db.outbox.where({ targetId, key }).first(),
    db.events.get(key),
    db.contents.get(key),
  ]);
  if (held?.state !== 'refused' || !stored || eventKey(stored.event) !== key) throw new Refused('not_found');
  const event = withContent(stored.event, content);
  if (event.source !== (await ownSource())) throw new Refused('not_yours');
  if (event.type !== 'countersign.report.made.v1' && event.type !== 'countersign.report.amended.v1')
    throw new Refused('not_allowed');
  return event;
}

/**
 * The same report, said anew: an event that has been written down is never changed, so this is one of its own, with the
 * same report's id.
 */
function mended(refused: ReportEvent, comment: string, correction: string): Promise<CountersignEvent> {
  const { facts, sealed } = refused.data;
  const content = {
    passages: sealed?.content.passages ?? [],
    ...(comment ? { comment } : {}),
    ...(correction ? { correction } : {}),
  };
  return makeEvent(refused.type, refused.source, refused.subject, facts, content);
}
