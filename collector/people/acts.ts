/** What was done with a team's tokens, chained like its log, apart from it: tokens are no events. */
import type { Role } from '../../lib/domain/codes.ts';
import { GENESIS } from '../../lib/domain/export/chained.ts';
import { hashOf, tokenLinkOf } from '../chain.ts';
import type { Queries } from '../database/database.ts';

interface Made {
  act: 'made';
  tokenId: string;
  role: Role;
  expiresAt: string | null;
  /** Commits to subject and name, with the token's salt. */
  person: string;
  /** The hash of what the database keeps of the token: another secret under the same id is another token. */
  token: string;
}

export type TokenAct = Made | { act: 'changed'; tokenId: string; role: Role } | { act: 'ended'; tokenId: string };

/** What stands for a token in its act. */
export const sealOf = (tokenHash: string): string => hashOf(tokenHash);

/** Writes acts down, in the transaction that does them. */
export async function writeTokenActs(
  queries: Queries,
  team: string,
  acts: readonly TokenAct[],
  now: Date,
): Promise<void> {
  if (acts.length === 0) return;
  const [tip] = await queries.query<{ last: string; head: string }>(
    `insert into people as p (team, last_number, head) values ($1, 0, $2)
      on conflict (team) do update set last_number = p.last_number
      returning last_number::text as last, head`,
    [team, GENESIS],
  );
  if (!tip) throw new Error('A team’s people were neither made nor found');
  let [number, head] = [Number(tip.last), tip.head];
  const recordedAt = now.toISOString();
  const rows = acts.map((act) => {
    number++;
    head = tokenLinkOf(head, { team, number, recordedAt, act });
    return { number, act, link: head };
  });
  await queries.query(
    `with p as (update people set last_number = $4, head = $5 where team = $1 returning team)
      insert into token_acts (team, number, act, recorded_at, link)
      select p.team, r.number, r.act, $3::timestamptz, r.link
      from p cross join jsonb_to_recordset($2::jsonb) as r(number bigint, act jsonb, link text)`,
    [team, JSON.stringify(rows), recordedAt, number, head],
  );
}
