/** Messages to the background about what a reviewer has to know before deciding. */
import * as z from 'zod';
import { LONGEST_COMMENT } from '../../domain/limits.ts';
import { hashSchema } from '../../domain/output/ids.ts';
import { declare } from '../declare.ts';

const words = z.lazy(() => z.string().trim().min(1).max(LONGEST_COMMENT));

export const informationMessages = {
  'information.ask': declare({
    from: ['panel'],
    does: 'Ask for information on an output that waits for a decision; its clock stands still until it is given.',
    body: () => z.strictObject({ hash: hashSchema, words }),
  }),
  'information.give': declare({
    from: ['panel'],
    does: 'Answer a question that a reviewer asked.',
    body: () => z.strictObject({ hash: hashSchema, questionId: z.uuid(), words }),
  }),
} as const;
