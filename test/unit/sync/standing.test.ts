/** Role, end and names are learned anew in each round, cheaply; what goes wrong with it stops nothing. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { rowOf, Scripted, stored, whenPushed } from './scripted.ts';

const RITA = { subject: 'rita', name: 'Rita' };
let on: Scripted;
let me: { status: number; body?: object; headers?: Record<string, string> };
let people: { status: number; body?: object };

beforeEach(async () => {
  on = new Scripted();
  me = { status: 200, body: { team: 'acme', subject: 'ada', role: 'reporter', people: '1' }, headers: { etag: '"1"' } };
  people = { status: 200, body: { people: [RITA] } };
  on.reply = (events, url) => {
    if (url.pathname === '/v1/me') return me;
    return url.pathname === '/v1/people' ? people : whenPushed(stored)(events, url);
  };
  await on.db.targets.put(rowOf({ team: 'acme', subject: 'ada', role: 'reporter' }));
});

const asked = (path: string) => on.asked.filter(({ url }) => url.pathname === path).length;

test('a role that changed counts, both ways, and so does when the token ends', async () => {
  await on.engine.run(false);
  expect(await on.row()).toMatchObject({ role: 'reporter', standingTag: '"1"' });
  const expiresAt = '2026-12-01T00:00:00Z';
  me = {
    status: 200,
    body: { ...me.body, role: 'reviewer', name: 'Ada', expiresAt, signedInAt: expiresAt, groups: ['legal'] },
    headers: { etag: '"2"' },
  };
  await on.engine.run(false);
  expect(await on.row()).toMatchObject({
    role: 'reviewer',
    name: 'Ada',
    groups: ['legal'],
    expiresAt,
    signedInAt: expiresAt,
    standingTag: '"2"',
  });
  me = { status: 200, body: { team: 'acme', subject: 'ada', role: 'reporter' } };
  await on.engine.run(false);
  const row = await on.row();
  expect(row.role).toBe('reporter');
  for (const gone of ['name', 'groups', 'expiresAt', 'signedInAt', 'standingTag', 'peopleTag'])
    expect(row).not.toHaveProperty(gone);
});

test('nothing new costs one answer without a body, and keeps what is known', async () => {
  await on.engine.run(false);
  expect([asked('/v1/me'), asked('/v1/people')]).toEqual([1, 1]);
  me = { status: 304 };
  await on.engine.run(false);
  expect([asked('/v1/me'), asked('/v1/people')]).toEqual([2, 1]);
  expect(on.asked.at(-1)?.headers.get('if-none-match')).toBe('"1"');
  expect((await on.row()).role).toBe('reporter');
  expect(await on.db.people.toArray()).toEqual([RITA]);
});

test('names are those that the collector tells now: one that was erased goes', async () => {
  await on.engine.run(false);
  me = { ...me, body: { ...me.body, people: '2' } };
  people = { status: 200, body: { people: [{ subject: 'ada', name: 'Ada' }] } };
  await on.engine.run(false);
  expect(await on.db.people.toArray()).toEqual([{ subject: 'ada', name: 'Ada' }]);
  me = { ...me, body: { team: 'acme', subject: 'ada', role: 'reporter' } };
  await on.engine.run(false);
  expect(await on.db.people.count()).toBe(0);
});

test.each([
  ['a collector of before, which has no such address', { status: 404 }],
  ['one that breaks', { status: 500 }],
  ['rubbish', { status: 200, body: { people: [{ subject: 7 }] } }],
])('names that cannot be had (%s) are asked for again, and stop nothing', async (_, answer) => {
  people = answer;
  await on.engine.run(false);
  expect(await on.row()).toMatchObject({ state: 'idle', role: 'reporter' });
  expect(await on.row()).not.toHaveProperty('standingTag');
  people = { status: 200, body: { people: [RITA] } };
  await on.engine.run(false);
  expect(await on.db.people.toArray()).toEqual([RITA]);
});

test.each([{ status: 500 }, { status: 404 }, { status: 200, body: { team: 'acme' } }])(
  'a collector that does not say who one is (%j) is synced with as before',
  async (answer) => {
    me = answer;
    const events = await on.reports(1);
    await on.engine.run(false);
    expect(await on.row()).toMatchObject({ state: 'idle', role: 'reporter' });
    expect(on.asked.flatMap((request) => request.events)).toHaveLength(events.length);
  },
);
