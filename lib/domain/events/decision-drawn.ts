/** The collector drew a decision that blocked an output: somebody else looks at it again. */
import * as z from 'zod';
import { putSecondLook } from '../fold/in-process.ts';
import { MOST_ONE_IN } from '../limits.ts';
import { defineEvent } from './define.ts';
import { underPolicy } from './parts.ts';

export const decisionDrawn = defineEvent({
  type: 'countersign.decision.drawn.v1',
  means:
    'the collector drew a decision that blocked an output, one in so many: somebody else than whoever made it looks at the output again',
  about: 'clock',
  facts: () =>
    z.strictObject({
      decisionId: z.uuid(),
      ...underPolicy(),
      /** One in so many of those that are blocked is drawn. */
      oneIn: z.int().min(1).max(MOST_ONE_IN),
    }),
  sentBy: [],
  quiet: false,
  name: 'options.entry.decisionDrawn',
  folds: { output: putSecondLook },
});
