/** Logs for the tests of chain, verification and erasure. */
import type { Queries, SqlDatabase } from '../../../collector/database/database.ts';
import { type Head, readEnd, readHead } from '../../../collector/ledger/head.ts';
import { exportLines, readLines } from '../../../collector/ledger/log-lines.ts';
import { type Trust, type Verified, verifyLog, verifyTeam } from '../../../collector/ledger/verify/log.ts';
import { appOf, clientOf, decisionMade, newSource, newTeam, outputSeen, reportMade } from './fixtures.ts';

/** Whom the events of `writeLog` are from. */
export const ADA = 'ada@example.com';
export const LUCA = 'luca@example.com';

/** A team with a log of eight rows: an output, six reports of two people, a decision. */
export async function writeLog(database: SqlDatabase): Promise<string> {
  const team = newTeam();
  const app = appOf(database);
  const [ada, luca] = [
    await clientOf(app, database, team, 'reporter', ADA),
    await clientOf(app, database, team, 'reviewer', LUCA),
  ];
  const source = newSource();
  await ada.push([await outputSeen(source, 'The capital is Rome.'), await reportMade(source, 'Ada 1')]);
  for (const at of [2, 3, 4]) await ada.push([await reportMade(source, `Ada ${at}`)]);
  const other = newSource();
  await luca.push([await reportMade(other, 'Luca 1'), await reportMade(other, 'Luca 2'), await decisionMade(other)]);
  return team;
}

/**
 * So many more of each event and text of a team, in a moment: for what depends on how much there is. No log that holds: they are
 * not linked.
 */
export async function writeAlike(queries: Queries, team: string, times: number): Promise<void> {
  const changed = {
    events: `'sequence', n * 10000 + sequence, 'subject', subject || n, 'id', id || n`,
    contents: `'id', id || n`,
  };
  for (const [table, columns] of Object.entries(changed))
    await queries.query(
      `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object(${columns}))).*
        from ${table} t cross join generate_series(1, ${times}) n where team = $1`,
      [team],
    );
}

/** The exported log, a line an element, without line feeds. */
export async function exported(queries: Queries, team: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportLines(queries, team, await readEnd(queries, team, new Date())))
    lines.push(line.trimEnd());
  return lines;
}

export const headOf = (queries: Queries, team: string): Promise<Head> => readHead(queries, team, new Date());

/** Checks lines as `verify --file` does. */
export async function verifyLines(lines: readonly string[], trust?: Trust): Promise<Verified> {
  async function* text() {
    yield* lines;
  }
  const log = await readLines(text());
  return verifyLog(log.team, log.lines, trust);
}

/** What verification found, each as `kind number`. */
export const found = ({ findings }: Verified): string[] =>
  findings.map(({ kind, sequence }) => (sequence === undefined ? kind : `${kind} ${Number(sequence)}`));

export const findingsOf = async (database: SqlDatabase, team: string, trust?: Trust): Promise<string[]> =>
  found(await verifyTeam(database, team, trust));
