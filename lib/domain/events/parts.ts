/** What the declarations of several event types share. */

import * as z from 'zod';
import { LONGEST_VERSION, MOST_PARTIES } from '../limits.ts';
import { partySchema } from '../policy/party.ts';

/** The process that something happened in, and the version of the policy that was in force. */
export const underPolicy = () => ({
  processId: z.string().regex(/^[a-z0-9-]{1,60}$/),
  policyVersion: z.string().min(1).max(LONGEST_VERSION),
});

/** To whom something goes. */
export const partiesSchema = z.lazy(() => z.array(partySchema).min(1).max(MOST_PARTIES));
