/** What is frozen of a process at the end of its audit. */
import * as z from 'zod';
import { LONGEST_VERSION, MOST_HOURS, MOST_ROLLED_OUT } from '../limits.ts';

const count = z.lazy(() => z.int().nonnegative().max(MOST_ROLLED_OUT));
const characters = z.lazy(() => z.int().nonnegative());

export const baselineSchema = z.lazy(() =>
  z
    .strictObject({
      policyVersion: z.string().min(1).max(LONGEST_VERSION),
      from: z.iso.datetime(),
      until: z.iso.datetime(),
      texts: count,
      /** The tenth, half and nine tenths of their lengths, in characters. */
      lengths: z.tuple([characters, characters, characters]).optional(),
      /** How far apart answers to the same brief are, from 0 to 1. */
      apart: z.number().min(0).max(1).optional(),
      /** Of what people reviewed; where fewer than five did, only that there was enough. */
      reviewed: count.optional(),
      defects: count.optional(),
      medianHours: z.number().nonnegative().max(MOST_ROLLED_OUT).optional(),
      /** The figures of success that were chosen. */
      goals: z.strictObject({
        defects: z.number().gt(0).lt(1).optional(),
        withinHours: z.number().positive().max(MOST_HOURS).optional(),
      }),
    })
    .refine(({ from, until }) => from < until, { error: 'ends before it begins' })
    .refine(({ reviewed = 0, defects = 0 }) => defects <= reviewed, { error: 'more defects than were reviewed' }),
);
export type Baseline = z.infer<typeof baselineSchema>;
