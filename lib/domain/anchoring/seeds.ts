/** Finds many short strings in one long text in one pass (Karp and Rabin 1987). */

/** Length of a seed in UTF-16 units: long enough to be rare, short enough to survive an edit every few words. */
export const SEED = 8;

const BASE = 0x01000193;
let power = 1;
for (let i = 1; i < SEED; i++) power = Math.imul(power, BASE);
/** What a character that leaves the window of `SEED` characters has been multiplied by. */
const LEAVING = power;

/** The rolling hash of the seed at `at`. */
export function seedAt(text: string, at: number): number {
  let hash = 0;
  for (let i = 0; i < SEED; i++) hash = (Math.imul(hash, BASE) + text.charCodeAt(at + i)) | 0;
  return hash;
}

/** Another hash of the seed at `at`: quicker where seeds do not overlap, so that there is nothing to roll. */
export function keyAt(text: string, at: number): number {
  const first =
    text.charCodeAt(at) ^
    (text.charCodeAt(at + 1) << 8) ^
    (text.charCodeAt(at + 2) << 16) ^
    (text.charCodeAt(at + 3) << 24);
  const second =
    text.charCodeAt(at + 4) ^
    (text.charCodeAt(at + 5) << 8) ^
    (text.charCodeAt(at + 6) << 16) ^
    (text.charCodeAt(at + 7) << 24);
  return Math.imul(first, 0x85ebca6b) ^ Math.imul(second, 0xc2b2ae35);
}

const spread = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> 0;

/** A set of seeds; equal ones are told apart by the order in which they were put in. */
export class Seeds {
  readonly #hashes: Int32Array;
  /** Next seed with the same hash, or -1. */
  readonly #next: Int32Array;
  /** Open addressing: first seed of a hash, or -1. */
  readonly #slots: Int32Array;
  readonly #mask: number;
  /** One byte a bucket: most places of a text are no seed, and are passed by with one look. */
  readonly #there: Uint8Array;
  readonly #shift: number;

  /** `hashes[i]` is the hash of seed `i`. */
  constructor(hashes: readonly number[]) {
    const bits = Math.max(8, Math.ceil(Math.log2(hashes.length + 1)) + 1);
    this.#hashes = Int32Array.from(hashes);
    this.#next = new Int32Array(hashes.length).fill(-1);
    this.#slots = new Int32Array(1 << bits).fill(-1);
    this.#mask = (1 << bits) - 1;
    this.#shift = 32 - Math.min(20, bits + 3);
    this.#there = new Uint8Array(1 << (32 - this.#shift));
    for (const [seed, hash] of hashes.entries()) this.#add(seed, hash);
  }

  #add(seed: number, hash: number): void {
    const mixed = spread(hash);
    this.#there[mixed >>> this.#shift] = 1;
    let slot = mixed & this.#mask;
    for (let first = this.#slots[slot] as number; first !== -1; first = this.#slots[slot] as number) {
      if (this.#hashes[first] === hash) {
        this.#next[seed] = this.#next[first] as number;
        this.#next[first] = seed;
        return;
      }
      slot = (slot + 1) & this.#mask;
    }
    this.#slots[slot] = seed;
  }

  #first(mixed: number, hash: number): number {
    let slot = mixed & this.#mask;
    for (let first = this.#slots[slot] as number; first !== -1; first = this.#slots[slot] as number) {
      if (this.#hashes[first] === hash) return first;
      slot = (slot + 1) & this.#mask;
    }
    return -1;
  }

  /** Calls `hit` for each place of the text with a seed's hash (`seedAt`): equal in nearly all cases, to be checked. */
  scan(text: string, hit: (seed: number, at: number) => void): void {
    if (text.length < SEED) return;
    let hash = seedAt(text, 0);
    for (let at = 0; ; at++) {
      this.#look(hash, at, hit);
      if (at + SEED >= text.length) return;
      hash = (Math.imul(hash - Math.imul(text.charCodeAt(at), LEAVING), BASE) + text.charCodeAt(at + SEED)) | 0;
    }
  }

  /** The same, by `keyAt`, for every `SEED`th place only: finds what has the seeds at each of its first `SEED` places. */
  scanSparsely(text: string, hit: (seed: number, at: number) => void): void {
    for (let at = 0; at + SEED <= text.length; at += SEED) this.#look(keyAt(text, at), at, hit);
  }

  #look(hash: number, at: number, hit: (seed: number, at: number) => void): void {
    const mixed = spread(hash);
    if (this.#there[mixed >>> this.#shift] === 0) return;
    for (let seed = this.#first(mixed, hash); seed !== -1; seed = this.#next[seed] as number) hit(seed, at);
  }
}
