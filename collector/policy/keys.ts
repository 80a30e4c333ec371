/**
 * The key that signs policies and receipts: its private half in a file that its owner alone may read, the public halves of all
 * that ever signed in the database, so that what an old one signed can be checked for good.
 */
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CompactSign, calculateJwkThumbprint, exportJWK } from 'jose';
import { KEY_TYPE } from '../../lib/domain/policy/signed/signed.ts';
import { CommandRefusal } from '../cli/refusal.ts';
import type { Queries, SqlDatabase } from '../database/database.ts';
import { ownAlone } from '../database/owned.ts';
import { syncPath } from '../database/synced-files.ts';
import { makeKeys } from '../ledger/head.ts';

/** The public half of a key, as JWKS lists it (RFC 8037). */
interface PublicJwk {
  kty: 'OKP';
  crv: 'Ed25519';
  x: string;
}

interface SigningKey {
  /** Thumbprint of the public half (RFC 7638). */
  kid: string;
  key: KeyObject;
}

/** What signs. Asked before each signature: the key may have been changed. */
export interface SigningKeys {
  current(): Promise<SigningKey>;
}

const FILE = 'signing.pem';

/** Where the keys of an embedded database are. */
export const keysFolderIn = (directory: string): string => join(directory, 'keys');

/** Opens the keys in a folder, making the first where there is none, and lists the public half in the database. */
export async function openKeys(folder: string, database: SqlDatabase): Promise<SigningKeys> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  ownAlone(folder);
  const path = join(folder, FILE);
  if (!existsSync(path)) makeFile(path, makeKeys().privateKey, false);
  let known: (SigningKey & { changedAt: number }) | undefined;
  const current = async (): Promise<SigningKey> => {
    const changedAt = statSync(path).mtimeMs;
    if (known?.changedAt !== changedAt) {
      known = { ...(await keyIn(path)), changedAt };
      await list(database, known);
    }
    return known;
  };
  await current();
  return { current };
}

/** Makes a new key, which the one before announces. Answers with its id. */
export async function rotateKeys(folder: string, database: SqlDatabase): Promise<string> {
  const before = await (await openKeys(folder, database)).current();
  const { privateKey } = makeKeys();
  const next = await keyOf(privateKey);
  const jwk = await publicOf(next.key);
  const said = Buffer.from(JSON.stringify({ ...jwk, kid: next.kid }));
  const announcement = await new CompactSign(said)
    .setProtectedHeader({ alg: 'EdDSA', kid: before.kid, typ: KEY_TYPE })
    .sign(before.key);
  await list(database, next, announcement);
  makeFile(join(folder, FILE), privateKey, true);
  return next.kid;
}

/** Written aside, whole and on the disk, before it has its name. `over`: in the place of the one that is there. */
function makeFile(path: string, text: string, over: boolean): void {
  const aside = `${path}.${process.pid}`;
  rmSync(aside, { force: true });
  writeFileSync(aside, text, { flag: 'wx', mode: 0o600 });
  syncPath(aside);
  try {
    if (over) renameSync(aside, path);
    else linkSync(aside, path);
  } catch (error) {
    // Another collector on the same folder was faster: then that one's key is the key.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
  syncPath(join(path, '..'));
}

async function keyIn(path: string): Promise<SigningKey> {
  try {
    return await keyOf(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof CommandRefusal) throw error;
    throw new CommandRefusal(
      `${path} is no Ed25519 key in PEM. Restore it, or take it away to have a new one made.`,
      1,
    );
  }
}

async function keyOf(pem: string): Promise<SigningKey> {
  const key = createPrivateKey(pem);
  return { kid: await calculateJwkThumbprint(await publicOf(key)), key };
}

async function publicOf(key: KeyObject): Promise<PublicJwk> {
  const { kty, crv, x } = await exportJWK(createPublicKey(key));
  if (kty !== 'OKP' || crv !== 'Ed25519' || x === undefined) throw new TypeError('not an Ed25519 key');
  return { kty: 'OKP', crv, x };
}

/** Notes a public key. One that is known is not written anew: a collector starts also where there is no room to write. */
async function list(queries: Queries, { kid, key }: SigningKey, announcement: string | null = null): Promise<void> {
  const known = await queries.query('select 1 as known from signing_keys where kid = $1', [kid]);
  if (known.length > 0) return;
  await queries.query(
    'insert into signing_keys (kid, jwk, announcement) values ($1, $2::jsonb, $3) on conflict (kid) do nothing',
    [kid, JSON.stringify(await publicOf(key)), announcement],
  );
}

/** Every public key, the newest first; `countersign_announcement`: what the key before it said of it. */
export async function readJwks(queries: Queries) {
  const rows = await queries.query<{ kid: string; jwk: PublicJwk; announcement: string | null }>(
    'select kid, jwk, announcement from signing_keys order by made_at desc, kid',
  );
  return {
    keys: rows.map(({ kid, jwk, announcement }) => ({
      ...{ ...jwk, kid, alg: 'EdDSA' as const, use: 'sig' as const },
      ...(announcement === null ? {} : { countersign_announcement: announcement }),
    })),
  };
}

/** A key that lives as long as the process, for tests and for what is only tried out. */
export async function keysInMemory(database: SqlDatabase): Promise<SigningKeys> {
  const key = await keyOf(makeKeys().privateKey);
  await list(database, key);
  return { current: async () => key };
}
