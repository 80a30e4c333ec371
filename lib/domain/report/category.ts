/** What can be wrong with an output, and how bad it is. The names on screen stand in the locales (`category_<code>`). */
import * as z from 'zod';

/** What can be wrong, in the order in which people are offered it. */
export const CATEGORIES = [
  'factual',
  'unsupported',
  'outdated',
  'incomplete',
  'instruction',
  'reasoning',
  'style',
  'privacy',
  'harm',
  'policy',
  'security',
  'refusal',
  'other',
] as const;
/** Praise: nothing is wrong. It stands alone, is neutral, and asks for no decision. */
export const PRAISE = 'good';

const categorySchema = z.enum([...CATEGORIES, PRAISE]);
export type Category = z.infer<typeof categorySchema>;
/** A category of something wrong. */
export type ProblemCategory = Exclude<Category, typeof PRAISE>;

/** Whether categories are those of praise. */
export const isPraise = (categories: readonly Category[]): boolean => categories.includes(PRAISE);

/** Most categories of a report. The first one leads. */
const MOST_CATEGORIES = 3;

/** The categories of a report: up to three different ones, the first leads; praise stands alone. */
export const categoriesSchema = z
  .array(categorySchema)
  .min(1)
  .max(MOST_CATEGORIES)
  .refine((categories) => new Set(categories).size === categories.length, { error: 'a category twice' })
  .refine((categories) => !isPraise(categories) || categories.length === 1, { error: 'praise stands alone' });

/** Severities, mildest first. Names and weights are those of MQM (0/1/5/25). */
export const SEVERITIES = ['neutral', 'minor', 'major', 'critical'] as const;
export const severitySchema = z.enum(SEVERITIES);
export type Severity = z.infer<typeof severitySchema>;

export const SEVERITY_WEIGHT: Record<Severity, number> = { neutral: 0, minor: 1, major: 5, critical: 25 };

/** The gravest of some severities, or undefined of none. */
export function gravest(severities: readonly Severity[]): Severity | undefined {
  return [...severities].sort((a, b) => SEVERITY_WEIGHT[b] - SEVERITY_WEIGHT[a])[0];
}
