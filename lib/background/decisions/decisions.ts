/** Decisions by whoever has the authority; the collector checks again. */
import { missingFor } from '../../domain/decision/decision.ts';
import { newId } from '../../domain/ids.ts';
import { canBeGiven } from '../../domain/output/status.ts';
import { canonicalText } from '../../domain/output/structure/canonical.ts';
import { mayDecide } from '../../domain/people/role.ts';
import { handle, Refused } from '../../messages/receive.ts';
import { outputByHash, target } from '../../store/ask/queries.ts';
import { inItsProcess } from '../gate/deciding.ts';
import { say } from '../spine/act.ts';

export function registerDecisions(): void {
  handle('decision.make', async (body) => {
    const { hash, verdict, reportIds, note, correctedText } = body;
    if (!mayDecide((await target())?.role)) throw new Refused('not_allowed');
    const output = await outputByHash(hash);
    if (!output) throw new Refused('not_found');
    if (!canBeGiven(verdict, output)) throw new Refused('no_text');
    const content = {
      ...(note?.trim() ? { note: note.trim() } : {}),
      ...(correctedText?.trim() ? { correctedText: canonicalText(correctedText) } : {}),
    };
    if (missingFor(verdict, content)) throw new Refused('incomplete');
    const process = await inItsProcess(output, { ...body, ...content });
    const facts = { decisionId: newId(), verdict, reportIds, ...process.facts };
    await say('countersign.decision.made.v1', hash, facts, { ...content, ...process.content });
    return null;
  });
}
