/** Whoever decided took the decision back. */
import * as z from 'zod';
import { withdrawDecision } from '../fold/withdrawn.ts';
import { defineEvent } from './define.ts';

export const decisionWithdrawn = defineEvent({
  type: 'countersign.decision.withdrawn.v1',
  means: 'whoever decided took it back: from then on it is as if it had not been made, and the log keeps both',
  about: 'output',
  facts: () => z.strictObject({ decisionId: z.uuid() }),
  sentBy: ['reviewer', 'admin'],
  quiet: false,
  name: 'options.entry.decisionWithdrawn',
  folds: { withdrawn: withdrawDecision },
});
