/** Messages to the background about what goes from one reviewer to the next. */
import * as z from 'zod';
import { LONGEST_COMMENT } from '../../domain/limits.ts';
import { hashSchema } from '../../domain/output/ids.ts';
import { declare } from '../declare.ts';

export const handoffMessages = {
  'handoff.make': declare({
    from: ['panel'],
    does: 'Say that one cannot judge a text: it goes on to whoever comes next in its process, and nothing of it is decided.',
    body: () => z.strictObject({ hash: hashSchema, note: z.string().max(LONGEST_COMMENT).optional() }),
  }),
} as const;
