/** Somebody asks for what the gate wants: an approval, or an exception that another grants. */
import * as z from 'zod';
import { putRequest } from '../fold/in-process.ts';
import { LONGEST_COMMENT } from '../limits.ts';
import { hashSchema } from '../output/ids.ts';
import { defineEventWithContent } from './define.ts';
import { underPolicy } from './parts.ts';

export const approvalRequested = defineEventWithContent({
  type: 'countersign.approval.requested.v1',
  means: 'somebody asks for an approval, or for an exception: in which process, under which version of the policy',
  about: 'output',
  facts: () =>
    z.strictObject({
      requestId: z.uuid(),
      kind: z.enum(['approval', 'exception']),
      ...underPolicy(),
      textHash: hashSchema,
    }),
  content: () => z.strictObject({ note: z.string().max(LONGEST_COMMENT).optional() }),
  sentBy: ['reporter', 'reviewer', 'admin'],
  quiet: false,
  name: 'options.entry.approvalRequested',
  folds: { output: putRequest },
});
