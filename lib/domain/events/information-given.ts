/** Somebody answers a reviewer's question: the clock goes on. */
import * as z from 'zod';
import { putAnswer } from '../fold/in-process.ts';
import { LONGEST_COMMENT } from '../limits.ts';
import { defineEventWithContent } from './define.ts';

export const informationGiven = defineEventWithContent({
  type: 'countersign.information.given.v1',
  means: 'the information that a reviewer asked for',
  about: 'output',
  facts: () => z.strictObject({ questionId: z.uuid() }),
  content: () => z.strictObject({ text: z.string().trim().min(1).max(LONGEST_COMMENT) }),
  sentBy: ['reporter', 'reviewer', 'admin'],
  quiet: false,
  name: 'options.entry.informationGiven',
  folds: { output: putAnswer },
});
