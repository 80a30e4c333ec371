/** Intervals for a share of things counted. */

/** Lower and upper end, both in 0 to 1. */
type Interval = [low: number, high: number];

/** The 97.5 % point of the normal distribution: intervals on screen are of 95 %. */
const Z95 = 1.959963984540054;

/**
 * Wilson's score interval (Wilson 1927; Newcombe 1998, method 3): honest also for few things, and at none and all of them.
 * Nothing is known of a share of nothing: [0, 1].
 */
export function wilson(count: number, of: number, z = Z95): Interval {
  if (of === 0) return [0, 1];
  const share = count / of;
  const square = z * z;
  const centre = share + square / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of));
  const whole = 1 + square / of;
  return [count === 0 ? 0 : (centre - spread) / whole, count === of ? 1 : (centre + spread) / whole];
}

/** Clopper and Pearson's exact interval (1934); `error` is what may fall outside it, half on each side. */
export function clopperPearson(count: number, of: number, error = 0.05): Interval {
  if (of === 0) return [0, 1];
  const low = count === 0 ? 0 : betaQuantile(error / 2, count, of - count + 1);
  const high = count === of ? 1 : betaQuantile(1 - error / 2, count + 1, of - count);
  return [low, high];
}

/** The largest share that is still credible, by the exact one-sided limit. */
export function upperLimit(count: number, of: number, error = 0.05): number {
  return of === 0 || count === of ? 1 : betaQuantile(1 - error, count + 1, of - count);
}

/** How many clean ones in a row rule out a share of defects. */
export const cleanNeeded = (share: number, error = 0.05): number => Math.ceil(Math.log(error) / Math.log(1 - share));

const STEPS = 60;

/** By halving: sixty steps are more than a double can tell apart. */
function betaQuantile(p: number, a: number, b: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (incompleteBeta(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The regularised incomplete beta function, by its continued fraction (Lentz's method; NIST DLMF 8.17.22). */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges quickly on this side of the mean only.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  return front * fraction(x, a, b);
}

const MOST_TERMS = 500;
const TINY = 1e-300;
const ENOUGH = 1e-15;

function fraction(x: number, a: number, b: number): number {
  const safe = (value: number) => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / safe(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / safe(1 + even * d);
    c = safe(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / safe(1 + odd * d);
    c = safe(1 + odd / c);
    const step = d * c;
    result *= step;
    if (Math.abs(step - 1) < ENOUGH) break;
  }
  return result;
}

/** Lanczos's approximation (g = 7, nine terms): fifteen digits. */
const LANCZOS = [
  0.999_999_999_999_809_93, 676.520_368_121_885_1, -1_259.139_216_722_402_8, 771.323_428_777_653_13,
  -176.615_029_162_140_59, 12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_571_6e-6,
  1.505_632_735_149_311_6e-7,
];

function logGamma(x: number): number {
  const z = x - 1;
  const sum = LANCZOS.reduce((at, term, index) => (index === 0 ? term : at + term / (z + index)), 0);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}
