/** Messages to the background about what reviewers arrange of an item that waits. */
import * as z from 'zod';
import { LONGEST_COMMENT, LONGEST_PERSON } from '../../domain/limits.ts';
import { hashSchema } from '../../domain/output/ids.ts';
import { declare, replies } from '../declare.ts';

/** What was arranged, to be ended or undone by it. */
interface Arranged {
  handlingId: string;
}

export const handlingMessages = {
  'handling.assign': declare({
    from: ['panel'],
    does: 'Take an item that waits in hand, or give it to another; it ends by itself.',
    body: () =>
      z.strictObject({
        hash: hashSchema,
        to: z.string().min(1).max(LONGEST_PERSON).optional(),
        /** The last assignment that was on screen, null where none was: nobody takes from a colleague unseen. */
        after: z.uuid().nullable(),
      }),
    reply: replies<Arranged & { until: string }>(),
  }),
  'handling.defer': declare({
    from: ['panel'],
    does: 'Put an item off until a time, with a reason; it comes back by itself.',
    body: () =>
      z.strictObject({
        hash: hashSchema,
        until: z.iso.datetime(),
        reason: z.string().trim().min(1).max(LONGEST_COMMENT),
      }),
    reply: replies<Arranged>(),
  }),
  'handling.duplicate': declare({
    from: ['panel'],
    does: 'Say that an item is the same matter as another, whose decision answers it too.',
    body: () => z.strictObject({ hash: hashSchema, of: hashSchema }),
    reply: replies<Arranged>(),
  }),
  'handling.end': declare({
    from: ['panel'],
    does: 'End an assignment, a deferral or a mark as a duplicate before its time.',
    body: () => z.strictObject({ hash: hashSchema, handlingId: z.uuid() }),
  }),
} as const;
