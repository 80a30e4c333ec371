/** Messages to the background about the side panel. */
import * as z from 'zod';
import { declare } from '../declare.ts';

export const panelMessages = {
  'panel.open': declare({
    from: ['page', 'welcome', 'options'],
    does: 'Open the side panel beside the page that asks.',
    body: () => z.strictObject({}),
  }),
} as const;
