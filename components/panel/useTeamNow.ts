import { useEffect, useState } from 'react';
import { policyFromCollector } from '../../lib/settings/items.ts';
import { byTeamClock, clockCorrection } from '../../lib/settings/team-clock.ts';
import { useSetting } from '../sending/useSetting.ts';

/** How often what ends by itself is looked at again. */
const LOOK_MS = 30_000;

const ITEMS = [policyFromCollector];

/**
 * This moment by the clock that the gate itself goes by; undefined until that is known. Looked at again after a while, and at once when
 * something happens: what was let through just now holds from now on.
 */
export function useTeamNow(happenedAt?: string): string | undefined {
  const [correctionMs] = useSetting(clockCorrection, ITEMS);
  const [looked, setLooked] = useState(() => ({ happenedAt, atMs: Date.now() }));
  if (looked.happenedAt !== happenedAt) setLooked({ happenedAt, atMs: Date.now() });
  useEffect(() => {
    const timer = setInterval(() => setLooked((before) => ({ ...before, atMs: Date.now() })), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return correctionMs === undefined ? undefined : byTeamClock(looked.atMs, correctionMs);
}
