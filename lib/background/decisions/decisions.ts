/** Decisions by whoever has the authority; the collector checks again. */
import { missingFor } from '../../domain/decision/decision.ts';
import { makeEvent } from '../../domain/events/event.ts';
import { newId } from '../../domain/ids.ts';
import { mayDecide } from '../../domain/people/role.ts';
import { redactDecision } from '../../domain/privacy/redacted.ts';
import { handle, Refused } from '../../messages/receive.ts';
import { ownSource } from '../../settings/installation.ts';
import { effectiveRedaction } from '../../settings/redaction.ts';
import { outputByHash, target } from '../../store/ask/queries.ts';
import { append } from '../../store/write/writes.ts';
import { announceStatuses } from '../outputs/outputs.ts';
import { wakeSync } from '../targets/sync.ts';

export function registerDecisions(): void {
  handle('decision.make', async ({ hash, verdict, reportIds, note, correctedText }) => {
    if (!mayDecide((await target())?.role)) throw new Refused('not_allowed');
    const output = await outputByHash(hash);
    if (!output) throw new Refused('not_found');
    const content = {
      ...(note?.trim() ? { note: note.trim() } : {}),
      ...(correctedText?.trim() ? { correctedText } : {}),
    };
    if (missingFor(verdict, content)) throw new Refused('incomplete');
    const facts = { decisionId: newId(), verdict, reportIds };
    const kept = redactDecision(content, output.content?.text ?? '', await effectiveRedaction());
    const row = await append(await makeEvent('countersign.decision.made.v1', await ownSource(), hash, facts, kept));
    if (row) await announceStatuses([row]);
    wakeSync();
    return null;
  });
}
