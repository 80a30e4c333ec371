/** Runs of digits, and what stands between two of them. */
import { isDigit } from './letters.ts';
import type { Plain, PlainStretch } from './plain.ts';

/** Every run of digits in a text, in order. */
export function digitGroups({ units, length }: Plain): PlainStretch[] {
  const groups: PlainStretch[] = [];
  for (let at = 0; at < length; at++) {
    if (!isDigit(units[at] ?? 0)) continue;
    const start = at;
    while (at < length && isDigit(units[at] ?? 0)) at++;
    groups.push({ start, end: at });
  }
  return groups;
}

/** What people put between the parts of a number that is one: blanks, breaks, `-`, `.`, `/`, `_`, `|`, middle dots. */
const SEPARATORS = new Set([0x20, 0x0a, 0x2d, 0x2e, 0x2f, 0x5f, 0x7c, 0xb7]);
export const isSeparator = (unit: number): boolean => SEPARATORS.has(unit);

/** Where the next part begins, if no more than `most` separators stand before it; undefined if more or others do. */
export function skipSeparators({ units, length }: Plain, at: number, most: number): number | undefined {
  let next = at;
  while (next < length && isSeparator(units[next] ?? 0)) {
    next++;
    if (next - at > most) return undefined;
  }
  return next < length ? next : undefined;
}

/** Whether a stretch holds a line break. */
export function hasBreak({ units }: Plain, { start, end }: PlainStretch): boolean {
  for (let at = start; at < end; at++) if (units[at] === 0x0a) return true;
  return false;
}
