/**
 * Erasing in this browser, because somebody here said so or it was kept for long enough. What still waits to be sent, or
 * was refused and is to be settled, is never touched, but by `eraseAll`.
 */
import { type Database, db as shared } from '../db.ts';
import { desk, dropFormsOf } from '../desk.ts';
import { dropFingerprints } from '../index/fingerprints.ts';
import { dropWords } from '../search/marks.ts';
import { refoldIn } from './refold.ts';
import { RECORD_AND_TARGET_TABLES, RECORD_TABLES } from './tables.ts';

/** What became of what was to be erased. */
interface Erased {
  erased: number;
  /** Left alone, since some endpoint has still to get it. */
  left: number;
}

/** Drops outputs with all that was said of them, but those of which anything waits. */
export async function dropOutputs(hashes: readonly string[], db: Database = shared): Promise<Erased> {
  await dropFormsOf(hashes);
  return db.transaction('rw', RECORD_TABLES(db), async () => {
    const each = await Promise.all(
      hashes.map(async (hash) => {
        const keys = await db.events.where({ subject: hash }).primaryKeys();
        return { hash, keys, waits: (await waiting(db, keys)).size > 0 };
      }),
    );
    const gone = each.filter(({ waits }) => !waits);
    const keys = gone.flatMap((of) => of.keys);
    const rows = await db.outputs.bulkGet(gone.map(({ hash }) => hash));
    await db.events.bulkDelete(keys);
    await db.contents.bulkDelete(keys);
    await dropFingerprints(
      db,
      rows.flatMap((row) => row ?? []),
    );
    await db.outputs.bulkDelete(gone.map(({ hash }) => hash));
    await db.counted.bulkDelete(gone.map(({ hash }) => hash));
    await dropWords(
      db,
      gone.map(({ hash }) => hash),
    );
    return { erased: gone.length, left: each.length - gone.length };
  });
}

async function waiting(db: Database, keys: readonly string[]): Promise<Set<string>> {
  const counts = await Promise.all(keys.map((key) => db.outbox.where({ key }).count()));
  return new Set(keys.filter((_, at) => (counts[at] ?? 0) > 0));
}

/** Erases the content of some events; the events stay, and say that there was content. */
export async function eraseContents(keys: readonly string[], db: Database = shared): Promise<Erased> {
  await dropFormsOf((await db.events.bulkGet([...keys])).flatMap((row) => row?.event.subject ?? []));
  return db.transaction('rw', RECORD_AND_TARGET_TABLES(db), async () => {
    const held = await waiting(db, keys);
    const free = keys.filter((key) => !held.has(key));
    const contents = await db.contents.bulkGet(free);
    const there = contents.flatMap((row) => row ?? []);
    const subjects = there.map(({ subject }) => subject);
    await db.contents.bulkDelete(there.map(({ key }) => key));
    await dropWords(db, subjects);
    await refoldIn(db, subjects);
    return { erased: there.length, left: held.size };
  });
}

/**
 * Erases all records, endpoints with their credentials, what was learned of sites, drafts and what was heard. Settings
 * and policy stay.
 */
export async function eraseAll(db: Database = shared): Promise<void> {
  await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear())));
  await desk.transaction('rw', desk.tables, () => Promise.all(desk.tables.map((table) => table.clear())));
}
