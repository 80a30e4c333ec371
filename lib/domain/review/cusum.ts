/**
 * Bernoulli CUSUM (Reynolds & Stoumbos 1999, J. Qual. Tech. 31): tells a share of defects that went up, one text after the
 * other. In whole numbers, so that every browser and the collector come to the same sum: with `m` = 1/γ, each defect adds
 * m - 1 and each clean one takes 1, never below 0.
 */

export interface CusumPlan {
  m: number;
  /** It signals from this sum on, in the same whole numbers. */
  h: number;
}

/** The sum after one text more. */
export const cusumStep = (sum: number, defect: boolean, { m }: CusumPlan): number =>
  Math.max(0, sum + (defect ? m - 1 : -1));

/** The sums after each of a row of texts; it begins anew after each signal. */
export function cusumOf(defects: readonly boolean[], plan: CusumPlan): { sum: number; signal: boolean }[] {
  let sum = 0;
  return defects.map((defect) => {
    sum = cusumStep(sum, defect, plan);
    const signal = sum >= plan.h;
    const point = { sum, signal };
    if (signal) sum = 0;
    return point;
  });
}

/** γ of the sequential test between two shares: its inverse, rounded, is `m`. */
export const gammaOf = (p0: number, p1: number): number =>
  -Math.log((1 - p1) / (1 - p0)) / Math.log((p1 * (1 - p0)) / (p0 * (1 - p1)));

/** How many texts pass on average until it signals, at a share of defects: exactly, from the chain of its sums. */
export function runLength({ m, h }: CusumPlan, share: number): number {
  // L(s) = 1 + (1 - p) L(max(0, s - 1)) + p L(s + m - 1), and nothing from `h` on.
  const states = h;
  const matrix = Array.from({ length: states }, (_, s) => {
    const row = new Float64Array(states + 1);
    row[s] = 1;
    const down = Math.max(0, s - 1);
    row[down] = (row[down] ?? 0) - (1 - share);
    const up = s + m - 1;
    if (up < states) row[up] = (row[up] ?? 0) - share;
    row[states] = 1;
    return row;
  });
  return solve(matrix)[0] ?? 0;
}

/**
 * Gaussian elimination; rows are equations with their right side at the end. Each row leaves more on its diagonal than
 * beside it (a chain that ends), so no pivots are needed.
 */
function solve(rows: readonly Float64Array[]): number[] {
  const n = rows.length;
  for (const [column, pivot] of rows.entries()) for (const row of rows.slice(column + 1)) subtract(row, pivot, column);
  const found = new Array<number>(n).fill(0);
  for (const [back, row] of [...rows].reverse().entries()) {
    const at = n - 1 - back;
    const rest = found.reduce(
      (left, value, column) => (column > at ? left - (row[column] ?? 0) * value : left),
      row[n] ?? 0,
    );
    found[at] = rest / (row[at] ?? 1);
  }
  return found;
}

function subtract(row: Float64Array, pivot: Float64Array, column: number): void {
  const times = (row[column] ?? 0) / (pivot[column] ?? 1);
  if (times === 0) return;
  for (let at = column; at < row.length; at++) row[at] = (row[at] ?? 0) - times * (pivot[at] ?? 0);
}
