/** The tables that stand together: what changes a record changes it in all of them, in one transaction. */
import type { Database } from '../db.ts';
import { INDEX } from '../index/fingerprints.ts';
import { SEARCH } from '../search/marks.ts';

/** Events and all that is folded from them, with the marks of what is to be sent. */
export const RECORD_TABLES = (db: Database) => [
  db.events,
  db.contents,
  db.outputs,
  db.counted,
  db.outbox,
  ...INDEX(db),
  ...SEARCH(db),
];

/** The same, and to whom it is sent. */
export const RECORD_AND_TARGET_TABLES = (db: Database) => [...RECORD_TABLES(db), db.targets];
