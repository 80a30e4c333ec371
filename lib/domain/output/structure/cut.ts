/** Parts of a text, one after another, cut to a stretch of it. Zod-free. */
import type { TextSpan } from './blocks.ts';

/** What of `parts`, which lie one after another, is in a stretch: each as long as it is there. */
export function cutToSpan<T extends TextSpan>(parts: readonly T[], { from, to }: TextSpan): T[] {
  const found: T[] = [];
  if (from >= to) return found;
  for (let at = firstBeyond(parts, from); at < parts.length; at++) {
    const part = parts[at] as T;
    if (part.from >= to) break;
    found.push({ ...part, from: Math.max(part.from, from), to: Math.min(part.to, to) });
  }
  return found;
}

/** The first part that ends behind a place. */
function firstBeyond(parts: readonly TextSpan[], place: number): number {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle] as TextSpan).to > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
