/** Decisions by whoever has the authority; the collector checks again. */
import { missingFor } from '../../domain/decision/decision.ts';
import { newId } from '../../domain/ids.ts';
import type { Output } from '../../domain/output/output.ts';
import { canBeGiven } from '../../domain/output/status.ts';
import { canonicalText } from '../../domain/output/structure/canonical.ts';
import { mayDecide } from '../../domain/people/role.ts';
import { handle, Refused } from '../../messages/receive.ts';
import type { MessageBody, Reply } from '../../messages/to-background/index.ts';
import { ownSource } from '../../settings/installation.ts';
import { outputByHash, target } from '../../store/ask/queries.ts';
import { inItsProcess, mayTakeBack } from '../gate/deciding.ts';
import { judgeProbe } from '../review/probes.ts';
import { rebaseLimits, restoreLimits } from '../review/rebases.ts';
import { say } from '../spine/act.ts';
import { startCalibration } from './calibration.ts';
import { giveSecondReview } from './second.ts';

export function registerDecisions(): void {
  handle('decision.make', makeDecision);
  handle('second.give', giveSecondReview);
  handle('calibration.start', startCalibration);
  handle('limits.rebase', rebaseLimits);
  handle('limits.restore', restoreLimits);
  handle('decision.withdraw', async (body) => {
    await withdraw(body);
    return null;
  });
}

async function makeDecision(body: MessageBody<'decision.make'>): Promise<Reply<'decision.make'>> {
  const { hash, verdict, reportIds, note, correctedText } = body;
  if (!mayDecide((await target())?.role)) throw new Refused('not_allowed');
  const output = await outputByHash(hash);
  if (!output) throw new Refused('not_found');
  // Whoever is to judge it a second time says that first: a decision would be made without knowing of the other.
  if (output.blind) throw new Refused('second_first');
  mustKnow(output, body.after);
  if (!canBeGiven(verdict, output)) throw new Refused('no_text');
  const content = {
    ...(note?.trim() ? { note: note.trim() } : {}),
    ...(correctedText?.trim() ? { correctedText: canonicalText(correctedText) } : {}),
  };
  if (missingFor(verdict, content)) throw new Refused('incomplete');
  const process = await inItsProcess(output, { ...body, ...content });
  if (output.probe) return { probe: await judgeProbe(output, verdict) };
  const facts = { decisionId: newId(), verdict, reportIds, ...process.facts };
  await say('countersign.decision.made.v1', hash, facts, { ...content, ...process.content });
  return { decisionId: facts.decisionId };
}

/** Nobody overrules a colleague without knowing: the last decision has to be the one that was on screen. */
function mustKnow({ decisions }: Output, after: string | null | undefined): void {
  if (after !== undefined && after !== (decisions.at(-1)?.decisionId ?? null)) throw new Refused('decided_meanwhile');
}

async function withdraw({ hash, decisionId }: MessageBody<'decision.withdraw'>): Promise<void> {
  if (!mayDecide((await target())?.role)) throw new Refused('not_allowed');
  const output = await outputByHash(hash);
  if (output?.takenBack?.some((one) => one.decisionId === decisionId)) return;
  const decision = output?.decisions.find((one) => one.decisionId === decisionId);
  if (!output || !decision) throw new Refused('not_found');
  if (decision.source !== (await ownSource())) throw new Refused('not_yours');
  if (!(await mayTakeBack(decision, output))) throw new Refused('not_allowed');
  await say('countersign.decision.withdrawn.v1', hash, { decisionId });
}
