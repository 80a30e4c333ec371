/** An assignment, a deferral or a mark as a duplicate is taken back. */
import * as z from 'zod';
import { endHandling } from '../fold/handling.ts';
import { defineEvent } from './define.ts';

export const handlingEnded = defineEvent({
  type: 'countersign.handling.ended.v1',
  means: 'a reviewer ended an assignment, a deferral or a mark as a duplicate before its time',
  about: 'output',
  facts: () => z.strictObject({ handlingId: z.uuid() }),
  sentBy: ['reviewer', 'admin'],
  quiet: false,
  name: 'options.entry.handlingEnded',
  folds: { output: endHandling },
});
