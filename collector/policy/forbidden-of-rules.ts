/** What the policy in force forbids of what is said of the rules themselves: who signs their review, and who freezes a baseline. Pure. */
import type { CountersignEvent } from '../../lib/domain/events/event.ts';
import { processSubject } from '../../lib/domain/gate/stops.ts';
import { maySign } from '../../lib/domain/policy/periodic/due.ts';
import { mayFreeze } from '../../lib/domain/rollout/baseline.ts';
import type { EventRefusal } from '../ledger/judge.ts';
import type { Caller } from '../people/tokens.ts';
import type { Governed } from './governed.ts';

type OfRules = Extract<CountersignEvent, { type: 'countersign.policy.reviewed.v1' | 'countersign.baseline.frozen.v1' }>;

/** Clocks of browsers are wrong by minutes, sometimes by a time zone. */
const CLOCK_MS = 24 * 60 * 60 * 1000;

/** Why it is refused; undefined of what the policy lets pass. Both are of the version in force: of another, what was before them was another. */
export function forbiddenOfRules(
  event: OfRules,
  caller: Caller,
  { policy }: Governed,
  now: Date,
): EventRefusal | undefined {
  const { policyVersion, until } = event.data.facts;
  if (policyVersion !== policy.version)
    return { code: 'other_version', detail: `The version in force is ${policy.version}: this is of another.` };
  if (Date.parse(until) > now.getTime() + CLOCK_MS)
    return { code: 'time_in_future', detail: 'It is of a time that is not over.' };
  if (event.type === 'countersign.policy.reviewed.v1')
    return maySign(caller, policy) ? undefined : forbids('sign the review of these rules');
  const process = policy.processes?.find(({ id }) => processSubject(id) === event.subject);
  if (!process) return { code: 'other_process', detail: 'There is no such process in the policy.' };
  if (process.rollout?.phase !== 'audit')
    return { code: 'policy_forbids', detail: `The process ${process.id} is not in its audit: its baseline stands.` };
  return mayFreeze(caller, process, policy) ? undefined : forbids(`freeze the baseline of ${process.id}`);
}

const forbids = (what: string): EventRefusal => ({
  code: 'policy_forbids',
  detail: `The policy does not let you ${what}.`,
});
