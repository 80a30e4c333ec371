/** How often a token may be used: a bucket of requests that fills again at a steady rate. One for each process. */

export interface Rate {
  /** Requests a second that go on for ever. */
  perSecond: number;
  /** Requests at once after a rest. */
  burst: number;
}

/** A browser of ours asks a few times a minute; a program that hands in a backlog asks often for a while. */
export const DEFAULT_RATE: Rate = { perSecond: 50, burst: 500 };

/** Buckets beyond this number that are full again are forgotten. */
const KEPT = 10_000;

interface Bucket {
  left: number;
  at: number;
}

export interface Limiter {
  /** Takes a request of a key at `now` (ms): answers with 0, or with the seconds to wait. */
  take(key: string, now: number): number;
  /** Keys that are remembered. */
  size(): number;
}

export function createLimiter({ perSecond, burst }: Rate): Limiter {
  const buckets = new Map<string, Bucket>();
  const filled = ({ left, at }: Bucket, now: number) =>
    Math.min(burst, left + (Math.max(0, now - at) / 1_000) * perSecond);
  let limit = KEPT;
  const forget = (now: number) => {
    for (const [key, bucket] of buckets) if (filled(bucket, now) >= burst) buckets.delete(key);
    // Where most are in use, looking at all of them again at once would find no more to forget.
    limit = Math.max(KEPT, 2 * buckets.size);
  };
  return {
    take(key, now) {
      if (buckets.size > limit) forget(now);
      const left = filled(buckets.get(key) ?? { left: burst, at: now }, now);
      buckets.set(key, { left: left >= 1 ? left - 1 : left, at: now });
      return left >= 1 ? 0 : Math.ceil((1 - left) / perSecond);
    },
    size: () => buckets.size,
  };
}
