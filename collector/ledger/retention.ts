/** How long content is kept: set for each team, applied by whichever collector comes to it first. */
import { newId } from '../../lib/domain/ids.ts';
import { OPERATOR, record } from '../acts/acts.ts';
import type { Queries, SqlDatabase } from '../database/database.ts';
import { type Erased, eraseBefore } from './erase.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Days for which a team's content is kept; null: for good. */
export async function readRetention(queries: Queries, team: string): Promise<number | null> {
  const [row] = await queries.query<{ days: number | null }>(
    'select retention_days as days from teams where team = $1',
    [team],
  );
  return row?.days ?? null;
}

/** Sets it, and writes that into the team's log. Answers with the number of that row. */
export async function setRetention(
  database: SqlDatabase,
  team: string,
  authid: string,
  days: number | null,
  now: Date,
): Promise<string> {
  const changeId = newId();
  const act = {
    type: 'countersign.retention.changed.v1',
    noun: 'retention',
    actId: changeId,
    facts: { changeId, days },
  } as const;
  return database.transaction(async (queries) => {
    const last = await record(queries, team, authid, act, now);
    await queries.query('update teams set retention_days = $2 where team = $1', [team, days]);
    return last;
  });
}

/** Erases what is older than each team keeps it. Answers with what was erased of which team.
 * `stop` ends it between two teams: the next run does the rest. */
export async function applyRetention(
  database: SqlDatabase,
  now: Date,
  stop?: AbortSignal,
): Promise<({ team: string } & Erased)[]> {
  const teams = await database.query<{ team: string; days: number }>(
    'select team, retention_days as days from teams where retention_days is not null order by team',
  );
  const erased: ({ team: string } & Erased)[] = [];
  for (const { team, days } of teams) {
    if (stop?.aborted) break;
    const before = new Date(now.getTime() - days * DAY_MS);
    // Another collector that does the same finds less to do: each page is taken under the team's lock.
    const done = await eraseBefore(database, { team, authid: OPERATOR, now }, before);
    if (done.rows > 0) erased.push({ team, ...done });
  }
  return erased;
}
