/**
 * Tries again what the database has not done: a deadlock, a lost race, a server that has just handed over to its standby. Few
 * times and not for long, since whoever asked waits; browsers send again what is not answered.
 */
import { setTimeout } from 'node:timers/promises';
import { DatabaseError, type Queries, type SqlDatabase } from './database.ts';

/** Six tries with at most 1.6 seconds between them: a browser gives up after 20, and a failover of a cluster takes longer than either. */
const PAUSES_MS = [50, 100, 200, 400, 800];
/** A server that does not even refuse takes five seconds for each connection: after two of those there is no other. */
const PATIENCE_MS = 10_000;

/** Rolled back as a whole, as SQLSTATE class 40 says (and Aurora DSQL's own): but 40003, which says that nobody knows. */
const UNDONE = /^(?:40(?!003)|OC0)/;
/** The connection is gone, or leads to a server that is going, coming, or no longer the one that is written to. */
const LOST = /^(?:08|57P0[123]$|25006$|ECONNRESET$|ECONNREFUSED$|EPIPE$|ETIMEDOUT$)/;

/** Whether nothing of it was done. */
export const isUndone = (error: unknown): boolean => error instanceof DatabaseError && UNDONE.test(error.code);

/** Whether it may have been done or not: only what can be repeated is tried again. */
export const isLost = (error: unknown): boolean => error instanceof DatabaseError && LOST.test(error.code);

/** Does what may be repeated, also where the answer to it was lost. */
export const repeated = <Result>(work: () => Promise<Result>): Promise<Result> =>
  tried(work, (error) => isUndone(error) || isLost(error));

/** One transaction, done again where the database has undone it. `work` touches nothing but the database. */
export const redone = <Result>(database: SqlDatabase, work: (queries: Queries) => Promise<Result>): Promise<Result> =>
  tried(() => database.transaction(work), isUndone);

async function tried<Result>(work: () => Promise<Result>, again: (error: unknown) => boolean): Promise<Result> {
  const endsAt = Date.now() + PATIENCE_MS;
  for (const pauseMs of PAUSES_MS)
    try {
      return await work();
    } catch (error) {
      if (!again(error) || Date.now() > endsAt) throw error;
      // Between half of it and all: those who met once would meet again.
      await setTimeout(pauseMs * (1 + Math.random()) * 0.5);
    }
  return work();
}
