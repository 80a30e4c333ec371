/**
 * From audit to scale: where a process stands in its roll-out, what of the conditions that the rules set is met, and what comes
 * next. From the record alone, and pure: what nobody has recorded is not met.
 */
import { FEWEST_PEOPLE } from '../figures/groups.ts';
import type { Process } from '../policy/process.ts';
import { wilson } from '../review/intervals.ts';
import type { Baseline } from './frozen.ts';
import { ROLLOUT_PHASES, type RolloutPhase } from './phase.ts';
import type { ProcessRecorded } from './recorded.ts';

/** `unset`: the rules say nothing that could be met; `few`: of fewer than five people no figure is shown. */
export type ConditionState = 'met' | 'missing' | 'unset' | 'few';

/** One condition: what there is, and what the rules ask. Shares from 0 to 1, times in hours. */
export interface RolloutCondition {
  of: (typeof CONDITIONS)[RolloutPhase][number];
  state: ConditionState;
  has?: number;
  needs?: number;
}

/** What each phase asks before the next one begins; of the last, what it asks to go on. */
export const CONDITIONS = {
  audit: ['owner', 'texts', 'goals', 'baseline'],
  pilot: ['full', 'reviewed', 'defects', 'hours', 'rehearsed', 'trained'],
  scale: ['defects', 'hours', 'reviewDue'],
} as const satisfies Record<RolloutPhase, readonly string[]>;

interface RolloutStanding {
  phase: RolloutPhase;
  conditions: RolloutCondition[];
  /** Whether all of them are met. */
  isReady: boolean;
  /** Absent in the last. */
  next?: RolloutPhase;
}

/** What is asked beside the record. */
interface Around {
  /** What was frozen at the end of the audit. */
  baseline?: Pick<Baseline, 'reviewed'> | undefined;
  /** People that have taken the measure of literacy that the fewest have; null where those are fewer than are told, undefined where nobody says. */
  trained?: number | null | undefined;
  /** Whether a rehearsal of the escalation was answered in time. */
  isRehearsed?: boolean | undefined;
  /** Whether the rules' own review is past its day; undefined where they name none. */
  isReviewOver: boolean | undefined;
}

/** Nothing of a process whose rules name no roll-out. */
export function rolloutOf(process: Process, recorded: ProcessRecorded, around: Around): RolloutStanding | undefined {
  const { rollout } = process;
  if (!rollout) return undefined;
  const conditions = CONDITIONS[rollout.phase].map((of) => ({ of, ...CHECKS[of]({ process, recorded, around }) }));
  const next = ROLLOUT_PHASES[ROLLOUT_PHASES.indexOf(rollout.phase) + 1];
  return {
    ...{ phase: rollout.phase, conditions, isReady: conditions.every(({ state }) => state === 'met') },
    ...(next ? { next } : {}),
  };
}

interface Asked {
  process: Process;
  recorded: ProcessRecorded;
  around: Around;
}

type Checked = Omit<RolloutCondition, 'of'>;

const stateOf = (isMet: boolean): ConditionState => (isMet ? 'met' : 'missing');

/** At least so many of what there is. */
const atLeast = (has: number, needs: number | undefined): Checked =>
  needs === undefined ? { state: 'unset', has } : { state: stateOf(has >= needs), has, needs };

/** The same of what people did: whether it is enough is told, how much of fewer than five is not. */
const enough = (people: number, has: number, needs: number | undefined): Checked => {
  const { has: told, ...checked } = atLeast(has, needs);
  return people < FEWEST_PEOPLE || told === undefined ? checked : { ...checked, has: told };
};

/** A figure of people, which fewer than five have none of. */
const figure = (people: number, needs: number | undefined, check: (needs: number) => Checked): Checked => {
  if (needs === undefined) return { state: 'unset' };
  return people < FEWEST_PEOPLE ? { state: 'few', needs } : check(needs);
};

/** Fewer say nothing of how a process was before: the same number from which any figure gives a rate. */
const FEWEST_REVIEWED = 10;

/** Whether there is enough to freeze, and the figures of success are chosen. */
export const isFreezable = ({ rollout }: Process, { reviewed }: Pick<ProcessRecorded, 'reviewed'>): boolean =>
  reviewed >= FEWEST_REVIEWED && (rollout?.defects !== undefined || rollout?.withinHours !== undefined);

/** What is frozen of the record: of fewer than five people's work no figure, as nowhere. */
export function toFreeze(
  { rollout }: Process,
  { texts, lengths, people, reviewed, defects, medianHours }: ProcessRecorded,
  apart: number | undefined,
): Omit<Baseline, 'policyVersion' | 'from' | 'until'> {
  const figures = { reviewed, defects, ...(medianHours === undefined ? {} : { medianHours }) };
  return {
    texts,
    ...(lengths ? { lengths: [...lengths] } : {}),
    ...(apart === undefined ? {} : { apart }),
    ...(people < FEWEST_PEOPLE ? {} : figures),
    goals: {
      ...(rollout?.defects === undefined ? {} : { defects: rollout.defects }),
      ...(rollout?.withinHours === undefined ? {} : { withinHours: rollout.withinHours }),
    },
  };
}

const CHECKS: Readonly<Record<RolloutCondition['of'], (asked: Asked) => Checked>> = {
  owner: ({ process }) => ({ state: stateOf(process.owner !== undefined) }),
  texts: ({ process, recorded }) => atLeast(recorded.texts, process.rollout?.texts),
  goals: ({ process: { rollout } }) => ({
    state: rollout?.defects === undefined && rollout?.withinHours === undefined ? 'unset' : 'met',
  }),
  // Only what is frozen stays what it was.
  baseline: ({ recorded: { people, reviewed }, around: { baseline } }) =>
    baseline ? { state: 'met' } : { ...enough(people, reviewed, FEWEST_REVIEWED), state: 'missing' },
  full: ({ process }) => ({ state: stateOf(process.review.mode === 'full') }),
  reviewed: ({ process, recorded: { people, reviewed } }) => enough(people, reviewed, process.rollout?.reviewed),
  // The upper end of what may be true, not the share that happened to be found.
  defects: ({ process, recorded: { people, reviewed, defects } }) =>
    figure(people, process.rollout?.defects, (needs) => {
      const [, has] = wilson(defects, reviewed);
      return { state: stateOf(reviewed > 0 && has <= needs), has, needs };
    }),
  hours: ({ process, recorded: { people, medianHours } }) =>
    figure(people, process.rollout?.withinHours, (needs) =>
      medianHours === undefined
        ? { state: 'missing', needs }
        : { state: stateOf(medianHours <= needs), has: medianHours, needs },
    ),
  rehearsed: ({ process, recorded: { answeredInTime }, around: { isRehearsed = false } }) => ({
    state: (process.escalation?.length ?? 0) === 0 ? 'unset' : stateOf(isRehearsed || answeredInTime > 0),
  }),
  trained: ({ process, around: { trained } }) => {
    const needs = process.rollout?.trained;
    if (needs === undefined || trained === undefined) return { state: 'unset' };
    return trained === null ? { state: 'few', needs } : atLeast(trained, needs);
  },
  reviewDue: ({ around: { isReviewOver } }) => ({
    state: isReviewOver === undefined ? 'unset' : stateOf(!isReviewOver),
  }),
};
