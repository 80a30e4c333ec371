/** The processes of a policy replayed on what was counted: each by its own texts, under the rule that the policy would have. */
import type { CountedOutput } from '../../figures/counted.ts';
import { processOfOutput } from '../../gate/asked.ts';
import { stratumOf } from '../../output/stratum.ts';
import type { GovernancePolicy } from '../../policy/policy.ts';
import { firstLook, type Replayed, type ReplayedText, replayed } from './replay.ts';

export interface ReplayedProcess {
  processId: string;
  name: string;
  replay: Replayed;
}

/** Texts that were seen from a time on. Which process one belongs to is by the policy that is asked about. */
export function processReplay(
  outputs: readonly CountedOutput[],
  policy: GovernancePolicy,
  from: string,
): ReplayedProcess[] {
  const byProcess = Map.groupBy(outputs, (output) => processOfOutput(policy, output)?.id);
  return (policy.processes ?? []).map((process) => {
    const texts = (byProcess.get(process.id) ?? []).flatMap((output) => textOf(output, process.id, from));
    return { processId: process.id, name: process.name, replay: replayed(texts, process) };
  });
}

function textOf({ hash, trace, decisions }: CountedOutput, processId: string, from: string): ReplayedText[] {
  const seenAt = trace.completedAt;
  if (seenAt < from) return [];
  const reviewed = firstLook(decisions);
  const stratum = stratumOf(processId, trace.tool, trace.model ?? '');
  return [{ hash, stratum, seenAt, ...(reviewed ? { reviewed } : {}) }];
}
