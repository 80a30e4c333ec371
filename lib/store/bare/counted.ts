/** What figures are counted from, by bare requests: as `ask/` reads it. */
import { tallySubject } from '../../domain/figures/tally.ts';
import type { CountedRow } from '../rows/counted.ts';
import type { StoredEvent } from '../rows/event.ts';
import { pagesSince, ROWS_AT_ONCE } from '../rows/pages.ts';
import { DEGRADED, degradedTold, PUBLISHED, publishedTold, talliesTold } from '../rows/told.ts';
import { rowsAt } from './bare.ts';

/** As `countedPages`. */
export const pagesBare = (database: IDBDatabase, from: string) =>
  pagesSince(from, (after) =>
    rowsAt<CountedRow>(database, {
      store: 'counted',
      range: IDBKeyRange.lowerBound(after, true),
      most: ROWS_AT_ONCE,
    }),
  );

/** As `talliesSince`. */
export const talliesBare = async (database: IDBDatabase, day: string, own: boolean) =>
  talliesTold(await eventsIn(database, 'subject', tallySubject(day), tallySubject('~')), own);

/** As `publishedVersions`. */
export const publishedBare = async (database: IDBDatabase) =>
  publishedTold(await eventsIn(database, BY_TYPE, [PUBLISHED, ''], [PUBLISHED, '\uffff']));

/** As `degradedProfiles`. */
export const degradedBare = async (database: IDBDatabase, from: string) =>
  degradedTold(await eventsIn(database, BY_TYPE, [DEGRADED, from], [DEGRADED, '\uffff']));

const BY_TYPE = '[event.type+event.time]';

const eventsIn = (database: IDBDatabase, index: string, from: IDBValidKey, to: IDBValidKey): Promise<StoredEvent[]> =>
  rowsAt(database, { store: 'events', index, range: IDBKeyRange.bound(from, to, false, true) });
