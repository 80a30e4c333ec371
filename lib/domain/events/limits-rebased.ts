/** The limits of a figure's chart are computed anew from a month on, because something is different since. */
import * as z from 'zod';
import { LONGEST_COMMENT } from '../limits.ts';
import { defineEventWithContent } from './define.ts';

export const limitsRebased = defineEventWithContent({
  type: 'countersign.limits.rebased.v1',
  means:
    'a lead has the limits of a figure’s chart computed anew from a month on (`from`), and why; `null`: no longer. The last one of an id counts',
  about: 'metric',
  facts: () =>
    z.strictObject({
      rebaseId: z.uuid(),
      from: z
        .string()
        .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
        .nullable(),
    }),
  content: () => z.strictObject({ reason: z.string().trim().min(1).max(LONGEST_COMMENT) }),
  sentBy: ['reviewer', 'admin'],
  quiet: false,
  name: 'options.entry.limitsRebased',
  folds: {},
});
