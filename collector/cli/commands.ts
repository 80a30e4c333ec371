/** What the commands do. */
import { createGzip } from 'node:zlib';
import type { SqlDatabase } from '../database/database.ts';
import { type DatabasePlace, openDatabase } from '../database/open.ts';
import { headSchema } from '../ledger/head.ts';
import { type Command, USAGE } from './arguments.ts';
import type { Order } from './control.ts';
import { readTextFile, writeWhole } from './files.ts';
import { askHolder, fullRefused } from './holder.ts';
import * as log from './log-commands.ts';
import { checkAlone } from './policy/commands.ts';
import { verifyReceipt } from './policy/receipt.ts';
import { piecesOf } from './records.ts';
import { seed } from './seed/seed.ts';
import { type Surroundings, serve } from './serve.ts';
import { doctor } from './setup/doctor.ts';
import { init } from './setup/init.ts';
import { initOptions } from './setup/init-options.ts';

type Out = (text: string) => void;

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
      return askFor(command, out);
    case 'policy.check':
      if (!command.over) return out(checkAlone(readTextFile(command.file)));
      return askFor({ name: command.name, file: command.file, ...command.over }, out);
    case 'receipt.verify':
      return verifyReceipt(command, out);
    case 'key.create':
      return log.createKey(command.out, out);
    case 'verify':
      return verify(command, out);
    case 'head':
      return head(command, out);
    case 'backup':
      return backup(command, surroundings);
    default:
      return withDatabase(command.place, (database) => recordsCommand(database, command, surroundings));
  }
}

type Records = Extract<Command, { name: 'export' | 'erase' | 'retention' | 'restore' | 'seed' }>;

function recordsCommand(database: SqlDatabase, command: Records, { out, err }: Surroundings): Promise<void> {
  const progress = progressTo(err);
  switch (command.name) {
    case 'export':
      return log.exportTo(database, command, out);
    case 'erase':
      return log.erase(database, command, out);
    case 'retention':
      return log.retention(database, command, out);
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
    err(rows === 1 ? '1 row …\n' : `${rows} rows …\n`);
  };
}

type ForHolder =
  | Extract<
      Command,
      { name: `token.${string}` | 'key.rotate' | `policy.${'show' | 'history' | 'draws' | 'publish' | 'diff'}` }
    >
  | { name: 'policy.check'; file: string; place: DatabasePlace; team: string };

async function askFor({ place, ...command }: ForHolder, out: Out): Promise<void> {
  const { file, keys, ...rest } = command as { file?: string; keys?: string };
  const asked = { ...rest, ...(file === undefined ? {} : { text: readTextFile(file) }) } as Order;
  for await (const said of askHolder(place, asked, keys)) if ('out' in said) out(said.out);
}

type CommandOf<Name extends Command['name']> = Extract<Command, { name: Name }>;

async function verify(command: CommandOf<'verify'>, out: Out): Promise<void> {
  const { from } = command;
  const against = log.againstOf(command);
  if ('file' in from) for await (const text of log.verifyFile(from.file, against)) out(text);
  else {
    const team = from.team === undefined ? {} : { team: from.team };
    for await (const said of askHolder(from.place, { name: 'verify', ...team, ...against }))
      if ('out' in said) out(said.out);
  }
}

async function head({ place, team, signingKey }: CommandOf<'head'>, out: Out): Promise<void> {
  for await (const said of askHolder(place, { name: 'head', team }))
    if ('out' in said) out(await log.headLine(headSchema.parse(JSON.parse(said.out)), signingKey));
}

/** Writes all that the records hold into a packed file, while their collector goes on where one runs. */
async function backup({ place, out: path }: CommandOf<'backup'>, { out, err }: Surroundings): Promise<void> {
  await writeWhole(path, piecesOf(askHolder(place, { name: 'backup' }), progressTo(err)), createGzip());
  out(`Wrote the backup to ${path}. It holds what people wrote, and hashes of their tokens: keep it safe.\n`);
}

async function withDatabase(place: DatabasePlace, work: (database: SqlDatabase) => Promise<void>): Promise<void> {
  const database = await openDatabase(place);
  try {
    await work(database);
  } catch (error) {
    throw fullRefused(error);
  } finally {
    await database.close();
  }
}
