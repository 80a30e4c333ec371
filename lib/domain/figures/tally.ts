/**
 * Tallies: how many outputs there were, by day and stratum. What is only seen never leaves its browser; this does, with
 * no content, no address, no conversation and no author, so that it can be counted once and tied to nobody.
 */
import * as z from 'zod';
import { LONGEST_HOST, MOST_TALLIED, MOST_WORDS_TALLIED } from '../limits.ts';
import { LONGEST_STRATUM, stratumParts } from '../output/stratum.ts';

/** What is counted, each output once a day. */
export interface Counts {
  found: number;
  words: number;
  used: number;
  edited: number;
  held: number;
  passed: number;
  sampled: number;
  missed: number;
}

const count = z.lazy(() => z.int().nonnegative().max(MOST_TALLIED));

export const talliedFactsSchema = z.lazy(() =>
  z
    .strictObject({
      /** The day in UTC, which is over. */
      day: z.iso.date(),
      /** Key of the stratum. */
      stratum: z
        .string()
        .max(LONGEST_STRATUM)
        .refine((key) => stratumParts(key) !== undefined, { error: 'no key of a stratum' }),
      /** Only of a known tool, or of a site that the policy has watched: see `hostTold`. */
      host: z.string().min(1).max(LONGEST_HOST).optional(),
      found: count,
      words: z.int().nonnegative().max(MOST_WORDS_TALLIED),
      /** Of the found: put in somewhere else, and of those changed by then. */
      used: count,
      edited: count,
      /** Of the found: held at a gate, passed by rule, drawn to be looked at. */
      held: count,
      passed: count,
      sampled: count,
      /** Besides the found: answers that were there and could not be read. */
      missed: count,
    })
    .refine((facts) => facts.edited <= facts.used, { error: 'more edited than used' })
    .refine(({ found, used, held, passed, sampled }) => Math.max(used, held, passed, sampled) <= found, {
      error: 'more than were found',
    }),
);
type TalliedFacts = z.infer<typeof talliedFactsSchema>;

/** One browser's count of a day and a stratum. */
export interface Tally extends TalliedFacts {
  source: string;
}

interface Placed {
  tally: Tally;
  /** Its place in the order of events. */
  sequence: string;
  id: string;
}

interface TalliedEvent {
  source: string;
  sequence?: string | undefined;
  id: string;
  data: { facts: TalliedFacts };
}

/** Tallies that are being folded, by what they count. */
export type TallyFolding = Map<string, Placed>;

/** Of one browser's day, stratum and host the last counts, in whatever order they come: a second one is no addition. */
export function putTally(folding: TallyFolding, event: TalliedEvent): void {
  const { source, sequence = UNNUMBERED, id, data } = event;
  const key = JSON.stringify([source, data.facts.day, data.facts.stratum, data.facts.host ?? '']);
  const known = folding.get(key);
  if (known && (known.sequence > sequence || (known.sequence === sequence && known.id >= id))) return;
  folding.set(key, { tally: { ...data.facts, source }, sequence, id });
}

/** Comes after every number: what the collector has not numbered yet is the newest. */
const UNNUMBERED = '~';

/** All that is folded, each browser's day once. */
export const talliesIn = (folding: TallyFolding): Tally[] => [...folding.values()].map(({ tally }) => tally);

/** Nothing counted. */
export const noCounts = (): Counts => ({
  ...{ found: 0, words: 0, used: 0, edited: 0 },
  ...{ held: 0, passed: 0, sampled: 0, missed: 0 },
});

const SUBJECT = 'urn:countersign:tally:';

/** The `subject` of the tallies of a day, and that from which on those of a day and later stand. */
export const tallySubject = (day: string): string => `${SUBJECT}${day}`;

/** The `source` of a browser's tallies of one day. */
export const daySource = (): string => `urn:countersign:day:${crypto.randomUUID()}`;

/** The day in UTC of a time. */
export const dayOf = (at: string): string => at.slice(0, 10);

/** The last moment of a day: the time of its tallies, which says nothing of when they were made. */
export const endOfDay = (day: string): string => `${day}T23:59:59.999Z`;
