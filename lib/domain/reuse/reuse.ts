/** A use of an output's text somewhere else: what an event says of it, and how long a browser can recognise one. */
import * as z from 'zod';
import { STATUSES, type Status } from '../codes.ts';
import { originSchema } from '../reading/health.ts';

const share = z.lazy(() => z.number().min(0).max(1));

/** Facts only: never the text itself, nor what stands around it. */
export const reusedFactsSchema = z.lazy(() =>
  z.strictObject({
    /** The same for all that is said of one use: the last counts. */
    reuseId: z.uuid(),
    /** Site on which the text was put in. */
    origin: originSchema,
    /** Of the words of the output that were put in: those that are left in the end, and those that are not. */
    kept: share,
    changed: share,
    /** How much of the output was put in. */
    part: share,
    /** Of the part that was put in, as it stands in the output. */
    characters: z.int().nonnegative(),
    /** What the output was allowed for at that time. */
    status: z.enum(STATUSES),
  }),
);
type ReusedFacts = z.infer<typeof reusedFactsSchema>;

/** One use of an output, folded. */
export interface Reuse extends ReusedFacts {
  source: string;
  author?: string;
  reusedAt: string;
}

/** Statuses that somebody with a say in it, or a report, has given: a verdict of which one should hear. */
export const hasVerdict = (status: Status): boolean => status !== 'unreviewed';

/** Days for which texts are recognised where no policy says. */
export const DEFAULT_KEEP_DAYS = 365;

/** The time (ISO) before which an output is too old to be recognised. */
export const recognisedSince = (keepDays = DEFAULT_KEEP_DAYS, now = Date.now()): string =>
  new Date(now - keepDays * 86_400_000).toISOString();
