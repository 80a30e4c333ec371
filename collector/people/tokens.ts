/** Tokens: made once, shown once, kept only as a hash; they end by themselves or are revoked. */
import { randomBytes } from 'node:crypto';
import type { Role } from '../../lib/domain/codes.ts';
import { newId } from '../../lib/domain/ids.ts';
import { newSalt, sha256 } from '../../lib/domain/output/hash.ts';
import type { Me } from '../../lib/domain/people/role.ts';
import { commitNow } from '../chain.ts';
import type { Queries, SqlDatabase } from '../database/database.ts';
import { redone } from '../database/retry.ts';
import { sealOf, writeTokenActs } from './acts.ts';
import { isReserved } from './names.ts';

/** Who sends a request, as their token says. */
export interface Caller extends Me {
  tokenId: string;
  /** When the token ends by itself, where it does. */
  expiresAt?: string;
}

interface TokenRow {
  tokenId: string;
  team: string;
  subject: string;
  role: Role;
  name: string | null;
  createdAt: string;
  expiresAt: string | null;
  revokedAt: string | null;
}

/** Makes a token. What it answers is the only copy of `token` there will ever be. */
export async function createToken(
  database: SqlDatabase,
  me: Me,
  expiresAt?: Date,
): Promise<{ tokenId: string; token: string }> {
  const tokenId = newId();
  // The prefix lets secret scanners find tokens that strayed.
  const token = `countersign_${randomBytes(32).toString('base64url')}`;
  const [hash, salt] = [await sha256(token), newSalt()];
  const { team, subject, role, name = null } = me;
  const ends = expiresAt?.toISOString() ?? null;
  const person = commitNow(salt, { subject, name });
  await redone(database, async (queries) => {
    await queries.query(
      `insert into tokens (team, token_id, token_hash, subject, name, role, expires_at, person_salt)
        values ($1, $2, $3, $4, $5, $6, $7::timestamptz, $8)`,
      [team, tokenId, hash, subject, name, role, ends, salt],
    );
    const act = { act: 'made', tokenId, role, expiresAt: ends, person, token: sealOf(hash) } as const;
    await writeTokenActs(queries, team, [act], new Date());
  });
  return { tokenId, token };
}

/** Whose token this is, or undefined of one that is unknown, revoked or at its end. */
export async function findCaller(queries: Queries, token: string, now: Date): Promise<Caller | undefined> {
  const [row] = await queries.query<Omit<Caller, 'name' | 'expiresAt'> & Record<'name' | 'expiresAt', string | null>>(
    `select token_id as "tokenId", team, subject, name, role, ${iso('expires_at')} as "expiresAt" from tokens
      where token_hash = $1 and revoked_at is null and (expires_at is null or expires_at > $2::timestamptz)`,
    [await sha256(token), now.toISOString()],
  );
  // Made before such names were refused.
  if (!row || isReserved(row.subject)) return undefined;
  const { name, expiresAt, ...caller } = row;
  return { ...caller, ...(name === null ? {} : { name }), ...(expiresAt === null ? {} : { expiresAt }) };
}

/** Every token, of one team or of all, without what would let anybody use it. */
export const listTokens = (queries: Queries, team?: string): Promise<TokenRow[]> =>
  queries.query<TokenRow>(
    `select token_id as "tokenId", team, subject, role, name, ${iso('created_at')} as "createdAt",
      ${iso('expires_at')} as "expiresAt", ${iso('revoked_at')} as "revokedAt" from tokens
      where $1::text is null or team = $1 order by team, token_id`,
    [team ?? null],
  );

/** Ends a token, of one team or of any. Answers whether there was one to end. */
export const revokeToken = (database: SqlDatabase, tokenId: string, team?: string): Promise<boolean> =>
  redone(database, async (queries) => {
    const [found] = await queries.query<{ team: string; good: boolean }>(
      `select team, revoked_at is null as good from tokens
        where token_id = $1 and ($2::text is null or team = $2) for update`,
      [tokenId, team ?? null],
    );
    if (found?.good) {
      await queries.query('update tokens set revoked_at = now() where token_id = $1', [tokenId]);
      await writeTokenActs(queries, found.team, [{ act: 'ended', tokenId }], new Date());
    }
    return found !== undefined;
  });

/** Gives a token of a team, or of any, another role. Answers whether there was one that is still good. */
export const changeRole = (database: SqlDatabase, tokenId: string, role: Role, team?: string): Promise<boolean> =>
  redone(database, async (queries) => {
    const [found] = await queries.query<{ team: string; role: Role }>(
      `select team, role from tokens
        where token_id = $1 and ($2::text is null or team = $2) and revoked_at is null for update`,
      [tokenId, team ?? null],
    );
    if (found && found.role !== role) {
      await queries.query('update tokens set role = $2 where token_id = $1', [tokenId, role]);
      await writeTokenActs(queries, found.team, [{ act: 'changed', tokenId, role }], new Date());
    }
    return found !== undefined;
  });

/** Ends the tokens of a person, whose name was erased. A pseudonym takes its place in them. */
export const endTokensOf = (database: SqlDatabase, team: string, person: string, pseudonym: string): Promise<void> =>
  redone(database, async (queries) => {
    const good = await queries.query<{ tokenId: string }>(
      `select token_id as "tokenId" from tokens where team = $1 and subject = $2 and revoked_at is null
        order by token_id for update`,
      [team, person],
    );
    await queries.query(
      `update tokens set subject = $3, name = null, person_salt = null, revoked_at = coalesce(revoked_at, now())
        where team = $1 and subject = $2`,
      [team, person, pseudonym],
    );
    await queries.query('delete from names where team = $1 and subject = $2', [team, person]);
    const acts = good.map(({ tokenId }) => ({ act: 'ended', tokenId }) as const);
    await writeTokenActs(queries, team, acts, new Date());
  });

const iso = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
