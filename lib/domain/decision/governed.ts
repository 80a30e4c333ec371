/** What the policy in force says of an output that waits. */
import { processAsked } from '../gate/asked.ts';
import type { Output } from '../output/output.ts';
import type { GovernancePolicy } from '../policy/policy.ts';
import { clockOf } from './clock.ts';
import type { UnderPolicy } from './sifted.ts';

/** The process of an output, and until when it waits in it. */
export function governedOf(output: Output, policy: GovernancePolicy | undefined, now: string): UnderPolicy {
  const process = processAsked(output, policy, { now });
  if (!process) return {};
  const dueAt = clockOf(output, process, now, policy?.calendar)?.dueAt;
  return { processId: process.id, ...(dueAt === undefined ? {} : { dueAt }) };
}
