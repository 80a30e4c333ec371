/**
 * Which outputs of a sampled stratum a person is asked to look at: by a keyed hash of the output's own address. Nobody can
 * choose it who does not have the key, and whoever has it can draw again.
 */

/** So many bits of the hash are looked at: one in a hundred is then exact to a millionth. */
const RANGE = 2 ** 32;

/** What is drawn by where a text was blocked: another lot than that of its first look, so that who was asked once is not asked always. */
export const blockedLot = (hash: string): string => `blocked ${hash}`;

/** Whether the draw asks for an output. `key`: hexadecimal, of the version of the policy. */
export async function isDrawnByKey(key: string, hash: string, oneIn: number): Promise<boolean> {
  const bytes = Uint8Array.from(key.match(/../g) ?? [], (two) => Number.parseInt(two, 16));
  const secret = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const mac = await crypto.subtle.sign('HMAC', secret, new TextEncoder().encode(hash));
  return new DataView(mac).getUint32(0) < RANGE / oneIn;
}
