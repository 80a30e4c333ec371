/**
 * A base policy from the centre, and a team's overlay over it. The overlay can add and tighten, never loosen: what would
 * slip is found by asking both policies the same questions, all that differ, and shown as a case.
 */
import { SEVERITIES } from '../../codes.ts';
import { questionsOf } from '../../gate/examples.ts';
import { gateOf } from '../../gate/gate.ts';
import { strictness } from '../effect.ts';
import type { GovernancePolicy } from '../policy.ts';
import type { Process } from '../process.ts';
import { decidingSlip } from './deciding.ts';
import { looserIn, looserProcess } from './looser.ts';
import { overlaid } from './overlaid.ts';
import { isWithin, strayed } from './places.ts';
import type { ReviewField, Slip } from './slip.ts';

/** The first case that the overlay would let slip, or undefined where it only adds and tightens. */
export function slipOf(base: GovernancePolicy, overlay: GovernancePolicy): Slip | undefined {
  const merged = overlaid(base, overlay);
  const pairs = (base.processes ?? []).flatMap((process) => {
    const over = merged.processes?.find(({ id }) => id === process.id);
    return over ? [[process, over] as const] : [];
  });
  for (const [process, over] of pairs) {
    // A place that the base covers and the overlay does not is a text without a gate.
    const slip = isWithin(process.applies, over.applies)
      ? slipIn(process, over, base, merged)
      : ({ kind: 'gone', field: `processes.${process.id}.applies` } as const);
    if (slip) return slip;
  }
  return strayed(base, merged, (one, other) => slipIn(one, other, base, merged)) ?? looserIn(base, merged);
}

function slipIn(base: Process, over: Process, from: GovernancePolicy, to: GovernancePolicy): Slip | undefined {
  return (
    passingSlip(base, over) ??
    decidingSlip(base, over, from.roles ?? [], to.roles ?? []) ??
    checklistSlip(base, over) ??
    reviewSlip(base, over) ??
    lapsingSlip(base, over) ??
    looserProcess(base, over)
  );
}

/** The same questions of both, each with approvals of its own. */
function passingSlip(base: Process, over: Process): Slip | undefined {
  const questions = questionsOf(base.id);
  const asked = over.id === base.id ? questions : questionsOf(over.id);
  for (const [at, question] of questions.entries()) {
    const before = gateOf({ ...question, process: base });
    const own = asked[at] ?? question;
    const after = gateOf({ ...own, process: over });
    if (strictness(after.effect) < strictness(before.effect))
      return { kind: 'passes', processId: over.id, question: own, before, after };
  }
  return undefined;
}

function checklistSlip(base: Process, over: Process): Slip | undefined {
  const point = (base.checklist ?? []).find((wanted) => {
    const kept = over.checklist?.find(({ id }) => id === wanted.id);
    return !kept || kept.text !== wanted.text || isLess(wanted, kept);
  });
  return point && { kind: 'unasked', processId: over.id, pointId: point.id };
}

type Point = NonNullable<Process['checklist']>[number];

/** A point that blocked and only warns now, or that asked for words and takes a tick. */
const isLess = (wanted: Point, kept: Point): boolean =>
  (wanted.without === 'block' && kept.without !== 'block') || (wanted.kind === 'text' && kept.kind !== 'text');

/** How much each field of the review rule lets through: more is looser. What is not said lets through most. */
const LETS_THROUGH: Readonly<
  Record<Exclude<ReviewField, 'mode' | 'defectFrom'>, (value: number | undefined) => number>
> = {
  clean: (value = 0) => -value,
  oneIn: (value = Number.POSITIVE_INFINITY) => value,
  limit: (value = 1) => value,
  unacceptable: (value = 1) => value,
  miss: (value = 0) => -value,
  secondOneIn: (value = Number.POSITIVE_INFINITY) => value,
  blockedOneIn: (value = Number.POSITIVE_INFINITY) => value,
  probeOneIn: (value = Number.POSITIVE_INFINITY) => value,
  confidence: (value = 0) => -value,
};

function reviewSlip(base: Process, over: Process): Slip | undefined {
  const slip = (field: ReviewField): Slip => ({ kind: 'lessReview', processId: over.id, field });
  if (base.review.mode === 'full' && over.review.mode !== 'full') return slip('mode');
  const { blockedOneIn } = LETS_THROUGH;
  // What measures reviewers is asked for also where everything is reviewed.
  for (const field of ['secondOneIn', 'probeOneIn'] as const)
    if (LETS_THROUGH[field](over.review[field]) > LETS_THROUGH[field](base.review[field])) return slip(field);
  if (blockedOneIn(blockedShareIn(over, over)) > blockedOneIn(blockedShareIn(base, over))) return slip('blockedOneIn');
  if (over.review.mode === 'full') return undefined;
  for (const field of ['clean', 'oneIn', 'limit', 'unacceptable', 'miss', 'confidence'] as const)
    if (LETS_THROUGH[field](over.review[field]) > LETS_THROUGH[field](base.review[field])) return slip(field);
  // The milder the report that counts, the more counts; without one none does.
  const mildest = ({ review: { defectFrom } }: Process) =>
    defectFrom === undefined ? SEVERITIES.length : SEVERITIES.indexOf(defectFrom);
  return mildest(over) > mildest(base) ? slip('defectFrom') : undefined;
}

/** What a rule that says nothing of blocks takes from the share of what passes; an overlay that reviews all takes nothing away by that. */
const blockedShareIn = ({ review }: Process, over: Process): number | undefined =>
  review.blockedOneIn ?? (over.review.mode === 'earned' ? review.oneIn : undefined);

function lapsingSlip(base: Process, over: Process): Slip | undefined {
  const days = ({ approval }: Process) => approval?.days ?? Number.POSITIVE_INFINITY;
  if (days(over) > days(base) || (over.approval?.outlivesVersion && !base.approval?.outlivesVersion))
    return { kind: 'lapses', processId: over.id, field: 'approval' };
  const hours = ({ selfReviewAfterHours }: Process) => selfReviewAfterHours ?? Number.POSITIVE_INFINITY;
  return hours(over) < hours(base) ? { kind: 'lapses', processId: over.id, field: 'selfReviewAfterHours' } : undefined;
}
