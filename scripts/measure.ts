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
/** What was asked for beside the bench's name. */
export interface BenchOptions {
  only?: string | undefined;
  throttle?: string | undefined;
  runs?: string | undefined;
  turns?: string | undefined;
}

/** What `test/bench/<name>.bench.ts` exports by default. */
export type Bench = (report: Report, options: BenchOptions) => Promise<void>;

export const reached = ({ value, goal }: Measure): boolean =>
  Number.isFinite(value) && ('atMost' in goal ? value <= goal.atMost : value >= goal.atLeast);

/** `name: value unit (goal ≤ 1.5; no-op observer 12 ms) ok` */
export function lineOf(measure: Measure): string {
  const { name, unit, beside } = measure;
  return `${name}: ${figureOf(measure)} ${unit} (goal ${limitOf(measure)}; ${beside}) ${verdictOf(measure)}`;
}

const figureOf = ({ value }: Measure): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3));
const limitOf = ({ goal }: Measure): string => ('atMost' in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`);
const verdictOf = (measure: Measure): string => (reached(measure) ? 'ok' : 'short');

/** All measures of all benches in columns: bench, measure, figure, goal, verdict, and what was measured beside it. */
export function tableOf(benches: readonly (readonly [name: string, measures: readonly Measure[]])[]): string {
  const rows = benches.flatMap(([bench, measures]) =>
    measures.map((measure) => [
      bench,
      measure.name,
      `${figureOf(measure)} ${measure.unit}`.trim(),
      limitOf(measure),
      verdictOf(measure),
      measure.beside,
    ]),
  );
  const table = [['bench', 'measure', 'figure', 'goal', '', 'beside it'], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
