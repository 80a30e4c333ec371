/**
 * Tallies: how many outputs there were, by day and stratum. What is only seen never leaves its browser; this does, with
 * no content, no address, no conversation and no author, so that it can be counted once and tied to nobody. Zod-free.
 */

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

/** What an event says that tells of a tally; `events/outputs-tallied.ts` checks it. */
interface TalliedFacts extends Counts {
  /** The day in UTC, which is over. */
  day: string;
  /** Key of the stratum. */
  stratum: string;
  /** Only of a known tool, or of a site that the policy has watched: see `hostTold`. */
  host?: string | undefined;
}

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
