/** An item is handed on by a person: to a role or to somebody by name. */
import * as z from 'zod';
import { putHandoff } from '../fold/in-process.ts';
import { LONGEST_COMMENT } from '../limits.ts';
import { defineEventWithContent } from './define.ts';
import { partiesSchema } from './parts.ts';

export const handoffMade = defineEventWithContent({
  type: 'countersign.handoff.made.v1',
  means: 'an output was handed on: to whom, and why',
  about: 'output',
  facts: z.strictObject({
    handoffId: z.uuid(),
    to: partiesSchema,
    why: z.enum(['escalated', 'assigned', 'handed_off']),
  }),
  content: z.strictObject({ note: z.string().max(LONGEST_COMMENT).optional() }),
  sentBy: ['reviewer', 'admin'],
  quiet: false,
  name: 'options.entry.handoff',
  folds: { output: putHandoff },
});
