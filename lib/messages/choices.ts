/** The fixed choices that a card in a page offers, without the schema library that checks them in the background. */
import type { ProblemCategory, Severity } from '../domain/report/category.ts';

/** Most categories of a report; the first one leads. */
export const MOST_CHOSEN = 3;

/** All of them, by the compiler's word: a category that is missing here does not compile. */
const CATEGORY_ORDER: Record<ProblemCategory, number> = {
  factual: 1,
  unsupported: 2,
  outdated: 3,
  incomplete: 4,
  instruction: 5,
  reasoning: 6,
  style: 7,
  privacy: 8,
  harm: 9,
  policy: 10,
  security: 11,
  refusal: 12,
  other: 13,
};
const SEVERITY_ORDER: Record<Severity, number> = { neutral: 1, minor: 2, major: 3, critical: 4 };

const inOrder = <T extends string>(order: Record<T, number>): T[] =>
  (Object.keys(order) as T[]).sort((a, b) => order[a] - order[b]);

export const CATEGORIES_IN_ORDER: readonly ProblemCategory[] = inOrder(CATEGORY_ORDER);
export const SEVERITIES_IN_ORDER: readonly Severity[] = inOrder(SEVERITY_ORDER);
