/**
 * Which outputs of a sampled stratum a person is asked to look at: by a keyed hash of the output's own address. Nobody can
 * choose it who does not have the key, and whoever has it can draw again.
 */

/** So many bits of the hash are looked at: one in a hundred is then exact to a millionth. */
const RANGE = 2 ** 32;

/** What is drawn by where a text was blocked: another lot than that of its first look, so that who was asked once is not asked always. */
export const blockedLot = (hash: string): string => `blocked ${hash}`;

/** What is drawn of a decision for a second review: another lot than that of its output, so that who was asked once is not asked always. */
export const secondLot = (hash: string): string => `second ${hash}`;

/** Who judges it a second time, of those who may: whoever's own lot is the lowest. Nobody chooses, and whoever has the key can draw again. */
export async function personDrawn(key: string, hash: string, people: readonly string[]): Promise<string | undefined> {
  return oneDrawn(key, people, (person) => `${secondLot(hash)} ${person}`);
}

/** One of several: whichever's own lot is the lowest. */
export async function oneDrawn(
  key: string,
  choices: readonly string[],
  lotOf: (choice: string) => string,
): Promise<string | undefined> {
  const lots = await Promise.all(choices.map(async (choice) => ({ choice, lot: await macOf(key, lotOf(choice)) })));
  return lots.sort((a, b) => (a.lot < b.lot ? -1 : 1))[0]?.choice;
}

/** A share from 0 to below 1, which nobody can foresee who does not have the key. */
export const shareDrawn = async (key: string, lot: string): Promise<number> =>
  Number.parseInt((await macOf(key, lot)).slice(0, 8), 16) / RANGE;

/** Whether the draw asks for an output. `key`: hexadecimal, of the version of the policy. */
export async function isDrawnByKey(key: string, hash: string, oneIn: number): Promise<boolean> {
  return (await shareDrawn(key, hash)) < 1 / oneIn;
}

/** HMAC-SHA-256, hexadecimal. */
export async function macOf(key: string, words: string): Promise<string> {
  const bytes = Uint8Array.from(key.match(/../g) ?? [], (two) => Number.parseInt(two, 16));
  const secret = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const mac = await crypto.subtle.sign('HMAC', secret, new TextEncoder().encode(words));
  return Array.from(new Uint8Array(mac), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
