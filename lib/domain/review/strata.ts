/** All strata of a process as the screens, the gate and the collector look at them: the plan, how it stands, what it accepts. */
import type { CountersignEvent } from '../events/event.ts';
import type { Output } from '../output/output.ts';
import { stratumOf } from '../output/stratum.ts';
import type { GovernancePolicy } from '../policy/policy.ts';
import type { Process } from '../policy/process.ts';
import { nothingReviewed, type StratumStanding, standingOf } from './mode.ts';
import { measuredMiss, recordsOf } from './observed.ts';
import { type NoPlan, type ReviewPlan, reviewPlanOf } from './plan.ts';
import { probesIn } from './probes.ts';

/** With more that were asked for and not answered nobody knows how the stratum is: a week's sample of a small team. */
const MOST_UNANSWERED = 5;

interface StratumView {
  plan: ReviewPlan;
  standing: StratumStanding;
  /** Outputs that the draw asked for and nobody decided on. */
  unanswered: number;
  /** Whether what the draw does not ask for may pass. */
  accepts: boolean;
}

/** How each stratum stands in which something was reviewed, by its key; nothing where the process has no plan. */
export function standingFrom(
  events: readonly CountersignEvent[],
  policy: Pick<GovernancePolicy, 'version'>,
  process: Process,
): Map<string, StratumView> {
  const views = new Map<string, StratumView>();
  if (typeof reviewPlanOf(process) === 'string') return views;
  const reviewed = { processId: process.id, policyVersion: policy.version, defectFrom: process.review.defectFrom };
  const probes = probesIn(events, process.id);
  for (const [stratum, record] of recordsOf(events, reviewed)) {
    const plan = reviewPlanOf(process, measuredMiss(record, probes));
    if (typeof plan === 'string') continue;
    const standing = standingOf(plan, record.observations);
    const { unanswered } = record;
    views.set(stratum, {
      ...{ plan, standing, unanswered },
      accepts: standing.mode === 'sampled' && unanswered < MOST_UNANSWERED,
    });
  }
  return views;
}

interface Found {
  trace: { tool: string; model?: string | undefined };
}

/** How the strata of a policy stand, each process worked out when it is first asked for. */
export interface Strata {
  /** The stratum of an output in a process; why there is none where everything is reviewed for good. */
  of(process: Process, output: Found): StratumView | NoPlan;
}

export function strataOf(events: readonly CountersignEvent[], policy: Pick<GovernancePolicy, 'version'>): Strata {
  const known = new Map<string, Map<string, StratumView>>();
  return {
    of(process, { trace }) {
      const plan = reviewPlanOf(process);
      if (typeof plan === 'string') return plan;
      const views = known.get(process.id) ?? standingFrom(events, policy, process);
      known.set(process.id, views);
      const view = views.get(stratumOf(process.id, trace.tool, trace.model ?? ''));
      return view ?? { plan, standing: nothingReviewed(), unanswered: 0, accepts: false };
    },
  };
}

/** What the record of its stratum says of an output that nobody has looked at. */
export function ruledOn(
  { trace, inProcess }: Found & Pick<Output, 'inProcess'>,
  process: Process,
  policy: Pick<GovernancePolicy, 'version'>,
  strata: Strata,
): { accepted: boolean; stopped: boolean } {
  const view = strata.of(process, { trace });
  if (typeof view === 'string') return { accepted: false, stopped: false };
  const stratum = stratumOf(process.id, trace.tool, trace.model ?? '');
  const drawn = (inProcess?.draws ?? []).some(
    (draw) =>
      draw.outcome === 'auto_accept' &&
      draw.processId === process.id &&
      draw.policyVersion === policy.version &&
      draw.stratum === stratum,
  );
  return { accepted: drawn && view.standing.mode === 'sampled', stopped: view.standing.mode === 'stopped' };
}
