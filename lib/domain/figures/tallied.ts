/**
 * Figures of all texts, those that nobody said anything of too: their groups are made of the tallies alone, so that all such figures
 * are of the same groups and none can be taken from another. What happened to texts is counted in the group that they were tallied in.
 */
import { stratumParts } from '../output/stratum.ts';
import { type CountedOutput, countedAt, type Dimension, type Traits, UNKNOWN } from './counted.ts';
import type { CountedPart } from './figure.ts';
import { grouped, MERGED, type PeopleGroup, type PlacedThing } from './groups.ts';
import { monthOf } from './months.ts';
import { dayOf, type Tally } from './tally.ts';
import { modelTold } from './tallying.ts';

/** Something that was observed of a text, and when the text was found. */
interface Observed {
  at: string;
  value: CountedPart;
}

interface Asked {
  tallies: readonly Tally[];
  outputs: readonly CountedOutput[];
  /** The day that is not over: nothing of it is tallied yet. */
  today: string;
  /** Months that are counted. */
  kept: ReadonlySet<string>;
  fewest: number;
  ofTally(tally: Tally): CountedPart;
  observe(output: CountedOutput): readonly Observed[];
}

/** No id of a day has this in it. */
const BETWEEN = '\u0000';

/**
 * A browser has another name each day, so that names of several days are no more people than those of one: the day with the most counts.
 */
function browsersOf(names: ReadonlySet<string>): number {
  const days = Map.groupBy(names, (name) => name.slice(0, name.indexOf(BETWEEN)));
  return Math.max(0, ...[...days.values()].map(({ length }) => length));
}

/** The groups of the tallies, with what happened to the texts in them. `leftOut`: months with too few browsers. */
export function talliedGroups({ tallies, outputs, today, kept, fewest, ofTally, observe }: Asked): {
  groups: PeopleGroup<CountedPart>[];
  leftOut: ReadonlySet<string>;
} {
  const names = tallies.length > 0 ? toolNames(outputs) : new Map<string, string>();
  const things = tallies.flatMap((tally): PlacedThing<Tally>[] => {
    const [month, stratum] = [monthOf(tally.day), traitsOfTally(tally, names)];
    return kept.has(month) ? [{ month, stratum, people: [`${tally.day}${BETWEEN}${tally.source}`], value: tally }] : [];
  });
  const { groups, leftOut } = grouped(things, fewest, browsersOf);
  // Nothing is counted where nothing was tallied.
  if (groups.length === 0) return { groups: [], leftOut };
  const parts = groups.map(({ things: some, ...group }) => ({
    ...group,
    things: some.map((thing): PlacedThing<CountedPart> => ({ ...thing, value: ofTally(thing.value) })),
  }));
  const found = groupFinder(parts);
  for (const output of outputs)
    for (const { at, value } of observe(output)) {
      if (dayOf(at) >= today) continue;
      const { stratum } = countedAt(output);
      const month = monthOf(at);
      found(month, stratum)?.things.push({ month, stratum: asTold(stratum), people: NOBODY, value });
    }
  return { groups: parts, leftOut };
}

const NOBODY: readonly string[] = [];

/** Tools are tallied by id; figures call them as the pages do. */
function toolNames(outputs: readonly CountedOutput[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { trace } of outputs) names.set(trace.tool, trace.toolName);
  return names;
}

function traitsOfTally({ stratum }: Tally, names: ReadonlyMap<string, string>): Traits {
  const { tool = UNKNOWN, process = UNKNOWN, model = UNKNOWN } = stratumParts(stratum) ?? {};
  return { tool: names.get(tool) ?? tool, process, model, brief: UNKNOWN };
}

const asTold = ({ tool, process, model }: Traits): Traits => ({
  ...{ tool, process, model: modelTold(model), brief: UNKNOWN },
});

/** Finds the group of a stratum in a month: once for each, since there are many texts of one. */
function groupFinder<G extends { month: string; values: Traits }>(
  groups: readonly G[],
): (month: string, stratum: Traits) => G | undefined {
  const byMonth = Map.groupBy(groups, ({ month }) => month);
  const known = new Map<string, Map<Traits, G | undefined>>();
  return (month, stratum) => {
    const inMonth = known.get(month) ?? new Map<Traits, G | undefined>();
    known.set(month, inMonth);
    if (!inMonth.has(stratum)) inMonth.set(stratum, groupFor(asTold(stratum), byMonth.get(month) ?? []));
    return inMonth.get(stratum);
  };
}

/**
 * The group in which a text was tallied. Its process may have been chosen since, or its model be known under another name: then it is in the
 * nearest one, so that what happened to it counts in the whole.
 */
function groupFor<G extends { values: Traits }>(traits: Traits, groups: readonly G[]): G | undefined {
  for (const known of NEARER) {
    const found = groups.filter(({ values }) =>
      known.every((of) => values[of] === MERGED || values[of] === traits[of]),
    );
    const [first] = found.sort((a, b) => mergedIn(a.values) - mergedIn(b.values));
    if (first) return first;
  }
  return undefined;
}

/** By what a text is looked up among the groups of its month, the most first. */
const NEARER: readonly (readonly Dimension[])[] = [['tool', 'process', 'model'], ['tool', 'process'], ['tool'], []];

const mergedIn = (values: Traits): number => Object.values(values).filter((value) => value === MERGED).length;
