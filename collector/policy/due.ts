/**
 * Carries out what runs out: an item that nobody answered in time goes on to the next, and the log says so. Whichever collector
 * comes first does it, once: each output is looked at holding its team.
 */
import { waitingOf } from '../../lib/domain/decision/clock.ts';
import type { Waiting } from '../../lib/domain/decision/waiting.ts';
import { eventWith } from '../../lib/domain/events/event.ts';
import { foldOutput } from '../../lib/domain/fold/output.ts';
import { processAsked } from '../../lib/domain/gate/asked.ts';
import { newId } from '../../lib/domain/ids.ts';
import type { GovernancePolicy } from '../../lib/domain/policy/policy.ts';
import { recordOn } from '../acts/acts.ts';
import { toSequence } from '../chain.ts';
import type { Queries, SqlDatabase } from '../database/database.ts';
import { redone } from '../database/retry.ts';
import { lockTeam } from '../ledger/insert.ts';
import { CLOCK_TYPES, markTeam } from './due-marks.ts';
import type { Told } from './happened.ts';
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
  const waiting = policy?.format === 2 ? waitingIn(told, policy, now.toISOString()) : undefined;
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
 * For whom an output waits, by the log: by the same fold as in every browser. All times are those at which the collector took what
 * was said: whoever was asked could not answer before, whatever the clock of a browser says, or however long it was offline.
 */
export function waitingIn(told: readonly Told[], policy: GovernancePolicy, now: string): Waiting | undefined {
  const output = foldOutput(
    told.map(({ event, by, at }, n) => eventWith(event, { ...placed(n), authid: by, time: at })),
  );
  const process = output && processAsked(output, policy, { now });
  return process && waitingOf(output, process, policy.calendar);
}

/** What is told is in the order of the log. */
const placed = (n: number) => ({ sequence: toSequence(BigInt(n + 1)) });
