/** What happened to an output in its process. */
import type { Verdict } from '../codes.ts';
import type { Exception } from '../gate/gate.ts';
import type { Pause } from '../policy/calendar.ts';
import type { Party } from '../policy/party.ts';

export interface Made {
  source: string;
  author?: string;
  madeAt: string;
}

/** Somebody asks for an approval, or for an exception that another must grant. */
export interface ApprovalRequest extends Made {
  requestId: string;
  kind: 'approval' | 'exception';
  processId: string;
  policyVersion: string;
  textHash: string;
  note?: string;
  /** The decision, or the leave, that answered it. */
  answeredBy?: string;
}

/** The gate was passed without an approval: on one's own word, by somebody else's leave, or by breaking the glass. */
export interface MadeException extends Made, Exception {
  exceptionId: string;
  policyVersion: string;
  requestId?: string;
  reason?: string;
  /** The decision of whoever looked at it afterwards. */
  reviewedBy?: string;
}

/** A question to whoever knows more; the clock stands still until it is answered. */
export interface Question extends Made {
  questionId: string;
  text?: string;
  answer?: Made & { text?: string };
  /** When somebody decided without the answer: from then on nobody waits for it. */
  closedAt?: string;
}

/** It was handed on, by a person or by the time that ran out. */
export interface Handoff extends Made {
  handoffId: string;
  to: Party[];
  why: 'escalated' | 'assigned' | 'handed_off' | 'lapsed';
  /** Those who did not answer, where the time ran out. */
  waitedFor?: Party[];
  dueAt?: string;
  /** Which step of the process's escalation it is at. */
  step?: number;
  note?: string;
}

/** A time that ran out: nobody of these answered until then. */
export interface Lapse {
  waitedFor: readonly Party[];
  dueAt: string;
}

/** What happened, as far as it starts, ends or moves a clock. */
export type Turn =
  /** Somebody asked for an approval, or a report began to wait, or the draw asks for a second look; `id`: of the request, report or decision. */
  | { kind: 'asked'; id: string; at: string }
  /** A report was taken back or asks nothing any more, or the exception that was asked for is granted. */
  | { kind: 'withdrawn'; id: string }
  /** Somebody passed it on to those with more authority. */
  | { kind: 'escalated'; at: string }
  /** A person handed it to others, or the time did, which is then what ran out. */
  | { kind: 'handed'; to: readonly Party[]; step?: number; at: string; lapse?: Lapse };

/** The collector drew whether a person has to look at it. */
interface Draw {
  outcome: 'ask' | 'auto_accept';
  processId: string;
  policyVersion: string;
  /** Key of the stratum that it was drawn in. */
  stratum: string;
  drawnAt: string;
}

/** The collector drew that somebody else looks again at what was blocked. `source`, `author`: who blocked it. */
export interface SecondLook extends Made {
  decisionId: string;
  processId: string;
  policyVersion: string;
  /** The decision of whoever looked again. */
  answeredBy?: string;
}

/** What the second reviewer said, before they saw the first. */
export interface SecondVerdict extends Made {
  verdict: Verdict;
  content?: { note?: string | undefined; correctedText?: string | undefined };
}

/** One decision that was drawn for a second review. */
export interface SecondReview {
  secondId: string;
  /** The first one's decision. */
  decisionId: string;
  processId: string;
  policyVersion: string;
  /** Subject of whoever was drawn. */
  person: string;
  drawnAt: string;
  given?: SecondVerdict;
  /** The decision that came after both. */
  settledBy?: string;
}

/** A place among those who judge. `hasGiven`: they did, and nobody sees yet what. */
export interface Seat {
  secondId: string;
  person: string;
  given?: SecondVerdict;
  hasGiven?: true;
}

/** What is judged of one output together with others. */
export interface Calibration extends Made {
  calibrationId: string;
  until: string;
  seats: Seat[];
}

/** All of it, for one output. */
export interface ProcessRecord {
  /** What somebody said of it: the process in which it is made, and whether it informs the public. */
  processId?: string;
  concernsPublic?: boolean;
  requests: ApprovalRequest[];
  exceptions: MadeException[];
  questions: Question[];
  handoffs: Handoff[];
  draws?: Draw[];
  secondLooks?: SecondLook[];
  seconds?: SecondReview[];
  calibrations?: Calibration[];
}

/** What somebody did and the team's collector refused. `why`: its code, or what it said where it gave none. */
export interface RefusedAct {
  what: 'approval' | 'exception' | 'override' | 'bypass' | 'decision' | 'other';
  verdict?: Verdict;
  why: string;
  madeAt: string;
}

/** When the clock stood still: while questions were open. A decision ends the wait as an answer does; one that comes after it is late. */
export const pausesOf = ({ questions }: Pick<ProcessRecord, 'questions'>): Pause[] =>
  questions.map(({ madeAt, answer, closedAt }) => {
    const to = closedAt ?? answer?.madeAt;
    return { from: madeAt, ...(to === undefined ? {} : { to }) };
  });

/** Questions that wait for an answer, in the order in which they were asked. */
export const openQuestions = ({ questions }: Pick<ProcessRecord, 'questions'>): Question[] =>
  questions.filter(({ answer, closedAt }) => answer === undefined && closedAt === undefined);

/** What somebody waits for an answer to, of those who asked, in the order in which they asked. */
export const openRequests = ({ requests }: Pick<ProcessRecord, 'requests'>): ApprovalRequest[] =>
  requests.filter(({ answeredBy }) => answeredBy === undefined);

/** Passes without an approval at which nobody looked yet: each is looked at afterwards. */
export const unreviewedPasses = ({ exceptions }: Pick<ProcessRecord, 'exceptions'>): MadeException[] =>
  exceptions.filter(({ kind, reviewedBy }) => kind !== 'exception' && reviewedBy === undefined);

/** What was blocked and drawn, while nobody else has looked at it. */
export const openLooks = ({ secondLooks = [] }: Pick<ProcessRecord, 'secondLooks'>): SecondLook[] =>
  secondLooks.filter(({ answeredBy }) => answeredBy === undefined);

/** Whether the glass was broken in a process, and nobody else has looked at it yet: until then it is not broken again. */
export const isGlassBroken = ({ exceptions }: Pick<ProcessRecord, 'exceptions'>, processId: string): boolean =>
  exceptions.some((one) => one.kind === 'bypass' && one.processId === processId && one.reviewedBy === undefined);

/**
 * How a text goes without an approval, or went while nobody has looked at that since; the gravest of them. What is not by an
 * emergency or on one's own word ends without a trace here.
 */
export function passOf({ exceptions }: Pick<ProcessRecord, 'exceptions'>, now: string): Exception['kind'] | undefined {
  const marking = exceptions.filter(
    ({ kind, reviewedBy, until }) =>
      reviewedBy === undefined && (kind !== 'exception' || Date.parse(until) > Date.parse(now)),
  );
  return (['bypass', 'override', 'exception'] as const).find((kind) => marking.some((one) => one.kind === kind));
}

/** A record in which nothing happened yet. */
export const nothingHappened = (): ProcessRecord => ({ requests: [], exceptions: [], questions: [], handoffs: [] });

/** Whether anything is in it. */
export const hasHappened = ({ processId, concernsPublic, ...lists }: ProcessRecord): boolean =>
  processId !== undefined || concernsPublic !== undefined || Object.values(lists).some((list) => list.length > 0);
