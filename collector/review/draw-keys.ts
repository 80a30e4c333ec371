/** The key of each version of a team's policy that outputs are drawn by: made when it is first needed, told when it has ended. */
import { randomBytes } from 'node:crypto';
import type { Queries } from '../database/database.ts';

/** As long as the hash that it keys. */
const KEY_BYTES = 32;

/** The key of a version, made where there is none yet. Holding the team. */
export async function drawKey(queries: Queries, team: string, number: number, now: Date): Promise<string> {
  const [row] = await queries.query<{ key: string }>(
    `with made as (
      insert into draw_keys (team, number, key, made_at) values ($1, $2::bigint, $3, $4::timestamptz)
      on conflict (team, number) do nothing returning key
    )
    select key from made union all select key from draw_keys where team = $1 and number = $2::bigint limit 1`,
    [team, number, randomBytes(KEY_BYTES).toString('hex'), now.toISOString()],
  );
  if (!row) throw new Error('A key that was just made is not there');
  return row.key;
}

interface EndedKey {
  number: number;
  version: string;
  key: string;
}

/** The keys of versions that a newer one has overtaken by now, the oldest first: with them anybody can draw again. */
export async function endedDrawKeys(queries: Queries, team: string, now: Date): Promise<EndedKey[]> {
  const rows = await queries.query<{ number: string; version: string; key: string }>(
    `select k.number::text as number, p.version, k.key
      from draw_keys k join policies p on p.team = k.team and p.number = k.number
      where k.team = $1 and k.number < (
        select max(n.number) from policies n where n.team = $1 and n.in_force_from <= $2::timestamptz
      )
      order by k.number`,
    [team, now.toISOString()],
  );
  return rows.map((row) => ({ ...row, number: Number(row.number) }));
}
