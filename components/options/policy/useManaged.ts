import { useEffect, useState } from 'react';
import type { KeptManaged } from '../../../lib/domain/policy/managed.ts';
import type { PolicyProblem } from '../../../lib/domain/policy/policy.ts';
import { managedKept, managedProblems } from '../../../lib/settings/items.ts';

interface LaidDown {
  kept: KeptManaged;
  problems: PolicyProblem[];
}

/** What is laid down for this browser, as it changes; undefined until it is read. */
export function useManaged(): LaidDown | undefined {
  const [laidDown, setLaidDown] = useState<LaidDown>();
  useEffect(() => {
    const look = async () =>
      setLaidDown({ kept: await managedKept.getValue(), problems: await managedProblems.getValue() });
    void look();
    const stops = [managedKept.watch(() => void look()), managedProblems.watch(() => void look())];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return laidDown;
}
