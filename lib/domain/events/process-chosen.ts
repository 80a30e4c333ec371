/** A person says in which process a text is made, or whether it informs the public. */
import * as z from 'zod';
import { putChoice } from '../fold/in-process.ts';
import { defineEvent } from './define.ts';
import { underPolicy } from './parts.ts';

export const processChosen = defineEvent({
  type: 'countersign.process.chosen.v1',
  means: 'a person said in which process an output is made, or whether it informs the public',
  about: 'output',
  facts: () =>
    z.strictObject({
      processId: underPolicy().processId.optional(),
      concernsPublic: z.boolean().optional(),
    }),
  sentBy: ['reporter', 'reviewer', 'admin'],
  quiet: false,
  name: 'options.entry.processChosen',
  folds: { output: putChoice },
});
