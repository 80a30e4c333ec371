/** Signed requests by the Standard Webhooks specification (HMAC-SHA256 over id, timestamp and body). */

const encoder = new TextEncoder();

/** A secret that begins so is base64; any other is taken as it is written. */
const PREFIX = 'whsec_';

/**
 * The headers that let a receiver check who sent `body`, and when: it compares the signature, and refuses timestamps
 * that are more than five minutes off. `id` is the same on every try. `now` in milliseconds since 1970.
 */
export async function signed(
  body: string,
  secret: string | undefined,
  id: string,
  now: number,
): Promise<Record<string, string>> {
  if (!secret) return {};
  const timestamp = String(Math.floor(now / 1000));
  const key = await crypto.subtle.importKey('raw', keyOf(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const mac = await crypto.subtle.sign('HMAC', key, encoder.encode(`${id}.${timestamp}.${body}`));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${toBase64(new Uint8Array(mac))}`,
  };
}

function keyOf(secret: string): Uint8Array<ArrayBuffer> {
  if (!secret.startsWith(PREFIX)) return encoder.encode(secret);
  const raw = atob(secret.slice(PREFIX.length));
  return Uint8Array.from(raw, (character) => character.charCodeAt(0));
}

/** Whether a secret can be used: what is said to be base64 has to be. */
export function isUsable(secret: string | undefined): boolean {
  return !secret?.startsWith(PREFIX) || /^[A-Za-z0-9+/]+={0,2}$/.test(secret.slice(PREFIX.length));
}

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
