/** What is folded of the events of a subject, put beside them in the same transaction. */
import { type CountersignEvent, eventKey } from '../../domain/events/event.ts';
import { foldOutput } from '../../domain/fold/output.ts';
import { type Database, db as shared } from '../db.ts';
import { keepCounted } from '../index/counted.ts';
import { keepFingerprints } from '../index/fingerprints.ts';
import { isProved, type StoredContent, type StoredEvent } from '../rows/event.ts';
import { type OutputRow, rowOf } from '../rows/output.ts';
import { markWords } from '../search/marks.ts';
import { rowsNear } from './near.ts';
import { withContent } from './outbox.ts';

type BySubject<T> = Map<string, T[]>;

/** What is stored of a subject, the keys of what a file claims (`StoredEvent.claimed`), and what the collector refused. */
interface Gathered {
  events: CountersignEvent[];
  claimed: Set<string>;
  refused: Map<string, string>;
  /** Nothing was stored of it before, so that it has no row. */
  isNew?: true;
}

const claimedOf = (stored: readonly StoredEvent[]): Set<string> =>
  new Set(stored.filter((row) => !isProved(row)).map(({ key }) => key));

const refusedOf = (stored: readonly StoredEvent[]): Map<string, string> =>
  new Map(stored.flatMap(({ key, refused }) => (refused === undefined ? [] : [[key, refused] as const])));

/** The stored events of some subjects, all asked for at once. */
export async function storedOf(db: Database, subjects: ReadonlySet<string>): Promise<BySubject<StoredEvent>> {
  const each = [...subjects].map(async (subject) => [subject, await db.events.where({ subject }).toArray()] as const);
  return new Map(await Promise.all(each));
}

/** What is stored of each subject after `events` were put, without reading again what was just written. */
export async function merged(
  db: Database,
  before: BySubject<StoredEvent>,
  events: readonly CountersignEvent[],
): Promise<Gathered[]> {
  const fresh = Map.groupBy(events, (event) => event.subject);
  const contents = await contentsOf(db, [...before.values()].flat());
  return [...before].map(([subject, stored]): Gathered => {
    const coming = fresh.get(subject) ?? [];
    if (stored.length === 0) return { events: coming, claimed: new Set(), refused: new Map(), isNew: true };
    const all = new Map(stored.map((row) => [row.key, withContent(row.event, contents.get(row.key))]));
    const [claimed, refused] = [claimedOf(stored), refusedOf(stored)];
    for (const event of coming) {
      // What came without its content may have it here.
      all.set(eventKey(event), event.data.sealed ? event : withContent(event, contents.get(eventKey(event))));
      claimed.delete(eventKey(event));
      refused.delete(eventKey(event));
    }
    return { events: [...all.values()], claimed, refused };
  });
}

async function contentsOf(db: Database, stored: readonly StoredEvent[]): Promise<Map<string, StoredContent>> {
  return rowsNear(
    db.contents,
    stored.map(({ key }) => key),
  );
}

/** All events of a subject with their content put back, but what a file claims. */
export async function eventsOf(subject: string, db: Database = shared): Promise<CountersignEvent[]> {
  const { events, claimed } = await gathered(db, subject);
  return events.filter((event) => !claimed.has(eventKey(event)));
}

async function gathered(db: Database, subject: string): Promise<Gathered> {
  const stored = await db.events.where({ subject }).toArray();
  const contents = await contentsOf(db, stored);
  const events = stored.map(({ key, event }) => withContent(event, contents.get(key)));
  return { events, claimed: claimedOf(stored), refused: refusedOf(stored) };
}

/** Folds some subjects anew from what is stored of them. Within a transaction. */
export async function refoldIn(db: Database, subjects: readonly string[]): Promise<OutputRow[]> {
  return putRows(db, await Promise.all([...new Set(subjects)].map((subject) => gathered(db, subject))));
}

/** What makes somebody judge an output without seeing what others said. */
const DRAWS: ReadonlySet<string> = new Set(['countersign.second.drawn.v1', 'countersign.calibration.asked.v1']);

/** Whose browser it is, by their subject, where somebody was drawn to judge one of these a second time. */
async function personAsked(db: Database, each: readonly Gathered[]): Promise<string | undefined> {
  const isDrawn = each.some(({ events }) => events.some(({ type }) => DRAWS.has(type)));
  return isDrawn ? (await db.targets.get('collector'))?.subject : undefined;
}

/**
 * Puts the rows folded from the events of each subject, all at once, but those that are as they were. Gives those of subjects that
 * are outputs.
 */
export async function putRows(db: Database, each: readonly Gathered[]): Promise<OutputRow[]> {
  const person = await personAsked(db, each);
  const folded = each.flatMap(({ isNew = false, ...of }) => {
    const output = foldOutput(of.events, of.claimed, of.refused, person);
    return output ? [{ row: rowOf(output), isNew }] : [];
  });
  const before = await rowsBefore(
    db,
    folded.flatMap(({ row, isNew }) => (isNew ? [] : row.hash)),
  );
  const changed = folded.map(({ row }) => row).filter((row) => !isSame(row, before.get(row.hash)));
  const earlier = changed.map(({ hash }) => before.get(hash));
  await Promise.all([
    db.outputs.bulkPut(changed),
    keepCounted(db, changed, earlier),
    keepFingerprints(db, changed, earlier),
    markWords(db, changed, earlier),
  ]);
  return folded.map(({ row }) => row);
}

async function rowsBefore(db: Database, hashes: readonly string[]): Promise<Map<string, OutputRow>> {
  const rows = hashes.length > 0 ? await db.outputs.bulkGet([...hashes]) : [];
  return new Map(rows.flatMap((row) => (row ? [[row.hash, row] as const] : [])));
}

/** Both are made by one fold, so that what is the same in them stands in the same order. */
const isSame = (row: OutputRow, before: OutputRow | undefined): boolean =>
  before !== undefined && JSON.stringify(row) === JSON.stringify(before);
