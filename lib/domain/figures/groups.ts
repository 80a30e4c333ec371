/**
 * Who may be told apart in a figure of a team. What is counted in a month falls into groups of which none is ever taken
 * apart: every view is made of whole groups, so that no two views, however they are taken from each other, leave
 * fewer than five people.
 */
import { DIMENSIONS, type Dimension, stratumKey, type Traits } from './counted.ts';

/** From so many people on there are figures of a group (Guidelines of the design: five). */
export const FEWEST_PEOPLE = 5;

/** In the place of a value, for what was too small to stand alone and was counted together. */
export const MERGED = '\u0000merged';

/** One thing that is counted. */
export interface PlacedThing<V> {
  month: string;
  stratum: Traits;
  people: readonly string[];
  value: V;
}

export interface PeopleGroup<V> {
  month: string;
  /** A value for each dimension, or `MERGED`. */
  values: Traits;
  things: readonly PlacedThing<V>[];
}

interface Grouping<V> {
  groups: PeopleGroup<V>[];
  /** The months of which things stand in no group: too few people took part in them. */
  leftOut: ReadonlySet<string>;
}

/** Things of one month and one stratum, which are never told apart. */
interface Bucket<V> {
  stratum: Traits;
  things: PlacedThing<V>[];
  people: ReadonlySet<string>;
}

/** How many people some names stand for, at least. */
type Headcount = (names: ReadonlySet<string>) => number;

/** A bucket that is being filled. */
interface Filling<V> {
  stratum: Traits;
  things: PlacedThing<V>[];
  /** Those who had a part in some thing: things that the same had a part in have the same list, which is looked at once. */
  parties: Set<readonly string[]>;
}

/** Takes things as they come, each into the bucket of its month and stratum. */
export class Buckets<V> {
  readonly #months = new Map<string, Map<string, Filling<V>>>();
  /** The same by the very object: of a hundred thousand things few have one of their own. */
  readonly #found = new Map<Traits, Map<string, Filling<V>>>();

  add(thing: PlacedThing<V>): void {
    const { month, stratum, people } = thing;
    const bucket = this.#found.get(stratum)?.get(month) ?? this.#bucketOf(month, stratum);
    bucket.things.push(thing);
    bucket.parties.add(people);
  }

  #bucketOf(month: string, stratum: Traits): Filling<V> {
    const inMonth = this.#months.get(month) ?? new Map<string, Filling<V>>();
    this.#months.set(month, inMonth);
    const key = stratumKey(stratum, DIMENSIONS);
    const bucket = inMonth.get(key) ?? { stratum, things: [], parties: new Set() };
    inMonth.set(key, bucket);
    const found = this.#found.get(stratum) ?? new Map<string, Filling<V>>();
    this.#found.set(stratum, found.set(month, bucket));
    return bucket;
  }

  /** The groups of all months. `fewest` is 1 where a person sees only their own. */
  grouped(fewest: number, headcount: Headcount = ({ size }) => size): Grouping<V> {
    const each = [...this.#months].map(([month, inMonth]) =>
      groupsOfMonth(month, [...inMonth.values()].map(filled), fewest, headcount),
    );
    return {
      groups: each.flatMap(({ groups }) => groups),
      leftOut: new Set(each.flatMap(({ leftOut }) => [...leftOut])),
    };
  }
}

const filled = <V>({ parties, ...bucket }: Filling<V>): Bucket<V> => ({
  ...bucket,
  people: new Set([...parties].flat()),
});

/** The groups of some things. */
export function grouped<V>(things: readonly PlacedThing<V>[], fewest: number, headcount?: Headcount): Grouping<V> {
  const buckets = new Buckets<V>();
  for (const thing of things) buckets.add(thing);
  return buckets.grouped(fewest, headcount);
}

function groupsOfMonth<V>(
  month: string,
  buckets: readonly Bucket<V>[],
  fewest: number,
  headcount: Headcount,
): Grouping<V> {
  const peopleIn = (some: readonly Bucket<unknown>[]) => headcount(new Set(some.flatMap(({ people }) => [...people])));
  const found: { values: Traits; buckets: readonly Bucket<V>[] }[] = [];
  let rest = buckets;
  // What is too small with all its values tries again with one of them less, until only the month is left.
  for (let depth = DIMENSIONS.length; depth >= 0; depth--) {
    const known = DIMENSIONS.slice(0, depth);
    const parts = Map.groupBy(rest, ({ stratum }) => stratumKey(stratum, known));
    rest = [];
    for (const part of parts.values())
      if (peopleIn(part) >= fewest) found.push({ values: valuesOf(part, known), buckets: part });
      else rest = [...rest, ...part];
  }
  // What is left would stand alone once everything else is taken from the whole: the smallest group takes it in.
  const [smallest, ...others] = found.sort((a, b) => peopleIn(a.buckets) - peopleIn(b.buckets));
  if (!smallest) return { groups: [], leftOut: new Set([month]) };
  const first = rest.length > 0 ? { values: valuesOf([], []), buckets: [...smallest.buckets, ...rest] } : smallest;
  const groups = [first, ...others].map(({ values, buckets: some }) => ({ month, values, things: thingsOf(some) }));
  return { groups, leftOut: new Set() };
}

const thingsOf = <V>(buckets: readonly Bucket<V>[]): PlacedThing<V>[] => buckets.flatMap(({ things }) => things);

function valuesOf(buckets: readonly Bucket<unknown>[], known: readonly Dimension[]): Traits {
  const value = (dimension: Dimension) =>
    known.includes(dimension) ? (buckets[0]?.stratum[dimension] ?? MERGED) : MERGED;
  return { tool: value('tool'), process: value('process'), model: value('model'), brief: value('brief') };
}
