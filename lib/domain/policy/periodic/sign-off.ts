/** What a sign-off says of the periodic review that it ends. */
import * as z from 'zod';
import { LONGEST_VERSION } from '../../limits.ts';
import { hashSchema } from '../../output/ids.ts';

/** `kept`: the rules stay as they are; `to_change`: others are to be written. */
export const REVIEW_OUTCOMES = ['kept', 'to_change'] as const;

export const signOffSchema = z.lazy(() =>
  z
    .strictObject({
      policyVersion: z.string().min(1).max(LONGEST_VERSION),
      from: z.iso.datetime(),
      until: z.iso.datetime(),
      outcome: z.enum(REVIEW_OUTCOMES),
      /** SHA-256 of the pack as JSON, byte by byte. */
      pack: hashSchema,
    })
    .refine(({ from, until }) => from < until, { error: 'ends before it begins' }),
);
export type SignOff = z.infer<typeof signOffSchema>;
