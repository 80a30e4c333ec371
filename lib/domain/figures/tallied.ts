/**
 * Figures of all texts, those that nobody said anything of too: their groups are made of the tallies alone, so that all such figures
 * are of the same groups and none can be taken from another. What happened to texts is counted in the group that they were tallied in.
 */
import { stratumParts } from '../output/stratum.ts';
import { type CountedOutput, type Dimension, type Traits, traitsOf, UNKNOWN } from './counted.ts';
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
  const names = toolNames(outputs);
  const things = tallies.flatMap((tally): PlacedThing<Tally>[] => {
    const [month, stratum] = [monthOf(tally.day), traitsOfTally(tally, names)];
    return kept.has(month) ? [{ month, stratum, people: [`${tally.day}${BETWEEN}${tally.source}`], value: tally }] : [];
  });
  const { groups, leftOut } = grouped(things, fewest, browsersOf);
  const parts = groups.map(({ things: some, ...group }) => ({
    ...group,
    things: some.map((thing): PlacedThing<CountedPart> => ({ ...thing, value: ofTally(thing.value) })),
  }));
  const byMonth = Map.groupBy(parts, ({ month }) => month);
  for (const output of outputs)
    for (const { at, value } of observe(output)) {
      if (dayOf(at) >= today) continue;
      const [month, stratum] = [monthOf(at), traitsAsTold(output)];
      groupFor(stratum, byMonth.get(month) ?? [])?.things.push({ month, stratum, people: [], value });
    }
  return { groups: parts, leftOut };
}

/** Tools are tallied by id; figures call them as the pages do. */
const toolNames = (outputs: readonly CountedOutput[]): Map<string, string> =>
  new Map(outputs.map(({ trace }) => [trace.tool, trace.toolName]));

function traitsOfTally({ stratum }: Tally, names: ReadonlyMap<string, string>): Traits {
  const { tool = UNKNOWN, process = UNKNOWN, model = UNKNOWN } = stratumParts(stratum) ?? {};
  return { tool: names.get(tool) ?? tool, process, model, brief: UNKNOWN };
}

const traitsAsTold = (output: CountedOutput): Traits => {
  const { tool, process, model } = traitsOf(output);
  return { tool, process, model: modelTold(model), brief: UNKNOWN };
};

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
