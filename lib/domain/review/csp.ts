/**
 * Dodge's continuous sampling plan CSP-1 (Dodge 1943; MIL-STD-1235): everything is reviewed until `clean` in a row are
 * clean, then one in `oneIn`; one defect, and everything is reviewed again.
 */

export interface CspPlan {
  clean: number;
  oneIn: number;
}

interface CspCharacter {
  /** The share that is reviewed on the long run (AFI). */
  reviewed: number;
  /** The share of defects that goes out on the long run (AOQ). */
  outgoing: number;
  /** How many are reviewed on average until fewer are asked (u). */
  until: number;
}

/**
 * What the plan does on the long run at a share of defects, when reviewers miss a share of them: what they miss goes out,
 * and what they see is all that moves the plan. A defect that is found is mended and does not go out.
 */
export function cspCharacter({ clean, oneIn }: CspPlan, share: number, miss = 0): CspCharacter {
  const seen = share * (1 - miss);
  if (seen === 0) return { reviewed: 1 / oneIn, outgoing: share, until: clean };
  const q = (1 - seen) ** clean;
  // All of it is a defect that is seen: nothing is ever clean, and everything is reviewed.
  if (q === 0) return { reviewed: 1, outgoing: share * miss, until: Number.POSITIVE_INFINITY };
  const until = (1 - q) / (seen * q);
  const after = oneIn / seen;
  const reviewed = (until + after / oneIn) / (until + after);
  return { reviewed, outgoing: share * (1 - reviewed * (1 - miss)), until };
}

interface Limit {
  /** The most that goes out on the long run, whatever the share of defects (AOQL). */
  outgoing: number;
  /** The share of defects at which it does. */
  at: number;
}

const GRID = 2_000;
const REFINEMENTS = 60;

/** The plan's limit. With reviewers who miss some it is higher: at most so many defects that they would go out unseen anyway. */
export function aoql(plan: CspPlan, miss = 0, highest = 1): Limit {
  const outgoing = (share: number) => cspCharacter(plan, share, miss).outgoing;
  let [best, most] = [1, 0];
  for (let step = 1; step <= GRID; step++) {
    const here = outgoing((step / GRID) * highest);
    if (here > most) [best, most] = [step, here];
  }
  let [low, high] = [((best - 1) / GRID) * highest, Math.min(highest, ((best + 1) / GRID) * highest)];
  for (let step = 0; step < REFINEMENTS; step++) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
    if (outgoing(a) < outgoing(b)) low = a;
    else high = b;
  }
  const at = (low + high) / 2;
  return { outgoing: outgoing(at), at };
}

/**
 * The fewest clean ones in a row that keep a limit with reviewers who miss some; undefined where no plan does: what they miss
 * of everything is already more. `highest`: the largest share of defects that is thought of; beyond it everything stops.
 */
export function cleanFor(limit: number, oneIn: number, miss: number, highest: number): number | undefined {
  const keeps = (clean: number) => aoql({ clean, oneIn }, miss, highest).outgoing <= limit;
  const MOST = 1_000;
  if (!keeps(MOST)) return undefined;
  let [low, high] = [0, MOST];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (keeps(middle)) high = middle;
    else low = middle;
  }
  return high;
}
