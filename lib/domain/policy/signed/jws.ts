/** Compact JWS (RFC 7515) of Ed25519 keys, checked with what the platform brings. */

import * as z from 'zod';
import { LONGEST_NAME, LONGEST_TYPE } from '../../limits.ts';
import type { SigningJwk } from './signed.ts';

const headerSchema = z.lazy(() =>
  z.object({
    alg: z.literal('EdDSA'),
    kid: z.string().max(LONGEST_NAME),
    typ: z.string().max(LONGEST_TYPE),
  }),
);

const bytesOf = (part: string): Uint8Array<ArrayBuffer> | undefined => {
  if (!/^[A-Za-z0-9_-]*$/.test(part)) return undefined;
  const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
};

function jsonOf(part: string): unknown {
  try {
    const bytes = bytesOf(part);
    return bytes && JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    // Neither base64url, nor UTF-8, nor JSON: it is no JWS.
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof DOMException) return undefined;
    throw error;
  }
}

/** The id of the key that a JWS says it is signed with; undefined where it is no JWS of this type. */
export function keyIdOf(jws: string, typ: string): string | undefined {
  const header = headerSchema.safeParse(jsonOf(jws.split('.')[0] ?? '')).data;
  return header?.typ === typ ? header.kid : undefined;
}

/** What is signed, where this key has signed it as this type; else undefined. */
export async function signedContent(jws: string, jwk: SigningJwk, typ: string): Promise<unknown> {
  const [header = '', payload = '', signature = '', ...more] = jws.split('.');
  if (more.length > 0 || keyIdOf(jws, typ) !== jwk.kid) return undefined;
  const signed = bytesOf(signature);
  if (!signed) return undefined;
  const { kty, crv, x } = jwk;
  const key = await crypto.subtle.importKey('jwk', { kty, crv, x }, { name: 'Ed25519' }, false, ['verify']);
  const text = new TextEncoder().encode(`${header}.${payload}`);
  return (await crypto.subtle.verify({ name: 'Ed25519' }, key, signed, text)) ? jsonOf(payload) : undefined;
}
