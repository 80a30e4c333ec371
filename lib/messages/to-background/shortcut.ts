/** Messages to the background about the keys by which the browser itself calls us. */
import * as z from 'zod';
import { declare, replies } from '../declare.ts';

/** The key for "flag" as the browser writes it; missing where none is set. */
export interface Shortcut {
  key?: string;
}

export const shortcutMessages = {
  'shortcut.read': declare({
    from: ['page', 'welcome'],
    does: 'Which key the browser has set for flagging: it is the person’s to change, so it is asked each time.',
    body: () => z.strictObject({}),
    reply: replies<Shortcut>(),
  }),
  'shortcut.change': declare({
    from: ['page', 'welcome'],
    does: 'Open the browser’s own page on which keys are set.',
    body: () => z.strictObject({}),
  }),
} as const;
