/** Decides, in the order of the request and with the team's log at hand, which events are stored. Pure. */

import canonicalize from 'canonicalize';
import { missingFor } from '../../lib/domain/decision/decision.ts';
import { type CountersignEvent, eventKey } from '../../lib/domain/events/event.ts';
import { bodyOf, type EventBody } from '../../lib/domain/export/chained.ts';
import { MOST_DAYS_ASSIGNED, MOST_DAYS_CALIBRATING, MOST_DAYS_DEFERRED } from '../../lib/domain/limits.ts';
import { namesIn, renamed } from '../../lib/domain/people/naming.ts';
import { reportIdOf } from '../../lib/domain/report/of-event.ts';
import { toSequence } from '../chain.ts';
import { isReserved } from '../people/names.ts';
import { maySend } from '../people/roles.ts';
import type { Caller } from '../people/tokens.ts';
import { forbidden } from '../policy/forbidden.ts';
import { type Governed, tellGoverned } from '../policy/governed.ts';
import { type Calibrations, calibrationRefusal, tellCalibrations } from '../review/calibrations.ts';
import { type Disputes, disputeRefusal, tellDisputes } from '../review/disputes.ts';
import { type Seconds, secondRefusal, tellSeconds } from '../review/seconds.ts';
import { type Duplicates, duplicateRefusal, tellDuplicates } from './duplicates.ts';
import type { EventRefusal, Judged } from './judge.ts';

/** Clocks of browsers are wrong by minutes, sometimes by a time zone; more than a day is a mistake or a lie. */
const FUTURE_LIMIT_MS = 24 * 60 * 60 * 1000;

/** A day is counted once it is over; clocks may differ by so much. */
const SLOW_CLOCK_MS = 60 * 60 * 1000;

/** Whose a report, a use or a decision is: who first told of it, from which installation, of which output. */
export interface Owner {
  source: string;
  authid: string;
  subject: string;
}

/** An event that the log has: its body, see `bodyOf`, and its number. */
interface Stored {
  body: EventBody;
  sequence: string;
}

/** What the team's log says of the events of a request. It grows while they are admitted. */
export interface Known {
  /** By `eventKey`. */
  events: Map<string, Stored>;
  /** By `ownKeyOf`. */
  owners: Map<string, Owner>;
  /** The policy in force, where it has a say in the request. */
  governed?: Governed | undefined;
  /** Where the request calls outputs duplicates. */
  duplicates?: Duplicates | undefined;
  /** Where it disputes what became of reports. */
  disputes?: Disputes | undefined;
  /** Where it gives second reviews. */
  seconds?: Seconds | undefined;
  /** Where it asks for calibrations. */
  calibrations?: Calibrations | undefined;
}

export interface Admitted {
  event: CountersignEvent;
  sequence: string;
}

export interface Result {
  id: string;
  source: string;
  outcome: 'stored' | 'duplicate' | 'refused';
  sequence?: string;
  problem?: EventRefusal;
}

/** Whether a body that comes is the one that is stored, in whatever order of keys; who was erased in that one has any name in this. */
function isSame(stored: EventBody, coming: EventBody): boolean {
  const names = namesIn(stored);
  const erased = renamed(coming, (name, at) => {
    const there = names[at] ?? '';
    return isReserved(there) ? there : name;
  });
  return canonicalize(stored) === canonicalize(erased);
}

/** Answers for each event of a request, and lists those to store, numbered on from `last`. */
export function admit(judged: readonly Judged[], caller: Caller, known: Known, last: bigint, now: Date) {
  const admitted: Admitted[] = [];
  const results = judged.map(({ id, source, event, refused }): Result => {
    if (!event) return { id, source, outcome: 'refused', problem: refused };
    const before = known.events.get(eventKey(event));
    if (before && isSame(before.body, bodyOf(event)))
      return { id, source, outcome: 'duplicate', sequence: before.sequence };
    const problem = before ? CONFLICT : refusalOf(event, caller, known, now);
    if (problem) return { id, source, outcome: 'refused', problem };
    const sequence = toSequence(last + BigInt(admitted.length + 1));
    admitted.push({ event, sequence });
    remember(event, { body: bodyOf(event), sequence }, caller, known);
    tell(known, event, caller, now);
    return { id, source, outcome: 'stored', sequence };
  });
  return { results, admitted };
}

/** An event that is stored now is known to those after it. */
function tell(
  { duplicates, disputes, seconds, calibrations, governed }: Known,
  event: CountersignEvent,
  by: Caller,
  now: Date,
): void {
  if (duplicates) tellDuplicates(duplicates, event);
  if (disputes) tellDisputes(disputes, event);
  if (seconds) tellSeconds(seconds, event);
  if (calibrations) tellCalibrations(calibrations, event, by.subject);
  if (governed) tellGoverned(governed, event, by.subject, now);
}

const refusalOf = (event: CountersignEvent, caller: Caller, known: Known, now: Date): EventRefusal | undefined =>
  mayNot(event, caller, now) ??
  ownership(event, caller, known) ??
  duplicateRefusal(event, known.duplicates) ??
  disputeRefusal(event, known.disputes) ??
  secondRefusal(event, caller, known.seconds, now) ??
  calibrationRefusal(event, known.calibrations, now) ??
  (known.governed && forbidden(event, caller, known.governed, now));

const CONFLICT: EventRefusal = {
  code: 'conflict',
  detail: 'Another event with this source and id is stored already; events do not change.',
};

function mayNot(event: CountersignEvent, caller: Caller, now: Date): EventRefusal | undefined {
  if (!maySend(caller.role, event.type))
    return { code: 'role_may_not', detail: `A ${caller.role} may not send ${event.type}.` };
  if (event.type === 'countersign.outputs.tallied.v1' && Date.parse(event.time) > now.getTime() + SLOW_CLOCK_MS)
    return { code: 'day_not_over', detail: 'The day of the tally is not over.' };
  if (Date.parse(event.time) > now.getTime() + FUTURE_LIMIT_MS)
    return { code: 'time_in_future', detail: 'The time of the event is more than 24 hours in the future.' };
  return incomplete(event) ?? unreasoned(event) ?? endless(event, now);
}

const MISSING = { note: 'a note', correctedText: 'the corrected text' };

/** A decision that does not say what its verdict needs is none: nobody could act on it. */
function incomplete(event: CountersignEvent): EventRefusal | undefined {
  if (event.type !== 'countersign.decision.made.v1' && event.type !== 'countersign.second.given.v1') return undefined;
  const { verdict } = event.data.facts;
  const missing = missingFor(verdict, event.data.sealed?.content ?? {});
  return missing && { code: 'decision_incomplete', detail: `The verdict ${verdict} needs ${MISSING[missing]}.` };
}

/** What asks for a reason that colleagues are to read. An event that only commits to one says none. */
const REASONED: ReadonlySet<CountersignEvent['type']> = new Set([
  'countersign.gate.overridden.v1',
  'countersign.process.stopped.v1',
  'countersign.report.disputed.v1',
  'countersign.deferral.made.v1',
  'countersign.limits.rebased.v1',
]);

const unreasoned = ({ type, data }: CountersignEvent): EventRefusal | undefined =>
  REASONED.has(type) && data.sealed === undefined
    ? { code: 'decision_incomplete', detail: `${type} needs a reason.` }
    : undefined;

const DAY_MS = 86_400_000;

/** What nobody else could do anything about for months does not end by itself. */
function endless(event: CountersignEvent, now: Date): EventRefusal | undefined {
  const days = MOST_DAYS[event.type];
  const { until = '' }: { until?: string } = { ...(event.data.facts as object) };
  return days === undefined || Date.parse(until) <= now.getTime() + (days + 1) * DAY_MS
    ? undefined
    : { code: 'lasts_too_long', detail: `This may last for ${days} days at most.` };
}

const MOST_DAYS: Partial<Record<CountersignEvent['type'], number>> = {
  'countersign.assignment.made.v1': MOST_DAYS_ASSIGNED,
  'countersign.calibration.asked.v1': MOST_DAYS_CALIBRATING,
  'countersign.deferral.made.v1': MOST_DAYS_DEFERRED,
};

/**
 * Only its author changes a report, takes a decision back, and changes what was told of a use. A second "made" of a known report counts as a change: readers
 * would take it so. A source alone says nothing of who it is: every colleague has seen it.
 */
function ownership(event: CountersignEvent, caller: Caller, known: Known): EventRefusal | undefined {
  const key = ownKeyOf(event);
  if (key === undefined) return undefined;
  const owner = known.owners.get(key);
  const unknown = CHANGES[event.type];
  if (!owner) return unknown;
  if (madeIdOf(event) !== undefined) return MADE_BEFORE;
  if (owner.source !== event.source || owner.authid !== caller.subject)
    return { code: 'not_yours', detail: 'Only who made it may change it, from the same installation.' };
  return owner.subject === event.subject ? undefined : (unknown ?? UNKNOWN_REPORT);
}

/** Of two decisions with one id, what is taken back or drawn would be either. */
const MADE_BEFORE: EventRefusal = { code: 'conflict', detail: 'Another decision on this output has this id.' };

const UNKNOWN_REPORT: EventRefusal = { code: 'unknown_report', detail: 'The team has no such report of this output.' };
/** What changes something that was made before, and what it is when that is not there. */
const CHANGES: Partial<Record<CountersignEvent['type'], EventRefusal>> = {
  'countersign.report.amended.v1': UNKNOWN_REPORT,
  'countersign.report.withdrawn.v1': UNKNOWN_REPORT,
  'countersign.report.disputed.v1': UNKNOWN_REPORT,
  'countersign.decision.withdrawn.v1': {
    code: 'unknown_decision',
    detail: 'The team has no such decision on this output.',
  },
};

/** The use of a text that an event tells of, if any. */
export function reuseIdOf({ type, data: { facts } }: CountersignEvent): string | undefined {
  return type === 'countersign.output.reused.v1' && 'reuseId' in facts ? facts.reuseId : undefined;
}

/** The decision that an event takes back, if any. */
export function withdrawnIdOf({ type, data: { facts } }: CountersignEvent): string | undefined {
  return type === 'countersign.decision.withdrawn.v1' && 'decisionId' in facts ? facts.decisionId : undefined;
}

/** What of somebody's own an event makes or changes, if anything. Each kind has ids of its own. */
function ownKeyOf(event: CountersignEvent): string | undefined {
  const [reportId, reuseId] = [reportIdOf(event), reuseIdOf(event)];
  if (reportId !== undefined) return ownKey('report', reportId);
  if (reuseId !== undefined) return ownKey('reuse', reuseId);
  const decisionId = withdrawnIdOf(event) ?? madeIdOf(event);
  return decisionId === undefined ? undefined : ownKey('decision', decisionId);
}

/** The decision that an event makes, if any. */
export const madeIdOf = ({ type, data: { facts } }: CountersignEvent): string | undefined =>
  type === 'countersign.decision.made.v1' && 'decisionId' in facts ? facts.decisionId : undefined;

/** What somebody's own is of. */
export type OwnKind = 'report' | 'reuse' | 'decision';
export const ownKey = (kind: OwnKind, id: string): string => `${kind} ${id}`;

function remember(event: CountersignEvent, stored: Stored, caller: Caller, known: Known) {
  known.events.set(eventKey(event), stored);
  const key = ownKeyOf(event);
  if (key === undefined || known.owners.has(key)) return;
  const { source, subject } = event;
  known.owners.set(key, { source, subject, authid: caller.subject });
}
