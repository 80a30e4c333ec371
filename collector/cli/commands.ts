/** What the commands do. */

import { DatabaseError, type SqlDatabase, STORAGE_FULL } from '../database/database.ts';
import { type DatabasePlace, openDatabase } from '../database/open.ts';
import { doubtOf } from '../http/live.ts';
import { type Command, USAGE } from './arguments.ts';
import { askRunning, type Order } from './control.ts';
import { readTextFile } from './files.ts';
import * as log from './log-commands.ts';
import { type Heard, keysFolderOf, perform } from './perform.ts';
import { checkAlone } from './policy/commands.ts';
import { verifyReceipt } from './policy/receipt.ts';
import { CommandRefusal } from './refusal.ts';
import { seed } from './seed/seed.ts';
import { type Surroundings, serve } from './serve.ts';
import { doctor } from './setup/doctor.ts';
import { init } from './setup/init.ts';
import { initOptions } from './setup/init-options.ts';

/** Runs a command to its end. Rejects with a `Refusal` when it cannot be done. */
export async function runCommand(command: Command, surroundings: Surroundings): Promise<void> {
  const { out } = surroundings;
  switch (command.name) {
    case 'help':
      return out(USAGE);
    case 'serve':
      return serve(command, surroundings);
    case 'init':
      return init(await initOptions(command.flags, surroundings.ask, process.getuid?.() === 0), out);
    case 'doctor':
      return doctor(command, out, progressTo(surroundings.err));
    case 'token.create':
    case 'token.list':
    case 'token.role':
    case 'token.revoke':
    case 'key.rotate':
    case 'policy.show':
    case 'policy.history':
    case 'policy.draws':
    case 'policy.publish':
    case 'policy.diff':
      return askHolder(command, out);
    case 'policy.check':
      if (!command.over) return out(checkAlone(readTextFile(command.file)));
      return askHolder({ name: command.name, file: command.file, ...command.over }, out);
    case 'receipt.verify':
      return verifyReceipt(command, out);
    case 'key.create':
      return log.createKey(command.out, out);
    case 'verify':
      if ('file' in command.from) return log.verifyFile(command.from.file, command, out);
      return withDatabase(command.from.place, (database) => log.verifyDatabase(database, command, out));
    default:
      return withDatabase(command.place, (database) => recordsCommand(database, command, surroundings));
  }
}

type Records = Extract<Command, { name: 'head' | 'export' | 'erase' | 'retention' | 'backup' | 'restore' | 'seed' }>;

function recordsCommand(database: SqlDatabase, command: Records, { out, err }: Surroundings): Promise<void> {
  const progress = progressTo(err);
  switch (command.name) {
    case 'head':
      return log.printHead(database, command, out);
    case 'export':
      return log.exportTo(database, command, out);
    case 'erase':
      return log.erase(database, command, out);
    case 'retention':
      return log.retention(database, command, out);
    case 'backup':
      return log.backup(database, command.out, out, progress);
    case 'restore':
      return log.restoreFrom(database, command.from, out, progress);
    case 'seed':
      return seed(database, command.team, command.outputs, progress).then((events) =>
        out(`Wrote ${events} made-up events into ${command.team}.\n`),
      );
  }
}

/** Says how far long work is, twice a second at most. */
function progressTo(err: (text: string) => void): (rows: number) => void {
  let next = Date.now() + 2_000;
  return (rows) => {
    if (Date.now() < next) return;
    next = Date.now() + 500;
    err(`${rows} rows …\n`);
  };
}

type ForHolder =
  | Extract<
      Command,
      { name: `token.${string}` | 'key.rotate' | `policy.${'show' | 'history' | 'draws' | 'publish' | 'diff'}` }
    >
  | { name: 'policy.check'; file: string; place: DatabasePlace; team: string };

/** By the collector that holds the database, where one runs; else here. */
async function askHolder({ place, ...command }: ForHolder, out: (text: string) => void): Promise<void> {
  const { file, keys, ...rest } = command as { file?: string; keys?: string };
  const asked = { ...rest, ...(file === undefined ? {} : { text: readTextFile(file) }) } as Order;
  const said = place.kind === 'directory' ? await askRunning(place.path, asked) : undefined;
  if (said !== undefined) return out(said);
  await withDatabase(place, async (database) => {
    // Collectors that run on the same database end its streams, and tell of what is new.
    const told: Promise<void>[] = [];
    const heard: Heard = {
      ended: (team) => database.notify([doubtOf(team)]),
      grown: (team, sequence) => void told.push(database.notify([JSON.stringify([team, sequence])])),
    };
    out(await perform(database, keysFolderOf(place, keys), asked, heard));
    await Promise.all(told);
  });
}

async function withDatabase(place: DatabasePlace, work: (database: SqlDatabase) => Promise<void>): Promise<void> {
  const database = await openDatabase(place);
  try {
    await work(database);
  } catch (error) {
    if (error instanceof DatabaseError && error.code === STORAGE_FULL)
      throw new CommandRefusal('The disk of the database is full, or nearly so. Make room and try again.');
    throw error;
  } finally {
    await database.close();
  }
}
