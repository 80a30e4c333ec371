/** Messages to the background about scripts that are injected when they are needed. */
import * as z from 'zod';
import { declare } from '../declare.ts';

export const scriptMessages = {
  'script.load': declare({
    from: ['page'],
    does: 'Inject a script into the frame that asks: only the detector is in every frame of a watched site.',
    body: () =>
      z.strictObject({
        script: z.enum([
          'learner',
          'lessons',
          'health',
          'overlay',
          'passages',
          'selection',
          'reuse',
          'gate',
          'reader',
          'formulas',
        ]),
      }),
  }),
} as const;
