/** Limits of charts that are computed anew from a month on: whoever decides in the team says it, with a reason, and takes it back. */
import { metricSubject } from '../../domain/figures/rebases.ts';
import { newId } from '../../domain/ids.ts';
import { mayDecide } from '../../domain/people/role.ts';
import { Refused } from '../../messages/receive.ts';
import type { MessageBody } from '../../messages/to-background/index.ts';
import { target } from '../../store/ask/queries.ts';
import { rebasesNow } from '../../store/ask/rebased.ts';
import { say } from '../spine/act.ts';

const REBASED = 'countersign.limits.rebased.v1';
/** In the place of a reason that was erased: whoever takes it back gives none. */
const NONE = '–';

export async function rebaseLimits({ metric, from, reason }: MessageBody<'limits.rebase'>): Promise<null> {
  if (!mayDecide((await target())?.role)) throw new Refused('not_allowed');
  if (from > new Date().toISOString().slice(0, 7)) throw new Refused('incomplete');
  await say(REBASED, metricSubject(metric), { rebaseId: newId(), from }, { reason });
  return null;
}

export async function restoreLimits({ rebaseId }: MessageBody<'limits.restore'>): Promise<null> {
  if (!mayDecide((await target())?.role)) throw new Refused('not_allowed');
  const one = (await rebasesNow()).find((each) => each.rebaseId === rebaseId);
  if (!one) throw new Refused('not_found');
  await say(REBASED, metricSubject(one.metric), { rebaseId, from: null }, { reason: one.reason ?? NONE });
  return null;
}
