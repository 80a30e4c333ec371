/** The rules of a process for another team, with what was learned: what was found wrong most often becomes a point of the checklist. */
import { CATEGORIES, type ProblemCategory } from '../codes.ts';
import type { CountedOutput } from '../figures/counted.ts';
import { FEWEST_PEOPLE } from '../figures/groups.ts';
import { MOST_POINTS } from '../limits.ts';
import type { Process } from '../policy/process.ts';

/** Three are read; a longer list is ticked. */
const MOST_LEARNED = 3;

/** What was upheld most often in its texts, from five people who reported up. */
export function learnedIn(outputs: readonly CountedOutput[]): ProblemCategory[] {
  const upheld = outputs.flatMap(({ reports }) => reports.filter(({ verdict }) => verdict && verdict !== 'approve'));
  const people = new Set(upheld.map(({ author, source }) => author ?? source));
  if (people.size < FEWEST_PEOPLE) return [];
  const counts = CATEGORIES.map((category) => ({
    category,
    count: upheld.filter(({ categories }) => categories.includes(category)).length,
  }));
  return counts
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
    .slice(0, MOST_LEARNED)
    .map(({ category }) => category);
}

/**
 * A copy without people and places, which are another team's own; its pilot begins anew with everything reviewed. `pointOf`: a
 * point of the checklist, in words.
 */
export function copiedProcess(
  process: Process,
  learned: readonly ProblemCategory[],
  pointOf: (of: ProblemCategory) => string,
): object {
  const { owner, designers, authority, fallback, escalation, responsible, applies, stopped, ...rules } = process;
  const known = process.checklist ?? [];
  const points = learned
    .map((of) => ({ id: `learned-${of.replaceAll('_', '-')}`, text: pointOf(of), without: 'block' as const }))
    .filter(({ id }) => known.every((point) => point.id !== id));
  const checklist = [...known, ...points].slice(0, MOST_POINTS);
  return {
    ...rules,
    applies: { choice: true },
    ...(checklist.length > 0 ? { checklist } : {}),
    review: { ...rules.review, mode: 'full' },
    rollout: { ...rules.rollout, phase: 'pilot' },
  };
}
