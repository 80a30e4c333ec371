/** What the commands do. */
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { createApp } from './app.ts';
import { type Command, USAGE } from './arguments.ts';
import type { Database } from './database.ts';
import { createLog, errorFields } from './log.ts';
import { openDatabase, type Place } from './open.ts';
import { Refusal } from './refusal.ts';
import { listen } from './server.ts';
import { createToken, listTokens, revokeToken } from './tokens.ts';

/** What a command is given by the process it runs in. */
export interface Surroundings {
  out: (text: string) => void;
  err: (text: string) => void;
  /** Aborted when the process is asked to stop. */
  stop: AbortSignal;
}

/** Runs a command to its end. Rejects with a `Refusal` when it cannot be done. */
export async function runCommand(command: Command, surroundings: Surroundings): Promise<void> {
  switch (command.name) {
    case 'help':
      surroundings.out(USAGE);
      return;
    case 'serve':
      return serve(command, surroundings);
    case 'token.create':
      return withDatabase(command.place, async (database) => {
        const { tokenId, token } = await createToken(database, command.me);
        surroundings.out(`Token ${tokenId}. It is shown only now:\n${token}\n`);
      });
    case 'token.list':
      return withDatabase(command.place, async (database) => surroundings.out(await table(database)));
    case 'token.revoke':
      return withDatabase(command.place, async (database) => {
        if (!(await revokeToken(database, command.tokenId))) throw new Refusal(`There is no token ${command.tokenId}.`);
        surroundings.out(`Token ${command.tokenId} is revoked.\n`);
      });
  }
}

async function serve(command: Extract<Command, { name: 'serve' }>, { out, err, stop }: Surroundings): Promise<void> {
  const log = createLog(err, command.quiet);
  const lost = (error: Error) => log.warn('database.connection_lost', errorFields(error));
  const database = await openDatabase(command.place, lost);
  try {
    const app = createApp({ database, log, version: version() });
    const listening = await listen(app, command.host, command.port);
    out(`Countersign collector listening on ${listening.url}\n`);
    await aborted(stop);
    log.info('collector.stopping');
    await listening.stop();
  } finally {
    await database.close();
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

async function withDatabase(place: Place, work: (database: Database) => Promise<void>): Promise<void> {
  const database = await openDatabase(place);
  try {
    await work(database);
  } finally {
    await database.close();
  }
}

async function table(database: Database): Promise<string> {
  const rows = (await listTokens(database)).map(({ tokenId, team, subject, role, name, createdAt, revokedAt }) => [
    tokenId,
    team,
    subject,
    role,
    name ?? '',
    createdAt,
    revokedAt ?? '',
  ]);
  const all = [['ID', 'TEAM', 'SUBJECT', 'ROLE', 'NAME', 'CREATED', 'REVOKED'], ...rows];
  return all.map((row) => `${row.join('\t')}\n`).join('');
}

/** The version of this source tree. */
export function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
