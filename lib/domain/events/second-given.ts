/** The second reviewer said what they find, before they saw the first one's decision. */
import * as z from 'zod';
import { decisionContentSchema, verdictSchema } from '../decision/decision.ts';
import { giveSecond } from '../fold/second.ts';
import { defineEventWithContent } from './define.ts';

export const secondGiven = defineEventWithContent({
  type: 'countersign.second.given.v1',
  means:
    'the second reviewer who was drawn judged without seeing the first; it moves no status, and where the two differ the output goes to whoever the escalation names',
  about: 'output',
  facts: () => z.strictObject({ secondId: z.uuid(), verdict: verdictSchema }),
  content: () => decisionContentSchema.unwrap().pick({ note: true, correctedText: true }),
  sentBy: ['reviewer', 'admin'],
  quiet: false,
  name: 'options.entry.secondGiven',
  folds: { output: giveSecond },
});
