/** A text went through the gate without an approval: with a reason, for a while, never looking approved. */
import * as z from 'zod';
import { putException } from '../fold/in-process.ts';
import { LONGEST_COMMENT } from '../limits.ts';
import { hashSchema } from '../output/ids.ts';
import { defineEventWithContent } from './define.ts';
import { underPolicy } from './parts.ts';

export const gateOverridden = defineEventWithContent({
  type: 'countersign.gate.overridden.v1',
  means:
    'a text may go through the gate without an approval, until when: on somebody’s own word (`override`), by another’s leave (`exception`), or in an emergency (`bypass`)',
  about: 'output',
  facts: () =>
    z.strictObject({
      exceptionId: z.uuid(),
      kind: z.enum(['override', 'exception', 'bypass']),
      ...underPolicy(),
      textHash: hashSchema,
      until: z.iso.datetime(),
      /** The request that it grants, where it is an exception. */
      requestId: z.uuid().optional(),
    }),
  content: () => z.strictObject({ reason: z.string().trim().min(1).max(LONGEST_COMMENT) }),
  sentBy: ['reporter', 'reviewer', 'admin'],
  quiet: false,
  name: 'options.entry.gateOverridden',
  folds: { output: putException },
});
