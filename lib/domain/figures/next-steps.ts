/** What to do next, by what was counted: what costs most, what waits past its time, a rule that people overrule. */
import { type Category, isPraise, SEVERITY_WEIGHT } from '../codes.ts';
import { pausesOf } from '../output/process-record.ts';
import { dueAt } from '../policy/calendar.ts';
import { isUpheld } from '../report/standing.ts';
import { type CountedOutput, countedAt } from './counted.ts';
import { FEWEST_PEOPLE, grouped, type PlacedThing } from './groups.ts';
import { monthOf } from './months.ts';
import type { Scope, Setting } from './view.ts';
import { waitsOf } from './waits.ts';

/** The same thing wrong with texts of the same tool in the same process; of several tools or processes where few used one of them. */
export interface CostlyPattern {
  category: Category;
  tool: string;
  process: string;
  /** Of the reports that stand, by their severity. */
  weight: number;
  /** The texts behind it, the heaviest first. */
  hashes: string[];
}

/** As many as anybody takes up at once. */
const MOST_PATTERNS = 3;
/** Once may be chance. */
const FEWEST_TEXTS = 2;

/** A report that stands, as the figure of all reports counts it. */
interface Reported {
  hash: string;
  category: Category | undefined;
  /** Nothing where it is praise, or nobody upheld it. */
  weight: number;
}

/**
 * The patterns that cost most in some months. Of a team they are made of the very groups that its figures are made of, and of what
 * five people or more had a part in within one of them: no two ranges, and no figure, leave fewer when one is taken from the other.
 */
export function costliestPatterns(
  outputs: readonly CountedOutput[],
  months: readonly string[],
  scope: Scope,
): CostlyPattern[] {
  const fewest = scope === 'own' ? 1 : FEWEST_PEOPLE;
  const { groups } = grouped(
    outputs.flatMap((output) => reportedIn(output, months)),
    fewest,
  );
  const found = new Map<string, { pattern: CostlyPattern; texts: Map<string, number> }>();
  for (const { values, things } of groups) {
    const costly = things.filter(({ value }) => value.weight > 0);
    for (const [category, some] of Map.groupBy(costly, ({ value }) => value.category)) {
      if (!category || new Set(some.flatMap(({ people }) => people)).size < fewest) continue;
      const { tool, process } = values;
      const key = JSON.stringify([category, tool, process]);
      const known = found.get(key) ?? { pattern: { category, tool, process, weight: 0, hashes: [] }, texts: new Map() };
      found.set(key, known);
      for (const { value } of some) {
        known.pattern.weight += value.weight;
        known.texts.set(value.hash, (known.texts.get(value.hash) ?? 0) + value.weight);
      }
    }
  }
  return [...found.values()]
    .filter(({ texts }) => texts.size >= FEWEST_TEXTS)
    .sort((a, b) => b.pattern.weight - a.pattern.weight)
    .slice(0, MOST_PATTERNS)
    .map(({ pattern, texts }) => ({ ...pattern, hashes: heaviestFirst(texts) }));
}

/** The reports of an output in some months, each in its own. */
function reportedIn(output: CountedOutput, months: readonly string[]): PlacedThing<Reported>[] {
  const { stratum, people } = countedAt(output);
  return output.reports
    .filter(({ state, reportedAt }) => state !== 'withdrawn' && months.includes(monthOf(reportedAt)))
    .map(({ categories, severity, reportedAt, ...report }) => ({
      month: monthOf(reportedAt),
      stratum,
      people,
      value: {
        hash: output.hash,
        category: categories[0],
        weight: isPraise(categories) || !isUpheld(report) ? 0 : SEVERITY_WEIGHT[severity],
      },
    }));
}

const heaviestFirst = (texts: ReadonlyMap<string, number>): string[] =>
  [...texts].sort(([, a], [, b]) => b - a).map(([hash]) => hash);

/** How many texts wait for an answer past the time that their process sets. */
export function waitingPastDue(outputs: readonly CountedOutput[], { now, processes, calendar }: Setting): number {
  return outputs.filter((output) => {
    const hours = processes.get(countedAt(output).stratum.process)?.dueAfterHours;
    if (hours === undefined) return false;
    const pauses = output.inProcess ? pausesOf(output.inProcess) : [];
    return waitsOf(output).some(({ since, endedAt, takenBackAt }) => {
      if (endedAt !== undefined || takenBackAt !== undefined) return false;
      const due = dueAt(since, hours, calendar, pauses);
      return due !== undefined && due < now;
    });
  }).length;
}
