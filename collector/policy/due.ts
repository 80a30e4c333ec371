/**
 * Carries out what runs out: an item that nobody answered in time goes on to the next, and the log says so. Whichever collector
 * comes first does it, once: each output is looked at holding its team.
 */
import { isPraise } from '../../lib/domain/codes.ts';
import { isDifferent } from '../../lib/domain/decision/second.ts';
import { type Turn, waitingFor } from '../../lib/domain/decision/waiting.ts';
import { type CountersignEvent, eventWith } from '../../lib/domain/events/event.ts';
import { newId } from '../../lib/domain/ids.ts';
import type { Pause } from '../../lib/domain/policy/calendar.ts';
import type { GovernancePolicy } from '../../lib/domain/policy/policy.ts';
import { recordOn } from '../acts/acts.ts';
import type { Queries, SqlDatabase } from '../database/database.ts';
import { redone } from '../database/retry.ts';
import { lockTeam } from '../ledger/insert.ts';
import { CLOCK_TYPES, markTeam } from './due-marks.ts';
import { happenedTo, processesFor, standing, type Told } from './happened.ts';
import { readTold } from './told.ts';
import { versionInForce } from './versions.ts';

/** Outputs that are looked for at once. */
const PAGE = 100;

interface Grown {
  team: string;
  sequence: string;
}

/** Looks at every output whose time has come. `stop` ends it between two: the next run does the rest. */
export async function carryOutDue(database: SqlDatabase, now: Date, stop?: AbortSignal): Promise<Grown[]> {
  const grown: Grown[] = [];
  for (;;) {
    const due = await database.query<{ team: string; subject: string }>(
      `select team, subject from due where at <= $1::timestamptz order by at, team, subject limit ${PAGE}`,
      [now.toISOString()],
    );
    for (const { team, subject } of due) {
      if (stop?.aborted) return grown;
      const sequence = await redone(database, (queries) => lookAt(queries, team, subject, now));
      if (sequence !== undefined) grown.push({ team, sequence });
    }
    if (due.length < PAGE) return grown;
  }
}

/** Has everything looked at once that may wait: what was stored in the moment before a collector was killed has no mark. */
export async function markEverything(database: SqlDatabase, now: Date): Promise<void> {
  const teams = await database.query<{ team: string }>('select distinct team from policies order by team');
  for (const { team } of teams) await markTeam(database, team, now);
}

async function lookAt(queries: Queries, team: string, subject: string, now: Date): Promise<string | undefined> {
  await lockTeam(queries, team);
  const [mark] = await queries.query(
    'select 1 from due where team = $1 and subject = $2 and at <= $3::timestamptz for update',
    [team, subject, now.toISOString()],
  );
  // Another collector was here.
  if (!mark) return undefined;
  const policy = (await versionInForce(queries, team, now))?.policy;
  const told = (await readTold(queries, team, [subject], CLOCK_TYPES)).get(subject) ?? [];
  const waiting = policy?.format === 2 ? waitingOf(told, policy) : undefined;
  const { next, dueAt } = waiting ?? {};
  if (!waiting || !next || dueAt === undefined) {
    await queries.query('delete from due where team = $1 and subject = $2', [team, subject]);
    return undefined;
  }
  if (Date.parse(dueAt) > now.getTime()) {
    await setDue(queries, team, subject, dueAt);
    return undefined;
  }
  const facts = { handoffId: newId(), waitedFor: [...waiting.for], why: 'lapsed' as const, dueAt };
  const sequence = await recordOn(
    queries,
    team,
    subject,
    'countersign.handoff.lapsed.v1',
    { ...facts, to: [...next.to], step: next.step },
    now,
  );
  // Looked at again at once for when that runs out.
  await setDue(queries, team, subject, now.toISOString());
  return sequence;
}

const setDue = (queries: Queries, team: string, subject: string, at: string) =>
  queries.query('update due set at = $3::timestamptz where team = $1 and subject = $2', [team, subject, at]);

/**
 * For whom an output waits, by the log. All times are those at which the collector took what was said: whoever was asked could not
 * answer before, whatever the clock of a browser says, or however long it was offline.
 */
function waitingOf(told: readonly Told[], policy: GovernancePolicy) {
  const [process] = processesFor(policy, happenedTo(told));
  if (!process) return undefined;
  const events = standing(told).map(({ event, at }) => eventWith(event, { time: at }));
  const turns = events.flatMap((event) => (isDifference(event, events) ? escalatedAt(event) : turnOf(event)));
  return waitingFor(turns, process, pausesIn(events), policy.calendar);
}

const escalatedAt = ({ time }: CountersignEvent): Turn[] => [{ kind: 'escalated', at: time }];

/** Whether a second reviewer says of it what the first one did not, whose decision stands. */
function isDifference(event: CountersignEvent, events: readonly CountersignEvent[]): boolean {
  if (event.type !== 'countersign.second.given.v1') return false;
  const { secondId, verdict } = event.data.facts;
  const drawn = events.find(
    (one) => one.type === 'countersign.second.drawn.v1' && one.data.facts.secondId === secondId,
  );
  if (drawn?.type !== 'countersign.second.drawn.v1') return false;
  const { decisionId } = drawn.data.facts;
  return events.some(
    (one) =>
      one.type === 'countersign.decision.made.v1' &&
      one.data.facts.decisionId === decisionId &&
      isDifferent(one.data.facts.verdict, verdict),
  );
}

function turnOf(event: CountersignEvent): Turn[] {
  const at = event.time;
  switch (event.type) {
    case 'countersign.approval.requested.v1':
      return [{ kind: 'asked', id: event.data.facts.requestId, at }];
    case 'countersign.report.made.v1':
      return isPraise(event.data.facts.categories) ? [] : [{ kind: 'asked', id: event.data.facts.reportId, at }];
    case 'countersign.decision.drawn.v1':
      return [{ kind: 'asked', id: event.data.facts.decisionId, at }];
    case 'countersign.gate.overridden.v1': {
      const { kind, requestId } = event.data.facts;
      // On one's own word nobody answers what a colleague asked.
      return kind !== 'exception' || requestId === undefined ? [] : [{ kind: 'withdrawn', id: requestId }];
    }
    case 'countersign.report.withdrawn.v1':
      return [{ kind: 'withdrawn', id: event.data.facts.reportId }];
    case 'countersign.decision.made.v1':
      return [event.data.facts.verdict === 'escalate' ? { kind: 'escalated', at } : { kind: 'decided' }];
    case 'countersign.handoff.made.v1':
      return [{ kind: 'handed', to: event.data.facts.to, ...stepOf(event.data.facts.step), at }];
    case 'countersign.handoff.lapsed.v1':
      return [{ kind: 'handed', to: event.data.facts.to, step: event.data.facts.step, at }];
    default:
      return [];
  }
}

const stepOf = (step: number | undefined): { step?: number } => (step === undefined ? {} : { step });

/** While a question is open the clock stands still. The first of an id counts, and what ended it first. */
function pausesIn(events: readonly CountersignEvent[]): Pause[] {
  const pauses = new Map<string, Pause>();
  const end = (to: string, pause: Pause | undefined) => {
    if (pause) pause.to ??= to;
  };
  for (const event of events) {
    if (event.type === 'countersign.information.asked.v1') {
      const { questionId } = event.data.facts;
      if (!pauses.has(questionId)) pauses.set(questionId, { from: event.time });
    }
    if (event.type === 'countersign.information.given.v1') end(event.time, pauses.get(event.data.facts.questionId));
    // Who decides waits for no answer any more.
    if (event.type === 'countersign.decision.made.v1' && event.data.facts.verdict !== 'escalate')
      for (const pause of pauses.values()) end(event.time, pause);
  }
  return [...pauses.values()];
}
