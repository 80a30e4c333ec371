/**
 * Who may be told apart in a figure of a team. What is counted in a month falls into groups of which none is ever taken
 * apart: every view is made of whole groups, so that no two views, however they are taken from each other, leave
 * fewer than five people.
 */
import { DIMENSIONS, type Dimension, type Stratum } from './counted.ts';

/** From so many people on there are figures of a group (Guidelines of the design: five). */
export const FEWEST_PEOPLE = 5;

/** In the place of a value, for what was too small to stand alone and was counted together. */
export const MERGED = '\u0000merged';

/** One thing that is counted. */
export interface PlacedThing<V> {
  month: string;
  stratum: Stratum;
  people: readonly string[];
  value: V;
}

export interface PeopleGroup<V> {
  month: string;
  /** A value for each dimension, or `MERGED`. */
  values: Stratum;
  things: readonly PlacedThing<V>[];
}

interface Grouping<V> {
  groups: PeopleGroup<V>[];
  /** How many things stand in no group: in their month too few people took part. */
  leftOut: number;
}

/** The groups of all months. `fewest` is 1 where a person sees only their own. */
export function grouped<V>(things: readonly PlacedThing<V>[], fewest: number): Grouping<V> {
  const months = [...Map.groupBy(things, ({ month }) => month)].map(([month, inIt]) =>
    groupsOfMonth(month, inIt, fewest),
  );
  return {
    groups: months.flatMap(({ groups }) => groups),
    leftOut: months.reduce((sum, { leftOut }) => sum + leftOut, 0),
  };
}

function groupsOfMonth<V>(month: string, things: readonly PlacedThing<V>[], fewest: number): Grouping<V> {
  const groups: PeopleGroup<V>[] = [];
  let rest = things;
  // What is too small with all its values tries again with one of them less, until only the month is left.
  for (let depth = DIMENSIONS.length; depth >= 0; depth--) {
    const known = DIMENSIONS.slice(0, depth);
    const parts = Map.groupBy(rest, ({ stratum }) => JSON.stringify(known.map((dimension) => stratum[dimension])));
    rest = [];
    for (const part of parts.values())
      if (peopleIn(part) >= fewest) groups.push({ month, values: valuesOf(part, known), things: part });
      else rest = [...rest, ...part];
  }
  if (rest.length === 0) return { groups, leftOut: 0 };
  // It would be what is left when everything else is taken from the whole: the smallest group takes it in.
  const smallest = groups.sort((a, b) => peopleIn(a.things) - peopleIn(b.things))[0];
  if (!smallest) return { groups: [], leftOut: rest.length };
  const merged = { month, values: valuesOf([], []), things: [...smallest.things, ...rest] };
  return { groups: [merged, ...groups.slice(1)], leftOut: 0 };
}

const peopleIn = (things: readonly PlacedThing<unknown>[]): number =>
  new Set(things.flatMap(({ people }) => people)).size;

function valuesOf(things: readonly PlacedThing<unknown>[], known: readonly Dimension[]): Stratum {
  const value = (dimension: Dimension) =>
    known.includes(dimension) ? (things[0]?.stratum[dimension] ?? MERGED) : MERGED;
  return { tool: value('tool'), process: value('process'), model: value('model'), brief: value('brief') };
}
