/**
 * How much one page may have stored. An honest conversation of a thousand long answers fits at once; a page that makes
 * up texts to fill the disk or the lists is held to a trickle, and the side panel says so.
 */

/** What a bucket holds when full, and how much of it comes back in a second. */
export interface Allowance {
  texts: { most: number; perSecond: number };
  characters: { most: number; perSecond: number };
}

export const FRAME_ALLOWANCE: Allowance = {
  texts: { most: 1_500, perSecond: 0.5 },
  characters: { most: 12_000_000, perSecond: 10_000 },
};
/** A tab has several frames, and a page can make more of them. */
export const TAB_ALLOWANCE: Allowance = {
  texts: { most: 3_000, perSecond: 1 },
  characters: { most: 24_000_000, perSecond: 20_000 },
};

interface Level {
  texts: number;
  characters: number;
  atMs: number;
}

/** Token buckets (one for texts, one for characters) by key. Kept in memory: a worker that slept was not flooded. */
export class Quota {
  readonly #levels = new Map<string, Level>();
  readonly #allowance: Allowance;

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  /** Whether `key` may have a text of so many characters stored now; takes it from the allowance if so. */
  take(key: string, characters: number, nowMs = Date.now()): boolean {
    const level = this.#filled(key, nowMs);
    const allowed = level.texts >= 1 && level.characters >= characters;
    if (allowed) {
      level.texts -= 1;
      level.characters -= characters;
    }
    this.#levels.set(key, level);
    return allowed;
  }

  /** Forgets a key and every key below it (`12` and `12 0`). */
  forget(key: string): void {
    for (const known of [...this.#levels.keys()])
      if (known === key || known.startsWith(`${key} `)) this.#levels.delete(known);
  }

  #filled(key: string, nowMs: number): Level {
    const { texts, characters } = this.#allowance;
    const before = this.#levels.get(key);
    if (!before) return { texts: texts.most, characters: characters.most, atMs: nowMs };
    const seconds = Math.max(0, nowMs - before.atMs) / 1_000;
    return {
      texts: Math.min(texts.most, before.texts + seconds * texts.perSecond),
      characters: Math.min(characters.most, before.characters + seconds * characters.perSecond),
      atMs: nowMs,
    };
  }
}
