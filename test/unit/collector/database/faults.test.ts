/** What happens when writers meet and when the database fails halfway. On both databases. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { DatabaseError, type Queries } from '../../../../collector/database/database.ts';
import { DATABASES, freshPostgres, openFresh } from '../databases.ts';
import { appOf, clientOf, newSource, newTeam, outcomes, reportMade, sequence } from '../fixtures.ts';

/** The real database, but statements that match fail as if the server had gone. */
function failing(database: SqlDatabase, matching: RegExp): SqlDatabase {
  const fragile = (queries: Queries): Queries => ({
    query: (sql, params) => {
      if (matching.test(sql)) throw new DatabaseError(new Error('secret of the server'));
      return queries.query(sql, params);
    },
  });
  return {
    ...database,
    query: fragile(database).query,
    transaction: (work) => database.transaction((queries) => work(fragile(queries))),
  };
}

describe.each(DATABASES)('faults on $name', ({ fresh }) => {
  let database: SqlDatabase;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    ({ database, drop } = await openFresh(fresh));
  });
  afterAll(async () => {
    await drop?.();
  });

  test('eight writers at once: every event once, numbers without a gap, in the order that readers see', async () => {
    const [app, team] = [appOf(database), newTeam()];
    const clients = await Promise.all(
      Array.from({ length: 8 }, (_, index) => clientOf(app, database, team, 'reporter', `writer ${index}`)),
    );
    const write = async (client: (typeof clients)[number]) => {
      const source = newSource();
      const given: string[] = [];
      for (let round = 0; round < 10; round++) {
        const { body } = await client.push([await reportMade(source), await reportMade(source), 'broken']);
        given.push(...body.results.flatMap((result) => result.sequence ?? []));
      }
      return given;
    };
    const given = (await Promise.all(clients.map(write))).flat().sort();
    const expected = Array.from({ length: 160 }, (_, index) => sequence(index + 1));
    expect(given).toEqual(expected);
    const pulled = (await clients[0]?.pull('?limit=1000'))?.body.events;
    expect(pulled?.map((event) => event.sequence)).toEqual(expected);
  });

  test('the same events pushed by eight at once are stored once', async () => {
    const app = appOf(database);
    const client = await clientOf(app, database, newTeam(), 'reporter');
    const events = await Promise.all(Array.from({ length: 20 }, () => reportMade(newSource())));
    const answers = await Promise.all(Array.from({ length: 8 }, () => client.push(events)));
    expect(answers.flatMap(outcomes).filter((outcome) => outcome === 'stored')).toHaveLength(20);
    expect((await client.pull()).body.events).toHaveLength(20);
  });

  test.each([
    ['insert into contents', /insert into contents/],
    ['update teams', /update teams/],
  ])('a failure at "%s" stores nothing, says so, and leaves no gap', async (_name, matching) => {
    const team = newTeam();
    const healthy = await clientOf(appOf(database), database, team, 'reporter');
    const broken = failing(database, matching);
    const unlucky = await clientOf(appOf(broken), database, team, 'reporter');
    const events = await Promise.all([reportMade(newSource()), reportMade(newSource())]);
    const answer = await unlucky.push(events);
    expect([answer.status, answer.body.code]).toEqual([503, 'database_unavailable']);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(JSON.stringify(answer.body)).not.toMatch(/secret|insert|contents/);
    expect((await healthy.pull()).body.events).toEqual([]);
    const { results } = (await healthy.push(events)).body;
    expect(results.map((result) => [result.outcome, result.sequence])).toEqual([
      ['stored', sequence(1)],
      ['stored', sequence(2)],
    ]);
  });
});

test('PostgreSQL closing the connection inside a transaction stores nothing, and the next push works', async () => {
  const { database, drop } = await openFresh(freshPostgres);
  const cut: SqlDatabase = {
    ...database,
    transaction: (work) =>
      database.transaction(async (queries) => {
        await work(queries);
        await queries.query('select pg_terminate_backend(pg_backend_pid())');
        throw new Error('unreachable');
      }),
  };
  const team = newTeam();
  const unlucky = await clientOf(appOf(cut), database, team, 'reporter');
  const events = [await reportMade(newSource())];
  const answer = await unlucky.push(events);
  expect([answer.status, answer.body.code]).toEqual([503, 'database_unavailable']);
  const healthy = await clientOf(appOf(database), database, team, 'reporter');
  expect((await healthy.pull()).body.events).toEqual([]);
  expect((await healthy.push(events)).body.results).toMatchObject([{ outcome: 'stored', sequence: sequence(1) }]);
  await drop();
});
