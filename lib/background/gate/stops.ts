/** Stopping a process, and starting it again, by whom the rules name for it; and that every page with a gate hears of it. */
import { processSubject, stoppedIn } from '../../domain/gate/stops.ts';
import { Refused } from '../../messages/receive.ts';
import type { Sender } from '../../messages/sender.ts';
import type { MessageBody } from '../../messages/to-background/index.ts';
import { stopEvents } from '../../store/ask/stops.ts';
import { askAgain } from '../reading/watches.ts';
import { say } from '../spine/act.ts';
import { onAnnounced } from '../spine/announce.ts';
import { atGate } from './at-gate.ts';
import { mayDo } from './authors.ts';

/** What the pages know, of this worker's life; undefined until they were told, or none of it was there. */
let told: string | undefined;

/** Has the pages hear when a colleague's stop comes in. */
export const registerStops = (): unknown => onAnnounced(tellPages);

async function tellPages(): Promise<void> {
  const events = await stopEvents();
  const now = events.length === 0 ? undefined : JSON.stringify([...stoppedIn(events)].sort());
  if (now === told) return;
  told = now;
  await askAgain();
}

/** From one of its texts a process is stopped, or started again, with a reason. What the rules themselves stop nobody starts. */
export async function stopProcess({ hash, words, stopped }: MessageBody<'gate.stop'>, sender: Sender): Promise<null> {
  const { output, process, policy, now } = await atGate(hash, sender);
  if (!(await mayDo('stop', output, process, policy, now)).may) throw new Refused('not_allowed');
  const isStopped = stoppedIn(await stopEvents()).has(process.id);
  if (isStopped === stopped) throw new Refused('incomplete');
  const facts = { stopped, policyVersion: policy.version };
  await say('countersign.process.stopped.v1', processSubject(process.id), facts, { reason: words });
  await tellPages();
  return null;
}
