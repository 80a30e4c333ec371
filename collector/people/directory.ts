/** What the people of a team are called: as an administrator wrote it for a token, or as the company's accounts say. */
import { createHash } from 'node:crypto';
import type { PersonName } from '../../lib/domain/people/name.ts';
import type { Queries } from '../database/database.ts';
import type { Caller } from './tokens.ts';

/**
 * Everybody of a team who has a name, by their subject. Where there are several, the one that was given last counts. Of those
 * whose tokens let them only report, or have all ended, it says that they do not decide; what a company account may do is not known here.
 */
export async function namesOf(queries: Queries, team: string, now = new Date()): Promise<PersonName[]> {
  const rows = await queries.query<PersonName & { decides: boolean }>(
    `select distinct on (n.subject) n.subject, n.name,
        exists (select 1 from names a where a.team = $1 and a.subject = n.subject)
          or exists (select 1 from tokens t where t.team = $1 and t.subject = n.subject and t.revoked_at is null
            and t.role in ('reviewer', 'admin') and (t.expires_at is null or t.expires_at > $2::timestamptz)) as decides
      from (
        select subject, name, created_at as given_at from tokens where team = $1 and name is not null
        union all select subject, name, said_at from names where team = $1
      ) n order by n.subject, n.given_at desc, n.name`,
    [team, now.toISOString()],
  );
  return rows.map(({ subject, name, decides }) => (decides ? { subject, name } : { subject, name, decides }));
}

/** What changes whenever the names of a team do; undefined where nobody has one. */
export async function tagOfNames(queries: Queries, team: string): Promise<string | undefined> {
  const names = await namesOf(queries, team);
  if (names.length === 0) return undefined;
  return createHash('sha256').update(JSON.stringify(names)).digest('base64url').slice(0, 22);
}

/** Keeps what the company calls somebody who writes. Nobody says it of themselves, and a token's name stands with it. */
export async function keepName(queries: Queries, { team, subject, name, tokenId }: Caller, now: Date): Promise<void> {
  if (!name || !tokenId.startsWith('oidc:')) return;
  await queries.query(
    `insert into names as n (team, subject, name, said_at) values ($1, $2, $3, $4::timestamptz)
      on conflict (team, subject) do update set name = excluded.name, said_at = excluded.said_at
      where n.name <> excluded.name`,
    [team, subject, name, now.toISOString()],
  );
}
