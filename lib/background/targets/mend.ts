/** Refused events: mended by whoever wrote them, or left out because somebody said so. */
import { type CountersignEvent, eventKey } from '../../domain/events/event.ts';
import { canonicalText } from '../../domain/output/structure/canonical.ts';
import type { ReportContent } from '../../domain/report/report.ts';
import { handle, Refused } from '../../messages/receive.ts';
import { ownSource } from '../../settings/installation.ts';
import { db } from '../../store/db.ts';
import { leaveOut, withContent } from '../../store/write/outbox.ts';
import { say } from '../spine/act.ts';
import { wakeSync } from '../spine/wake.ts';

export function registerMend(): void {
  handle('sync.leaveOut', async ({ targetId, key }) => {
    await leaveOut(targetId, key);
    return null;
  });
  handle('sync.mend', async ({ targetId, key, comment, correction }) => {
    const refused = await refusedReport(targetId, key);
    const { type, subject, data } = refused;
    await say(type, subject, data.facts, mended(refused, comment.trim(), canonicalText(correction)));
    await leaveOut(targetId, key);
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
function mended({ data: { sealed } }: ReportEvent, comment: string, correction: string): ReportContent {
  return {
    passages: sealed?.content.passages ?? [],
    ...(comment ? { comment } : {}),
    ...(correction ? { correction } : {}),
  };
}
