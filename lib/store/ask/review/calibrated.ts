/** What several reviewers judge apart from each other. It reads, and nothing else. */
import type { Collection } from 'dexie';
import { isOver } from '../../../domain/decision/calibration.ts';
import { type Database, db as shared } from '../../db.ts';
import { isProved } from '../../rows/event.ts';
import type { OutputRow } from '../../rows/output.ts';

const ASKED = 'countersign.calibration.asked.v1';

/** The outputs of all calibrations that the log has. A live query's body. */
export async function calibratedOutputs(db: Database = shared): Promise<OutputRow[]> {
  const asked = await db.events.where('[event.type+event.time]').between([ASKED, ''], [ASKED, '\uffff']).toArray();
  const subjects = new Set(asked.filter(isProved).map(({ subject }) => subject));
  return (await db.outputs.bulkGet([...subjects])).flatMap((row) => row ?? []);
}

/** Outputs that are looked through for some that nobody who is asked knows. */
const MOST_LOOKED_AT = 2_000;
const PAGE = 50;

/**
 * Outputs that some people can judge without knowing anything of them: what waits, the gravest first, then what was decided
 * last. They had no part in any, its text is here, the team has it, and nobody judges it apart from others this moment.
 */
export async function judgeable(people: readonly string[], most: number, db: Database = shared): Promise<string[]> {
  const found = new Set<string>();
  const ways = [
    () => db.outputs.orderBy('[line.grave+line.since]'),
    () => db.outputs.orderBy('updatedAt').reverse(),
  ] as const;
  for (const way of ways)
    for (let at = 0; at < MOST_LOOKED_AT && found.size < most; at += PAGE) {
      const rows = await pageOf(way(), at);
      for (const row of rows) if (found.size < most && (await isUnknownTo(people, row, db))) found.add(row.hash);
      if (rows.length < PAGE) break;
    }
  return [...found];
}

const pageOf = (rows: Collection<OutputRow, string>, at: number): Promise<OutputRow[]> =>
  rows.offset(at).limit(PAGE).toArray();

async function isUnknownTo(people: readonly string[], row: OutputRow, db: Database): Promise<boolean> {
  const { hash, content, blind, status, line, inProcess } = row;
  const now = new Date().toISOString();
  if (!content || blind || (status === 'unreviewed' && !line)) return false;
  if (inProcess?.calibrations?.some((one) => !isOver(one, now))) return false;
  const told = (await db.events.where({ subject: hash }).toArray()).filter(isProved);
  return (
    told.some(({ event }) => event.sequence !== undefined) &&
    !told.some(({ event }) => event.authid !== undefined && people.includes(event.authid))
  );
}
