/** How a passage is found again: W3C Web Annotation selectors (https://www.w3.org/TR/annotation-model/#selectors). */
import * as z from 'zod';

/** Quote with context; code points, not UTF-16 units, as the standard asks. */
export const textQuoteSchema = z.strictObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().min(1).max(20_000),
  prefix: z.string().max(200),
  suffix: z.string().max(200),
});

/** Start and end (exclusive) in code points of the output's text as it was read. */
export const textPositionSchema = z
  .strictObject({
    type: z.literal('TextPositionSelector'),
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
  })
  .refine((position) => position.end > position.start, { error: 'end must come after start' });

/** A part of an output: what was said, and where. */
export const passageSchema = z.strictObject({
  selectors: z.tuple([textQuoteSchema, textPositionSchema]),
  note: z.string().max(2_000).optional(),
});
export type Passage = z.infer<typeof passageSchema>;
