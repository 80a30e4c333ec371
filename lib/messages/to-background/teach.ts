/** Messages to the background about pointing at AI text in a page. */
import * as z from 'zod';
import { declare } from '../declare.ts';

export const teachMessages = {
  'teach.pick': declare({
    from: ['panel'],
    does: 'Let the person point at AI text in a tab.',
    body: () => z.strictObject({ tabId: z.int() }),
  }),
  'teach.end': declare({
    from: ['page'],
    does: 'The person has pointed, or does not want to: other frames of the tab stop waiting for it.',
    body: () => z.strictObject({}),
  }),
} as const;
