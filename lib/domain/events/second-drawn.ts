/** The collector drew a decision for a second review by somebody who does not see the first. */
import * as z from 'zod';
import { putSecond } from '../fold/second.ts';
import { LONGEST_PERSON, MOST_ONE_IN } from '../limits.ts';
import { defineEvent } from './define.ts';
import { underPolicy } from './parts.ts';

export const secondDrawn = defineEvent({
  type: 'countersign.second.drawn.v1',
  means:
    'the collector drew a decision, one in so many, and a second reviewer (`person`), who judges without seeing the first',
  about: 'clock',
  facts: z.strictObject({
    secondId: z.uuid(),
    /** The first one's decision. */
    decisionId: z.uuid(),
    ...underPolicy,
    oneIn: z.int().min(1).max(MOST_ONE_IN),
    /** Subject of whoever was drawn. */
    person: z.string().min(1).max(LONGEST_PERSON),
  }),
  sentBy: [],
  quiet: false,
  name: 'options.entry.secondDrawn',
  folds: { output: putSecond },
});
