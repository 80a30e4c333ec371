/** Tokens: made once, shown once, kept only as a hash. */
import { randomBytes } from 'node:crypto';
import { sha256 } from '../lib/domain/hash.ts';
import { newId } from '../lib/domain/ids.ts';
import type { Me, Role } from '../lib/domain/role.ts';
import type { Queries } from './database.ts';

/** Who sends a request, as their token says. */
export interface Caller extends Me {
  tokenId: string;
}

export interface TokenRow {
  tokenId: string;
  team: string;
  subject: string;
  role: Role;
  name: string | null;
  createdAt: string;
  revokedAt: string | null;
}

/** Makes a token. What it answers is the only copy of `token` there will ever be. */
export async function createToken(queries: Queries, me: Me): Promise<{ tokenId: string; token: string }> {
  const tokenId = newId();
  // The prefix lets secret scanners find tokens that strayed.
  const token = `countersign_${randomBytes(32).toString('base64url')}`;
  await queries.query(
    'insert into tokens (team, token_id, token_hash, subject, name, role) values ($1, $2, $3, $4, $5, $6)',
    [me.team, tokenId, await sha256(token), me.subject, me.name ?? null, me.role],
  );
  return { tokenId, token };
}

/** Whose token this is, or undefined of one that is unknown or revoked. */
export async function findCaller(queries: Queries, token: string): Promise<Caller | undefined> {
  const [row] = await queries.query<Omit<Caller, 'name'> & { name: string | null }>(
    `select token_id as "tokenId", team, subject, name, role from tokens
      where token_hash = $1 and revoked_at is null`,
    [await sha256(token)],
  );
  if (!row) return undefined;
  const { name, ...caller } = row;
  return { ...caller, ...(name === null ? {} : { name }) };
}

/** Every token, without what would let anybody use it. */
export const listTokens = (queries: Queries): Promise<TokenRow[]> =>
  queries.query<TokenRow>(
    `select token_id as "tokenId", team, subject, role, name, ${iso('created_at')} as "createdAt",
      ${iso('revoked_at')} as "revokedAt" from tokens order by team, token_id`,
  );

/** Ends a token. Answers whether there was one to end. */
export async function revokeToken(queries: Queries, tokenId: string): Promise<boolean> {
  const rows = await queries.query(
    'update tokens set revoked_at = coalesce(revoked_at, now()) where token_id = $1 returning token_id',
    [tokenId],
  );
  return rows.length > 0;
}

const iso = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
