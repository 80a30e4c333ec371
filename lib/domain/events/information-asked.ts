/** A reviewer asks for information: it stays pending, and the clock stands still. */
import * as z from 'zod';
import { putQuestion } from '../fold/in-process.ts';
import { LONGEST_COMMENT } from '../limits.ts';
import { defineEventWithContent } from './define.ts';

export const informationAsked = defineEventWithContent({
  type: 'countersign.information.asked.v1',
  means: 'a reviewer asks for information; what is due waits until it is given',
  about: 'output',
  facts: () => z.strictObject({ questionId: z.uuid() }),
  content: () => z.strictObject({ text: z.string().trim().min(1).max(LONGEST_COMMENT) }),
  sentBy: ['reviewer', 'admin'],
  quiet: false,
  name: 'options.entry.informationAsked',
  folds: { output: putQuestion },
});
