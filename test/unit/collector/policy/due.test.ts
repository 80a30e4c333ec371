/** What runs out, carried out by the collectors: to the next, once, in business hours, never as an answer. On both databases. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { openDatabase } from '../../../../collector/database/open.ts';
import { carryOutDue, markEverything } from '../../../../collector/policy/due.ts';
import { makeEvent } from '../../../../lib/domain/events/event.ts';
import { newId } from '../../../../lib/domain/ids.ts';
import type { GovernancePolicy } from '../../../../lib/domain/policy/policy.ts';
import { DATABASES_OF_MANY, freshPostgres, openFresh } from '../databases.ts';
import { findingsOf } from '../logs.ts';
import { HOUR_MS, Team } from './governed.ts';
import { callerOf, faq, policyOf } from './policies.ts';

const STEPS = [
  { to: ['role:desk' as const], escalateAfterHours: 4 },
  { to: ['person:piero' as const], escalateAfterHours: 2 },
];
const timed = (more: Partial<GovernancePolicy> = {}) =>
  policyOf('v1', {
    processes: [faq({ id: 'plain', applies: { addresses: ['plain.example'] }, dueAfterHours: 8, escalation: STEPS })],
    ...more,
  });
/** A Monday. */
const MONDAY = '2026-06-01T09:00:00.000Z';

async function underPolicy(database: SqlDatabase, policy = timed()) {
  const team = new Team(database);
  team.now = new Date(MONDAY);
  const admin = callerOf(await team.app(), (await team.client('boss', 'admin')).token);
  expect((await admin.put(policy, 0)).status).toBe(200);
  const lapses = async () =>
    (await admin.get('/v1/events?limit=1000')).body.events
      .filter(({ type }: { type: string }) => type === 'countersign.handoff.lapsed.v1')
      .map(
        ({
          data: { facts },
        }: {
          data: { facts: { to: string[]; waitedFor: string[]; step: number; dueAt: string } };
        }) => [facts.step, facts.waitedFor.join(), facts.to.join(), facts.dueAt],
      );
  /** So many hours later the collector looks. */
  const lookAfter = async (hours: number) => {
    team.now = new Date(Date.parse(MONDAY) + hours * HOUR_MS);
    await carryOutDue(database, team.now);
  };
  const report = async (on: string, category: 'factual' | 'good', verb: 'made' | 'amended' = 'made', id = newId()) => {
    const severity = category === 'good' ? ('neutral' as const) : ('major' as const);
    const facts = { reportId: id, categories: [category], severity };
    const sent = await team.send('rita', 'reporter', (source, now) =>
      makeEvent(`countersign.report.${verb}.v1`, source, on, facts, { passages: [] }, now),
    );
    expect(sent).toBe('stored');
    return id;
  };
  const inform = (verb: 'asked' | 'given', questionId: string, on: string) =>
    team.send('anna', 'reviewer', (source, now) =>
      makeEvent(`countersign.information.${verb}.v1`, source, on, { questionId }, { text: 'Which year?' }, now),
    );
  return { team, admin, lapses, lookAfter, report, inform, hash: await team.text('rita', 'plain.example') };
}

describe.each(DATABASES_OF_MANY)('due times on $name', ({ fresh }) => {
  let database: SqlDatabase;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database, drop } = await openFresh(fresh));
  });
  afterAll(() => drop?.());

  test('what nobody answered goes on, step after step, and at the last one stays; it decides nothing', async () => {
    const { team, admin, lapses, lookAfter, hash } = await underPolicy(database);
    await team.request('rita', hash, 'approval');
    await lookAfter(7.9);
    expect(await lapses()).toEqual([]);
    await lookAfter(8);
    await lookAfter(8);
    const first = [0, 'role:reviewer,role:admin', 'role:desk', '2026-06-01T17:00:00.000Z'];
    expect(await lapses()).toEqual([first]);
    await lookAfter(12);
    expect(await lapses()).toEqual([first, [1, 'role:desk', 'person:piero', '2026-06-01T21:00:00.000Z']]);
    await lookAfter(1_000);
    expect(await lapses()).toHaveLength(2);
    const { events } = (await admin.get('/v1/events?limit=1000')).body;
    expect(events.some(({ type }: { type: string }) => type.startsWith('countersign.decision'))).toBe(false);
    expect(await database.query('select 1 from due where team = $1', [team.name])).toEqual([]);
    expect(await findingsOf(database, team.name)).toEqual([]);
  });

  test('a collector that was away for long does not run through all steps at once', async () => {
    const { team, lapses, lookAfter, hash } = await underPolicy(database);
    await team.request('rita', hash, 'approval');
    await lookAfter(500);
    expect(await lapses()).toHaveLength(1);
    await lookAfter(504);
    expect(await lapses()).toHaveLength(2);
  });

  test('an exception that was granted waits for nobody any more', async () => {
    const { team, lapses, lookAfter, hash } = await underPolicy(database);
    const { requestId } = await team.request('rita', hash, 'exception');
    await lookAfter(2);
    const granted = await team.pass('anna', 'reviewer', hash, { kind: 'exception', requestId });
    expect(granted).toBe('stored');
    await lookAfter(100);
    expect(await lapses()).toEqual([]);
  });

  test('a decision ends it, a person’s handoff begins anew, and passing on begins with the first step', async () => {
    const { team, lapses, lookAfter, hash } = await underPolicy(database);
    await team.request('rita', hash, 'approval');
    await lookAfter(7);
    await team.decide('anna', 'reviewer', hash, 'approve', {});
    const other = await team.text('rita', 'plain.example');
    await team.request('rita', other, 'approval');
    await team.send('anna', 'reviewer', (source, now) =>
      makeEvent(
        'countersign.handoff.made.v1',
        source,
        other,
        { handoffId: newId(), to: ['person:luca'], why: 'assigned' },
        {},
        now,
      ),
    );
    await lookAfter(14.9);
    expect(await lapses()).toEqual([]);
    await lookAfter(15);
    expect(await lapses()).toEqual([[0, 'person:luca', 'role:desk', '2026-06-02T00:00:00.000Z']]);
    const third = await team.text('rita', 'plain.example');
    await team.decide('anna', 'reviewer', third, 'escalate', {});
    await lookAfter(19);
    expect((await lapses()).map(([step, waitedFor]: unknown[]) => [step, waitedFor])).toEqual([
      [0, 'person:luca'],
      [1, 'role:desk'],
      [1, 'role:desk'],
    ]);
  });

  // Who was asked only now is not said to have been silent for a year; nor does somebody's fast clock put it off.
  test.each([
    ['a year ago, offline or made up', -365 * 24],
    ['in twenty hours, by a clock that is ahead', 20],
  ])('what is dated %s runs from when the collector took it', async (_, hours) => {
    const { team, lapses, lookAfter, hash } = await underPolicy(database);
    const said = new Date(Date.parse(MONDAY) + hours * HOUR_MS);
    const facts = {
      requestId: newId(),
      kind: 'approval' as const,
      processId: 'plain',
      policyVersion: 'v1',
      textHash: hash,
    };
    const sent = await team.send('rita', 'reporter', (source) =>
      makeEvent('countersign.approval.requested.v1', source, hash, facts, {}, said),
    );
    expect(sent).toBe('stored');
    await lookAfter(7.9);
    expect(await lapses()).toEqual([]);
    await lookAfter(8);
    expect(await lapses()).toEqual([[0, 'role:reviewer,role:admin', 'role:desk', '2026-06-01T17:00:00.000Z']]);
  });

  test('nights, weekends, and the time in which a question is open do not count', async () => {
    const calendar = { timeZone: 'Europe/Rome', days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' };
    const { team, lapses, lookAfter, inform, hash } = await underPolicy(database, timed({ calendar }));
    // Monday 11:00 in Rome: six hours are left of the day, two of Tuesday's are needed.
    await team.request('rita', hash, 'approval');
    await lookAfter(23);
    expect(await lapses()).toEqual([]);
    const questionId = newId();
    await inform('asked', questionId, hash);
    await lookAfter(200);
    expect(await lapses()).toEqual([]);
    // Tuesday of the week after next, 10:00 in Rome: an hour was left.
    team.now = new Date('2026-06-16T08:00:00.000Z');
    await inform('given', questionId, hash);
    await carryOutDue(database, new Date('2026-06-16T08:59:00.000Z'));
    expect(await lapses()).toEqual([]);
    await carryOutDue(database, new Date('2026-06-16T09:00:00.000Z'));
    expect(await lapses()).toEqual([[0, 'role:reviewer,role:admin', 'role:desk', '2026-06-16T09:00:00.000Z']]);
  });

  test('a question that is asked and answered once more under its id moves no clock', async () => {
    const { team, lapses, lookAfter, inform, hash } = await underPolicy(database);
    const questionId = newId();
    await team.request('rita', hash, 'approval');
    for (const [hours, verb] of [
      [0, 'asked'] as const,
      [1, 'given'] as const,
      [4, 'asked'] as const,
      [6, 'given'] as const,
    ]) {
      team.now = new Date(Date.parse(MONDAY) + hours * HOUR_MS);
      await inform(verb, questionId, hash);
    }
    await lookAfter(8.9);
    expect(await lapses()).toEqual([]);
    await lookAfter(9);
    expect(await lapses()).toHaveLength(1);
  });

  test('a question that was decided without an answer holds up nothing that is asked later', async () => {
    const { team, lapses, lookAfter, inform, hash } = await underPolicy(database);
    await team.request('rita', hash, 'approval');
    await inform('asked', newId(), hash);
    await team.decide('anna', 'reviewer', hash, 'block');
    team.now = new Date(Date.parse(MONDAY) + HOUR_MS);
    await team.request('rita', hash, 'approval');
    await lookAfter(9);
    expect(await lapses()).toHaveLength(1);
  });

  test('an open report waits too; praise and one that was taken back do not; without escalation nothing runs out', async () => {
    const { team, lapses, lookAfter, report, hash } = await underPolicy(database);
    const [praised, back, free] = [
      await team.text('rita', 'plain.example'),
      await team.text('rita', 'plain.example'),
      await team.text('rita', 'elsewhere.example'),
    ];
    await report(hash, 'factual');
    await report(praised, 'good');
    await report(free, 'factual');
    const reportId = await report(back, 'factual');
    await team.send('rita', 'reporter', (source, now) =>
      makeEvent('countersign.report.withdrawn.v1', source, back, { reportId, undone: false }, undefined, now),
    );
    await lookAfter(100);
    expect(await lapses()).toHaveLength(1);
  });

  test('a report that is disputed waits anew, and so does praise that is changed into a problem', async () => {
    const { team, lapses, lookAfter, report, hash } = await underPolicy(database);
    const other = await team.text('rita', 'plain.example');
    const [declined, praised] = [await report(hash, 'factual'), await report(other, 'good')];
    const decision = { decisionId: newId(), verdict: 'approve' as const, reportIds: [declined] };
    const inProcess = { processId: 'plain', policyVersion: 'v1', textHash: hash, answered: [], left: [] };
    const approve = (source: string, now: Date) =>
      makeEvent('countersign.decision.made.v1', source, hash, { ...decision, inProcess }, {}, now);
    expect(await team.send('anna', 'reviewer', approve)).toBe('stored');
    await lookAfter(100);
    expect(await lapses()).toEqual([]);
    const dispute = (source: string, now: Date) =>
      makeEvent(
        'countersign.report.disputed.v1',
        source,
        hash,
        { reportId: declined },
        { reason: 'It is wrong.' },
        now,
      );
    expect(await team.send('rita', 'reporter', dispute)).toBe('stored');
    await report(other, 'factual', 'amended', praised);
    await lookAfter(107.9);
    expect(await lapses()).toEqual([]);
    await lookAfter(108);
    const lapse = [0, 'role:reviewer,role:admin', 'role:desk', '2026-06-05T21:00:00.000Z'];
    expect(await lapses()).toEqual([lapse, lapse]);
  });

  test('a decision that is taken back leaves the clock as it was: it waits since it was asked for', async () => {
    const { team, lapses, lookAfter, hash } = await underPolicy(database);
    await team.request('rita', hash, 'approval');
    expect(await team.decide('anna', 'reviewer', hash, 'approve', {})).toBe('stored');
    await lookAfter(7);
    expect(await team.takeBack('anna', 'reviewer', hash)).toBe('stored');
    await lookAfter(7.9);
    expect(await lapses()).toEqual([]);
    await lookAfter(8);
    expect(await lapses()).toHaveLength(1);
  });

  test('what was stored in the moment before a collector was killed is found by the next', async () => {
    const { team, lapses, lookAfter, hash } = await underPolicy(database);
    await team.request('rita', hash, 'approval');
    await database.query('delete from due where team = $1', [team.name]);
    await lookAfter(9);
    expect(await lapses()).toEqual([]);
    await markEverything(database, team.now);
    await lookAfter(9);
    expect(await lapses()).toHaveLength(1);
  });
});

test('three collectors look at once: each output goes on once', async () => {
  const { place, drop } = await freshPostgres();
  const collectors = await Promise.all([1, 2, 3].map(() => openDatabase(place)));
  const [database] = collectors as [SqlDatabase];
  const { team, lapses } = await underPolicy(database);
  for (let at = 0; at < 20; at++) await team.request('rita', await team.text('rita', 'plain.example'), 'approval');
  const later = new Date(Date.parse(MONDAY) + 8 * HOUR_MS);
  const done = await Promise.all(collectors.map((each) => carryOutDue(each, later)));
  expect(done.flat()).toHaveLength(20);
  expect(await lapses()).toHaveLength(20);
  expect(await findingsOf(database, team.name)).toEqual([]);
  for (const each of collectors) await each.close();
  await drop();
});
