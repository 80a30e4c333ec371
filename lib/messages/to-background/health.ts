/** Messages to the background about how well profiles read their sites. */
import * as z from 'zod';
import { LONGEST_TOOL } from '../../domain/limits.ts';
import { originSchema, promptOutcomeSchema } from '../../domain/reading/health.ts';
import { declare } from '../declare.ts';

export const healthMessages = {
  'health.tell': declare({
    from: ['page'],
    does: 'What became of a prompt on a site that a profile reads: whether the profile found the answer. No content.',
    body: () => z.strictObject({ tool: z.string().max(LONGEST_TOOL), told: promptOutcomeSchema }),
  }),
  'health.forget': declare({
    from: ['options'],
    does: 'Forget how a profile has read a site, and read it by the profile again.',
    body: () => z.strictObject({ origin: originSchema, tool: z.string().max(LONGEST_TOOL) }),
  }),
} as const;
