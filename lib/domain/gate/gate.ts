/**
 * What may become of one text in one process now. One function for every place that asks: the page, the panel, the
 * collector, the dry run and the replay. Total: for every input there is a state and a rule, and a mistake in the
 * input is the state `error`, which never looks like `satisfied`.
 */
import type { Status, Verdict } from '../codes.ts';
import { type Effect, stricter } from '../policy/effect.ts';
import { mayConcernPublic, type Process } from '../policy/process.ts';

export const GATE_STATES = ['not_applicable', 'unsatisfied', 'satisfied', 'overridden', 'bypassed', 'error'] as const;
export type GateState = (typeof GATE_STATES)[number];

/** Which rule gave the answer. Each has a sentence in the locales. */
export const GATE_RULES = [
  'no_process',
  'gate_off',
  'stopped',
  'second_first',
  'blocked',
  'bypassed',
  'excepted',
  'overridden',
  'override_ended',
  'approved',
  'approval_ended',
  'approval_of_other_version',
  'approval_of_other_process',
  'changed_since_approval',
  'escalated',
  'reported',
  'accepted_by_rule',
  'unreviewed',
  'stated_unsure',
  'public_not_answered',
  'public_needs_review',
  'public_needs_responsible',
  'unreadable',
] as const;
export type GateRule = (typeof GATE_RULES)[number];

/** Ways on from a text that is held, the shortest first. */
const WAYS = ['review', 'ask_approval', 'use_approved', 'say_public', 'label', 'ask_exception', 'override'] as const;
export type Way = (typeof WAYS)[number];

/** A decision on a text, as the gate looks at it. */
export interface Approval {
  verdict: Verdict;
  /** Hash of the text that was approved: for a correction, of the corrected text. */
  hash: string;
  processId?: string;
  policyVersion?: string;
  decidedAt: string;
  /** Whether an editorial record came with it: somebody examined the substance and says who is responsible. */
  editorial?: boolean;
}

/**
 * A permission to go on all the same, for one text in one process, until it ends. One that is known was given: when it began is by the
 * clock of whoever gave it, which may be fast.
 */
export interface Exception {
  kind: 'override' | 'exception' | 'bypass';
  hash: string;
  processId: string;
  from: string;
  until: string;
}

export interface GateQuestion {
  process: Process | undefined;
  policyVersion: string;
  /** Hash of the text that is about to take effect. */
  hash: string;
  status: Status;
  /** Decisions on the output, in their order. */
  approvals: readonly Approval[];
  exceptions: readonly Exception[];
  /** Whether the person said that the text informs the public; undefined while nobody was asked. */
  concernsPublic?: boolean | undefined;
  /** Whether the record of its stratum lets it through unseen. */
  acceptedByRule?: boolean;
  /** How sure the tool said it is, as a share of one; missing where it said nothing that can be compared. It lets nothing pass. */
  stated?: number | undefined;
  /** Whether this person is to judge it a second time and has not: they are shown no verdict, and no gate opens or stays shut by one. */
  isSecondOpen?: boolean;
  /** Whether so many of its stratum were found defective that nothing of it passes. */
  stratumStopped?: boolean;
  now: string;
}

export interface GateAnswer {
  state: GateState;
  /** What is done. In a dry run everything passes. */
  effect: Effect;
  /** What an active gate would do; the same as `effect` where it is active. */
  would: Effect;
  rule: GateRule;
  ways: Way[];
}

const DAY_MS = 86_400_000;

/** What the gate says of a text. Pure; the same answer for the same question in every place. */
export function gateOf(question: GateQuestion): GateAnswer {
  const { process } = question;
  if (!process) return answer('not_applicable', 'pass', 'no_process');
  if (process.gate.mode === 'off') return answer('not_applicable', 'pass', 'gate_off');
  const strict = strictly(question, process);
  return process.gate.mode === 'evaluate' ? { ...strict, effect: 'pass' } : strict;
}

/** What an active gate says: the one code path of `active` and `evaluate`. */
function strictly(question: GateQuestion, process: Process): GateAnswer {
  if (Number.isNaN(Date.parse(question.now))) return answer('error', 'hold', 'unreadable', ['ask_approval']);
  if (process.stopped || question.stratumStopped) return answer('unsatisfied', 'hold', 'stopped');
  if (question.isSecondOpen) return answer('unsatisfied', 'hold', 'second_first');
  if (question.status === 'blocked' || isBlockPassedOn(question))
    return answer('unsatisfied', 'hold', 'blocked', waysOn(question, process, 'blocked'));
  const found = passed(question, process) ?? heldBack(question, process);
  return forPublic(found, question, process);
}

/** Whoever passes on what was blocked says nothing of it: it is blocked until somebody decides. */
const isBlockPassedOn = ({ status, approvals }: GateQuestion): boolean =>
  status === 'escalated' && approvals.findLast(({ verdict }) => verdict !== 'escalate')?.verdict === 'block';

/** A yes that somebody or the record gave, where there is one. */
function passed(question: GateQuestion, process: Process): GateAnswer | undefined {
  const exception = question.exceptions.find(
    (one) => isFor(one, question, process) && letsGo(one, process, question.now),
  );
  if (exception?.kind === 'bypass') return answer('bypassed', 'pass', 'bypassed');
  if (exception) return answer('overridden', 'pass', exception.kind === 'exception' ? 'excepted' : 'overridden');
  if (question.status === 'escalated' || question.status === 'reported') return undefined;
  if (ruleOfApproval(question, process) === 'approved') return answer('satisfied', 'pass', 'approved');
  if (question.acceptedByRule && question.status === 'unreviewed' && !isUnsure(question.stated, process))
    return answer('satisfied', 'pass', 'accepted_by_rule');
  return undefined;
}

const isFor = ({ hash, processId, until }: Exception, { hash: text, now }: GateQuestion, { id }: Process): boolean =>
  hash === text && processId === id && isOpen(until, now);

const isOpen = (until: string, now: string): boolean => Date.parse(now) < Date.parse(until);

/**
 * Whether an exception lets its text go at `now` (ISO 8601). One's own word counts for as long as the rules let people go on by it;
 * others' leave and an emergency end by themselves.
 */
export const letsGo = ({ kind, until }: Pick<Exception, 'kind' | 'until'>, { gate }: Process, now: string): boolean =>
  isOpen(until, now) && (kind !== 'override' || gate.override === 'reason');

function heldBack(question: GateQuestion, process: Process): GateAnswer {
  const { gate } = process;
  if (question.status === 'escalated')
    return held(stricter(gate.reported, gate.unreviewed), 'escalated', question, process);
  if (question.status === 'reported') return held(gate.reported, 'reported', question, process);
  return held(gate.unreviewed, ruleOfApproval(question, process) ?? ruleOfNone(question, process), question, process);
}

/** Why a text is held that nobody has approved: none of the exceptions for it lets it go. */
function ruleOfNone(question: GateQuestion, process: Process): GateRule {
  if (question.exceptions.some((one) => isFor(one, question, process))) return 'override_ended';
  return isUnsure(question.stated, process) ? 'stated_unsure' : 'unreviewed';
}

const held = (effect: Effect, rule: GateRule, question: GateQuestion, process: Process): GateAnswer =>
  answer('unsatisfied', effect, rule, waysOn(question, process, rule));

const APPROVING: ReadonlySet<Verdict> = new Set(['approve', 'approve_with_notes', 'modify']);

/** The last approval of the text in a process, else the last one of it in any: a text may have to pass more than one. */
function ownApproval({ approvals, hash }: GateQuestion, { id }: Process): Approval | undefined {
  const own = approvals.filter((one) => one.hash === hash && APPROVING.has(one.verdict));
  return own.findLast(({ processId }) => processId === id) ?? own.at(-1);
}

/** What the last approval is worth now; undefined where there is none. */
function ruleOfApproval(question: GateQuestion, process: Process): GateRule | undefined {
  const { approvals, policyVersion, now } = question;
  if (!approvals.some(({ verdict }) => APPROVING.has(verdict))) return undefined;
  const own = ownApproval(question, process);
  if (!own) return 'changed_since_approval';
  if (own.processId !== process.id) return 'approval_of_other_process';
  if (!process.approval?.outlivesVersion && own.policyVersion !== policyVersion) return 'approval_of_other_version';
  const { days } = process.approval ?? {};
  const ended = days !== undefined && Date.parse(own.decidedAt) + days * DAY_MS <= Date.parse(now);
  return ended ? 'approval_ended' : 'approved';
}

/**
 * Text that informs the public passes only after a person examined its substance and somebody is responsible for it, or
 * with a label (AI Act art. 50(4)). No permission changes that.
 */
function forPublic(found: GateAnswer, question: GateQuestion, process: Process): GateAnswer {
  const asked = process.publicInterest === 'ask';
  if (!mayConcernPublic(process) || (asked && question.concernsPublic === false)) return found;
  const rule = ruleForPublic(question, process, asked);
  if (!rule) return found;
  const effect = stricter(found.effect, 'label');
  const state = found.state === 'satisfied' ? 'unsatisfied' : found.state;
  return answer(state, effect, rule, waysOn(question, process, rule));
}

function ruleForPublic(question: GateQuestion, process: Process, asked: boolean): GateRule | undefined {
  if (asked && question.concernsPublic === undefined) return 'public_not_answered';
  if (!process.responsible) return 'public_needs_responsible';
  const isReviewed =
    ownApproval(question, process)?.editorial === true && ruleOfApproval(question, process) === 'approved';
  return isReviewed ? undefined : 'public_needs_review';
}

function waysOn({ approvals, hash }: GateQuestion, process: Process, rule: GateRule): Way[] {
  const corrected = approvals.findLast(({ verdict }) => APPROVING.has(verdict));
  const ways: Way[] = [];
  if (rule === 'public_not_answered') ways.push('say_public');
  if (corrected && corrected.hash !== hash) ways.push('use_approved');
  if (rule === 'blocked') return ways;
  ways.push('review', 'ask_approval');
  if (mayConcernPublic(process)) ways.push('label');
  ways.push('ask_exception');
  if (process.gate.override === 'reason') ways.push('override');
  return ways;
}

const answer = (state: GateState, effect: Effect, rule: GateRule, ways: Way[] = []): GateAnswer => ({
  ...{ state, effect, would: effect, rule },
  ways: effect === 'pass' ? [] : ways,
});

/** Whether an emergency could let a text go: it is held, and neither by a block, nor by a process that was stopped, nor for whoever is to judge it a second time. */
export const mayBreakGlass = ({ would, rule }: Pick<GateAnswer, 'would' | 'rule'>): boolean =>
  would !== 'pass' && !UNBROKEN.has(rule);

const UNBROKEN: ReadonlySet<GateRule> = new Set(['blocked', 'stopped', 'second_first']);

/**
 * Whether a tool said that it is less sure of its answer than the rules ask for: then a person looks at it, whatever the record of its
 * kind. That it said to be sure enough, or said nothing, changes nothing.
 */
export const isUnsure = (stated: number | undefined, { review }: Process): boolean =>
  stated !== undefined && review.confidence !== undefined && !isConfident(stated, review.confidence);

/** Whether a tool's own statement of confidence is enough: at the limit exactly it is. The one place that compares. */
export const isConfident = (stated: number, limit: number): boolean => stated >= limit;
