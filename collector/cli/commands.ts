/** What the commands do. */

import { DatabaseError, type SqlDatabase, STORAGE_FULL } from '../database/database.ts';
import { type DatabasePlace, openDatabase } from '../database/open.ts';
import { doubtOf } from '../http/live.ts';
import { type Command, USAGE } from './arguments.ts';
import { askRunning, type TokenCommand } from './control.ts';
import * as log from './log-commands.ts';
import { CommandRefusal } from './refusal.ts';
import { seed } from './seed.ts';
import { type Surroundings, serve } from './serve.ts';
import { tokenCommand } from './token-commands.ts';

/** Runs a command to its end. Rejects with a `Refusal` when it cannot be done. */
export async function runCommand(command: Command, surroundings: Surroundings): Promise<void> {
  const { out } = surroundings;
  switch (command.name) {
    case 'help':
      return out(USAGE);
    case 'serve':
      return serve(command, surroundings);
    case 'token.create':
    case 'token.list':
    case 'token.revoke':
      return onTokens(command, out);
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

type Tokens = Extract<Command, { name: `token.${string}` }>;

/** By the collector that holds the database, where one runs; else here. */
async function onTokens({ place, ...command }: Tokens, out: (text: string) => void): Promise<void> {
  const said = place.kind === 'directory' ? await askRunning(place.path, command as TokenCommand) : undefined;
  if (said !== undefined) return out(said);
  await withDatabase(place, async (database) => {
    // Collectors that run on the same database end its streams.
    const ended = (team: string) => database.notify([doubtOf(team)]);
    out(await tokenCommand(database, command as TokenCommand, ended));
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
