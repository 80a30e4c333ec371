/** What the database undid is done again, a few times; what may have been done is repeated only where that does no harm. */
import { describe, expect, test } from 'vitest';
import { DatabaseError, type Queries, type SqlDatabase } from '../../../../collector/database/database.ts';
import { isLost, isUndone, redone } from '../../../../collector/database/retry.ts';
import { DATABASES_OF_MANY, freshPostgres, openFresh } from '../databases.ts';
import { appOf, clientOf, newSource, newTeam, outcomes, reportMade, sequence } from '../fixtures.ts';
import { findingsOf } from '../logs.ts';

const failure = (code: string) => new DatabaseError(Object.assign(new Error('of the test'), { code }));

/** The real database, but the first so many statements that match fail: before they are done, or after. */
function stumbling(database: SqlDatabase, matching: RegExp, code: string, times: number, when: 'before' | 'after') {
  let left = times;
  const wrap = (queries: Queries): Queries => ({
    query: async (sql, params) => {
      if (!matching.test(sql) || left === 0) return queries.query(sql, params);
      left--;
      if (when === 'after') await queries.query(sql, params);
      throw failure(code);
    },
  });
  const stumbles: SqlDatabase = {
    ...database,
    query: wrap(database).query,
    transaction: (work) => database.transaction((queries) => work(wrap(queries))),
  };
  return { stumbles, left: () => left };
}

test.each([
  ['40001', true, false],
  ['40P01', true, false],
  ['40003', false, false],
  ['OC001', true, false],
  ['08006', false, true],
  ['57P01', false, true],
  ['25006', false, true],
  ['ECONNRESET', false, true],
  ['23505', false, false],
  ['57014', false, false],
  ['53100', false, false],
])('%s: undone %s, lost %s', (code, undone, lost) => {
  expect([isUndone(failure(code)), isLost(failure(code))]).toEqual([undone, lost]);
});

test('what the driver says of a lost connection without a code has one', () => {
  expect(isLost(new DatabaseError(new Error('Connection terminated unexpectedly')))).toBe(true);
  expect(isLost(new DatabaseError(new Error('timeout exceeded when trying to connect')))).toBe(true);
  expect(new DatabaseError(new Error('Connection of ideas')).code).toBe('unknown');
});

describe.each(DATABASES_OF_MANY)('a push on $name', ({ fresh }) => {
  test.each([
    ['a deadlock', '40P01', 'before'],
    ['a lost race', '40001', 'before'],
    ['a connection lost on the way there', '08006', 'before'],
    ['a connection lost on the way back', '57P01', 'after'],
  ] as const)('%s: every event once, no gap, the chain holds', async (_what, code, when) => {
    const { database, drop } = await openFresh(fresh);
    const team = newTeam();
    const healthy = await clientOf(appOf(database), database, team, 'reporter');
    await healthy.push([await reportMade(newSource())]);
    const { stumbles, left } = stumbling(database, /update teams/, code, 3, when);
    const unlucky = await clientOf(appOf(stumbles), database, team, 'reporter');
    const events = await Promise.all([reportMade(newSource()), reportMade(newSource())]);
    const answer = await unlucky.push(events);
    expect(answer.status).toBe(200);
    expect(outcomes(answer)).toEqual(when === 'after' ? ['duplicate', 'duplicate'] : ['stored', 'stored']);
    // Once it is stored there is nothing left to stumble over.
    expect(left()).toBe(when === 'after' ? 2 : 0);
    const pulled = (await healthy.pull()).body.events.map((event) => event.sequence);
    expect(pulled).toEqual([sequence(1), sequence(2), sequence(3)]);
    expect(await findingsOf(database, team)).toEqual([]);
    await drop();
  });
});

test('it is not tried for ever', async () => {
  const { database, drop } = await openFresh(freshPostgres);
  const { stumbles, left } = stumbling(database, /update teams/, '40001', 1_000, 'before');
  const team = newTeam();
  await (await clientOf(appOf(database), database, team, 'reporter')).push([await reportMade(newSource())]);
  const unlucky = await clientOf(appOf(stumbles), database, team, 'reporter');
  const answer = await unlucky.push([await reportMade(newSource())]);
  expect([answer.status, answer.body.code]).toEqual([503, 'database_unavailable']);
  expect(1_000 - left()).toBe(6);
  await drop();
});

test('a real deadlock of two transactions ends with both done', async () => {
  const { database, drop } = await openFresh(freshPostgres);
  await database.query('create table pair (name text primary key, times integer not null)');
  await database.query(`insert into pair values ('a', 0), ('b', 0)`);
  let begun = 0;
  const bothHold = Promise.withResolvers<void>();
  const add = (first: string, second: string) =>
    redone(database, async (queries) => {
      const one = (name: string) => queries.query('update pair set times = times + 1 where name = $1', [name]);
      await one(first);
      begun++;
      if (begun === 2) bothHold.resolve();
      await bothHold.promise;
      await one(second);
    });
  await Promise.all([add('a', 'b'), add('b', 'a')]);
  // One of them was undone by PostgreSQL, and done again.
  expect(begun).toBeGreaterThan(2);
  expect(await database.query('select name, times from pair order by name')).toEqual([
    { name: 'a', times: 2 },
    { name: 'b', times: 2 },
  ]);
  await drop();
});

test('a question is asked again where PostgreSQL ends the connection', async () => {
  const { database, drop } = await openFresh(freshPostgres);
  // A sequence counts also what is undone: the first try ends its own connection, the second finds it was not the first.
  await database.query('create sequence tries');
  const cut = `select pg_terminate_backend(pg_backend_pid()) as cut where nextval('tries') = 1`;
  expect(await database.query(cut)).toEqual([]);
  expect(await database.query(`select nextval('tries')::integer as next`)).toEqual([{ next: 3 }]);
  await drop();
});
