/** Which events a target is to get. Pure, so that what waits for a target is known when an event is made. */

import * as z from 'zod';
import type { Verdict } from '../codes.ts';
import { SEVERITY_WEIGHT, type Severity } from '../codes.ts';
import { verdictSchema } from '../decision/decision.ts';
import { LONGEST_TYPE, MOST_TYPES } from '../limits.ts';
import { severitySchema } from '../report/category.ts';
import type { CountersignEvent } from './event.ts';

export const filterSchema = z.lazy(() =>
  z.strictObject({
    /** `own`: what was made in this browser. `team`: also what others made, so that one browser forwards for all. */
    from: z.enum(['own', 'team']),
    /** Event types; undefined for all, also those that later versions add. */
    types: z.array(z.string().max(LONGEST_TYPE)).max(MOST_TYPES).optional(),
    /** Reports milder than this stay out. */
    severity: severitySchema,
    /** Decisions with another verdict stay out; undefined for all. */
    verdicts: z.array(verdictSchema).optional(),
  }),
);
export type Filter = z.infer<typeof filterSchema>;

/** Lets everything through that was made in this browser. */
export const EVERYTHING: Filter = { from: 'own', severity: 'neutral' };

/** Whether an event passes; `own`: it was made in this browser. */
export function passes(filter: Filter, event: CountersignEvent, own: boolean): boolean {
  if (!own && filter.from === 'own') return false;
  if (filter.types && !filter.types.includes(event.type)) return false;
  const facts: object & { severity?: Severity; verdict?: Verdict } = { ...event.data.facts };
  if (facts.severity && SEVERITY_WEIGHT[facts.severity] < SEVERITY_WEIGHT[filter.severity]) return false;
  return !(facts.verdict && filter.verdicts && !filter.verdicts.includes(facts.verdict));
}
