/** Wald's sequential test of a share of defects (Wald 1945; NIST/SEMATECH handbook 7.2.4): it stops as soon as it may. */

export interface SprtPlan {
  /** A share of defects that is good enough, and one that is not. */
  p0: number;
  p1: number;
  /** How often a good record may be refused, and a bad one accepted. */
  alpha: number;
  beta: number;
}

interface SprtLines {
  /** Accept once there are no more defects than `slope * n - accept`; refuse from `slope * n + refuse` on. */
  accept: number;
  refuse: number;
  slope: number;
}

export function sprtLines({ p0, p1, alpha, beta }: SprtPlan): SprtLines {
  const k = Math.log((p1 * (1 - p0)) / (p0 * (1 - p1)));
  return {
    accept: Math.log((1 - alpha) / beta) / k,
    refuse: Math.log((1 - beta) / alpha) / k,
    slope: Math.log((1 - p0) / (1 - p1)) / k,
  };
}

type SprtVerdict = 'accept' | 'refuse' | 'go_on';

/** What a record of `defects` among `reviewed` says. */
export function sprtVerdict(plan: SprtPlan, reviewed: number, defects: number): SprtVerdict {
  const { accept, refuse, slope } = sprtLines(plan);
  if (defects <= slope * reviewed - accept) return 'accept';
  return defects >= slope * reviewed + refuse ? 'refuse' : 'go_on';
}

/** The fewest that must be reviewed before it may accept, with so many defects among them. */
export function firstAccept(plan: SprtPlan, defects: number): number {
  const { accept, slope } = sprtLines(plan);
  return Math.ceil((defects + accept) / slope);
}

/** The number of defects from which it refuses after so many. */
export function refuseNumber(plan: SprtPlan, reviewed: number): number {
  const { refuse, slope } = sprtLines(plan);
  return Math.ceil(slope * reviewed + refuse);
}

interface SprtCharacter {
  /** Probability that it accepts. */
  accepts: number;
  /** How many are reviewed on average until it stops. */
  reviewed: number;
}

/** Longer than any run that matters: what has not stopped by then is less than this much. */
const NEGLIGIBLE = 1e-12;
const LONGEST = 20_000;

/** What the test does at a share of defects, exactly, by following every state that has not stopped. */
export function sprtCharacter(plan: SprtPlan, share: number): SprtCharacter {
  let open = new Map([[0, 1]]);
  let [accepts, reviewed] = [0, 0];
  for (let n = 1; n <= LONGEST; n++) {
    const left = [...open.values()].reduce((sum, chance) => sum + chance, 0);
    if (left < NEGLIGIBLE) break;
    reviewed += left;
    const next = new Map<number, number>();
    for (const [defects, chance] of afterOneMore(open, share)) {
      const verdict = sprtVerdict(plan, n, defects);
      if (verdict === 'accept') accepts += chance;
      if (verdict === 'go_on') next.set(defects, chance);
    }
    open = next;
  }
  return { accepts, reviewed };
}

/** How likely each number of defects is after one text more. */
function afterOneMore(open: ReadonlyMap<number, number>, share: number): Map<number, number> {
  const next = new Map<number, number>();
  for (const [defects, chance] of open) {
    next.set(defects, (next.get(defects) ?? 0) + chance * (1 - share));
    next.set(defects + 1, (next.get(defects + 1) ?? 0) + chance * share);
  }
  return next;
}
