/** A reviewer puts an item off until a time, and says why. */
import * as z from 'zod';
import { putDeferral } from '../fold/handling.ts';
import { LONGEST_COMMENT } from '../limits.ts';
import { defineEventWithContent } from './define.ts';

export const deferralMade = defineEventWithContent({
  type: 'countersign.deferral.made.v1',
  means: 'a reviewer put an output off until a time, and why; it comes back by itself',
  about: 'output',
  facts: () => z.strictObject({ deferralId: z.uuid(), until: z.iso.datetime() }),
  content: () => z.strictObject({ reason: z.string().trim().min(1).max(LONGEST_COMMENT) }),
  sentBy: ['reviewer', 'admin'],
  quiet: false,
  name: 'options.entry.deferralMade',
  folds: { output: putDeferral },
});
