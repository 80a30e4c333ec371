/** The baseline of a process: what the audit found, frozen as an event, against which later figures are held. */
import type { CountersignEvent } from '../events/event.ts';
import { compareEvents } from '../fold/order.ts';
import { processOfSubject } from '../gate/stops.ts';
import { isOneOf, type Party, type Person } from '../policy/party.ts';
import type { GovernancePolicy } from '../policy/policy.ts';
import type { Process } from '../policy/process.ts';
import type { Baseline } from './frozen.ts';

/** A baseline, and when it was frozen. */
export interface FrozenBaseline extends Baseline {
  frozenAt: string;
}

/** By process, the last one in the order of the log: the collector takes none after the audit. */
export function baselinesIn(events: readonly CountersignEvent[]): ReadonlyMap<string, FrozenBaseline> {
  const found = new Map<string, FrozenBaseline>();
  for (const event of events.toSorted(compareEvents))
    if (event.type === 'countersign.baseline.frozen.v1')
      found.set(processOfSubject(event.subject), { ...event.data.facts, frozenAt: event.time });
  return found;
}

const ADMINS: readonly Party[] = ['role:admin'];

/** Whether somebody may freeze the baseline of a process: whoever answers for it, or an administrator; and only in its audit. */
export const mayFreeze = (
  person: Person,
  { owner, rollout }: Pick<Process, 'owner' | 'rollout'>,
  { roles = [] }: Pick<GovernancePolicy, 'roles'>,
): boolean => rollout?.phase === 'audit' && isOneOf(person, owner ? [owner, ...ADMINS] : ADMINS, roles);
