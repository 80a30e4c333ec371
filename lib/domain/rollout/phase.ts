/** The roll-out of a process, as the rules set it: the phase that it is in, and what has to be so before the next begins. */
import * as z from 'zod';
import { MOST_HOURS, MOST_ROLLED_OUT } from '../limits.ts';

export const ROLLOUT_PHASES = ['audit', 'pilot', 'scale'] as const;
export type RolloutPhase = (typeof ROLLOUT_PHASES)[number];

const count = z.lazy(() => z.int().min(1).max(MOST_ROLLED_OUT));

export const rolloutSchema = z.lazy(() =>
  z.strictObject({
    phase: z.enum(ROLLOUT_PHASES),
    /** Texts in thirty days from which on the audit has seen enough of them, and the process is worth it. */
    texts: count.optional(),
    /** Texts that have to be reviewed in the pilot. */
    reviewed: count.optional(),
    /** Success: the share of reviewed texts with a defect that is at most so much, with its interval of 95 %. */
    defects: z.number().gt(0).lt(1).optional(),
    /** Success: half of what is reviewed is decided within so many working hours. */
    withinHours: z.number().positive().max(MOST_HOURS).optional(),
    /** People that have taken each measure of literacy. */
    trained: count.optional(),
  }),
);
