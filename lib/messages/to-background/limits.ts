/** Messages to the background about the limits of charts. */
import * as z from 'zod';
import { LONGEST_COMMENT } from '../../domain/limits.ts';
import { declare } from '../declare.ts';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

export const limitsMessages = {
  'limits.rebase': declare({
    from: ['figures'],
    does: 'Have the limits of a figure’s chart computed anew from a month on, and say why.',
    body: () =>
      z.strictObject({
        metric: z.string().regex(/^[a-z]{1,40}$/),
        from: z.string().regex(MONTH),
        reason: z.string().trim().min(1).max(LONGEST_COMMENT),
      }),
  }),
  'limits.restore': declare({
    from: ['figures'],
    does: 'Take back that limits are computed anew from a month on.',
    body: () => z.strictObject({ rebaseId: z.uuid() }),
  }),
} as const;
