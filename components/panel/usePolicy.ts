import { useEffect, useState } from 'react';
import type { AcceptedPolicy, PolicySource } from '../../lib/domain/policy/policy.ts';
import { policyInForce } from '../../lib/settings/effective.ts';
import { policyFromCollector, policyLoaded, policyManaged } from '../../lib/settings/items.ts';

type InForce = AcceptedPolicy & { source: PolicySource };

/** The policy in force, as it changes; undefined where there is none, and until it is read. */
export function usePolicy(): InForce | undefined {
  const [policy, setPolicy] = useState<InForce>();
  useEffect(() => {
    const look = async () => setPolicy(await policyInForce());
    void look();
    const stops = [policyFromCollector, policyLoaded, policyManaged].map((item) => item.watch(() => void look()));
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return policy;
}
