/** What can be wrong with an output, and how bad it is. The names on screen stand in the locales (`category_<code>`). */
import * as z from 'zod';

/** Category codes in the order in which people are offered them. */
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
export const categorySchema = z.enum(CATEGORIES);
export type Category = z.infer<typeof categorySchema>;

/** Severities, mildest first. Names and weights are those of MQM (0/1/5/25). */
export const SEVERITIES = ['neutral', 'minor', 'major', 'critical'] as const;
export const severitySchema = z.enum(SEVERITIES);
export type Severity = z.infer<typeof severitySchema>;

export const SEVERITY_WEIGHT: Record<Severity, number> = { neutral: 0, minor: 1, major: 5, critical: 25 };

/** The gravest of some severities, or undefined of none. */
export function gravest(severities: readonly Severity[]): Severity | undefined {
  return [...severities].sort((a, b) => SEVERITY_WEIGHT[b] - SEVERITY_WEIGHT[a])[0];
}
