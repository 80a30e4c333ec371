/** Messages about what is kept in this browser; part of `protocol.ts`. */
import * as z from 'zod';
import { eventSchema } from '../domain/events/event.ts';
import { hashSchema } from '../domain/output/output.ts';
import { declare } from './declare.ts';

/** Most that one message names: the page that works through more sends one after the other, and can stop between. */
export const AT_ONCE = 500;

const keys = z.array(z.string().max(200)).max(AT_ONCE);

export const RECORDS_PROTOCOL = {
  'records.takeIn': declare({
    from: ['options'],
    does: 'Take in records from a file that was checked as a whole; `team`: whose it says they are.',
    body: z.strictObject({ events: z.array(eventSchema).max(AT_ONCE), team: z.string().max(200).optional() }),
  }),
  'records.takeBack': declare({
    from: ['options'],
    does: 'Take back records that were just taken in.',
    body: z.strictObject({ keys }),
  }),
  'records.drop': declare({
    from: ['options'],
    does: 'Drop outputs with all that was said of them from this browser, but those of which anything waits to be sent.',
    body: z.strictObject({ hashes: z.array(hashSchema).max(AT_ONCE) }),
  }),
  'records.eraseContents': declare({
    from: ['options'],
    does: 'Erase the content of events in this browser, but what waits to be sent.',
    body: z.strictObject({ keys }),
  }),
  'records.eraseAll': declare({
    from: ['options'],
    does: 'Erase everything that is kept in this browser, endpoints included, also what waits to be sent.',
    body: z.strictObject({}),
  }),
  'records.keepFor': declare({
    from: ['options'],
    does: 'For how many days outputs are kept in this browser; null for good.',
    body: z.strictObject({ days: z.int().min(1).max(36_500).nullable() }),
  }),
} as const;
