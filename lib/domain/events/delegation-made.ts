/** Somebody is away: another decides in their place for a while. */
import * as z from 'zod';
import { personNamed } from '../people/named.ts';
import { defineEvent } from './define.ts';

export const delegationMade = defineEvent({
  type: 'countersign.delegation.made.v1',
  means: 'somebody is away from when to when, and who decides in their place; the last one of an id counts',
  about: 'person',
  facts: () =>
    z.strictObject({
      delegationId: z.uuid(),
      to: personNamed,
      since: z.iso.datetime(),
      until: z.iso.datetime(),
    }),
  sentBy: ['reviewer', 'admin'],
  quiet: false,
  name: 'options.entry.delegation',
  folds: {},
});
