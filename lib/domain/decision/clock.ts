/**
 * The clock of one output, as a browser shows it: for whom it waits, until when, and what ran out. Where no collector has written
 * a lapse down, it is told here all the same, from the same rules.
 */
import { isPraise } from '../codes.ts';
import type { Output } from '../output/output.ts';
import { openQuestions, pausesOf } from '../output/process-record.ts';
import type { Calendar, Pause } from '../policy/calendar.ts';
import type { Party } from '../policy/party.ts';
import type { Process } from '../policy/process.ts';
import type { Report } from '../report/report.ts';
import { openDifferences } from './second.ts';
import { type Turn, type Waiting, waitingFor } from './waiting.ts';

/** A time that ran out: nobody of these answered until then. */
export interface Lapse {
  waitedFor: readonly Party[];
  dueAt: string;
}

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
  lapses: Lapse[];
}

type Clocked = Pick<Output, 'reports' | 'decisions' | 'inProcess' | 'blind'>;

/** What the clock says now; undefined where nobody waits. */
export function clockOf(output: Clocked, process: Process, now: string, calendar?: Calendar): Clock | undefined {
  const { inProcess, blind } = output;
  // A second review has no time that runs out, and says nothing of the first one's.
  if (blind) return undefined;
  const { waiting, lapses } = waitingNow(output, process, now, calendar);
  if (!waiting) return undefined;
  const { dueAt, remindAt } = waiting;
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
  const { waiting } = waitingNow(output, process, now, calendar);
  const step = waiting?.step === undefined ? 0 : waiting.step + 1;
  const to = process.escalation?.[step]?.to;
  if (to) return { to, step };
  const isThere = process.fallback?.every((party) => waiting?.for.includes(party)) ?? true;
  return process.fallback && !isThere ? { to: process.fallback } : undefined;
}

/** For whom it waits now, and what ran out on the way there. */
function waitingNow(output: Clocked, process: Process, now: string, calendar: Calendar | undefined) {
  const pauses = output.inProcess ? pausesOf(output.inProcess) : [];
  const { waiting, lapses } = runOn(turnsOf(output), process, now, { pauses, calendar });
  return { waiting, lapses: [...lapsesOf(output), ...lapses] };
}

interface Running {
  pauses?: readonly Pause[];
  calendar: Calendar | undefined;
}

/** For whom something waits at a time, where it goes on to the next each time that a time runs out; and what ran out. */
export function runOn(
  happened: readonly Turn[],
  process: Process,
  now: string,
  { pauses = [], calendar }: Running,
): { waiting: Waiting | undefined; lapses: Lapse[] } {
  const turns = [...happened];
  const lapses: Lapse[] = [];
  const ask = () => waitingFor(turns, process, pauses, calendar);
  let waiting = ask();
  for (; waiting && isDue(waiting, now) && waiting.next; waiting = ask()) {
    lapses.push({ waitedFor: waiting.for, dueAt: waiting.dueAt });
    turns.push({ kind: 'handed', ...waiting.next, at: waiting.dueAt });
  }
  return { waiting, lapses };
}

const isDue = (waiting: Waiting, now: string): waiting is Waiting & { dueAt: string } =>
  waiting.dueAt !== undefined && Date.parse(waiting.dueAt) <= Date.parse(now);

/** Lapses that the log has, since the last decision. */
function lapsesOf({ decisions, inProcess }: Clocked): Lapse[] {
  const decided = decisions.findLast(({ verdict }) => verdict !== 'escalate')?.decidedAt ?? '';
  return (inProcess?.handoffs ?? []).flatMap(({ waitedFor, dueAt, madeAt }) =>
    waitedFor && dueAt !== undefined && madeAt > decided ? [{ waitedFor, dueAt }] : [],
  );
}

/** What happened to an output, in the order of time. */
function turnsOf(output: Clocked): Turn[] {
  const { reports, decisions, inProcess } = output;
  const { requests = [], exceptions = [], handoffs = [], secondLooks = [] } = inProcess ?? {};
  const turns: (Turn & { at: string })[] = [
    ...reports.flatMap(turnsOfReport),
    ...requests.map(({ requestId, madeAt }) => ({ kind: 'asked' as const, id: requestId, at: madeAt })),
    // Who was granted the exception that they asked for waits for nobody.
    ...exceptions.flatMap(({ requestId, madeAt }) =>
      requestId === undefined ? [] : [{ kind: 'withdrawn' as const, id: requestId, at: madeAt }],
    ),
    ...decisions.map(({ verdict, decidedAt }) =>
      verdict === 'escalate'
        ? { kind: 'escalated' as const, at: decidedAt }
        : { kind: 'decided' as const, at: decidedAt },
    ),
    ...secondLooks.map(({ decisionId, madeAt }) => ({
      ...{ kind: 'asked' as const, id: decisionId },
      at: latest(madeAt, decisions.find((one) => one.decisionId === decisionId)?.decidedAt),
    })),
    ...openDifferences(output).map(({ second }) => ({ kind: 'escalated' as const, at: second.given.madeAt })),
    ...handoffs.map(({ to, step, madeAt }) => ({
      ...{ kind: 'handed' as const, to, at: madeAt },
      ...(step === undefined ? {} : { step }),
    })),
  ];
  return turns.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** One that was taken back asked all the same until then: to whomever it had gone by that time, they wait for it no more. */
const turnsOfReport = ({ reportId, reportedAt, updatedAt, state, categories, unproved }: Report) =>
  unproved || isPraise(categories)
    ? []
    : [
        { kind: 'asked' as const, id: reportId, at: reportedAt },
        ...(state === 'withdrawn' ? [{ kind: 'withdrawn' as const, id: reportId, at: updatedAt }] : []),
      ];

/** The collector drew after the decision, whatever the clock of whoever decided said. */
const latest = (at: string, decidedAt = at): string => (Date.parse(decidedAt) > Date.parse(at) ? decidedAt : at);
