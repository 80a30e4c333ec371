/** Messages to the background about second reviews. */
import * as z from 'zod';
import { verdictSchema } from '../../domain/decision/decision.ts';
import { LONGEST_COMMENT, LONGEST_OUTPUT } from '../../domain/limits.ts';
import { hashSchema } from '../../domain/output/ids.ts';
import { declare, replies } from '../declare.ts';

export const secondMessages = {
  'second.give': declare({
    from: ['panel'],
    does: 'Judge a second time, before the first one’s decision is shown; the answer says whether the two differ.',
    body: () =>
      z.strictObject({
        hash: hashSchema,
        secondId: z.uuid(),
        verdict: verdictSchema,
        note: z.string().max(LONGEST_COMMENT).optional(),
        correctedText: z.string().max(LONGEST_OUTPUT).optional(),
      }),
    reply: replies<{ differs: boolean }>(),
  }),
} as const;
