/** The commands about logs: verify, head, export, erase, retention, restore. */

import type { KeyObject } from 'node:crypto';
import { createGunzip } from 'node:zlib';
import { parsedJson } from '../../lib/domain/json.ts';
import { OPERATOR } from '../acts/acts.ts';
import { type RowsProgress, restore } from '../database/backup.ts';
import type { SqlDatabase } from '../database/database.ts';
import { eraseOutput, erasePerson } from '../ledger/erase.ts';
import { type Head, headSchema, makeKeys, publicKeyOf, readEnd, signHead } from '../ledger/head.ts';
import { ErasedMeanwhile, exportLines, readLines } from '../ledger/log-lines.ts';
import { exportPerson } from '../ledger/person.ts';
import { applyRetention, readRetention, setRetention } from '../ledger/retention.ts';
import { checkStoredTexts } from '../ledger/texts.ts';
import { type Trust, type Verified, verifyLog, verifyTeam } from '../ledger/verify/log.ts';
import type { Command } from './arguments.ts';
import { linesOf, readKey, readTextFile, writeWhole } from './files.ts';
import { CommandRefusal } from './refusal.ts';

type Out = (text: string) => void;
type CommandOf<Name extends Command['name']> = Extract<Command, { name: Name }>;

/** Makes a key pair: the private half into a file, the public half onto the screen. */
export async function createKey(path: string, out: Out): Promise<void> {
  const { privateKey, publicKey } = makeKeys();
  await writeWhole(path, piecesOf(privateKey));
  out(`The private key is in ${path}. Whoever checks heads needs the public one:\n${publicKey}`);
}

async function* piecesOf(text: string): AsyncGenerator<string> {
  yield text;
}

/** What a log is checked against; the key in PEM. */
interface Against {
  head?: Head | undefined;
  publicKey?: string | undefined;
}

/** Checks an exported log. Ends with a `Refusal` when anything is wrong with it. */
export async function* verifyFile(path: string, against: Against): AsyncGenerator<string> {
  const log = await readLines(linesOf(path)).catch((error: unknown) => {
    throw error instanceof TypeError ? new CommandRefusal(`${path}: ${error.message}`) : error;
  });
  yield* conclusion([await verifyLog(log.team, log.lines, trustOf(against))]);
}

/** Checks one team's log in the database, or every team's. Ends with a `Refusal` when anything is wrong with one. */
export async function* verifyDatabase(
  database: SqlDatabase,
  { team: only, ...against }: Against & { team?: string | undefined },
): AsyncGenerator<string> {
  const teams = only === undefined ? await teamsOf(database) : [only];
  const all: Verified[] = [];
  for (const team of teams) all.push(await verifyTeam(database, team, trustOf(against)));
  if (all.length === 0) yield 'There is no team yet.\n';
  yield* conclusion(all);
}

/** Every team that has a log, also one whose own row is gone. */
async function teamsOf(database: SqlDatabase): Promise<string[]> {
  const rows = await database.query<{ team: string }>(
    'select team from teams union select team from events order by team',
  );
  return rows.map(({ team }) => team);
}

/** What the texts in the files of a command say. Throws a `Refusal` that names the file of what is none. */
export function againstOf({ head, publicKey }: Pick<CommandOf<'verify'>, 'head' | 'publicKey'>): Against {
  return {
    ...(head === undefined ? {} : { head: headIn(head) }),
    ...(publicKey === undefined ? {} : { publicKey: publicKeyIn(publicKey) }),
  };
}

const trustOf = ({ head, publicKey }: Against): Trust => ({
  ...(head === undefined ? {} : { kept: head }),
  ...(publicKey === undefined ? {} : { key: publicKeyOf(publicKey) }),
});

function headIn(path: string): Head {
  const head = headSchema.safeParse(parsedJson(readTextFile(path)));
  if (head.success) return head.data;
  throw new CommandRefusal(`${path} is no head, as "head" and GET /v1/head give it.`);
}

function publicKeyIn(path: string): string {
  const pem = readTextFile(path);
  try {
    publicKeyOf(pem);
    return pem;
  } catch (error) {
    throw error instanceof TypeError ? new CommandRefusal(`${path} is ${error.message}.`) : error;
  }
}

/** More findings of one log than this are counted, not shown. */
const SHOWN = 50;

function* conclusion(all: readonly Verified[]): Generator<string> {
  for (const { team, rows, erased, last, findings } of all) {
    const end = `${rows} rows, ${erased} without content, ends at ${last.sequence} ${last.link}`;
    yield `${team}: ${end}\n`;
    for (const { kind, sequence, detail } of findings.slice(0, SHOWN))
      yield `  ${kind}${sequence === undefined ? '' : ` ${sequence}`}: ${detail}\n`;
    if (findings.length > SHOWN) yield `  and ${findings.length - SHOWN} more\n`;
  }
  const bad = all.filter(({ findings }) => findings.length > 0).map(({ team }) => team);
  if (bad.length > 0) throw new CommandRefusal(`Not as it was written: ${bad.join(', ')}.`);
  if (all.length > 0) yield 'Verified.\n';
}

/** The head of a team's log as a line of JSON, signed where there is a key: to be kept where nobody who may write the database can write. */
export async function headLine(head: Head, signingKey: string | undefined): Promise<string> {
  const key = signingKey === undefined ? undefined : readKey(signingKey);
  return `${JSON.stringify(await signHead(head, key))}\n`;
}

/** Writes a team's log, or all that it holds of a person, into a file. */
export async function exportTo(database: SqlDatabase, command: CommandOf<'export'>, out: Out): Promise<void> {
  const { team, person, signingKey, out: path } = command;
  if (person !== undefined) {
    await writeWhole(path, exportPerson(database, { team, authid: OPERATOR, now: new Date() }, person));
    return out(`Wrote all that the log of ${team} holds of ${person} to ${path}.\n`);
  }
  const key = signingKey === undefined ? undefined : readKey(signingKey);
  const head = await exportLog(database, team, path, key);
  out(`Wrote the log of ${team} up to ${head.sequence} to ${path}.\n`);
}

/** How often an export is begun: erasures that come while it is written are not so many. */
const EXPORTS = 5;

/** Writes the log up to where it ends now; anew, where something was erased meanwhile: the file would not say so. */
async function exportLog(database: SqlDatabase, team: string, path: string, key: KeyObject | undefined): Promise<Head> {
  for (let turn = 1; ; turn++)
    try {
      const end = await readEnd(database, team, new Date());
      const head = await signHead(end.head, key);
      await writeWhole(path, exportLines(database, team, { ...end, head }));
      return head;
    } catch (error) {
      if (!(error instanceof ErasedMeanwhile)) throw error;
      if (turn === EXPORTS)
        throw new CommandRefusal(
          `Something was erased from the log of ${team} each time that it was written. Try again.`,
        );
    }
}

/** Erases, and says how much. */
export async function erase(database: SqlDatabase, { team, what }: CommandOf<'erase'>, out: Out): Promise<void> {
  const asked = { team, authid: OPERATOR, now: new Date() };
  const { rows } =
    'output' in what
      ? await eraseOutput(database, asked, what.output)
      : await erasePerson(database, asked, what.person, what.identity);
  out(`Erased ${rows} rows. The log says so, and browsers follow when they next pull.\n`);
}

/** Shows the setting; or sets it, and applies it at once. */
export async function retention(database: SqlDatabase, command: CommandOf<'retention'>, out: Out): Promise<void> {
  const { team, days } = command;
  if (days !== undefined) {
    await setRetention(database, team, OPERATOR, days, new Date());
    const erased = (await applyRetention(database, new Date())).find((each) => each.team === team);
    out(`Erased ${erased?.rows ?? 0} rows.\n`);
  }
  const now = await readRetention(database, team);
  out(`${team} keeps content ${now === null ? 'for good' : `for ${now} days`}.\n`);
}

/** Reads a backup into an empty database, then checks every log in it. */
export async function restoreFrom(
  database: SqlDatabase,
  path: string,
  out: Out,
  progress: RowsProgress,
): Promise<void> {
  const rows = await restore(database, linesOf(path, createGunzip()), progress);
  out(`Restored ${rows} rows.\n`);
  await checkStoredTexts(database);
  const all: Verified[] = [];
  for (const team of await teamsOf(database)) all.push(await verifyTeam(database, team));
  for (const text of conclusion(all)) out(text);
}
