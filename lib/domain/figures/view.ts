/** A metric over a range of months: the whole, the range before, split by a dimension, and month by month. */
import type { Calendar } from '../policy/calendar.ts';
import type { Process } from '../policy/process.ts';
import { type CountedOutput, countedAt, DIMENSIONS, type Dimension } from './counted.ts';
import { type CountedPart, type Figure, type FigureKind, figureOf, type Values } from './figure.ts';
import { Buckets, FEWEST_PEOPLE, MERGED, type PeopleGroup } from './groups.ts';
import { MONTHS_KEPT, monthOf, monthsUpTo, RANGES, type Range } from './months.ts';
import { talliedGroups } from './tallied.ts';
import { dayOf, type Tally } from './tally.ts';

/** Something that a metric counts, and when it happened. */
interface Observation<V> {
  at: string;
  value: V;
}

/** What a metric may know besides the output. */
export interface Setting {
  now: string;
  /** The processes of the rules in force, by id. */
  processes: ReadonlyMap<string, Process>;
  /** Name of those rules, where there are any. */
  policyVersion?: string | undefined;
  calendar?: Calendar | undefined;
}

/** What of an output a metric counts. Pure: what it needs to know is in the output and the setting. */
export interface Measure<K extends FigureKind> {
  kind: K;
  observe(output: CountedOutput, setting: Setting): Observation<Values[K]>[];
  /** Where it is a rate of all texts: what a tally says of how many there were. `at` is then when the text was found. */
  ofTally?: K extends 'share' ? (tally: Tally) => CountedPart : never;
}

/** `own`: one person's, without a team, in which nobody else is. */
export type Scope = 'own' | 'team';

interface Asked {
  range: Range;
  split?: Dimension | undefined;
}

export interface View {
  figure: Figure;
  before: Figure;
  /** The parts by the dimension, the largest first, what was merged last. */
  cells: { value: string; figure: Figure }[];
  /** The last twelve months, the oldest first; `figure` is missing where too few people took part. */
  months: { month: string; figure?: Figure }[];
  /** Whether things of the range are in no figure, since too few people took part in their month: how many would be a figure of those. */
  leftOut: boolean;
}

/** What a metric counted, in groups that are never taken apart. A view of any range and split is quickly made of it. */
interface Count<K extends FigureKind> {
  kind: K;
  now: string;
  groups: PeopleGroup<Values[K]>[];
  /** The months of which things are in no group. */
  leftOut: ReadonlySet<string>;
  /** By which dimensions it is never split: nothing is known of them. */
  unsplit?: Dimension;
}

/** Counts outputs as they come, and tallies at last. */
interface Counter<K extends FigureKind> {
  add(outputs: readonly CountedOutput[]): void;
  count(tallies: readonly Tally[]): Count<K>;
}

/** Counts all that a metric observes in the months that are kept. */
export function counterOf<K extends FigureKind>(measure: Measure<K>, setting: Setting, scope: Scope): Counter<K> {
  const { now } = setting;
  const kept = new Set(monthsUpTo(now, MONTHS_KEPT));
  const fewest = scope === 'own' ? 1 : FEWEST_PEOPLE;
  const rate = rateOf(measure);
  if (rate) return rateCounter(rate, { setting, kept, fewest }) as Counter<FigureKind> as Counter<K>;
  const buckets = new Buckets<Values[K]>();
  return {
    add(outputs) {
      for (const output of outputs)
        for (const { at, value } of measure.observe(output, setting)) {
          const month = monthOf(at);
          if (!kept.has(month)) continue;
          const { stratum, people } = countedAt(output);
          buckets.add({ month, stratum, people, value });
        }
    },
    count: () => ({ kind: measure.kind, now, ...buckets.grouped(fewest) }),
  };
}

/** The same, of outputs that are all there. */
export function countOf<K extends FigureKind>(
  measure: Measure<K>,
  outputs: readonly CountedOutput[],
  setting: Setting,
  scope: Scope,
  tallies: readonly Tally[] = [],
): Count<K> {
  const counter = counterOf(measure, setting, scope);
  counter.add(outputs);
  return counter.count(tallies);
}

interface RateAsked {
  setting: Setting;
  kept: ReadonlySet<string>;
  fewest: number;
}

/** What is tallied says in which groups texts are: it is known at last. */
function rateCounter(rate: Rate, { setting, kept, fewest }: RateAsked): Counter<'share'> {
  const outputs: CountedOutput[] = [];
  const { now } = setting;
  return {
    add(some) {
      for (const output of some) outputs.push(output);
    },
    count(tallies) {
      const asked = { tallies, outputs, today: dayOf(now), kept, fewest, ofTally: rate.ofTally };
      const counted = talliedGroups({ ...asked, observe: (output) => partsOf(rate.observe(output, setting)) });
      return { kind: 'share', now, ...counted, unsplit: 'brief' };
    },
  };
}

type Rate = Measure<'share'> & Required<Pick<Measure<'share'>, 'ofTally'>>;
const rateOf = (measure: object): Rate | undefined =>
  'ofTally' in measure && measure.ofTally !== undefined ? (measure as Rate) : undefined;

const partsOf = (observed: readonly Observation<Values['share']>[]) =>
  observed.map(({ at, value }) => ({
    at,
    value: typeof value === 'boolean' ? { count: Number(value), of: 0 } : value,
  }));

/** The view of what was counted. */
export function viewOf<K extends FigureKind>(
  { kind, now, groups, leftOut, unsplit }: Count<K>,
  { range, split }: Asked,
): View {
  const count = RANGES[range];
  const of = (some: readonly PeopleGroup<Values[K]>[]) =>
    figureOf(
      kind,
      some.flatMap(({ things }) => things.map(({ value }) => value)),
    );
  // Only the whole range is drawn as a curve.
  const ofPart = (some: readonly PeopleGroup<Values[K]>[]) => withoutCurve(of(some));
  const within = (months: readonly string[]) => groups.filter(({ month }) => months.includes(month));
  const months = monthsUpTo(now, count);
  const inRange = within(months);
  return {
    figure: of(inRange),
    before: ofPart(within(monthsUpTo(now, count, count))),
    cells: split && split !== unsplit ? cellsOf(inRange, split, ofPart) : [],
    months: monthsUpTo(now, RANGES.year).map((month) => {
      const inMonth = within([month]);
      return { month, ...(inMonth.length > 0 ? { figure: ofPart(inMonth) } : {}) };
    }),
    leftOut: months.some((month) => leftOut.has(month)),
  };
}

const withoutCurve = (figure: Figure): Figure => (figure.kind === 'time' ? { ...figure, curve: [] } : figure);

function cellsOf<V>(
  groups: readonly PeopleGroup<V>[],
  split: Dimension,
  of: (some: readonly PeopleGroup<V>[]) => Figure,
): View['cells'] {
  const parts = Map.groupBy(groups, ({ values }) => values[split]);
  return [...parts]
    .map(([value, some]) => ({ value, figure: of(some) }))
    .sort((a, b) => Number(a.value === MERGED) - Number(b.value === MERGED) || b.figure.n - a.figure.n);
}

/** By which dimensions a split would show anything: those with more than one value. */
export const dimensionsIn = (outputs: readonly CountedOutput[]): Dimension[] => {
  const strata = [...new Set(outputs.map((output) => countedAt(output).stratum))];
  return DIMENSIONS.filter((dimension) => new Set(strata.map((stratum) => stratum[dimension])).size > 1);
};
