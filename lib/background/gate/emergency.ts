/** The glass is broken: a text goes without an approval, in an emergency, with a reason, for hours, and everybody hears of it. */
import { mayBreakGlass } from '../../domain/gate/gate.ts';
import { newId } from '../../domain/ids.ts';
import { Refused } from '../../messages/receive.ts';
import type { Sender } from '../../messages/sender.ts';
import type { GateAnswered } from '../../messages/to-background/gate.ts';
import type { MessageBody } from '../../messages/to-background/index.ts';
import { glassBrokenIn } from '../../store/ask/queries.ts';
import { say } from '../spine/act.ts';
import { answeredNow, atGate, later, under } from './at-gate.ts';
import { mayDo } from './authors.ts';

const HOUR_MS = 3_600_000;

/** Lets a text go in an emergency. Not again in the process before somebody else has looked at the last one. */
export async function breakGlass(
  { hash, words, hours }: MessageBody<'gate.bypass'>,
  sender: Sender,
): Promise<GateAnswered> {
  const at = await atGate(hash, sender);
  const { output, process, policy, answer, now } = at;
  if (!mayBreakGlass(answer)) throw new Refused('not_allowed');
  if (!(await mayDo('bypass', output, process, policy, now)).may) throw new Refused('not_allowed');
  if (await glassBrokenIn(process.id)) throw new Refused('glass_broken');
  const facts = {
    ...{ exceptionId: newId(), kind: 'bypass' as const, ...under(at), textHash: hash },
    until: later(now, hours * HOUR_MS),
  };
  await say('countersign.gate.overridden.v1', hash, facts, { reason: words });
  return answeredNow(hash);
}
