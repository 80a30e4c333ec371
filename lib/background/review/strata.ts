/** How the strata of the policy in force stand, as this browser knows; worked out again when somebody has reviewed something. */
import type { Output } from '../../domain/output/output.ts';
import type { GovernancePolicy } from '../../domain/policy/policy.ts';
import { type Strata, standingFrom, strataOf } from '../../domain/review/strata.ts';
import { reviewedEvents } from '../../store/ask/review/reviewed.ts';

interface Known {
  /** Version, and what it says of review: a policy that is loaded by hand may change under its name. */
  rules: string;
  strata: Strata;
  modes: string;
}

let known: Promise<Known> | undefined;
let told: string | undefined;

const rulesOf = ({ version, processes = [] }: GovernancePolicy): string =>
  JSON.stringify([
    version,
    processes.map(({ id, review, publishes, publicInterest }) => [id, review, publishes, publicInterest]),
  ]);

const isEarned = (policy: GovernancePolicy | undefined): policy is GovernancePolicy =>
  policy?.processes?.some(({ review }) => review.mode === 'earned') ?? false;

async function workOut(policy: GovernancePolicy): Promise<Known> {
  const events = await reviewedEvents();
  const modes = (policy.processes ?? []).map((process) =>
    [...standingFrom(events, policy, process)].map(([stratum, { standing }]) => [stratum, standing.mode]).sort(),
  );
  return { rules: rulesOf(policy), strata: strataOf(events, policy), modes: JSON.stringify(modes) };
}

async function knownOf(policy: GovernancePolicy): Promise<Known> {
  const now = await known;
  if (now?.rules === rulesOf(policy)) return now;
  const working = workOut(policy);
  known = working;
  return working;
}

/** Nothing where the policy has everything reviewed. */
export const strataNow = async (policy: GovernancePolicy | undefined): Promise<Strata | undefined> =>
  isEarned(policy) ? (await knownOf(policy)).strata : undefined;

/** Somebody said something of these outputs: whether that moved a stratum, since it was last asked. */
export async function haveMoved(outputs: readonly Output[], policy: GovernancePolicy): Promise<boolean> {
  if (!isEarned(policy)) return false;
  if (outputs.some(({ status }) => status !== 'unreviewed')) known = undefined;
  const { modes } = await knownOf(policy);
  // A worker that has just begun does not know what it told.
  const moved = told !== modes;
  told = modes;
  return moved;
}
