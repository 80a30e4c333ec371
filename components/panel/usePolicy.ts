import type { AcceptedPolicy, PolicySource } from '../../lib/domain/policy/policy.ts';
import { policyInForce } from '../../lib/settings/effective.ts';
import { policyFromCollector, policyLoaded, policyManaged } from '../../lib/settings/items.ts';
import { useSetting } from '../sending/useSetting.ts';

const ITEMS = [policyFromCollector, policyLoaded, policyManaged];

/** The policy in force, as it changes; undefined where there is none, and until it is read. */
export const usePolicy = (): (AcceptedPolicy & { source: PolicySource }) | undefined =>
  useSetting(policyInForce, ITEMS)[0];
