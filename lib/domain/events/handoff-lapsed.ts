/** A time ran out and nobody answered: the collector says so and passes the item on. It is no answer. */

import * as z from 'zod';
import { putHandoff } from '../fold/in-process.ts';
import { MOST_STEPS } from '../limits.ts';
import { defineEvent } from './define.ts';
import { partiesSchema } from './parts.ts';

export const handoffLapsed = defineEvent({
  type: 'countersign.handoff.lapsed.v1',
  means: 'nobody answered in time: who was waited for, and to whom it goes now',
  about: 'clock',
  facts: () =>
    z.strictObject({
      handoffId: z.uuid(),
      waitedFor: partiesSchema,
      to: partiesSchema,
      why: z.literal('lapsed'),
      /** Which step of the process's escalation it was: 0 is the first. */
      step: z.int().min(0).max(MOST_STEPS),
      dueAt: z.iso.datetime(),
    }),
  sentBy: [],
  quiet: false,
  name: 'options.entry.handoffLapsed',
  folds: { output: putHandoff },
});
