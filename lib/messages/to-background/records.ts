/** Messages to the background about what is kept in this browser. */
import * as z from 'zod';
import { eventSchema } from '../../domain/events/event.ts';
import { LONGEST_EVENT_KEY, LONGEST_PERSON, MOST_DAYS_KEPT } from '../../domain/limits.ts';
import { hashSchema } from '../../domain/output/ids.ts';
import { declare, replies } from '../declare.ts';

/** Most that one message names: the page that works through more sends one after the other, and can stop between. */
export const AT_ONCE = 500;

const keys = z.lazy(() => z.array(z.string().max(LONGEST_EVENT_KEY)).max(AT_ONCE));

/** What became of content or outputs that were to be erased; `left`: some endpoint has still to get it. */
interface ErasedHere {
  erased: number;
  left: number;
}

/** What was taken of some events from a file; `erased`: without their content, which the team has erased. */
interface RecordsTaken {
  keys: string[];
  duplicates: number;
  erased: number;
}

export const recordsMessages = {
  'records.takeIn': declare({
    from: ['options'],
    does: 'Take in records from a file that was checked as a whole; `team`: whose it says they are.',
    body: () =>
      z.strictObject({
        events: z.array(eventSchema).max(AT_ONCE),
        team: z.string().max(LONGEST_PERSON).optional(),
      }),
    reply: replies<RecordsTaken>(),
  }),
  'records.takeBack': declare({
    from: ['options'],
    does: 'Take back records that were just taken in.',
    body: () => z.strictObject({ keys }),
  }),
  'records.drop': declare({
    from: ['options'],
    does: 'Drop outputs with all that was said of them from this browser, but those of which anything waits to be sent.',
    body: () => z.strictObject({ hashes: z.array(hashSchema).max(AT_ONCE) }),
    reply: replies<ErasedHere>(),
  }),
  'records.eraseContents': declare({
    from: ['options'],
    does: 'Erase the content of events in this browser, but what waits to be sent.',
    body: () => z.strictObject({ keys }),
    reply: replies<ErasedHere>(),
  }),
  'records.eraseAll': declare({
    from: ['options'],
    does: 'Erase everything that is kept in this browser, endpoints included, also what waits to be sent.',
    body: () => z.strictObject({}),
  }),
  'records.keepFor': declare({
    from: ['options'],
    does: 'For how many days outputs are kept in this browser; null for good.',
    body: () => z.strictObject({ days: z.int().min(1).max(MOST_DAYS_KEPT).nullable() }),
  }),
} as const;
