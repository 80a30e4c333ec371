/** How many people have taken a measure, as a collector answers: nobody by name, and no number below the fewest. */
import * as z from 'zod';
import { LONGEST_KEY, LONGEST_STATEMENT, MOST_MEASURES } from '../limits.ts';

export const measureTotalsSchema = z.lazy(() =>
  z.object({
    measures: z
      .array(
        z.object({
          measureId: z.string().max(LONGEST_KEY),
          measure: z.string().max(LONGEST_STATEMENT),
          /** When the measure itself is to be looked at again. */
          reviewOn: z.iso.date().nullable(),
          /** Null: fewer than `FEWEST_PEOPLE`. */
          people: z.int().min(0).nullable(),
        }),
      )
      .max(MOST_MEASURES),
  }),
);
export type MeasureTotal = z.infer<typeof measureTotalsSchema>['measures'][number];
