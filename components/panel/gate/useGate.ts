import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { gateOfOutput, processAsked } from '../../../lib/domain/gate/asked.ts';
import type { GateAnswer } from '../../../lib/domain/gate/gate.ts';
import { stoppedIn, withStops } from '../../../lib/domain/gate/stops.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { type AuthorityAnswer, authorityOf } from '../../../lib/domain/people/authority.ts';
import { blockersOf, passesBy, personOf, subjectsOf } from '../../../lib/domain/people/own.ts';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import type { Process, Verb } from '../../../lib/domain/policy/process.ts';
import { strataOf } from '../../../lib/domain/review/strata.ts';
import { absences, makersOf, target } from '../../../lib/store/ask/queries.ts';
import { reviewedEvents } from '../../../lib/store/ask/review/reviewed.ts';
import { stopEvents } from '../../../lib/store/ask/stops.ts';
import { useOwnSource } from '../useOwnSource.ts';
import { usePolicy } from '../usePolicy.ts';
import { useTeamNow } from '../useTeamNow.ts';
import { reviewText, statedText } from './words.ts';

/** What the gate says of an output, and what this person may do about it. */
export interface GateView {
  policy: GovernancePolicy;
  process: Process;
  answer: GateAnswer;
  /** When that was looked at, by the clock of the team's server. */
  now: string;
  /** How much of its kind people review now, in a sentence. */
  review?: string;
  /** How sure the tool said it is, in a sentence that has its own words. */
  stated?: string;
  may(verb: Verb): AuthorityAnswer;
}

/** The policy with processes that is in force, with what of it stands still; undefined where there is none. */
export function useGovernance(): GovernancePolicy | undefined {
  const policy = usePolicy()?.policy;
  const stops = useLiveQuery(stopEvents, []);
  return useMemo(() => (policy?.format === 2 ? withStops(policy, stoppedIn(stops ?? [])) : undefined), [policy, stops]);
}

const isEarned = ({ processes = [] }: GovernancePolicy): boolean =>
  processes.some(({ review }) => review.mode === 'earned');

/** Undefined outside any process, and until all of it is read. */
export function useGate(output: Output | undefined): GateView | undefined {
  const policy = useGovernance();
  const ownSource = useOwnSource();
  const now = useTeamNow(output?.updatedAt);
  const hash = output?.hash;
  const known = useLiveQuery(
    async () =>
      hash && ownSource
        ? {
            ...{ member: await target(), makers: await makersOf(hash), delegations: await absences(ownSource) },
            strata: policy && isEarned(policy) ? strataOf(await reviewedEvents(), policy) : undefined,
          }
        : undefined,
    [hash, ownSource, policy],
  );
  if (!output || !policy || !known || !ownSource || !now) return undefined;
  const { member, makers, delegations, strata } = known;
  const process = processAsked(output, policy, { now, strata });
  if (!process) return undefined;
  const review = strata && reviewText(output, process, policy.version, strata);
  const stated = statedText(output, process);
  return {
    ...{ policy, process, now, answer: gateOfOutput(output, policy, { now, strata }) },
    ...(review ? { review } : {}),
    ...(stated ? { stated } : {}),
    may: (verb) =>
      authorityOf({
        ...{ verb, process, roles: policy.roles ?? [], delegations, now, seenAt: output.firstSeenAt },
        ...{ person: personOf(member), authors: subjectsOf(makers, ownSource, member) },
        passes: passesBy(output, ownSource, member),
        blockers: blockersOf(output, ownSource, member),
      }),
  };
}
