/** An AI text was found in a page. */
import * as z from 'zod';
import { ROLES } from '../codes.ts';
import { hashSchema, outputIdSchema } from '../output/ids.ts';
import { outputContentSchema } from '../output/output.ts';
import { traceSchema } from '../output/trace.ts';
import { defineEventWithContent } from './define.ts';

export const outputSeen = defineEventWithContent({
  type: 'countersign.output.seen.v1',
  means: 'an AI text was found: trace, text, prompt',
  about: 'output',
  facts: () =>
    z.strictObject({
      outputId: outputIdSchema,
      trace: traceSchema,
      /** The hash of the version that this one took the place of, where one was seen. */
      previousHash: hashSchema.optional(),
    }),
  content: () => outputContentSchema,
  sentBy: ROLES,
  quiet: true,
  name: 'options.entry.output',
  folds: {
    output({ seen }, event) {
      seen.push(event);
    },
  },
});
