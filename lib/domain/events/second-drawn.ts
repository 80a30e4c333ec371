/** The collector drew a decision for a second review by somebody who does not see the first. */
import * as z from 'zod';
import { putSecond } from '../fold/second.ts';
import { MOST_ONE_IN } from '../limits.ts';
import { personNamed } from '../people/named.ts';
import { defineEvent } from './define.ts';
import { underPolicy } from './parts.ts';

export const secondDrawn = defineEvent({
  type: 'countersign.second.drawn.v1',
  means:
    'the collector drew a decision, one in so many, and a second reviewer (`person`), who judges without seeing the first',
  about: 'clock',
  facts: () =>
    z.strictObject({
      secondId: z.uuid(),
      /** The first one's decision. */
      decisionId: z.uuid(),
      ...underPolicy(),
      oneIn: z.int().min(1).max(MOST_ONE_IN),
      /** Subject of whoever was drawn. */
      person: personNamed,
    }),
  sentBy: [],
  quiet: false,
  name: 'options.entry.secondDrawn',
  folds: { output: putSecond },
});
