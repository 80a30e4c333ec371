/** From a part of an output's text to a passage: W3C selectors over the normalised text. */
import type { Passage } from '../../domain/anchoring/anchor.ts';
import { passageOf } from '../../domain/anchoring/describe.ts';
import { normaliseText } from '../../domain/output/text.ts';

/**
 * The passage from `start` to `end` (UTF-16 offsets) of a raw reading; positions count in the normalised text.
 * Undefined where the bounds cut through a character, so that no passage ever stands for other words than its own.
 */
export function passageAt(raw: string, start: number, end: number): Passage | undefined {
  const [from, to] = [isLowSurrogate(raw, start) ? start - 1 : start, isLowSurrogate(raw, end) ? end + 1 : end];
  const exact = normaliseText(raw.slice(from, to));
  if (!exact) return undefined;
  const before = normaliseText(raw.slice(0, from));
  const text = normaliseText(raw);
  // Folding leaves one space or none between what is before and the quote: no other place is the same place.
  const at = [before.length, before.length + 1].find((place) => text.startsWith(exact, place));
  if (at === undefined || normaliseText(text.slice(0, at)) !== before) return undefined;
  return passageOf(text, at, at + exact.length);
}

const isLowSurrogate = (text: string, at: number): boolean => /[\uDC00-\uDFFF]/.test(text.charAt(at));
