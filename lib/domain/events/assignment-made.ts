/** A reviewer takes an item in hand, or gives it to another. */
import * as z from 'zod';
import { putAssignment } from '../fold/handling.ts';
import { personNamed } from '../people/named.ts';
import { defineEvent } from './define.ts';

export const assignmentMade = defineEvent({
  type: 'countersign.assignment.made.v1',
  means:
    'a reviewer has an output in hand until a time (`to`: another than whoever says so); `after`: who had it before',
  about: 'output',
  facts: () =>
    z.strictObject({
      assignmentId: z.uuid(),
      to: personNamed.optional(),
      until: z.iso.datetime(),
      /** The last assignment that was known: who did not know of a faster colleague takes nothing from them. */
      after: z.uuid().nullable(),
    }),
  sentBy: ['reviewer', 'admin'],
  quiet: false,
  name: 'options.entry.assignmentMade',
  folds: { output: putAssignment },
});
