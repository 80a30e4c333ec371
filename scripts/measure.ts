/** How a bench says what it measured. */

export interface Measure {
  name: string;
  value: number;
  unit: string;
  /** What it has to reach. */
  goal: { atMost: number } | { atLeast: number };
  /** The rival's or the limit's own figure, from the same run: `no-op observer 12 ms`. */
  beside: string;
}

export type Report = (measure: Measure) => void;
/** What `test/bench/<name>.bench.ts` exports by default. */
export type Bench = (report: Report) => Promise<void>;

export const reached = ({ value, goal }: Measure): boolean =>
  Number.isFinite(value) && ('atMost' in goal ? value <= goal.atMost : value >= goal.atLeast);

/** `name: value unit (goal ≤ 1.5; no-op observer 12 ms) ok` */
export function lineOf(measure: Measure): string {
  const { name, value, unit, goal, beside } = measure;
  const limit = 'atMost' in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`;
  const figure = Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
  return `${name}: ${figure} ${unit} (goal ${limit}; ${beside}) ${reached(measure) ? 'ok' : 'short'}`;
}
