/** What a figure consists of, by its kind: never a rate alone, always of how many, and between which limits. */
import { fleissKappa, krippendorffAlpha } from '../review/agreement.ts';
import { wilson } from '../review/intervals.ts';
import { type Spell, type SurvivalPoint, survivalOf, timeFor } from '../review/survival.ts';

/** Under so many there is no rate: one more or less would turn it over. */
export const FEWEST_FOR_RATE = 10;

/** So many of so many, where not each is an observation of its own. */
export interface CountedPart {
  count: number;
  of: number;
  /** Where what is counted has weights: the sum of their squares, by which the limits are worked out. */
  squares?: number;
  /** Said per so many, where a share would have too many noughts. */
  per?: 1000;
}

/** What one observation is, by the kind of figure that is made of it. */
export interface Values {
  /** Whether it counts. */
  share: boolean | CountedPart;
  /** Under which names it counts; it may be several. */
  counts: string[];
  /** How long something took, in milliseconds, or is open. */
  time: Spell;
  /** What each of several people said of the same text. */
  agreement: string[];
}
export type FigureKind = keyof Values;

interface ShareFigure {
  kind: 'share';
  n: number;
  count: number;
  /** Missing under ten. */
  rate?: number;
  /** Wilson's, 95 %; of weights by their own variance. */
  interval?: readonly [number, number];
  per?: 1000;
  /** What is counted has weights: it is no share, and has no p-chart. */
  weighted?: true;
}

interface CountsFigure {
  kind: 'counts';
  n: number;
  /** The most frequent first. */
  parts: { name: string; count: number }[];
}

interface TimeFigure {
  kind: 'time';
  n: number;
  /** Of them, those that have not ended: they count as long as they have lasted. */
  open: number;
  /** Kaplan and Meier's, in milliseconds; missing under ten, and while too many are open to say. */
  median?: number;
  /** Its 95 % limits; the upper one is missing while too many are open to say. */
  interval?: readonly [number, number | undefined];
  p90?: number;
  /** As many points of it as a drawing can show. */
  curve: SurvivalPoint[];
}

interface AgreementFigure {
  kind: 'agreement';
  n: number;
  /** Of two who said something of the same text, the share that said the same; missing under ten, as are the others. */
  raw?: number;
  /** Fleiss's, of the first two of each text. */
  kappa?: number;
  /** Krippendorff's, of all. */
  alpha?: number;
}

export type Figure = ShareFigure | CountsFigure | TimeFigure | AgreementFigure;
export type FigureOf<K extends FigureKind> = Extract<Figure, { kind: K }>;

const MADE: { [K in FigureKind]: (values: readonly Values[K][]) => FigureOf<K> } = {
  share(values) {
    const parts = values.map(
      (value): CountedPart => (typeof value === 'boolean' ? { count: Number(value), of: 1 } : value),
    );
    const [n, count] = [sumOf(parts, 'of'), sumOf(parts, 'count')];
    const weighted = parts.some(({ squares }) => squares !== undefined);
    const per = parts.find((part) => part.per)?.per;
    const said = {
      ...{ kind: 'share' as const, n, count },
      ...(per ? { per } : {}),
      ...(weighted ? { weighted: true as const } : {}),
    };
    // More than there were: some were never told of, and a rate of those that were would be too high.
    if (n < FEWEST_FOR_RATE || (!weighted && count > n)) return said;
    return {
      ...said,
      rate: count / n,
      interval: weighted ? weightLimits(count, sumOf(parts, 'squares'), n) : wilson(count, n),
    };
  },
  counts(values) {
    const counts = new Map<string, number>();
    for (const name of values.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
    const parts = [...counts].map(([name, count]) => ({ name, count }));
    parts.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
    return { kind: 'counts', n: values.length, parts };
  },
  time(values) {
    const [n, open, curve] = [values.length, values.filter(({ ended }) => !ended).length, survivalOf(values)];
    if (n < FEWEST_FOR_RATE) return { kind: 'time', n, open, curve: thinned(curve) };
    const [median, p90, interval] = [timeFor(curve, 0.5), timeFor(curve, 0.9), medianLimits(curve)];
    return {
      ...{ kind: 'time', n, open, curve: thinned(curve) },
      ...(median === undefined ? {} : { median }),
      ...(interval ? { interval } : {}),
      ...(p90 === undefined ? {} : { p90 }),
    };
  },
  agreement(values) {
    const n = values.length;
    if (n < FEWEST_FOR_RATE) return { kind: 'agreement', n };
    const names = [...new Set(values.flat())].sort();
    const coded = values.map((answers) => answers.map((answer) => names.indexOf(answer)));
    const rows = Math.max(...coded.map(({ length }) => length));
    const byPerson = Array.from({ length: rows }, (_, row) => coded.map((answers) => answers[row]));
    const firstTwo = coded.map((answers) =>
      names.map((_, name) => answers.slice(0, 2).filter((one) => one === name).length),
    );
    return {
      ...{ kind: 'agreement', n, raw: mean(coded.map(sameInPairs)) },
      ...{ kappa: fleissKappa(firstTwo), alpha: krippendorffAlpha(byPerson, 'nominal') },
    };
  },
};

/** As many points as a drawing can show: of 100,000 lengths there are as many points, and the page was busy with them for long. */
const MOST_POINTS = 240;

/** The last point of each stretch of time; the steps between are smaller than a line is wide. */
function thinned(curve: readonly SurvivalPoint[]): SurvivalPoint[] {
  const longest = Math.max(1, curve.at(-1)?.at ?? 1);
  const stretch = (point: SurvivalPoint | undefined) => point && Math.floor((point.at / longest) * (MOST_POINTS - 1));
  return curve.filter((point, at) => stretch(point) !== stretch(curve[at + 1]));
}

const sumOf = (parts: readonly CountedPart[], of: 'count' | 'of' | 'squares'): number =>
  parts.reduce((sum, part) => sum + (part[of] ?? 0), 0);

/** Of weights that come by chance (compound Poisson): the sum of their squares is its variance. */
function weightLimits(count: number, squares: number, n: number): readonly [number, number] {
  // Of none nobody knows the weight: as if one of weight one might have come.
  const spread = Z95 * Math.sqrt(Math.max(squares, 1));
  return [Math.max(0, count - spread) / n, (count + spread) / n];
}

/** The figure of a kind, of all that was observed. */
export const figureOf = <K extends FigureKind>(kind: K, values: readonly Values[K][]): FigureOf<K> =>
  MADE[kind](values);

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Of all pairs of answers to one text, the share that is the same. */
function sameInPairs(answers: readonly number[]): number {
  const pairs = answers.flatMap((one, at) => answers.slice(at + 1).map((other) => (one === other ? 1 : 0)));
  return mean(pairs);
}

const Z95 = 1.959_963_984_540_054;

/** Where the limits of the curve, on a logarithmic scale, pass the half (Brookmeyer and Crowley 1982; the default of R's `survfit`). */
function medianLimits(curve: readonly SurvivalPoint[]): readonly [number, number | undefined] | undefined {
  const passes = (sign: 1 | -1) =>
    curve.find(({ survival, error }) => survival === 0 || survival * Math.exp((sign * Z95 * error) / survival) <= 0.5)
      ?.at;
  const low = passes(-1);
  return low === undefined ? undefined : [low, passes(1)];
}

/**
 * Between which limits the difference of two shares lies (Newcombe 1998, method 10); undefined where either has no rate.
 * Only where 0 lies outside it does the screen speak of a change.
 */
export function differenceOf(now: ShareFigure, before: ShareFigure): readonly [number, number] | undefined {
  if (now.rate === undefined || before.rate === undefined || !now.interval || !before.interval) return undefined;
  const difference = now.rate - before.rate;
  const apart = (a: number, b: number) => Math.sqrt(a * a + b * b);
  return [
    difference - apart(now.rate - now.interval[0], before.interval[1] - before.rate),
    difference + apart(now.interval[1] - now.rate, before.rate - before.interval[0]),
  ];
}
