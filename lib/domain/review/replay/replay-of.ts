/** The processes of a policy replayed on what was counted: each by its own texts, under the rule that the policy would have. */
import type { CountedOutput } from '../../figures/counted.ts';
import { countedProcess } from '../../gate/asked.ts';
import { isUnsure } from '../../gate/gate.ts';
import { isHolding } from '../../output/status.ts';
import { stratumOf } from '../../output/stratum.ts';
import type { Party } from '../../policy/party.ts';
import type { GovernancePolicy } from '../../policy/policy.ts';
import type { Process } from '../../policy/process.ts';
import { firstLook, isReportedBefore } from './first-look.ts';
import { type Gap, gapsIn, textsFound } from './gaps.ts';
import { type Beside, missIn, NOTHING_BESIDE } from './missed.ts';
import { type Replayed, type ReplayedText, replayed } from './replay.ts';

export interface ReplayedProcess {
  processId: string;
  name: string;
  replay: Replayed;
  /** Kinds of text of which the record says nothing lately. */
  gaps: Gap[];
  /** Who would be asked: whoever the rules let approve. */
  asked: readonly Party[];
  /** Approvals of the record, and those that lack a point which these rules want answered; absent where they want none. */
  checklist?: { approvals: number; short: number };
}

/** Where the rules name nobody, the collector's roles that decide. */
const DECIDERS: readonly Party[] = ['role:reviewer', 'role:admin'];

/** Texts that were seen from a time on. Which process one belongs to is by the policy that is asked about. */
export function processReplay(
  outputs: readonly CountedOutput[],
  policy: GovernancePolicy,
  from: string,
  beside: Beside = NOTHING_BESIDE,
): ReplayedProcess[] {
  const byProcess = Map.groupBy(outputs, (output) => countedProcess(policy, output)?.id);
  return (policy.processes ?? []).map((process) => {
    const own = byProcess.get(process.id) ?? [];
    const texts = own.flatMap((output) => textOf(output, process, from));
    const checklist = heldAgainst(own, process, from);
    const measured = missIn(own, process, beside);
    const replay = replayed(texts, process, measured);
    const seen = { outputs: own.filter(({ trace }) => trace.completedAt >= from), tallies: beside.tallies };
    return {
      ...{ processId: process.id, name: process.name },
      replay: { ...replay, carries: { ...replay.carries, texts: textsFound(process.id, seen) } },
      gaps: gapsIn(process.id, seen),
      asked: process.authority?.approve ?? DECIDERS,
      ...(checklist ? { checklist } : {}),
    };
  });
}

function textOf(output: CountedOutput, process: Process, from: string): ReplayedText[] {
  const { hash, trace } = output;
  const seenAt = trace.completedAt;
  if (seenAt < from) return [];
  const look = firstLook(output, process.review.defectFrom);
  const stratum = stratumOf(process.id, trace.tool, trace.model ?? '');
  const isHeld = isUnsure(trace.stated, process) || (look !== undefined && isReportedBefore(output, look));
  return [{ hash, stratum, seenAt, ...(look ? { reviewed: look } : {}), ...(isHeld ? { isHeld } : {}) }];
}

/** A point counts by its id: what was asked in other words under the same id was answered all the same. */
function heldAgainst(
  outputs: readonly CountedOutput[],
  { id, checklist = [] }: Process,
  from: string,
): ReplayedProcess['checklist'] {
  const wanted = checklist.filter(({ without }) => without === 'block').map((point) => point.id);
  if (wanted.length === 0) return undefined;
  const approvals = outputs
    .flatMap(({ decisions }) => decisions)
    .filter(({ verdict, decidedAt }) => decidedAt >= from && !isHolding(verdict))
    .flatMap(({ inProcess }) => (inProcess?.processId === id ? inProcess : []));
  const short = approvals.filter(({ answered }) => wanted.some((point) => !answered.includes(point)));
  return { approvals: approvals.length, short: short.length };
}
