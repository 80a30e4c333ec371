/** Records from a file, taken in: each event once, as it is, and none of what was erased since. */
import { type CountersignEvent, eventKey, textIsAtSubject } from '../../domain/events/event.ts';
import { type Database, db as shared } from '../db.ts';
import { dropFingerprints, INDEX } from '../index/fingerprints.ts';
import { refoldIn, storeEvents } from './writes.ts';

/** What was taken of some events; `keys`: of those, to take them back. */
interface TakenIn {
  keys: string[];
  duplicates: number;
  /** Taken without their content, since it was erased after the file was written. */
  erased: number;
}

/**
 * Puts events that are not here yet. Order and names are the collector's to say: a file's are believed where it comes
 * from the same team, else they are left out. Content that the team has erased does not come back.
 */
export function takeIn(
  events: readonly CountersignEvent[],
  team: string | undefined,
  db: Database = shared,
): Promise<TakenIn> {
  return db.transaction(
    'rw',
    [db.events, db.contents, db.outputs, db.reports, db.outbox, db.targets, ...INDEX(db)],
    async () => {
      const known = await db.events.bulkGet(events.map(eventKey));
      const ours = team !== undefined && (await db.targets.get('collector'))?.team === team;
      const gone = await erasedKeys(db);
      const fresh = new Map<string, CountersignEvent>();
      let erased = 0;
      for (const [at, event] of events.entries()) {
        const key = eventKey(event);
        if (known[at] || fresh.has(key) || !textIsAtSubject(event)) continue;
        const lost = gone.has(key) && event.data.sealed !== undefined;
        if (lost) erased += 1;
        fresh.set(key, ours ? without(event, lost) : unordered(without(event, lost)));
      }
      const taken = [...fresh.values()];
      await storeEvents(db, taken);
      await refoldIn(
        db,
        taken.map(({ subject }) => subject),
      );
      return { keys: [...fresh.keys()], duplicates: events.length - fresh.size, erased };
    },
  );
}

/** What the team erased, as far as this browser has heard of it. A collector's own acts are few. */
async function erasedKeys(db: Database): Promise<Set<string>> {
  const acts = await db.events.where('subject').startsWith('urn:countersign:erasure:').toArray();
  const erased = acts.flatMap(({ event }) =>
    event.type === 'countersign.content.erased.v1' ? event.data.facts.events : [],
  );
  return new Set(erased.map(eventKey));
}

function without(event: CountersignEvent, lost: boolean): CountersignEvent {
  if (!lost) return event;
  const { sealed: _, ...data } = event.data;
  return { ...event, data } as CountersignEvent;
}

function unordered({ sequence: _, authid: __, ...event }: CountersignEvent): CountersignEvent {
  return event as CountersignEvent;
}

/** Takes back what was taken in, but what something has been made of since. */
export function takeBack(keys: readonly string[], db: Database = shared): Promise<void> {
  return db.transaction('rw', [db.events, db.contents, db.outputs, db.reports, db.outbox, ...INDEX(db)], async () => {
    const rows = (await db.events.bulkGet([...keys])).flatMap((row) => row ?? []);
    const free = rows.filter(({ shared: out, left }) => !(out || left));
    const gone = free.map(({ key }) => key);
    await db.events.bulkDelete(gone);
    await db.contents.bulkDelete(gone);
    const subjects = [...new Set(free.map(({ subject }) => subject))];
    const outputs = await db.outputs.bulkGet(subjects);
    await db.reports.bulkDelete(outputs.flatMap((row) => row?.reportIds ?? []));
    await dropFingerprints(
      db,
      outputs.flatMap((row) => row ?? []),
    );
    await db.outputs.bulkDelete(subjects);
    await refoldIn(db, subjects);
  });
}
