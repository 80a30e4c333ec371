/**
 * The clock of one output, as a browser shows it: for whom it waits, until when, and what ran out. Where no collector has written
 * a lapse down, it is told here all the same, from the same rules.
 */
import type { Output } from '../output/output.ts';
import { type Lapse, openQuestions, pausesOf, type Turn } from '../output/process-record.ts';
import type { Calendar, Pause } from '../policy/calendar.ts';
import type { Party } from '../policy/party.ts';
import type { Process } from '../policy/process.ts';
import { awaitsDecision } from './queue.ts';
import { type Waiting, waitingFor } from './waiting.ts';

export interface Clock {
  for: readonly Party[];
  /** Until when; undefined where the policy names no time, or while a question is open. */
  dueAt?: string;
  /** The time for a reminder has come, and the answer is not due yet. */
  isReminding: boolean;
  /** The last time has run out, and nobody comes after. */
  isOver: boolean;
  /** A question is open: the clock stands still. */
  isPaused: boolean;
  /** What ran out, since whatever is waited for was asked. */
  lapses: readonly Lapse[];
}

type Clocked = Pick<Output, 'status' | 'turns' | 'decisions' | 'inProcess' | 'blind'>;

/** What the clock says now; undefined where nobody waits. */
export function clockOf(output: Clocked, process: Process, now: string, calendar?: Calendar): Clock | undefined {
  const { inProcess, blind } = output;
  // A second review has no time that runs out, and says nothing of the first one's.
  if (blind) return undefined;
  const waiting = waitingNow(output, process, now, calendar);
  if (!waiting) return undefined;
  const { dueAt, remindAt, lapses } = waiting;
  const isOver = dueAt !== undefined && Date.parse(dueAt) <= Date.parse(now);
  return {
    ...{ for: waiting.for, lapses, isOver },
    ...(dueAt === undefined ? {} : { dueAt }),
    isReminding: !isOver && remindAt !== undefined && Date.parse(remindAt) <= Date.parse(now),
    isPaused: inProcess !== undefined && openQuestions(inProcess).length > 0,
  };
}

/** To whom somebody passes on what they cannot judge, and which step that is. */
interface PassedOn {
  to: readonly Party[];
  step?: number;
}

/**
 * Who comes next where somebody cannot judge: the next step of the process, else its fallback approver. Undefined where nobody
 * does, or they have it already.
 */
export function nextToJudge(output: Clocked, process: Process, now: string, calendar?: Calendar): PassedOn | undefined {
  const waiting = waitingNow(output, process, now, calendar);
  const step = waiting?.step === undefined ? 0 : waiting.step + 1;
  const to = process.escalation?.[step]?.to;
  if (to) return { to, step };
  const isThere = process.fallback?.every((party) => waiting?.for.includes(party)) ?? true;
  return process.fallback && !isThere ? { to: process.fallback } : undefined;
}

/** For whom an output waits by what was written down, whatever the time; undefined where nobody does. */
export function waitingOf(output: Clocked, process: Process, calendar: Calendar | undefined): Waiting | undefined {
  return output.turns && awaitsDecision(output)
    ? waitingFor(output.turns, process, pausesIn(output), calendar)
    : undefined;
}

const pausesIn = ({ inProcess }: Clocked): Pause[] => (inProcess ? pausesOf(inProcess) : []);

/** For whom it waits now, where it has gone on each time that a time ran out. */
function waitingNow(output: Clocked, process: Process, now: string, calendar: Calendar | undefined) {
  if (!waitingOf(output, process, calendar)) return undefined;
  return runOn(output.turns ?? [], process, now, { pauses: pausesIn(output), calendar });
}

interface Running {
  pauses?: readonly Pause[];
  calendar: Calendar | undefined;
}

/** For whom something waits at a time, where it goes on to the next each time that a time runs out. */
export function runOn(
  happened: readonly Turn[],
  process: Process,
  now: string,
  { pauses = [], calendar }: Running,
): Waiting | undefined {
  const turns = [...happened];
  const ask = () => waitingFor(turns, process, pauses, calendar);
  let waiting = ask();
  for (; waiting && isDue(waiting, now) && waiting.next; waiting = ask()) {
    const { next, dueAt } = waiting;
    turns.push({ kind: 'handed', ...next, at: dueAt, lapse: { waitedFor: waiting.for, dueAt } });
  }
  return waiting;
}

const isDue = (waiting: Waiting, now: string): waiting is Waiting & { dueAt: string } =>
  waiting.dueAt !== undefined && Date.parse(waiting.dueAt) <= Date.parse(now);
