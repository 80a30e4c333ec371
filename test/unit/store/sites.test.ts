import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Database } from '../../../lib/store/db.ts';
import {
  countOutput,
  forgetSite,
  keepLearned,
  MOST_SITES,
  putLearned,
  setOff,
  teach,
  unteach,
} from '../../../lib/store/write/site-writes.ts';
import type { HowLearned, Learned } from '../../../lib/tools/learned.ts';

let db: Database;
let made = 0;
beforeEach(() => {
  db = new Database(`sites-${made++}`);
});
afterEach(() => db.delete());

const ORIGIN = 'https://chat.example.com';
const learned = (turn: string, how: HowLearned = 'arrival', learnedAt = '2026-11-22T10:00:00.000Z'): Learned => ({
  profile: {
    id: 'chat-example-com',
    name: 'chat',
    checkedAt: '2026-11-22',
    match: { hosts: [] },
    turn: [turn],
    user: ['.me'],
  },
  how,
  evidence: ['evidence:grew'],
  learnedAt,
});
const turnOf = async () => (await db.sites.get(ORIGIN))?.learned?.profile.turn[0];

test('a newer learned profile takes the place of the older one, and counts anew', async () => {
  await keepLearned(ORIGIN, learned('.old'), 0, db);
  await countOutput(ORIGIN, 'chat-example-com', db);
  expect((await db.sites.get(ORIGIN))?.outputs).toBe(1);
  await keepLearned(ORIGIN, learned('.new'), 5, db);
  expect(await db.sites.get(ORIGIN)).toMatchObject({ outputs: 0, learned: { profile: { turn: ['.new'] } } });
});

test('what is learned again in the same page and finds the same turns goes on counting', async () => {
  await keepLearned(ORIGIN, learned('.bot'), 0, db);
  await countOutput(ORIGIN, 'chat-example-com', db);
  const again = learned('.bot');
  await keepLearned(ORIGIN, { ...again, profile: { ...again.profile, exclude: ['time'] } }, 1, db);
  expect(await db.sites.get(ORIGIN)).toMatchObject({ outputs: 1, learned: { profile: { exclude: ['time'] } } });
});

test.each(['taught', 'edited'] as const)(
  'what a person %s stays while it finds something, and goes when it is stale',
  async (how) => {
    await putLearned(ORIGIN, learned('.said', how), db);
    expect((await keepLearned(ORIGIN, learned('.seen'), 2, db)).profile.turn).toEqual(['.said']);
    expect(await turnOf()).toBe('.said');
    await keepLearned(ORIGIN, learned('.seen'), 0, db);
    expect(await turnOf()).toBe('.seen');
  },
);

test('a correction keeps the count of the site', async () => {
  await keepLearned(ORIGIN, learned('.bot'), 0, db);
  await countOutput(ORIGIN, 'chat-example-com', db);
  await putLearned(ORIGIN, learned('.answer', 'edited'), db);
  expect(await db.sites.get(ORIGIN)).toMatchObject({ outputs: 1, learned: { how: 'edited' } });
});

test('outputs of another profile, and of another site, are not counted', async () => {
  await keepLearned(ORIGIN, learned('.bot'), 0, db);
  await countOutput(ORIGIN, 'chatgpt', db);
  await countOutput('https://other.example.com', 'chat-example-com', db);
  expect((await db.sites.get(ORIGIN))?.outputs).toBe(0);
});

test('switching a site off keeps what was learned; switching it on again leaves nothing of one that had nothing', async () => {
  await keepLearned(ORIGIN, learned('.bot'), 0, db);
  await setOff(ORIGIN, true, db);
  expect(await db.sites.get(ORIGIN)).toMatchObject({ off: true, learned: { how: 'arrival' } });
  await setOff(ORIGIN, false, db);
  expect(await db.sites.get(ORIGIN)).not.toHaveProperty('off');
  await setOff('https://forum.example.com', true, db);
  await setOff('https://forum.example.com', false, db);
  expect(await db.sites.count()).toBe(1);
});

test('a forgotten site is gone', async () => {
  await keepLearned(ORIGIN, learned('.bot'), 0, db);
  await forgetSite(ORIGIN, db);
  expect(await db.sites.count()).toBe(0);
});

test('the number of sites is bounded: the one that was used longest ago goes', async () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 0, minute)).toISOString();
  await db.sites.bulkPut(
    Array.from({ length: MOST_SITES }, (_, index) => ({
      origin: `https://s${index}.example`,
      outputs: 0,
      usedAt: at(index),
    })),
  );
  await keepLearned(ORIGIN, learned('.bot', 'arrival', at(MOST_SITES)), 0, db);
  expect(await db.sites.count()).toBe(MOST_SITES);
  expect(await db.sites.get('https://s0.example')).toBeUndefined();
  expect(await db.sites.get(ORIGIN)).toBeDefined();
});

test('teaching is undone to what was there before: another profile, nothing, or a site that was switched off', async () => {
  await keepLearned(ORIGIN, learned('.seen'), 0, db);
  await teach(ORIGIN, learned('.said', 'taught'), db);
  expect(await turnOf()).toBe('.said');
  await unteach(ORIGIN, db);
  expect(await turnOf()).toBe('.seen');
  await unteach(ORIGIN, db);
  expect(await turnOf()).toBe('.seen');

  await setOff(ORIGIN, true, db);
  await teach(ORIGIN, learned('.said', 'taught'), db);
  expect(await db.sites.get(ORIGIN)).not.toHaveProperty('off');
  await unteach(ORIGIN, db);
  expect(await db.sites.get(ORIGIN)).toMatchObject({ off: true });

  const fresh = 'https://fresh.example';
  await teach(fresh, learned('.said', 'taught'), db);
  await unteach(fresh, db);
  expect(await db.sites.get(fresh)).toBeUndefined();
});
