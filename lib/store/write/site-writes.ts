/** What is kept of sites. No events: which sites a person has watched, and what was learned there, stays in this browser. */
import { type Learned, replaces } from '../../tools/learned.ts';
import { type Database, db as shared } from '../db.ts';

/** More origins than anybody works with; beyond it the one that was used longest ago goes. */
export const MOST_SITES = 500;

/**
 * Keeps what was learned of an origin, where it takes the place of what is kept (`replaces`), and gives what is kept
 * then. `found`: outputs that the kept one finds in the page on which this was learned. What finds the same turns goes on
 * counting: a page learns again with each answer that tells more.
 */
export function keepLearned(origin: string, learned: Learned, found: number, db: Database = shared): Promise<Learned> {
  return db.transaction('rw', db.sites, async () => {
    const row = await db.sites.get(origin);
    if (row?.learned && !replaces(learned, row.learned, found)) return row.learned;
    const outputs = row?.learned && findsSameTurns(row.learned, learned) ? row.outputs : 0;
    await db.sites.put({ origin, learned, outputs, usedAt: learned.learnedAt });
    await dropOldest(db);
    return learned;
  });
}

const findsSameTurns = (one: Learned, other: Learned): boolean =>
  JSON.stringify(one.profile.turn) === JSON.stringify(other.profile.turn);

async function dropOldest(db: Database): Promise<void> {
  const over = (await db.sites.count()) - MOST_SITES;
  if (over > 0) await db.sites.orderBy('usedAt').limit(over).delete();
}

/** Puts what a person corrected, or wants back, in the place of what is kept: count and history of the site stay. */
export function putLearned(origin: string, learned: Learned, db: Database = shared): Promise<void> {
  return db.transaction('rw', db.sites, async () => {
    const { outputs = 0, usedAt = learned.learnedAt } = (await db.sites.get(origin)) ?? {};
    await db.sites.put({ origin, learned, outputs, usedAt });
  });
}

/** Keeps what a person taught; it also takes back that nothing of the site was to be read. What was there is kept for undo. */
export function teach(origin: string, learned: Learned, db: Database = shared): Promise<void> {
  return db.transaction('rw', db.sites, async () => {
    const row = await db.sites.get(origin);
    const before = { ...(row?.learned ? { learned: row.learned } : {}), ...(row?.off ? { off: true } : {}) };
    await db.sites.put({ origin, learned, outputs: row?.outputs ?? 0, usedAt: learned.learnedAt, before });
    await dropOldest(db);
  });
}

/** Puts back what was there before the last teaching. Once: there is no undo of the undo. */
export function unteach(origin: string, db: Database = shared): Promise<void> {
  return db.transaction('rw', db.sites, async () => {
    const row = await db.sites.get(origin);
    if (!row?.before) return;
    const { before, outputs, usedAt } = row;
    if (before.learned || before.off) await db.sites.put({ origin, outputs, usedAt, ...before });
    else await db.sites.delete(origin);
  });
}

/** Forgets what is known of an origin. */
export const forgetSite = (origin: string, db: Database = shared): Promise<void> => db.sites.delete(origin);

/** Says that no text of a site is AI text, or takes that back. What was learned is kept, and not used meanwhile. */
export function setOff(origin: string, off: boolean, db: Database = shared): Promise<void> {
  return db.transaction('rw', db.sites, async () => {
    const { off: _, ...row } = (await db.sites.get(origin)) ?? { origin, outputs: 0, usedAt: new Date().toISOString() };
    if (!off && !row.learned) await db.sites.delete(origin);
    else await db.sites.put(off ? { ...row, off } : row);
  });
}

/** Notes that a page of an origin is read by what was learned. */
export const noteUse = (origin: string, db: Database = shared): Promise<number> =>
  db.sites.update(origin, { usedAt: new Date().toISOString() });

/** Counts an output that was found by the profile with this id, where it is the one that was learned of the origin. */
export const countOutput = (origin: string, profileId: string, db: Database = shared): Promise<number> =>
  db.sites.where({ origin }).modify((row) => {
    if (row.learned?.profile.id === profileId) row.outputs++;
  });

/** Puts a site on the list of those that are watched. */
export const addWatch = (pattern: string, db: Database = shared): Promise<unknown> =>
  db.watches.put({ pattern, addedAt: new Date().toISOString() });

/** Takes a site from that list. */
export const removeWatch = (pattern: string, db: Database = shared): Promise<void> => db.watches.delete(pattern);
