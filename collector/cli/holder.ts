/** Whoever holds the records: the collector that runs on them, else this process, which opens them. */
import { DatabaseError, type SqlDatabase, STORAGE_FULL } from '../database/database.ts';
import { type DatabasePlace, openDatabase } from '../database/open.ts';
import { doubtOf } from '../http/live.ts';
import { askRunning, type Order } from './control.ts';
import { type Heard, keysFolderOf, perform } from './perform.ts';
import type { CommandPart } from './records.ts';
import { CommandRefusal } from './refusal.ts';

/** Has the holder do a command, and tells what comes of it as it comes. `keys`: the folder of the keys, where it was said. */
export async function* askHolder(place: DatabasePlace, order: Order, keys?: string): AsyncGenerator<CommandPart> {
  const running = place.kind === 'directory' ? await askRunning(place.path, order) : undefined;
  if (running) return yield* running;
  const database = await openDatabase(place);
  try {
    yield* refusingFull(performHere(database, keysFolderOf(place, keys), order));
  } finally {
    await database.close();
  }
}

async function* performHere(
  database: SqlDatabase,
  folder: string | undefined,
  order: Order,
): AsyncGenerator<CommandPart> {
  // Collectors that run on the same database end its streams, and tell of what is new.
  const told: Promise<void>[] = [];
  const heard: Heard = {
    ended: (team) => database.notify([doubtOf(team)]),
    grown: (team, sequence) => void told.push(database.notify([JSON.stringify([team, sequence])])),
  };
  yield* perform(database, folder, order, heard);
  await Promise.all(told);
}

async function* refusingFull<T>(work: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* work;
  } catch (error) {
    throw fullRefused(error);
  }
}

/** Of a full disk in a person's words. */
export const fullRefused = (error: unknown): unknown =>
  error instanceof DatabaseError && error.code === STORAGE_FULL
    ? new CommandRefusal('The disk of the database is full, or nearly so. Make room and try again.')
    : error;
