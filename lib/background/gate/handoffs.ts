/** Somebody cannot judge a text, and says so: it goes on to whoever comes next. Nothing is attested, and nothing is decided. */
import { nextToJudge } from '../../domain/decision/clock.ts';
import { awaitsDecision } from '../../domain/decision/queue.ts';
import { newId } from '../../domain/ids.ts';
import { mayDecide } from '../../domain/people/role.ts';
import { Refused } from '../../messages/receive.ts';
import type { Sender } from '../../messages/sender.ts';
import type { MessageBody } from '../../messages/to-background/index.ts';
import { target } from '../../store/ask/queries.ts';
import { say } from '../spine/act.ts';
import { atGate } from './at-gate.ts';
import { mayDo } from './authors.ts';

/** Passes on what waits for a decision. */
export async function passOn({ hash, note }: MessageBody<'handoff.make'>, sender: Sender): Promise<null> {
  if (!mayDecide((await target())?.role)) throw new Refused('not_allowed');
  const { output, process, policy, now } = await atGate(hash, sender);
  if (!awaitsDecision(output)) throw new Refused('answered');
  if (!(await mayDo('escalate', output, process, policy, now)).may) throw new Refused('not_allowed');
  const next = nextToJudge(output, process, now, policy.calendar);
  if (!next) throw new Refused('not_found');
  const { to, step } = next;
  const facts = { handoffId: newId(), to: [...to], why: 'handed_off' as const };
  await say(
    'countersign.handoff.made.v1',
    hash,
    { ...facts, ...(step === undefined ? {} : { step }) },
    note?.trim() ? { note: note.trim() } : {},
  );
  return null;
}
