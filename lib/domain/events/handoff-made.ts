/** An item is handed on by a person: to a role or to somebody by name. */
import * as z from 'zod';
import { putHandoff } from '../fold/in-process.ts';
import { LONGEST_COMMENT, MOST_STEPS } from '../limits.ts';
import { defineEventWithContent } from './define.ts';
import { partiesSchema } from './parts.ts';

export const handoffMade = defineEventWithContent({
  type: 'countersign.handoff.made.v1',
  means: 'an output was handed on: to whom, and why',
  about: 'output',
  facts: () =>
    z.strictObject({
      handoffId: z.uuid(),
      to: partiesSchema,
      why: z.enum(['escalated', 'assigned', 'handed_off']),
      /** Which step of the process's escalation it is at from now on; left out where it stays at the one it was at. */
      step: z.int().min(0).max(MOST_STEPS).optional(),
    }),
  content: () => z.strictObject({ note: z.string().max(LONGEST_COMMENT).optional() }),
  sentBy: ['reviewer', 'admin'],
  quiet: false,
  name: 'options.entry.handoff',
  folds: { output: putHandoff },
});
