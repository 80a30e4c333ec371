/** Numbers as the reader writes them. */
import { numberFormat } from './formats.ts';

export const numberText = (value: number, most = 0): string =>
  numberFormat({ maximumFractionDigits: most }).format(value);

export const shareText = (share: number, most = 0): string =>
  numberFormat({ style: 'percent', maximumFractionDigits: most }).format(share);

const MINUTE = 60_000;
const UNITS = [
  ['day', 1_440 * MINUTE, 2],
  ['hour', 60 * MINUTE, 1],
  ['minute', MINUTE, 0],
] as const;

/** How long something took: in days from two on, in hours from one on. */
export function durationText(ms: number): string {
  const [unit, size] = UNITS.find(([, length, from]) => ms >= length * from) ?? UNITS[2];
  const value = ms / size;
  const digits = unit === 'minute' || value >= 10 ? 0 : 1;
  return numberFormat({
    ...{ style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: digits },
  }).format(value);
}
