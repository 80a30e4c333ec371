/** How far apart texts are: how much a process varies before anybody has reviewed it. */

/** So many texts make some thousand pairs, which tell the middle to a few hundredths. */
export const MOST_APART = 60;

/** The middle of how far apart each two are, by the words they share (Jaccard): 0 the same words, 1 none; undefined of fewer than two. */
export function middleApart(texts: readonly ReadonlySet<number>[]): number | undefined {
  const distances: number[] = [];
  for (const [n, one] of texts.entries()) for (const other of texts.slice(n + 1)) distances.push(distance(one, other));
  distances.sort((a, b) => a - b);
  return distances[distances.length >> 1];
}

function distance(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : 1 - shared / all;
}
