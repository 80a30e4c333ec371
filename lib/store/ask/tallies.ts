/** What tallies are made of, and what they say. It reads, and nothing else. */
import { type Tally, tallySubject } from '../../domain/figures/tally.ts';
import type { OwnFinding } from '../../domain/figures/tallying.ts';
import { hashedWordsOf } from '../../domain/reuse/words.ts';
import { type Database, db as shared } from '../db.ts';
import { isProved, type StoredEvent } from '../rows/event.ts';
import { talliesTold } from '../rows/told.ts';

/** Outputs of a page: with their words they are large. */
const PAGE = 200;

/** Calls back with all outputs that something happened to since a time and that this browser has found, some at once. */
export async function eachFoundSince(
  from: string,
  source: string,
  take: (found: OwnFinding[]) => void,
  db: Database = shared,
): Promise<void> {
  const hashes = await db.outputs.where('updatedAt').aboveOrEqual(from).primaryKeys();
  for (let at = 0; at < hashes.length; at += PAGE) {
    const some = hashes.slice(at, at + PAGE);
    const [rows, events] = await Promise.all([
      db.outputs.bulkGet(some),
      db.events.where('subject').anyOf(some).toArray(),
    ]);
    const foundAt = firstSeen(events, source);
    take(
      rows.flatMap((output) => {
        const first = output && foundAt.get(output.hash);
        if (!output || first === undefined) return [];
        const { content, ...rest } = output;
        return [{ output: rest, words: content ? hashedWordsOf(content.text).starts.length : 0, foundAt: first }];
      }),
    );
  }
}

function firstSeen(events: readonly StoredEvent[], source: string): Map<string, string> {
  const first = new Map<string, string>();
  for (const row of events) {
    const { event, subject } = row;
    if (event.type !== 'countersign.output.seen.v1' || event.source !== source || !isProved(row)) continue;
    const known = first.get(subject);
    if (known === undefined || event.time < known) first.set(subject, event.time);
  }
  return first;
}

/** The tallies of a day and all later ones, each browser's day once. `own`: only those that were made here. */
export const talliesSince = async (day: string, own: boolean, db: Database = shared): Promise<Tally[]> =>
  talliesTold(await storedSince(day, db), own);

/** The own tallies that wait to be sent, by their `source`. */
export async function waitingTallies(day: string, db: Database = shared): Promise<Map<string, string[]>> {
  const waiting = (await storedSince(day, db)).filter(({ shared: own, event }) => own && !event.sequence);
  const bySource = Map.groupBy(waiting, ({ event }) => event.source);
  return new Map([...bySource].map(([source, rows]) => [source, rows.map(({ key }) => key)]));
}

const storedSince = (day: string, db: Database): Promise<StoredEvent[]> =>
  db.events.where('subject').between(tallySubject(day), tallySubject('~')).toArray();
