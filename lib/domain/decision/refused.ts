/** What somebody did under a policy, and the team's collector refused: it counts for nothing here either, and they hear why. */
import { type CountersignEvent, eventKey } from '../events/event.ts';
import type { Output } from '../output/output.ts';
import type { RefusedAct } from '../output/process-record.ts';

/** Codes by which the collector refuses what was done under a policy. */
export const ACT_REFUSALS = [
  'role_may_not',
  'policy_forbids',
  'approval_incomplete',
  'other_process',
  'other_version',
  'other_text',
  'unknown_output',
  'sign_in_needed',
  'other_time',
  'no_such_step',
] as const;
export type ActRefusal = (typeof ACT_REFUSALS)[number];

/** What the policy has a say in. Only of these does the collector's word undo what a browser holds. */
const GOVERNED: ReadonlySet<string> = new Set(
  [
    'decision.made',
    'decision.withdrawn',
    'gate.overridden',
    'approval.requested',
    'process.chosen',
    'process.stopped',
    'policy.reviewed',
    'baseline.frozen',
    'escalation.rehearsed',
    'handoff.made',
  ].map((name) => `countersign.${name}.v1`),
);

export const isGoverned = ({ type }: Pick<CountersignEvent, 'type'>): boolean => GOVERNED.has(type);

/** What reviewers arrange: where it was refused, an item stands where it stood, or it would be out of line here alone. */
const ARRANGED: ReadonlySet<string> = new Set(
  ['assignment.made', 'deferral.made', 'duplicate.marked', 'handling.ended'].map((name) => `countersign.${name}.v1`),
);

/** What a reporter says to what became of their report: refused, it moves nothing here either. */
const ANSWERED_BACK = 'countersign.report.disputed.v1';
/** What a second reviewer says: refused, it is still to be said. */
const SECOND = 'countersign.second.given.v1';
/** Whom somebody asks to judge apart from each other: refused, nobody was asked. */
const CALIBRATION = 'countersign.calibration.asked.v1';

const ALONE: ReadonlySet<string> = new Set([ANSWERED_BACK, SECOND, CALIBRATION]);

/** Whether an event counts for nothing once the collector has refused it. */
export const fallsWhenRefused = (event: Pick<CountersignEvent, 'type'>): boolean =>
  isGoverned(event) || ARRANGED.has(event.type) || ALONE.has(event.type);

/** By key of the event: why the collector refused it. */
export type Refusals = ReadonlyMap<string, string>;

/** The refused of some events, in the order of time. */
export function refusedActs(events: readonly CountersignEvent[], refusals: Refusals): RefusedAct[] {
  const acts = events.flatMap((event): RefusedAct[] => {
    const why = refusals.get(eventKey(event));
    if (why === undefined || !isGoverned(event)) return [];
    const verdict = event.type === 'countersign.decision.made.v1' ? { verdict: event.data.facts.verdict } : {};
    return [{ what: whatOf(event), ...verdict, why, madeAt: event.time }];
  });
  return acts.sort((one, other) => (one.madeAt < other.madeAt ? -1 : 1));
}

function whatOf(event: CountersignEvent): RefusedAct['what'] {
  if (event.type === 'countersign.decision.made.v1') return 'decision';
  if (event.type === 'countersign.gate.overridden.v1') return event.data.facts.kind;
  return event.type === 'countersign.approval.requested.v1' ? event.data.facts.kind : 'other';
}

/** What was refused since anything counted: once somebody asked again or decided, nobody needs to hear of it. */
export function refusedSince({
  refused = [],
  decisions,
  inProcess,
}: Pick<Output, 'refused' | 'decisions' | 'inProcess'>): RefusedAct[] {
  const { requests = [], exceptions = [] } = inProcess ?? {};
  const counted = [
    ...decisions.map(({ decidedAt }) => decidedAt),
    ...[...requests, ...exceptions].map(({ madeAt }) => madeAt),
  ];
  return refused.filter(({ madeAt }) => counted.every((at) => at < madeAt));
}
