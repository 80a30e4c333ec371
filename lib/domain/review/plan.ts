/**
 * From what the policy says of review to the numbers that it is done by. They are for reviewers who miss some: with their
 * measured share the run of clean ones grows until the limit holds again, and where none is long enough, nothing is sampled.
 */
import { mayConcernPublic, type Process } from '../policy/process.ts';
import { cleanFor } from './csp.ts';
import { type CusumPlan, gammaOf } from './cusum.ts';
import type { SprtPlan } from './sprt.ts';

export interface ReviewPlan {
  /** Clean ones in a row until fewer are asked, and one in how many after that. */
  clean: number;
  oneIn: number;
  /** The share of defects that reviewers are taken to miss. */
  miss: number;
  /** Opens earlier than the run does; only where the policy names a limit and no run. */
  opens?: SprtPlan;
  /** Stops everything. */
  stops?: CusumPlan;
}

/** Why everything is reviewed for good: the policy says so, it names too little, nothing keeps its limit, it is for the public. */
export type NoPlan = 'full' | 'incomplete' | 'unkept' | 'public';

type Ruled = Pick<Process, 'review' | 'publishes' | 'publicInterest'>;

/** How review is done in a process. `measured`: the share of defects that its reviewers are known to miss. */
export function reviewPlanOf(process: Ruled, measured = 0): ReviewPlan | NoPlan {
  const { mode, clean, oneIn, limit, unacceptable, miss = 0 } = process.review;
  if (mode === 'full') return 'full';
  if (mayConcernPublic(process)) return 'public';
  if (oneIn === undefined || (clean === undefined && limit === undefined)) return 'incomplete';
  const key = JSON.stringify([clean, oneIn, limit, unacceptable, Math.max(miss, measured)]);
  const known = PLANS.get(key);
  if (known !== undefined) return known;
  const found = worked({ clean, oneIn, limit, unacceptable, miss: Math.max(miss, measured) });
  if (PLANS.size >= MOST_PLANS) PLANS.clear();
  PLANS.set(key, found);
  return found;
}

/** A plan takes milliseconds to work out, and is asked for at each text. */
const PLANS = new Map<string, ReviewPlan | NoPlan>();
const MOST_PLANS = 1_000;

interface Named {
  clean: number | undefined;
  oneIn: number;
  limit: number | undefined;
  unacceptable: number | undefined;
  miss: number;
}

/** Reviewers who miss more than they see vouch for nothing: with 99 in 100 missed, a stop would take a million looks. */
const MOST_MISSED = 0.5;

function worked({ clean, oneIn, limit, unacceptable, miss }: Named): ReviewPlan | NoPlan {
  if (miss > MOST_MISSED) return 'unkept';
  const stop = stopAt(unacceptable, limit, miss);
  const needed = limit === undefined ? 1 : cleanFor(limit, oneIn, miss, stop?.beyond ?? 1);
  if (needed === undefined) return 'unkept';
  return {
    ...{ clean: Math.max(clean ?? 1, needed), oneIn, miss },
    ...(clean === undefined && limit !== undefined ? { opens: sequential(limit * (1 - miss)) } : {}),
    ...(stop ? { stops: stop.plan } : {}),
  };
}

/**
 * A fifth of the limit is good, the limit is not; a bad one passes once in fifty: with one in ten
 * the limit broke in the long run at two per cent.
 */
const sequential = (p1: number): SprtPlan => ({ p0: p1 / 5, p1, alpha: 0.05, beta: 0.02 });

/** The sum of evidence from which everything stops: a hundred to one. A good record is stopped once in thousands of texts. */
const STOP_EVIDENCE = Math.log(100);
/** Where reviewers find half of it defective nobody needs a test; between all and nearly all there would be none. */
const HALF = 0.5;

/**
 * When everything stops: at the share that the policy calls unacceptable, or where what reviewers miss of everything is
 * already more than its limit. A repeated sequential test (CUSUM) between half of that share and it; beyond `beyond` it
 * stops for certain.
 */
function stopAt(
  unacceptable: number | undefined,
  limit: number | undefined,
  miss: number,
): { plan: CusumPlan; beyond: number } | undefined {
  const levels = [unacceptable, limit !== undefined && miss > 0 ? limit / miss : undefined];
  const level = Math.min(...levels.map((one) => one ?? Number.POSITIVE_INFINITY));
  if (level === Number.POSITIVE_INFINITY) return undefined;
  const p1 = Math.min(HALF, level * (1 - miss));
  const p0 = p1 / 2;
  const gamma = gammaOf(p0, p1);
  const step = Math.log((1 - p0) / (1 - p1));
  const m = Math.max(2, Math.round(1 / gamma));
  return {
    plan: { m, h: Math.ceil(STOP_EVIDENCE / step) },
    beyond: Math.min(1, 1 / m / (1 - miss)),
  };
}
