/** Which categories a person chooses most: those are offered first. */
import { CATEGORIES, type Category, type ProblemCategory } from '../codes.ts';

/** All categories, those first that stand in most of these reports; else in the order in which they are offered. */
export function categoriesByUse(reports: readonly { categories: readonly Category[] }[]): ProblemCategory[] {
  const counts = new Map<Category, number>();
  for (const category of reports.flatMap(({ categories }) => categories))
    counts.set(category, (counts.get(category) ?? 0) + 1);
  return [...CATEGORIES].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
}
