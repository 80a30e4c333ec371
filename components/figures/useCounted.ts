import { useCallback, useEffect, useState } from 'react';
import type { CountedOutput } from '../../lib/domain/figures/counted.ts';
import { countedFrom } from '../../lib/domain/figures/months.ts';
import type { Setting } from '../../lib/domain/figures/view.ts';
import { policyInForce } from '../../lib/settings/effective.ts';
import { countedSince } from '../../lib/store/ask/counted.ts';

/** What was counted, and under which rules. */
interface Counted {
  outputs: CountedOutput[];
  setting: Setting;
}

/** Reads everything once, and again when asked: figures that change while somebody reads them cannot be compared. */
async function count(): Promise<Counted> {
  const now = new Date().toISOString();
  const [outputs, inForce] = await Promise.all([countedSince(countedFrom(now)), policyInForce()]);
  const rules = inForce?.policy.format === 2 ? inForce.policy : undefined;
  const processes = new Map((rules?.processes ?? []).map((process) => [process.id, process]));
  return { outputs, setting: { now, processes, calendar: rules?.calendar } };
}

export function useCounted(): { counted: Counted | undefined; failed: boolean; again(): void } {
  const [counted, setCounted] = useState<Counted>();
  const [failed, setFailed] = useState(false);
  const again = useCallback(() => {
    setFailed(false);
    count().then(setCounted, (error) => {
      console.error('Countersign could not work out the figures:', error);
      setFailed(true);
    });
  }, []);
  useEffect(again, [again]);
  return { counted, failed, again };
}
