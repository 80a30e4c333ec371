/** A log is read up to where it ended, while people write, erase, and are given tokens: nothing of that looks like tampering. */
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backupLines, restore } from '../../../../collector/database/backup.ts';
import type { Queries, SqlDatabase } from '../../../../collector/database/database.ts';
import { eraseOutput, erasePerson } from '../../../../collector/ledger/erase.ts';
import { readEnd } from '../../../../collector/ledger/head.ts';
import { ErasedMeanwhile, exportLines } from '../../../../collector/ledger/log-lines.ts';
import { setRetention } from '../../../../collector/ledger/retention.ts';
import { verifyTeam } from '../../../../collector/ledger/verify/log.ts';
import { createToken } from '../../../../collector/people/tokens.ts';
import { freshPostgres, openFresh } from '../databases.ts';
import { appOf, clientOf, newSource, reportMade, SUBJECT } from '../fixtures.ts';
import { ADA, found, LUCA, verifyLines, writeLog } from '../logs.ts';

let database: SqlDatabase;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ database, drop } = await openFresh(freshPostgres));
});
afterAll(() => drop());

/** The database, in which something happens after so many questions. */
function interrupted(after: number, happens: () => Promise<unknown>): Queries {
  let left = after;
  return {
    query: async (sql, params) => {
      const rows = await database.query<never>(sql, params);
      left--;
      if (left === 0) await happens();
      return rows;
    },
  };
}

const asked = (team: string) => ({ team, authid: 'boss', now: new Date() });
const HAPPENS: Record<string, (team: string) => Promise<unknown>> = {
  'a person’s content is erased': (team) => erasePerson(database, asked(team), ADA, false),
  'a person’s name is erased': (team) => erasePerson(database, asked(team), ADA, true),
  'the same name is erased again': async (team) => {
    await erasePerson(database, asked(team), LUCA, true);
    await erasePerson(database, asked(team), ADA, true);
  },
  'an output is erased': (team) => eraseOutput(database, asked(team), SUBJECT),
  'another time to keep content is set': (team) => setRetention(database, team, 'boss', 30, new Date()),
  'somebody writes': async (team) =>
    (await clientOf(appOf(database), database, team, 'reporter', 'carla')).push([await reportMade(newSource())]),
  'a token is made': (team) => createToken(database, { team, subject: 'dario', role: 'admin' }),
};

/** Questions of a verification, by their number: where it ends, its rows, where it ends by then, what hangs on no row. */
const QUESTIONS = [1, 2, 3, 4];

describe.each(Object.keys(HAPPENS))('%s', (what) => {
  test('after any question of a verification: nothing is found', async () => {
    for (const after of QUESTIONS) {
      const team = await writeLog(database);
      const queries = interrupted(after, async () => HAPPENS[what]?.(team));
      expect([after, found(await verifyTeam(queries, team))]).toEqual([after, []]);
      expect(found(await verifyTeam(database, team))).toEqual([]);
    }
  });
});

test('content that goes without an erasure is found, also while it is looked at', async () => {
  const team = await writeLog(database);
  const queries = interrupted(1, () => database.query('delete from contents where team = $1', [team]));
  expect(found(await verifyTeam(queries, team)).length).toBe(8);
});

test('an erasure that was put in after the end answers for nothing', async () => {
  const team = await writeLog(database);
  const other = await writeLog(database);
  await erasePerson(database, asked(other), ADA, false);
  const queries = interrupted(1, async () => {
    await database.query('delete from contents where team = $1', [team]);
    await database.query(
      `insert into events select $1, sequence, source, id, subject, type, time, authid, event, bytes, recorded_at,
        author_commitment, author_salt, link, bare from events where team = $2 and sequence = 9`,
      [team, other],
    );
  });
  expect(found(await verifyTeam(queries, team))).toContain('changed 9');
});

test('an export in which something was erased is not ended; one beside which people write is whole', async () => {
  const team = await writeLog(database);
  const end = await readEnd(database, team, new Date());
  await HAPPENS['somebody writes']?.(team);
  const lines: string[] = [];
  for await (const line of exportLines(database, team, end)) lines.push(line.trimEnd());
  expect(await verifyLines(lines)).toMatchObject({ rows: 8, findings: [] });
  await erasePerson(database, asked(team), ADA, false);
  await expect(Array.fromAsync(exportLines(database, team, end))).rejects.toThrow(ErasedMeanwhile);
});

test('a backup beside which people write, are erased and get tokens restores as a log that holds', async () => {
  const team = await writeLog(database);
  const there = await openFresh(freshPostgres);
  let questions = 0;
  const busy: SqlDatabase = {
    ...database,
    query: async (sql, params) => {
      const rows = await database.query<never>(sql, params);
      const happens = params?.[0] === team ? MEANWHILE[questions++] : undefined;
      if (happens) await HAPPENS[happens]?.(team);
      return rows;
    },
  };
  const lines: string[] = [];
  for await (const line of backupLines(busy)) lines.push(line.trimEnd());
  expect(lines.filter((line) => line.startsWith('{"again"'))).toEqual(Array(3).fill(JSON.stringify({ again: team })));
  await restore(there.database, Readable.from(lines), () => undefined);
  expect(found(await verifyTeam(there.database, team))).toEqual([]);
  const { rows } = await verifyTeam(database, team);
  expect((await verifyTeam(there.database, team)).rows).toBeGreaterThanOrEqual(rows - 1);
  await there.drop();
});

/** After which question about the team what happens: in the middle of three readings, who writes gets a token first. The fourth is whole. */
const MEANWHILE: Record<number, string> = {
  2: 'a person’s content is erased',
  4: 'a token is made',
  17: 'an output is erased',
  31: 'somebody writes',
};
