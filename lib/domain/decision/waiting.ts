/**
 * For whom an output of a process waits, since when, and when that runs out: worked out from what happened, in the order of
 * the log, each time it is asked. Nothing is counted up, and what runs out is no answer: it goes on to the next.
 */
import type { Lapse, Turn } from '../output/process-record.ts';
import { partiesFor } from '../people/authority.ts';
import { type Calendar, dueAt, type Pause } from '../policy/calendar.ts';
import type { Party } from '../policy/party.ts';
import type { Process } from '../policy/process.ts';

export interface Waiting {
  for: readonly Party[];
  since: string;
  /** The step of the escalation that it is at; undefined before the first. */
  step?: number;
  /** Until when an answer is due; undefined where the policy names no time, or while it is paused. */
  dueAt?: string;
  /** When those who have it are reminded. */
  remindAt?: string;
  /** To whom it goes then, and which step that is; undefined where nothing comes after. */
  next?: { to: readonly Party[]; step: number };
  /** What ran out since whatever is waited for was asked. */
  lapses: readonly Lapse[];
}

interface Open {
  asked: Set<string>;
  at?: { for: readonly Party[]; since: string; step?: number };
  lapses: Lapse[];
}

/** For whom it waits now; undefined where nobody is asked anything. */
export function waitingFor(
  turns: readonly Turn[],
  process: Process,
  pauses: readonly Pause[] = [],
  calendar?: Calendar,
): Waiting | undefined {
  const open: Open = { asked: new Set(), lapses: [] };
  for (const turn of turns) TAKE[turn.kind](open, turn as never, process);
  if (!open.at) return undefined;
  const { step } = open.at;
  const hours = step === undefined ? process.dueAfterHours : process.escalation?.[step]?.escalateAfterHours;
  const following = step === undefined ? 0 : step + 1;
  const to = process.escalation?.[following]?.to;
  const { since } = open.at;
  const due = hours === undefined ? undefined : dueAt(since, hours, calendar, pauses);
  const reminds = step === undefined ? undefined : process.escalation?.[step]?.remindAfterHours;
  const remind = reminds === undefined ? undefined : dueAt(since, reminds, calendar, pauses);
  return {
    ...open.at,
    lapses: open.lapses,
    ...(due ? { dueAt: due } : {}),
    ...(remind ? { remindAt: remind } : {}),
    ...(due && to ? { next: { to, step: following } } : {}),
  };
}

type Take<K extends Turn['kind']> = (open: Open, turn: Extract<Turn, { kind: K }>, process: Process) => void;

/** That somebody passed it on is answered by a decision alone. */
const PASSED_ON = 'passed on';

const TAKE: { [K in Turn['kind']]: Take<K> } = {
  asked(open, { id, at }, process) {
    if (open.asked.size === 0) begin(open, { for: partiesFor(process, 'approve'), since: at });
    open.asked.add(id);
  },
  withdrawn(open, { id }) {
    // Where it was the last thing that anybody asked, nobody waits any more.
    if (open.asked.delete(id) && open.asked.size === 0) delete open.at;
  },
  escalated(open, { at }, process) {
    const [first] = process.escalation ?? [];
    const to = { for: first?.to ?? partiesFor(process, 'approve'), since: at, ...(first ? { step: 0 } : {}) };
    if (open.asked.size === 0) begin(open, to);
    open.asked.add(PASSED_ON);
    open.at = to;
  },
  handed(open, { to, step, at, lapse }, process) {
    // A step that the rules do not have, or not any more, leaves the chain where it was.
    const known = step !== undefined && process.escalation?.[step] ? step : open.at?.step;
    open.at = { for: to, since: at, ...(known === undefined ? {} : { step: known }) };
    if (lapse) open.lapses.push(lapse);
  },
};

function begin(open: Open, at: NonNullable<Open['at']>): void {
  open.at = at;
  open.lapses = [];
}
