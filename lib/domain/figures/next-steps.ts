/** What to do next, by what was counted: what costs most, what waits past its time, a rule that people overrule. */
import { type Category, isPraise, SEVERITY_WEIGHT } from '../codes.ts';
import { pausesOf } from '../output/process-record.ts';
import { dueAt } from '../policy/calendar.ts';
import { isUpheld } from '../report/standing.ts';
import { type CountedOutput, peopleOf, traitsOf } from './counted.ts';
import { FEWEST_PEOPLE } from './groups.ts';
import { monthOf } from './months.ts';
import type { Scope, Setting } from './view.ts';
import { waitsOf } from './waits.ts';

/** The same thing wrong with texts of the same tool in the same process. */
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

/** The patterns that cost most in some months. Of a team, those that five people or more had a part in. */
export function costliestPatterns(
  outputs: readonly CountedOutput[],
  months: readonly string[],
  scope: Scope,
): CostlyPattern[] {
  const found = new Map<string, CostlyPattern & { texts: Map<string, number>; people: Set<string> }>();
  for (const output of outputs) {
    const { tool, process } = traitsOf(output);
    for (const { categories, severity, reportedAt, ...report } of output.reports) {
      const [category] = categories;
      const weight = SEVERITY_WEIGHT[severity];
      if (!category || isPraise(categories) || !isUpheld(report) || !months.includes(monthOf(reportedAt))) continue;
      const key = JSON.stringify([category, tool, process]);
      const texts = new Map<string, number>();
      const pattern = found.get(key) ?? { category, tool, process, weight: 0, hashes: [], texts, people: new Set() };
      pattern.weight += weight;
      pattern.texts.set(output.hash, (pattern.texts.get(output.hash) ?? 0) + weight);
      for (const person of peopleOf(output)) pattern.people.add(person);
      found.set(key, pattern);
    }
  }
  return [...found.values()]
    .filter(({ texts, people, weight }) => weight > 0 && texts.size >= FEWEST_TEXTS && enough(people.size, scope))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_PATTERNS)
    .map(({ texts, people: _, ...pattern }) => ({ ...pattern, hashes: heaviestFirst(texts) }));
}

const enough = (people: number, scope: Scope): boolean => scope === 'own' || people >= FEWEST_PEOPLE;

const heaviestFirst = (texts: ReadonlyMap<string, number>): string[] =>
  [...texts].sort(([, a], [, b]) => b - a).map(([hash]) => hash);

/** How many texts wait for an answer past the time that their process sets. */
export function waitingPastDue(outputs: readonly CountedOutput[], { now, processes, calendar }: Setting): number {
  return outputs.filter((output) => {
    const hours = processes.get(traitsOf(output).process)?.dueAfterHours;
    if (hours === undefined) return false;
    const pauses = output.inProcess ? pausesOf(output.inProcess) : [];
    return waitsOf(output).some(({ since, endedAt, takenBackAt }) => {
      if (endedAt !== undefined || takenBackAt !== undefined) return false;
      const due = dueAt(since, hours, calendar, pauses);
      return due !== undefined && due < now;
    });
  }).length;
}
