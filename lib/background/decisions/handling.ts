/**
 * Reviewers arrange what waits: who has it in hand, until when it rests, that it is the same as another. What ends by its time
 * ends here by itself, also where nobody looks.
 */
import { arrangementsOf, isMarkedDuplicate } from '../../domain/decision/handling.ts';
import { awaitsDecision } from '../../domain/decision/queue.ts';
import { newId } from '../../domain/ids.ts';
import { MOST_DAYS_DEFERRED } from '../../domain/limits.ts';
import type { Output } from '../../domain/output/output.ts';
import { mayDecide } from '../../domain/people/role.ts';
import { assignedDaysIn } from '../../domain/policy/queue-section.ts';
import { handle, Refused } from '../../messages/receive.ts';
import type { MessageBody } from '../../messages/to-background/index.ts';
import { policyInForce } from '../../settings/effective.ts';
import { ownSource } from '../../settings/installation.ts';
import { outputByHash, target } from '../../store/ask/queries.ts';
import { wakeDue } from '../../store/write/waking.ts';
import { leaveProbe, takeProbe, takeProbes } from '../review/probes.ts';
import { say } from '../spine/act.ts';
import { regularly } from '../spine/regularly.ts';

const WAKING = 'line.wake';
/** Things rest for days, and who opens the panel has it looked at then: no browser is woken more often for this. */
const PERIOD_MINUTES = 30;
const DAY_MS = 86_400_000;

export function registerHandling(): void {
  handle('handling.assign', assign);
  handle('handling.defer', defer);
  handle('handling.duplicate', markDuplicate);
  handle('handling.end', end);
  regularly(WAKING, { everyMinutes: PERIOD_MINUTES }, wakeLine);
}

/** Puts back into the line what comes back by now. */
export function wakeLine(): void {
  void wakeDue().catch((error: unknown) => console.error('Countersign could not look at what rests:', error));
  void takeProbes().catch((error: unknown) => console.error('Countersign could not ask for test texts:', error));
}

/** An item that this person may arrange something about. */
async function item(hash: string): Promise<Output> {
  if (!mayDecide((await target())?.role)) throw new Refused('not_allowed');
  const output = await outputByHash(hash);
  if (!output) throw new Refused('not_found');
  if (!awaitsDecision(output)) throw new Refused('answered');
  return output;
}

async function assign({ hash, to, after }: MessageBody<'handling.assign'>) {
  const output = await item(hash);
  const { handling } = output;
  if (after !== (handling?.assignments.at(-1)?.assignmentId ?? null)) throw new Refused('taken_meanwhile');
  const days = assignedDaysIn((await policyInForce())?.policy);
  const [assignmentId, until] = [newId(), new Date(Date.now() + days * DAY_MS).toISOString()];
  if (output.probe && !to) return { handlingId: await takeProbe(output, await ownSource(), until), until };
  await say('countersign.assignment.made.v1', hash, { assignmentId, ...(to ? { to } : {}), until, after });
  return { handlingId: assignmentId, until };
}

async function defer({ hash, until, reason }: MessageBody<'handling.defer'>) {
  await item(hash);
  const left = Date.parse(until) - Date.now();
  if (left <= 0 || left > MOST_DAYS_DEFERRED * DAY_MS) throw new Refused('incomplete');
  const deferralId = newId();
  await say('countersign.deferral.made.v1', hash, { deferralId, until }, { reason });
  return { handlingId: deferralId };
}

async function markDuplicate({ hash, of }: MessageBody<'handling.duplicate'>) {
  await item(hash);
  const other = await outputByHash(of);
  if (!other || of === hash) throw new Refused('not_found');
  // Two that were duplicates of one another would both be gone from the queue.
  if (isMarkedDuplicate(other)) throw new Refused('is_duplicate');
  const duplicateId = newId();
  await say('countersign.duplicate.marked.v1', hash, { duplicateId, of });
  return { handlingId: duplicateId };
}

async function end({ hash, handlingId }: MessageBody<'handling.end'>): Promise<null> {
  if (!mayDecide((await target())?.role)) throw new Refused('not_allowed');
  const output = await outputByHash(hash);
  const handling = output?.handling;
  const known = handling ? arrangementsOf(handling, handlingId) : [];
  if (!output || known.length === 0) throw new Refused('not_found');
  if (output.probe) {
    await leaveProbe(output);
    return null;
  }
  if (known.some(({ endedAt }) => endedAt === undefined))
    await say('countersign.handling.ended.v1', hash, { handlingId });
  return null;
}
