/** How a passage is found again: W3C Web Annotation selectors (https://www.w3.org/TR/annotation-model/#selectors). */

import * as z from 'zod';
import { LONGEST_CONTEXT, LONGEST_DISTANCE, LONGEST_PASSAGE_NOTE, LONGEST_QUOTE, MOST_TWINS } from '../limits.ts';

/** Quote with context; code points, not UTF-16 units, as the standard asks. */
const textQuoteSchema = z.lazy(() =>
  z.strictObject({
    type: z.literal('TextQuoteSelector'),
    exact: z.string().min(1).max(LONGEST_QUOTE),
    prefix: z.string().max(LONGEST_CONTEXT),
    suffix: z.string().max(LONGEST_CONTEXT),
  }),
);

/** Start and end (exclusive) in code points of the output's text as it was read. */
const textPositionSchema = z.lazy(() =>
  z
    .strictObject({
      type: z.literal('TextPositionSelector'),
      start: z.int().nonnegative(),
      end: z.int().nonnegative(),
    })
    .refine((position) => position.end > position.start, { error: 'end must come after start' }),
);

const distanceSchema = z.lazy(() => z.int().min(0).max(LONGEST_DISTANCE));

/**
 * How the text around a passage was built: by how many characters the nearest look-alike in the same text differed.
 * Without it a look-alike that is left over cannot be told from the passage itself. An extension of the standard,
 * which allows selectors of one's own.
 */
const structureSchema = z.lazy(() =>
  z.strictObject({
    type: z.literal('StructureSelector'),
    /** Edit distance of the quote to the nearest look-alike of it; 0: the same words stood there twice. */
    quote: distanceSchema,
    /** At how many other places the very same words stood. */
    twins: z.int().min(0).max(MOST_TWINS),
    /** The least edit distance of the prefix, of the suffix, and of both together, to those of any look-alike. */
    prefix: distanceSchema,
    suffix: distanceSchema,
    around: distanceSchema,
    /** The same of the passage's edges: prefix with the quote's beginning, its end with the suffix; equal ones left out. */
    head: distanceSchema,
    tail: distanceSchema,
  }),
);
export type Structure = z.infer<typeof structureSchema>;

/** A part of an output: what was said, where, and what is like it. */
export const passageSchema = z.lazy(() =>
  z.strictObject({
    selectors: z.tuple([textQuoteSchema, textPositionSchema, structureSchema.optional()]),
    note: z.string().max(LONGEST_PASSAGE_NOTE).optional(),
  }),
);
export type Passage = z.infer<typeof passageSchema>;
