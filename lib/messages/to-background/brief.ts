/** Messages to the background about the brief of a process. */
import * as z from 'zod';
import { LONGEST_PROMPT } from '../../domain/limits.ts';
import { declare, replies } from '../declare.ts';

export const briefMessages = {
  'brief.put': declare({
    from: ['panel'],
    does: 'A brief was filled in: its prompt is remembered for the tab, and put into the field of the page where it is wanted there.',
    body: () =>
      z.strictObject({
        tabId: z.int(),
        processId: z.string().max(60),
        text: z.string().min(1).max(LONGEST_PROMPT),
        /** Whether it goes into the page; else the person takes it there. */
        into: z.boolean(),
      }),
    /** Whether it stands in a field of the page now. */
    reply: replies<{ put: boolean }>(),
  }),
} as const;
