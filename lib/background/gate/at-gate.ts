/** The output that somebody stands at a gate with, and all that is asked of it. */
import { gateOfOutput, processAsked } from '../../domain/gate/asked.ts';
import type { GateAnswer } from '../../domain/gate/gate.ts';
import type { Output } from '../../domain/output/output.ts';
import type { GovernancePolicy } from '../../domain/policy/policy.ts';
import type { Process } from '../../domain/policy/process.ts';
import { Refused } from '../../messages/receive.ts';
import type { Sender } from '../../messages/sender.ts';
import type { GateAnswered } from '../../messages/to-background/gate.ts';
import { teamNow } from '../../settings/team-clock.ts';
import { outputByHash } from '../../store/ask/queries.ts';
import { strataNow } from '../review/strata.ts';
import { mustHold } from '../spine/place.ts';
import { governanceNow } from './policy-now.ts';
import { answeredOf } from './said.ts';

interface AtGate {
  output: Output;
  process: Process;
  policy: GovernancePolicy;
  answer: GateAnswer;
  now: string;
}

/** The output that somebody stands at the gate with; refused where there is no gate, or the frame does not show it. */
export async function atGate(hash: string, sender: Sender): Promise<AtGate> {
  await mustHold(sender, hash);
  const now = await teamNow();
  const [policy, output] = await Promise.all([governanceNow(now), outputByHash(hash)]);
  if (!policy || !output) throw new Refused('not_found');
  const circumstances = { now, strata: await strataNow(policy) };
  const process = processAsked(output, policy, circumstances);
  if (!process) throw new Refused('not_found');
  return { output, process, policy, answer: gateOfOutput(output, policy, circumstances), now };
}

/** What somebody said under which policy. */
export const under = ({ process, policy }: AtGate) => ({ processId: process.id, policyVersion: policy.version });

/** What the gate says once something was said of an output. */
export async function answeredNow(hash: string): Promise<GateAnswered> {
  const now = await teamNow();
  const output = await outputByHash(hash);
  const policy = await governanceNow(now);
  return output ? answeredOf(output, policy, now, await strataNow(policy)) : { hash };
}

/** So many milliseconds after a time. */
export const later = (now: string, ms: number): string => new Date(Date.parse(now) + ms).toISOString();
