/** The policy with processes that is in force at this moment, and what of it stands still. */

import { stoppedIn, withStops } from '../../domain/gate/stops.ts';
import type { GovernancePolicy } from '../../domain/policy/policy.ts';
import { policyInForce } from '../../settings/effective.ts';
import { stopEvents } from '../../store/ask/stops.ts';

/** Undefined where no policy has processes, or its day has not come. */
export async function governanceNow(now: string): Promise<GovernancePolicy | undefined> {
  const policy = (await policyInForce())?.policy;
  if (policy?.format !== 2 || !policy.processes?.length) return undefined;
  if (policy.inForceFrom !== undefined && Date.parse(policy.inForceFrom) > Date.parse(now)) return undefined;
  return withStops(policy, stoppedIn(await stopEvents()));
}
