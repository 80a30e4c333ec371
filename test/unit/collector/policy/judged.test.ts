/** What is noted of a decision beside the log, by which receipts are made and review is earned: changed by hand, `verify` finds it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Queries, SqlDatabase } from '../../../../collector/database/database.ts';
import { readGoverned } from '../../../../collector/policy/governed.ts';
import type { CountersignEvent } from '../../../../lib/domain/events/event.ts';
import { DATABASES_OF_MANY, openFresh } from '../databases.ts';
import { findingsOf, writeAlike } from '../logs.ts';
import { Team } from './governed.ts';
import { callerOf, faq, policyOf } from './policies.ts';

const POLICY = (version: string) =>
  policyOf(version, { processes: [faq({ id: 'plain', applies: { addresses: ['plain.example'] } })] });

/** A decision under no policy, one under each of two versions, one that was taken back, and one by the first version's name. */
async function decided(database: SqlDatabase) {
  const team = new Team(database);
  const admin = callerOf(await team.app(), (await team.client('boss', 'admin')).token);
  const free = await team.text('rita', 'plain.example');
  expect(await team.decide('anna', 'reviewer', free, 'approve')).toBe('stored');
  await admin.put(POLICY('v1'), 0);
  const [one, two] = [await team.text('rita', 'plain.example'), await team.text('rita', 'plain.example')];
  expect(await team.decide('anna', 'reviewer', one, 'approve', {})).toBe('stored');
  team.now = new Date(team.now.getTime() + 1_000);
  await admin.put(POLICY('v2'), 1);
  expect(await team.decide('anna', 'reviewer', two, 'block', {})).toBe('stored');
  expect(await team.decide('anna', 'reviewer', one, 'approve', { policyVersion: 'v2' })).toBe('stored');
  expect(await team.takeBack('anna', 'reviewer', one)).toBe('stored');
  const [, approval = '', blocked = ''] = team.decisions;
  return { team, admin, approval, blocked };
}

/** Does something of which nothing stays. */
async function rolledBack<T>(database: SqlDatabase, work: (queries: Queries) => Promise<T>): Promise<T | undefined> {
  let done: T | undefined;
  const nothing = new Error('nothing stays');
  await database
    .transaction(async (queries) => {
      done = await work(queries);
      throw nothing;
    })
    .catch((error: unknown) => {
      if (error !== nothing) throw error;
    });
  return done;
}

describe.each(DATABASES_OF_MANY)('on $name', ({ fresh }) => {
  let database: SqlDatabase;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database, drop } = await openFresh(fresh));
  });
  afterAll(() => drop?.());

  test('as it was noted nothing is found', async () => {
    const { team } = await decided(database);
    expect(await findingsOf(database, team.name)).toEqual([]);
  });

  test.each<[what: string, statement: string]>([
    ['a decision passed off as another', 'update judged set decision_id = $3 where team = $1 and decision_id = $2'],
    ['taken for one of another version', 'update judged set policy_number = 1 where team = $1 and decision_id = $3'],
    ['left out of the record', 'delete from judged where team = $1 and decision_id = $3'],
    [
      'noted of what was decided under no policy',
      `insert into judged select team, (select min(sequence) from events where team = $1 and type = 'countersign.decision.made.v1'),
        decision_id, role, policy_number from judged where team = $1 and decision_id = $2`,
    ],
    [
      'moved to another row',
      `update judged set sequence = (select min(sequence) from events where team = $1) where team = $1 and decision_id = $2`,
    ],
  ])('%s', async (_, statement) => {
    const { team, approval, blocked } = await decided(database);
    const used = [team.name, approval, blocked].slice(0, statement.includes('$3') ? 3 : 2);
    if (!statement.includes('$2')) used.splice(1, 1);
    await database.query(statement.includes('$2') ? statement : statement.replace('$3', '$2'), used);
    const kinds = (await findingsOf(database, team.name)).map((finding) => finding.split(' ')[0]);
    expect([...new Set(kinds)]).toEqual(['judged_changed']);
  });

  test('no receipt is made of a decision that is only noted as another', async () => {
    const { team, admin, approval, blocked } = await decided(database);
    expect((await admin.get(`/v1/receipts/${approval}`)).status).toBe(200);
    await database.query('update judged set decision_id = $3 where team = $1 and decision_id = $2', [
      team.name,
      approval,
      blocked,
    ]);
    for (const id of [approval, blocked]) expect((await admin.get(`/v1/receipts/${id}`)).status).toBe(404);
  });

  test('what is asked to judge one is looked up by the text that it is on, and not by reading all that the team has', async () => {
    const { team } = await decided(database);
    const [held = { event: {} as CountersignEvent }] = await database.query<{ event: CountersignEvent }>(
      `select event from events where team = $1 and type = 'countersign.decision.made.v1' limit 1`,
      [team.name],
    );
    const plans: string[] = [];
    const governed = await rolledBack(database, async (queries) => {
      await writeAlike(queries, team.name, 100);
      const explained: Queries = {
        query: async (sql, params) => {
          const plan = await queries.query<Record<string, string>>(`explain ${sql}`, params);
          plans.push(plan.flatMap(Object.values).join('\n'));
          return queries.query(sql, params);
        },
      };
      return readGoverned(explained, team.name, [held.event], team.now);
    });
    expect(governed?.held).toEqual(new Set([held.event.subject]));
    const looks = [
      ...plans.join('\n').matchAll(/(\S+) Scan.* on (?:events|contents)\b.*\n *(?:Index|Recheck) Cond: (.*)/g),
    ];
    expect(looks.length).toBeGreaterThan(4);
    expect(looks.map(([, , by]) => by).filter((by) => /^\(team = [^()]*\)$/.test(by ?? ''))).toEqual([]);
    expect(plans.join('\n')).not.toMatch(/Seq Scan on (?:events|contents)/);
  });
});
