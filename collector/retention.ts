/** How long content is kept: set for each team, applied by whichever collector comes to it first. */
import { newId } from '../lib/domain/ids.ts';
import { OPERATOR, record } from './acts.ts';
import type { Database, Queries } from './database.ts';
import { eraseBefore } from './erase.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Days for which a team's content is kept; null: for good. */
export async function readRetention(queries: Queries, team: string): Promise<number | null> {
  const [row] = await queries.query<{ days: number | null }>(
    'select retention_days as days from teams where team = $1',
    [team],
  );
  return row?.days ?? null;
}

/** Sets it, and writes that into the team's log. */
export async function setRetention(
  database: Database,
  team: string,
  authid: string,
  days: number | null,
  now: Date,
): Promise<void> {
  const changeId = newId();
  const act = {
    type: 'countersign.retention.changed.v1',
    noun: 'retention',
    actId: changeId,
    facts: { changeId, days },
  } as const;
  await database.transaction(async (queries) => {
    await record(queries, team, authid, act, now);
    await queries.query('update teams set retention_days = $2 where team = $1', [team, days]);
  });
}

/** Erases what is older than each team keeps it. Answers with how many rows of which team lost their content. */
export async function applyRetention(database: Database, now: Date): Promise<{ team: string; rows: number }[]> {
  const teams = await database.query<{ team: string; days: number }>(
    'select team, retention_days as days from teams where retention_days is not null order by team',
  );
  const erased: { team: string; rows: number }[] = [];
  for (const { team, days } of teams) {
    const before = new Date(now.getTime() - days * DAY_MS);
    // Another collector that does the same finds less to do: each page is taken under the team's lock.
    const { rows } = await eraseBefore(database, { team, authid: OPERATOR, now }, before);
    if (rows > 0) erased.push({ team, rows });
  }
  return erased;
}
