import { useDeferredValue, useState } from 'react';
import type { QueueOrder, Sieve } from '../../../lib/domain/decision/sifted.ts';
import { useGovernance } from '../gate/useGate.ts';
import { useMe } from '../handling/useMe.ts';
import { useLine } from '../line/useLine.ts';

/** What somebody wants to see of the queue, and in which order; the line of those that are that. */
export function useSieve() {
  const policy = useGovernance();
  const me = useMe();
  const [sieve, setSieve] = useState<Sieve>({});
  const [order, setOrder] = useState<QueueOrder>('gravest');
  // What is typed shows at once; the list follows when there is time.
  const wanted = useDeferredValue(sieve);
  const heard = useLine({ sieve: wanted, order, policy, me });
  const { line, left: unsearched = 0, isPart = false } = heard ?? {};
  return {
    line,
    first: heard?.rows,
    early: heard?.early,
    unsearched,
    isPart,
    sieve,
    setSieve,
    order,
    setOrder,
    processes: policy?.processes ?? [],
  };
}
