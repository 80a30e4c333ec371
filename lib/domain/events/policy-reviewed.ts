/** Whoever sees to the rules signed their periodic review: from that day on the next one is counted. */
import * as z from 'zod';
import { LONGEST_COMMENT } from '../limits.ts';
import { signOffSchema } from '../policy/periodic/sign-off.ts';
import { defineEventWithContent } from './define.ts';

export const policyReviewed = defineEventWithContent({
  type: 'countersign.policy.reviewed.v1',
  means:
    'whoever the rules name for it signed their periodic review: of which version, over which time, what comes of it, and the hash of the pack that was before them; the next one is counted from there',
  about: 'review',
  facts: () => signOffSchema,
  content: () => z.strictObject({ note: z.string().trim().min(1).max(LONGEST_COMMENT).optional() }),
  sentBy: ['reviewer', 'admin'],
  quiet: false,
  name: 'options.entry.policyReviewed',
  folds: {},
});
