import { useDeferredValue, useMemo, useState } from 'react';
import { clockOf } from '../../../lib/domain/decision/clock.ts';
import {
  isSieving,
  ordered,
  type QueueOrder,
  type Sieve,
  sifted,
  type UnderPolicy,
} from '../../../lib/domain/decision/sifted.ts';
import { processOfOutput } from '../../../lib/domain/gate/asked.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import { useGovernance } from '../gate/useGate.ts';

/** What somebody wants to see of the queue, and in which order; the items that are that. */
export function useSieve(all: readonly Output[] | undefined) {
  const policy = useGovernance();
  const [sieve, setSieve] = useState<Sieve>({});
  const [order, setOrder] = useState<QueueOrder>('gravest');
  // What is typed shows at once; the list follows when there is time.
  const wanted = useDeferredValue(sieve);
  const outputs = useMemo(() => {
    if (!all) return undefined;
    const under = (output: Output) => underPolicy(output, policy);
    return ordered(isSieving(wanted) ? sifted(all, wanted, under) : all, order, under);
  }, [all, wanted, order, policy]);
  return { outputs, sieve, setSieve, order, setOrder, processes: policy?.processes ?? [] };
}

function underPolicy(output: Output, policy: GovernancePolicy | undefined): UnderPolicy {
  const process = processOfOutput(policy, output);
  if (!process) return {};
  const dueAt = clockOf(output, process, new Date().toISOString(), policy?.calendar)?.dueAt;
  return { processId: process.id, ...(dueAt === undefined ? {} : { dueAt }) };
}
