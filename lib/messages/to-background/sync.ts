/** Messages to the background about sending and fetching. */
import * as z from 'zod';
import { LONGEST_COMMENT, LONGEST_EVENT_KEY, LONGEST_OUTPUT, LONGEST_TARGET_ID } from '../../domain/limits.ts';
import { declare } from '../declare.ts';

const targetId = z.lazy(() => z.string().min(1).max(LONGEST_TARGET_ID));

export const syncMessages = {
  'sync.wake': declare({
    from: ['panel', 'options'],
    does: 'Somebody is looking: push what waits and pull what is new.',
    body: () => z.strictObject({}),
  }),
  'sync.resend': declare({
    from: ['panel', 'options'],
    does: 'Send again an event that a target refused, or all of them.',
    body: () => z.strictObject({ targetId, key: z.string().max(LONGEST_EVENT_KEY).optional() }),
  }),
  'sync.mend': declare({
    from: ['options'],
    does: 'Change what was written in a report that a target refused, and send it anew.',
    body: () =>
      z.strictObject({
        targetId,
        key: z.string().max(LONGEST_EVENT_KEY),
        comment: z.string().max(LONGEST_COMMENT),
        correction: z.string().max(LONGEST_OUTPUT),
      }),
  }),
  'sync.leaveOut': declare({
    from: ['options'],
    does: 'Do not send a refused event to this target; it stays in this browser.',
    body: () => z.strictObject({ targetId, key: z.string().max(LONGEST_EVENT_KEY) }),
  }),
} as const;
