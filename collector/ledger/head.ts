/**
 * The head of a log: how long it was, and its last link, at a time. Who has kept one can tell whether a log was cut or
 * written anew since; a signed one can be kept by anybody.
 */

import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import canonicalize from 'canonicalize';
import { CompactSign, compactVerify, errors } from 'jose';
import * as z from 'zod';
import { GENESIS } from '../../lib/domain/export/chained.ts';
import { LONGEST_SIGNATURE } from '../../lib/domain/limits.ts';
import { hashSchema } from '../../lib/domain/output/ids.ts';
import { toSequence } from '../chain.ts';
import type { Queries } from '../database/database.ts';

export const headSchema = z.strictObject({
  team: z.string(),
  sequence: z.string().regex(/^\d{16}$/),
  link: hashSchema,
  at: z.iso.datetime(),
  /** JWS (RFC 7515, EdDSA) over the canonical JSON (RFC 8785) of the other members. */
  signature: z.string().max(LONGEST_SIGNATURE).optional(),
});
export type Head = z.infer<typeof headSchema>;

/** The head of a team's log now; of a team that never wrote, the empty log's. */
export async function readHead(queries: Queries, team: string, now: Date): Promise<Head> {
  const [row] = await queries.query<{ sequence: string; link: string }>(
    'select last_sequence::text as sequence, head as link from teams where team = $1',
    [team],
  );
  const sequence = toSequence(BigInt(row?.sequence ?? 0));
  return { team, sequence, link: row?.link ?? GENESIS, at: now.toISOString() };
}

/** Where a team's log ends, by its head and by its rows, and for how many days it keeps content: as they are at one moment. */
export interface End {
  head: Head;
  /** Number of the last row. */
  last: bigint;
  days: number | null;
}

/** Asked in one statement, so that it is of one moment on every database. What is read up to it does not change any more, but for erasures. */
export async function readEnd(queries: Queries, team: string, now: Date): Promise<End> {
  const [row] = await queries.query<{
    sequence: string | null;
    link: string | null;
    last: string;
    days: number | null;
  }>(
    `select t.last_sequence::text as sequence, t.head as link, t.retention_days as days, e.last
      from (select coalesce(max(sequence), 0)::text as last from events where team = $1) e
      left join teams t on t.team = $1`,
    [team],
  );
  const sequence = toSequence(BigInt(row?.sequence ?? 0));
  const head = { team, sequence, link: row?.link ?? GENESIS, at: now.toISOString() };
  return { head, last: BigInt(row?.last ?? 0), days: row?.days ?? null };
}

/** Rows after the head that the log says it has are meant too: there should be none. */
export const lastOfEnd = ({ head, last }: End): bigint => {
  const said = BigInt(head.sequence);
  return last > said ? last : said;
};

/** A new Ed25519 pair, both in PEM. */
export function makeKeys(): { privateKey: string; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return { privateKey, publicKey };
}

/** Reads a private Ed25519 key in PEM. Throws a `TypeError` of anything else. */
export function privateKeyOf(pem: string): KeyObject {
  return edwards(() => createPrivateKey(pem));
}

/** Reads a public Ed25519 key in PEM; a private one gives its public half. */
export function publicKeyOf(pem: string): KeyObject {
  return edwards(() => createPublicKey(pem));
}

function edwards(read: () => KeyObject): KeyObject {
  let key: KeyObject | undefined;
  try {
    key = read();
  } catch (cause) {
    throw new TypeError('not a key in PEM', { cause });
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('not an Ed25519 key');
  return key;
}

/** Signs a head, if there is a key. */
export async function signHead(head: Head, key: KeyObject | undefined): Promise<Head> {
  if (!key) return head;
  const signature = await new CompactSign(payloadOf(head)).setProtectedHeader({ alg: 'EdDSA' }).sign(key);
  return { ...head, signature };
}

/** Whether a head bears a signature of this key over just what it says. */
export async function signatureHolds(head: Head, key: KeyObject): Promise<boolean> {
  if (head.signature === undefined) return false;
  try {
    const { payload } = await compactVerify(head.signature, key, { algorithms: ['EdDSA'] });
    return Buffer.from(payload).equals(payloadOf(head));
  } catch (error) {
    if (error instanceof errors.JOSEError) return false;
    throw error;
  }
}

function payloadOf({ signature, ...said }: Head): Buffer {
  return Buffer.from(canonicalize(said) ?? '');
}
