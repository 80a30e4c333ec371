/** What the collector stands on: its database and the disk below, the clock, and whether the logs and a backup hold. */
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createGzip } from 'node:zlib';
import type { SqlDatabase } from '../../database/database.ts';
import { type DatabasePlace, openDatabase } from '../../database/open.ts';
import { askRunning } from '../control.ts';
import { writeWhole } from '../files.ts';
import { restoreFrom } from '../log-commands.ts';
import { type CommandPart, piecesOf, type RecordsAsk, recordsCommand } from '../records.ts';
import { CommandRefusal } from '../refusal.ts';
import { bad, type CheckUp, good, warning } from './findings.ts';

const MB = 1_000_000;
/** As the collector itself warns from. */
const LOW_MB = 500;
/** A token that ends, a JWT and a policy that comes into force are judged by the clock: a minute is what they allow. */
const CLOCK_MS = 60_000;

/** The room where the embedded database is, or will be. */
export function checkDisk(place: DatabasePlace): CheckUp[] {
  if (place.kind !== 'directory') return [];
  const { bavail, bsize } = statfsSync(nearest(place.path));
  const free = Math.floor((bavail * bsize) / MB);
  if (free >= LOW_MB) return [good('disk', `${free} MB are free`)];
  return [warning('disk', `only ${free} MB are free`, 'Make room: below 67 MB the collector writes nothing more.')];
}

function nearest(path: string): string {
  try {
    statfsSync(path);
    return path;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(path) === path) throw error;
    return nearest(dirname(path));
  }
}

/** The clock, by that of somebody else: a date that a server gave. */
export function checkClock(by: string, theirs: number, mine: number): CheckUp {
  const seconds = Math.round(Math.abs(theirs - mine) / 1_000);
  if (Math.abs(theirs - mine) <= CLOCK_MS) return good('clock', `${seconds} s apart from ${by}`);
  return bad(
    'clock',
    `${seconds} s apart from ${by}`,
    'Have this computer keep its clock by the network: timedatectl set-ntp true.',
  );
}

/** Whoever holds the records, and says what is asked of them. */
type Holder = (ask: RecordsAsk) => AsyncIterable<CommandPart>;

/** Opens the database and looks at it; has the collector that runs on it do so, where one does. */
export async function checkDatabase(
  place: DatabasePlace,
  rehearse: boolean,
  progress: (rows: number) => void,
): Promise<CheckUp[]> {
  let database: SqlDatabase;
  try {
    database = await openDatabase(place);
  } catch (error) {
    if (!(error instanceof CommandRefusal)) throw error;
    if (place.kind === 'directory' && error.message.includes('is in use by a running collector'))
      return [
        good('database', 'the running collector has it'),
        ...(await checkRunning(place.path, rehearse, progress)),
      ];
    return [bad('database', error.message, 'Mend that first.')];
  }
  try {
    const clock = place.kind === 'postgres' ? [await databaseClock(database)] : [];
    const checks = await checkRecords((ask) => recordsCommand(database, ask), rehearse, progress);
    return [good('database', 'it opens, and has the form that this version wants'), ...clock, ...checks];
  } finally {
    await database.close();
  }
}

async function checkRunning(
  directory: string,
  rehearse: boolean,
  progress: (rows: number) => void,
): Promise<CheckUp[]> {
  const ask: Holder = async function* (asked) {
    const said = await askRunning(directory, asked);
    if (!said) throw new CommandRefusal('the running collector takes no commands here; stop it and ask again');
    yield* said;
  };
  return checkRecords(ask, rehearse, progress);
}

async function checkRecords(ask: Holder, rehearse: boolean, progress: (rows: number) => void): Promise<CheckUp[]> {
  const log = await checkLogs(ask);
  return rehearse ? [log, await rehearseRestore(ask, progress)] : [log];
}

async function databaseClock(database: SqlDatabase): Promise<CheckUp> {
  const before = Date.now();
  const [row] = await database.query<{ ms: string }>(
    'select (extract(epoch from clock_timestamp()) * 1000)::bigint::text as ms',
  );
  return checkClock('the database', Number(row?.ms), (before + Date.now()) / 2);
}

async function checkLogs(ask: Holder): Promise<CheckUp> {
  try {
    const said = await Array.fromAsync(ask({ name: 'verify' }));
    return good('log', said.length > 1 ? `${said.length - 1} verified` : 'nothing is written in it yet');
  } catch (error) {
    if (!(error instanceof CommandRefusal)) throw error;
    return bad(
      'log',
      error.message,
      'Run "verify" for what was found, keep the database as it is, and compare with a head that you kept.',
    );
  }
}

/** Backs up, restores beside, and checks what came of it. Nothing of it stays. */
async function rehearseRestore(ask: Holder, progress: (rows: number) => void): Promise<CheckUp> {
  return inFolder(async (folder) => {
    const file = join(folder, 'backup.gz');
    await writeWhole(file, piecesOf(ask({ name: 'backup' }), progress), createGzip());
    return restored(file, folder, progress);
  });
}

/** Restores a backup that is there, and checks what came of it. Nothing of it stays. */
export const rehearseFrom = (file: string, progress: (rows: number) => void): Promise<CheckUp> =>
  inFolder((folder) => restored(file, folder, progress));

async function restored(file: string, folder: string, progress: (rows: number) => void): Promise<CheckUp> {
  const said: string[] = [];
  try {
    const database = await openDatabase({ kind: 'directory', path: join(folder, 'restored') });
    try {
      await restoreFrom(database, file, (text) => said.push(text.trim()), progress);
    } finally {
      await database.close();
    }
    return good('restore', `rehearsed: ${said[0]?.replace(/\.$/, '') ?? ''}, and every log verifies`);
  } catch (error) {
    if (!(error instanceof CommandRefusal)) throw error;
    return bad('restore', error.message, 'Make another backup, and rehearse that one before you need it.');
  }
}

async function inFolder(work: (folder: string) => Promise<CheckUp>): Promise<CheckUp> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-rehearsal-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
