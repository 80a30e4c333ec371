/** The commands that look at the records and change nothing, whoever runs them: the command line itself, or the collector that holds the database. */
import * as z from 'zod';
import { LONGEST_NAME } from '../../lib/domain/limits.ts';
import { backupLines, type RowsProgress } from '../database/backup.ts';
import type { SqlDatabase } from '../database/database.ts';
import { headSchema, readHead } from '../ledger/head.ts';
import { verifyDatabase } from './log-commands.ts';

/** What a command tells: something for the screen, or a piece of the file that it makes. */
export const commandPartSchema = z.union([z.strictObject({ out: z.string() }), z.strictObject({ piece: z.string() })]);
export type CommandPart = z.infer<typeof commandPartSchema>;

const team = z.string().min(1).max(LONGEST_NAME);
/** A key in PEM. Whoever asks may read its file, and who holds the database perhaps not. */
const publicKey = z.string().max(10_000);

/** What is asked of whoever holds the database: a command whose files have been read. A head is signed by who asks. */
export const recordsAskSchema = z.discriminatedUnion('name', [
  z.strictObject({
    ...{ name: z.literal('verify'), team: team.optional() },
    ...{ head: headSchema.optional(), publicKey: publicKey.optional() },
  }),
  z.strictObject({ name: z.literal('head'), team }),
  z.strictObject({ name: z.literal('backup') }),
]);
export type RecordsAsk = z.infer<typeof recordsAskSchema>;

/** Does a command. Ends with a `Refusal` where what it finds is not well. */
export async function* recordsCommand(database: SqlDatabase, ask: RecordsAsk): AsyncGenerator<CommandPart> {
  switch (ask.name) {
    case 'verify':
      for await (const out of verifyDatabase(database, ask)) yield { out };
      return;
    case 'head':
      return yield { out: JSON.stringify(await readHead(database, ask.team, new Date())) };
    case 'backup':
      for await (const piece of backupLines(database)) yield { piece };
  }
}

/** The pieces of the file that a command makes, a row each. */
export async function* piecesOf(all: AsyncIterable<CommandPart>, progress: RowsProgress): AsyncGenerator<string> {
  let rows = 0;
  for await (const said of all)
    if ('piece' in said) {
      yield said.piece;
      progress(++rows);
    }
}
