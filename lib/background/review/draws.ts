/** Has the collector draw whether a person must look at an output, where its stratum is sampled; one that was drawn is handed in. */
import { processesOfOutput } from '../../domain/gate/asked.ts';
import { isUnsure } from '../../domain/gate/gate.ts';
import { newId } from '../../domain/ids.ts';
import type { Output } from '../../domain/output/output.ts';
import { openRequests } from '../../domain/output/process-record.ts';
import { statedShare } from '../../domain/output/stated.ts';
import { stratumOf, stratumParts } from '../../domain/output/stratum.ts';
import type { GovernancePolicy } from '../../domain/policy/policy.ts';
import type { Process } from '../../domain/policy/process.ts';
import type { Strata } from '../../domain/review/strata.ts';
import { governanceNow } from '../gate/policy-now.ts';
import { collectorNow } from '../policy/publishing.ts';
import { say } from '../spine/act.ts';
import { oneAtATime } from '../spine/in-turn.ts';
import { wakeSync } from '../spine/wake.ts';
import { strataNow } from './strata.ts';

const inTurn = oneAtATime();

/** Draws for outputs of which nobody has said anything. Without a connection they wait as every other text does. */
export const drawFor = (outputs: readonly Output[]): Promise<void> =>
  inTurn(async () => {
    const policy = await governanceNow(new Date().toISOString());
    const strata = await strataNow(policy);
    if (!policy || !strata) return;
    for (const output of outputs) {
      for (const process of processesOfOutput(policy, output))
        if (isForLot(output, process, strata) && !isDrawn(output, process, policy)) await draw(output, process, policy);
    }
  });

/** Whether the lot says what becomes of it. What the tool itself is not sure enough of waits for a person, and never counts as one that passed. */
function isForLot({ status, trace }: Output, process: Process, strata: Strata): boolean {
  const view = strata.of(process, { trace });
  if (typeof view !== 'object' || view.standing.mode !== 'sampled' || status !== 'unreviewed') return false;
  return !isUnsure(statedShare(trace.statedConfidence ?? ''), process);
}

const isDrawn = ({ inProcess }: Output, { id }: Process, { version }: GovernancePolicy): boolean =>
  (inProcess?.draws ?? []).some((one) => one.processId === id && one.policyVersion === version);

async function draw(output: Output, process: Process, policy: GovernancePolicy): Promise<void> {
  const { hash, trace, inProcess } = output;
  const parts = stratumParts(stratumOf(process.id, trace.tool, trace.model ?? ''));
  const collector = await collectorNow();
  if (!collector || !parts) return;
  const { policies, world } = collector;
  const asked = { hash, processId: process.id, tool: parts.tool, ...(parts.model ? { model: parts.model } : {}) };
  const said = await policies.draw(world, asked);
  if (said.kind !== 'drawn' || said.outcome === 'review') return;
  // A text that was drawn is looked at, also one that nobody uses in the end.
  if (said.outcome === 'ask' && openRequests(inProcess ?? { requests: [] }).length === 0) {
    const under = { processId: process.id, policyVersion: policy.version };
    const facts = { requestId: newId(), kind: 'approval' as const, ...under, textHash: hash };
    await say('countersign.approval.requested.v1', hash, facts, {});
  }
  wakeSync(true);
}
