/** How AI text is recognised here: what the policy says, else the default. */
import { DEFAULT_KEEP_DAYS, recognisedSince } from '../domain/reuse/reuse.ts';
import { policyInForce } from './effective.ts';

interface ReuseInForce {
  /** Outputs first seen before this time (ISO) are not recognised any more; undefined where none is. */
  since: string | undefined;
  /** Hosts on whose pages texts with a verdict are marked. */
  showOnPages: readonly string[];
}

/** What holds now. */
export async function reuseInForce(): Promise<ReuseInForce> {
  const { keepDays = DEFAULT_KEEP_DAYS, showOnPages = [] } = (await policyInForce())?.policy.reuse ?? {};
  return { since: keepDays > 0 ? recognisedSince(keepDays) : undefined, showOnPages };
}
