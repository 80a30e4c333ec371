/** A pilot’s escalation is tried out: somebody starts a rehearsal of it, and whoever it comes to answers. It is about no text. */
import * as z from 'zod';
import { LONGEST_VERSION, MOST_STEPS } from '../limits.ts';
import { defineEvent } from './define.ts';
import { partiesSchema } from './parts.ts';

export const escalationRehearsed = defineEvent({
  type: 'countersign.escalation.rehearsed.v1',
  means:
    'somebody started a rehearsal of a process’s escalation (`started`: `to` whom its first step goes), or whoever it had come to answered it (`answered`: at which `step`, by the collector’s clock). It moves no status and counts in no figure',
  about: 'process',
  facts: () =>
    z
      .strictObject({
        rehearsalId: z.uuid(),
        policyVersion: z.string().min(1).max(LONGEST_VERSION),
        act: z.enum(['started', 'answered']),
        to: partiesSchema.optional(),
        step: z
          .int()
          .min(0)
          .max(MOST_STEPS - 1)
          .optional(),
      })
      .refine(({ act, to, step }) => (act === 'started') === (to !== undefined && step === undefined), {
        error: 'to whom it goes',
      })
      .refine(({ act, to, step }) => (act === 'answered') === (step !== undefined && to === undefined), {
        error: 'at which step',
      }),
  sentBy: ['reviewer', 'admin'],
  quiet: false,
  name: 'options.entry.escalationRehearsed',
  folds: {},
});
