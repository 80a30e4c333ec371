/** What the people of the team are called, as its collector says: kept whole, and only here. */
import type { PersonName } from '../../domain/people/name.ts';
import { type Database, db as shared } from '../db.ts';

/** Puts the names that hold now in the place of those before. `tag`: as the collector has called them. */
export const keepNames = (
  targetId: string,
  people: readonly PersonName[],
  tag: string | undefined,
  db: Database = shared,
): Promise<void> =>
  db.transaction('rw', db.people, db.targets, async () => {
    await db.people.clear();
    await db.people.bulkPut([...people]);
    await db.targets.where({ targetId }).modify((row) => {
      if (tag === undefined) delete row.peopleTag;
      else row.peopleTag = tag;
    });
  });
