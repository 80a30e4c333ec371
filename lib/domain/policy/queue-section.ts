/** How a team goes through its queue: for how long somebody has an item in hand, and the views that all of it share. */
import * as z from 'zod';
import { CATEGORIES, PRAISE, SEVERITIES, STATUSES } from '../codes.ts';
import { QUEUE_ORDERS } from '../decision/sifted.ts';
import {
  LONGEST_KEY,
  LONGEST_NAME,
  LONGEST_PERSON,
  LONGEST_SENTENCE,
  MOST_DAYS_ASSIGNED,
  MOST_DAYS_DEFERRED,
  MOST_VIEWS,
} from '../limits.ts';

const name = z.lazy(() => z.string().trim().min(1).max(LONGEST_NAME));

/** What an item must be, as the filters of the queue ask it. */
const sieveSchema = z.lazy(() =>
  z.strictObject({
    words: z.string().max(LONGEST_SENTENCE).optional(),
    status: z.enum(STATUSES).optional(),
    severity: z.enum(SEVERITIES).optional(),
    category: z.enum([...CATEGORIES, PRAISE]).optional(),
    tool: z.string().min(1).max(LONGEST_NAME).optional(),
    model: z.string().min(1).max(LONGEST_SENTENCE).optional(),
    processId: z.string().max(LONGEST_KEY).optional(),
    due: z.enum(['over', 'soon']).optional(),
    olderThanDays: z.int().min(1).max(MOST_DAYS_DEFERRED).optional(),
    hasCorrection: z.literal(true).optional(),
    isDisputed: z.literal(true).optional(),
    second: z.enum(['mine', 'differs']).optional(),
    assigned: z.string().min(1).max(LONGEST_PERSON).optional(),
    aside: z.enum(['deferred', 'duplicate']).optional(),
  }),
);

/** A named way to look at the queue: what is in it, and in which order. */
const viewSchema = z.lazy(() =>
  z.strictObject({
    name,
    sieve: sieveSchema.optional(),
    order: z.enum(QUEUE_ORDERS).optional(),
  }),
);
export type SavedView = z.infer<typeof viewSchema>;

export const queueSectionSchema = z.lazy(() =>
  z.strictObject({
    /** Days after which an item that somebody has in hand is free again. */
    assignedDays: z.int().min(1).max(MOST_DAYS_ASSIGNED).optional(),
    views: z.array(viewSchema).max(MOST_VIEWS).optional(),
  }),
);

/** Where no policy says it: over a weekend. */
const ASSIGNED_DAYS = 3;

/** For how many days somebody has an item in hand. */
export const assignedDaysIn = (policy: WithQueue | undefined): number => policy?.queue?.assignedDays ?? ASSIGNED_DAYS;

/** A policy of either form; only the second says something of the queue. */
interface WithQueue {
  version: string;
  queue?: z.infer<typeof queueSectionSchema> | undefined;
}
