/** Tokens: made once, shown once, kept only as a hash; they end by themselves or are revoked. */
import { randomBytes } from 'node:crypto';
import type { Role } from '../../lib/domain/codes.ts';
import { newId } from '../../lib/domain/ids.ts';
import { sha256 } from '../../lib/domain/output/hash.ts';
import type { Me } from '../../lib/domain/people/role.ts';
import type { Queries } from '../database/database.ts';

/** Who sends a request, as their token says. */
export interface Caller extends Me {
  tokenId: string;
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
  queries: Queries,
  me: Me,
  expiresAt?: Date,
): Promise<{ tokenId: string; token: string }> {
  const tokenId = newId();
  // The prefix lets secret scanners find tokens that strayed.
  const token = `countersign_${randomBytes(32).toString('base64url')}`;
  await queries.query(
    `insert into tokens (team, token_id, token_hash, subject, name, role, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7::timestamptz)`,
    [me.team, tokenId, await sha256(token), me.subject, me.name ?? null, me.role, expiresAt?.toISOString() ?? null],
  );
  return { tokenId, token };
}

/** Whose token this is, or undefined of one that is unknown, revoked or at its end. */
export async function findCaller(queries: Queries, token: string, now: Date): Promise<Caller | undefined> {
  const [row] = await queries.query<Omit<Caller, 'name'> & { name: string | null }>(
    `select token_id as "tokenId", team, subject, name, role from tokens
      where token_hash = $1 and revoked_at is null and (expires_at is null or expires_at > $2::timestamptz)`,
    [await sha256(token), now.toISOString()],
  );
  if (!row) return undefined;
  const { name, ...caller } = row;
  return { ...caller, ...(name === null ? {} : { name }) };
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
export async function revokeToken(queries: Queries, tokenId: string, team?: string): Promise<boolean> {
  const rows = await queries.query(
    `update tokens set revoked_at = coalesce(revoked_at, now())
      where token_id = $1 and ($2::text is null or team = $2) returning token_id`,
    [tokenId, team ?? null],
  );
  return rows.length > 0;
}

const iso = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
