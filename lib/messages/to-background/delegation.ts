/** Messages to the background about absences: who decides in one's place meanwhile. */
import * as z from 'zod';
import { LONGEST_PERSON } from '../../domain/limits.ts';
import { declare } from '../declare.ts';

export const delegationMessages = {
  'delegation.make': declare({
    from: ['options'],
    does: 'Say that one is away from when to when, and who decides in one’s place.',
    body: () =>
      z.strictObject({
        to: z.string().trim().min(1).max(LONGEST_PERSON),
        since: z.iso.datetime(),
        until: z.iso.datetime(),
      }),
  }),
  'delegation.end': declare({
    from: ['options'],
    does: 'Come back early, or call an absence off.',
    body: () => z.strictObject({ delegationId: z.uuid() }),
  }),
} as const;
