/** Someone with authority decided on an output. */
import * as z from 'zod';
import { inProcessSchema } from '../decision/approval.ts';
import { decisionContentSchema, verdictSchema } from '../decision/decision.ts';
import { putDecision } from '../fold/reports.ts';
import { noteDecision } from '../fold/withdrawn.ts';
import { MOST_ANSWERED } from '../limits.ts';
import { defineEventWithContent } from './define.ts';

export const decisionMade = defineEventWithContent({
  type: 'countersign.decision.made.v1',
  means: 'someone with authority decided, and which reports that answers',
  about: 'output',
  facts: () =>
    z.strictObject({
      decisionId: z.uuid(),
      verdict: verdictSchema,
      /** The reports that it answers: those that the reviewer saw. */
      reportIds: z.array(z.uuid()).max(MOST_ANSWERED),
      /** The process of the policy in which it was made; absent outside any. */
      inProcess: inProcessSchema.optional(),
    }),
  content: () => decisionContentSchema,
  sentBy: ['reviewer', 'admin'],
  quiet: false,
  name: 'options.entry.decision',
  folds: { withdrawn: noteDecision, output: putDecision },
});
