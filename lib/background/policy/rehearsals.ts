/** Rehearsing the escalation of a pilot: starting it, and answering what has come to this browser's person. */
import { processSubject } from '../../domain/gate/stops.ts';
import { newId } from '../../domain/ids.ts';
import { personOf } from '../../domain/people/own.ts';
import type { GovernancePolicy } from '../../domain/policy/policy.ts';
import { mayAnswer, mayRehearse, rehearsalAt } from '../../domain/rollout/rehearsal.ts';
import { handle, Refused } from '../../messages/receive.ts';
import type { MessageBody } from '../../messages/to-background/index.ts';
import { policyInForce } from '../../settings/effective.ts';
import { ownSource } from '../../settings/installation.ts';
import { teamNow } from '../../settings/team-clock.ts';
import { absences, target } from '../../store/ask/queries.ts';
import { rehearsals } from '../../store/ask/review/periodic.ts';
import { say } from '../spine/act.ts';

const REHEARSED = 'countersign.escalation.rehearsed.v1';

export function registerRehearsals(): void {
  handle('policy.rehearse', rehearse);
  handle('policy.answer', answer);
}

async function rulesNow(): Promise<GovernancePolicy> {
  const policy = (await policyInForce())?.policy;
  if (policy?.format !== 2) throw new Refused('not_found');
  return policy;
}

/** One at a time in a process; alone there is nobody who could answer. */
async function rehearse({ processId }: MessageBody<'policy.rehearse'>): Promise<null> {
  const policy = await rulesNow();
  const [member, now, known] = await Promise.all([target(), teamNow(), rehearsals()]);
  const process = policy.processes?.find(({ id }) => id === processId);
  const to = process?.escalation?.[0]?.to;
  if (!process || !to) throw new Refused('not_found');
  if (!member || !mayRehearse(personOf(member), process, policy)) throw new Refused('not_allowed');
  const own = known.filter((one) => one.processId === processId);
  if (own.some((one) => rehearsalAt(one, process, now, policy.calendar).state === 'waits'))
    throw new Refused('incomplete');
  const facts = { rehearsalId: newId(), policyVersion: policy.version, act: 'started' as const, to: [...to] };
  await say(REHEARSED, processSubject(processId), facts);
  return null;
}

async function answer({ rehearsalId }: MessageBody<'policy.answer'>): Promise<null> {
  const policy = await rulesNow();
  const [member, now, known, source] = await Promise.all([target(), teamNow(), rehearsals(), ownSource()]);
  const rehearsal = known.find((one) => one.rehearsalId === rehearsalId);
  const process = policy.processes?.find(({ id }) => id === rehearsal?.processId);
  if (!rehearsal || !process) throw new Refused('not_found');
  const standing = rehearsalAt(rehearsal, process, now, policy.calendar);
  const { author, source: startedFrom } = rehearsal.started;
  const person = personOf(member);
  const starter = author ?? (startedFrom === source ? person.subject : undefined);
  const asked = { person, roles: policy.roles ?? [], delegations: await absences(source), now, starter };
  if (!mayAnswer(standing, asked)) throw new Refused('not_allowed');
  const facts = { rehearsalId, policyVersion: policy.version, act: 'answered' as const, step: standing.step };
  await say(REHEARSED, processSubject(process.id), facts);
  return null;
}
