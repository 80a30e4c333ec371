/** Masks texts that are made to be hard, in whatever engine this runs. */
import { mask } from '../../../lib/domain/privacy/mask.ts';
import { DEFAULT_REDACTION } from '../../../lib/domain/privacy/redaction.ts';
import { HARD_NAMES, HARD_TEXTS } from '../../unit/domain/privacy/hard-texts.ts';

export interface Masked {
  name: string;
  /** How long a short text and one `times` as long took; without what anything else took: the least of a few. */
  shortMs: number;
  longMs: number;
}

const redaction = { ...DEFAULT_REDACTION, names: HARD_NAMES, region: 'IT' };

function msFor(text: string, runs: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    mask(text, redaction);
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

export const hardNames = (): string[] => Object.keys(HARD_TEXTS);

/** Texts are masked again where the long one took more than its length explains: who else uses the machine only ever slows it. */
const MOST_RUNS = 4;

/** How long one of the hard texts takes, at two lengths. */
export function maskHard(name: string, length: number, times: number): Masked {
  const make = HARD_TEXTS[name];
  if (!make) throw new Error(`no hard text is called ${name}`);
  const [short, long] = [make(length), make(length * times)];
  const masked = { name, shortMs: msFor(short, 2), longMs: msFor(long, 1) };
  for (let run = 1; run < MOST_RUNS && masked.longMs > 1.5 * times * masked.shortMs; run++) {
    masked.shortMs = Math.min(masked.shortMs, msFor(short, 1));
    masked.longMs = Math.min(masked.longMs, msFor(long, 1));
  }
  return masked;
}

/** The plainest pass over a text of a length: each character is looked at once. */
export function plainPassMs(length: number): number {
  const text = 'Dear all, '.repeat(length / 10);
  const start = performance.now();
  text.normalize('NFC').replace(/\s+/g, ' ').toLowerCase();
  return performance.now() - start;
}

/** Whether an address behind a hard text is still masked: a pattern that breaks off finds none. */
export const isMaskedBehind = (name: string, length: number): boolean =>
  mask(`${HARD_TEXTS[name]?.(length) ?? ''}\nanna@example.com`, redaction).endsWith('[e-mail]');
