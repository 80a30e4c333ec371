import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { type SignedReview, withLastReview } from '../../../lib/domain/policy/periodic/due.ts';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import { signedReviews } from '../../../lib/store/ask/review/periodic.ts';

const NONE: readonly SignedReview[] = [];

/** The reviews of the rules that were signed, as they come in; none until they are read. */
export const useSigned = (): readonly SignedReview[] => useLiveQuery(signedReviews) ?? NONE;

/** Rules with the last sign-off as their last review. */
export function useWithSigned<P extends Pick<GovernancePolicy, 'periodicReview'>>(policy: P): P {
  const signed = useSigned();
  return useMemo(() => withLastReview(policy, signed), [policy, signed]);
}
