/** A second review by whoever was drawn for it; the collector checks again. */
import { missingFor } from '../../domain/decision/decision.ts';
import { openDifferences } from '../../domain/decision/second.ts';
import { canBeGiven } from '../../domain/output/status.ts';
import { canonicalText } from '../../domain/output/structure/canonical.ts';
import { mayDecide } from '../../domain/people/role.ts';
import { Refused } from '../../messages/receive.ts';
import type { MessageBody } from '../../messages/to-background/index.ts';
import { outputByHash, target } from '../../store/ask/queries.ts';
import { say } from '../spine/act.ts';

/** Judges it a second time; answers whether that differs from the first. */
export async function giveSecondReview(body: MessageBody<'second.give'>): Promise<{ differs: boolean }> {
  const { hash, secondId, verdict, note, correctedText } = body;
  if (!mayDecide((await target())?.role)) throw new Refused('not_allowed');
  const before = await outputByHash(hash);
  if (!before) throw new Refused('not_found');
  if (before.blind?.secondId !== secondId) throw new Refused('answered');
  if (!canBeGiven(verdict, before)) throw new Refused('no_text');
  const content = {
    ...(note?.trim() ? { note: note.trim() } : {}),
    ...(correctedText?.trim() ? { correctedText: canonicalText(correctedText) } : {}),
  };
  if (missingFor(verdict, content)) throw new Refused('incomplete');
  const { output } = await say('countersign.second.given.v1', hash, { secondId, verdict }, content);
  const open = output ? openDifferences(output) : [];
  return { differs: open.some(({ second }) => second.secondId === secondId) };
}
