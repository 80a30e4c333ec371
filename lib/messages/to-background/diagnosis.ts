/** Messages to the background about how it goes. */
import * as z from 'zod';
import { declare, replies } from '../declare.ts';

export const diagnosisMessages = {
  'diagnosis.write': declare({
    from: ['options'],
    does: 'What somebody who helps needs to know of this installation, as text; with names of hosts where the person says so.',
    body: () => z.strictObject({ hosts: z.boolean() }),
    reply: replies<string>(),
  }),
} as const;
