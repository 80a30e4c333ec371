/** Reads the links of a team's chain, with what they commit to beside the events. */
import { toSequence } from '../chain.ts';
import type { Queries } from '../database/database.ts';
import type { Named } from './log-lines.ts';

interface StoredLink {
  sequence: string;
  ms: string;
  author: string;
  bare: boolean;
  named: Named[] | null;
  link: string;
}

/** The links after a number, at most `limit`, in sequence. */
export async function readLinks(queries: Queries, team: string, after: bigint, limit: number) {
  const rows = await queries.query<StoredLink>(
    `select e.sequence::text as sequence, round((extract(epoch from e.recorded_at) * 1000)::numeric)::text as ms,
        e.author_commitment as author, e.bare, e.named, e.link
      from events e where e.team = $1 and e.sequence > $2::bigint and e.sequence <= $2::bigint + $3::integer
      order by e.sequence`,
    [team, after.toString(), limit],
  );
  return rows.map(({ sequence, ms, named, ...row }) => ({
    ...row,
    ...(named ? { named: named.map(({ commitment }) => commitment) } : {}),
    sequence: toSequence(BigInt(sequence)),
    recordedAt: new Date(Number(ms)).toISOString(),
  }));
}
