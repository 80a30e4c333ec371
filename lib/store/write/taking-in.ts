/** Records from a file, taken in: each event once, as it is, and none of what was erased since. */
import {
  type CountersignEvent,
  eventKey,
  eventWith,
  type FactsOf,
  textIsAtSubject,
} from '../../domain/events/event.ts';
import { type Database, db as shared } from '../db.ts';
import { dropFingerprints } from '../index/fingerprints.ts';
import { isProved } from '../rows/event.ts';
import type { OutputRow } from '../rows/output.ts';
import { dropWords } from '../search/marks.ts';
import { withoutNames } from './erasures.ts';
import { refoldIn } from './refold.ts';
import { RECORD_AND_TARGET_TABLES } from './tables.ts';
import { storeEvents } from './writes.ts';

/** What was taken of some events; `keys`: of those, to take them back. */
interface TakenIn {
  keys: string[];
  duplicates: number;
  /** Taken without their content, since it was erased after the file was written. */
  erased: number;
}

/**
 * Puts events that are not here yet. Anybody can write a file: order and names are the collector's to say, so that a file's are
 * left out and what it tells is kept as a claim (`StoredEvent.claimed`), until the team's own log shows it (`proved`). Content
 * that the team has erased does not come back.
 */
export function takeIn(
  events: readonly CountersignEvent[],
  team: string | undefined,
  db: Database = shared,
): Promise<TakenIn> {
  return db.transaction('rw', RECORD_AND_TARGET_TABLES(db), async () => {
    const known = await db.events.bulkGet(events.map(eventKey));
    const ours = team !== undefined && (await db.targets.get('collector'))?.team === team;
    const erasures = await erasuresHere(db);
    const gone = new Set(erasures.flatMap((facts) => facts.events.map(eventKey)));
    const nameless = namelessIn(erasures);
    const fresh = new Map<string, CountersignEvent>();
    let erased = 0;
    for (const [at, event] of events.entries()) {
      const key = eventKey(event);
      if (known[at] || fresh.has(key) || !textIsAtSubject(event)) continue;
      const lost = gone.has(key) && event.data.sealed !== undefined;
      if (lost) erased += 1;
      fresh.set(key, without(nameless.get(key)?.(event) ?? event, lost));
    }
    const taken = [...fresh.values()];
    const claims = taken.map(({ sequence = '' }) => (ours ? sequence : ''));
    await storeEvents(db, taken.map(unordered), [], claims);
    await refoldIn(
      db,
      taken.map(({ subject }) => subject),
    );
    return { keys: [...fresh.keys()], duplicates: events.length - fresh.size, erased };
  });
}

type Erasure = FactsOf<'countersign.content.erased.v1'>;

/** What the team erased, as far as this browser has heard of it. A collector's own acts are few. */
async function erasuresHere(db: Database): Promise<Erasure[]> {
  const acts = await db.events.where('subject').startsWith('urn:countersign:erasure:').toArray();
  return acts
    .filter(isProved)
    .flatMap(({ event }) => (event.type === 'countersign.content.erased.v1' ? event.data.facts : []));
}

/** What takes the names out of an event that the team took out of it, by its key. */
function namelessIn(erasures: readonly Erasure[]): Map<string, (event: CountersignEvent) => CountersignEvent> {
  const all = new Map<string, (event: CountersignEvent) => CountersignEvent>();
  for (const { named = [], pseudonym = '' } of erasures)
    for (const { at, ...key } of named) {
      const before = all.get(eventKey(key));
      all.set(eventKey(key), (event) => withoutNames(before?.(event) ?? event, at, pseudonym));
    }
  return all;
}

function without(event: CountersignEvent, lost: boolean): CountersignEvent {
  if (!lost) return event;
  const { sealed: _, ...data }: { sealed?: unknown } = event.data;
  return eventWith(event, {}, data);
}

function unordered(event: CountersignEvent): CountersignEvent {
  const { sequence: _, authid: __, ...rest }: { sequence?: string | undefined; authid?: string | undefined } = event;
  const whole: object = rest;
  return whole as CountersignEvent;
}

/** The lowest place in the team's order that a file claims, of those that were pulled already: up to `end`. */
export async function nextClaim(end: string, db: Database = shared): Promise<string | undefined> {
  const row = await db.events.where('claimed').between('', end, false, true).first();
  return row?.claimed;
}

/**
 * What the team's log has in the places after `after` up to `last`: claims that are in it are proved from now on, as it has
 * them; others that claim one of these places are not asked about again. Answers with the outputs that changed.
 */
export function proved(
  events: readonly CountersignEvent[],
  after: string,
  last: string,
  db: Database = shared,
): Promise<OutputRow[]> {
  return db.transaction('rw', RECORD_AND_TARGET_TABLES(db), async () => {
    const stored = await db.events.bulkGet(events.map(eventKey));
    const shown = events.filter((_, at) => stored[at] && !isProved(stored[at]));
    const keys = shown.map(eventKey);
    const kept = new Set((await db.contents.bulkGet(keys)).flatMap((row) => row?.key ?? []));
    // Content that was erased here does not come back, and what the team has erased goes.
    await db.contents.bulkDelete(keys);
    await storeEvents(
      db,
      shown.map((event) => without(event, !kept.has(eventKey(event)))),
    );
    await db.events.where('claimed').between(after, last, false, true).modify({ claimed: '' });
    return refoldIn(
      db,
      shown.map(({ subject }) => subject),
    );
  });
}

/** Takes back what was taken in, but what something has been made of since. */
export function takeBack(keys: readonly string[], db: Database = shared): Promise<void> {
  return db.transaction('rw', RECORD_AND_TARGET_TABLES(db), async () => {
    const rows = (await db.events.bulkGet([...keys])).flatMap((row) => row ?? []);
    const free = rows.filter(({ shared: out, left }) => !(out || left));
    const gone = free.map(({ key }) => key);
    await db.events.bulkDelete(gone);
    await db.contents.bulkDelete(gone);
    const subjects = [...new Set(free.map(({ subject }) => subject))];
    const outputs = await db.outputs.bulkGet(subjects);
    await dropFingerprints(
      db,
      outputs.flatMap((row) => row ?? []),
    );
    await db.outputs.bulkDelete(subjects);
    await db.counted.bulkDelete(subjects);
    await dropWords(db, subjects);
    await refoldIn(db, subjects);
  });
}
