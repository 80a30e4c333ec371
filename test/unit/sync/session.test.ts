/** A sign-in while it goes on: renewed once for all who ask, ended, and never sent anywhere else. */
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../../lib/domain/people/sign-in.ts';
import { Database } from '../../../lib/store/db.ts';
import { createEngine } from '../../../lib/sync/round/engine.ts';
import { type AccessParts, fetchOf, settingsOf } from '../../../lib/sync/sign-in/access.ts';
import { end } from '../../../lib/sync/sign-in/session.ts';
import { targetById } from '../../../lib/sync/targets/index.ts';
import { openPlace, type Place, REDIRECT } from '../../sign-in/place.ts';
import type { RunningProvider } from '../../sign-in/provider.ts';

let place: Place;
let address: string;
let provider: RunningProvider;
let skewMs = 0;
beforeAll(async () => {
  place = await openPlace();
  ({ address, provider } = place);
});
afterAll(() => place.close());

let db: Database;
let parts: AccessParts;
beforeEach(async () => {
  skewMs = 0;
  provider.down = undefined;
  db = new Database(`sign-in-${crypto.randomUUID()}`);
  parts = { db, locks: navigator.locks, world: { fetch, now: () => Date.now() + skewMs, say: (key) => key } };
});
const put = async (over: Partial<Session> = {}) => {
  const session = { ...(await place.signedIn()), ...over };
  await db.targets.put({
    targetId: 'collector',
    kind: 'collector',
    settings: { address, token: '' },
    filter: { from: 'own', severity: 'neutral' },
    addedAt: new Date().toISOString(),
    cursor: '0'.repeat(16),
    state: 'idle',
    attempts: 0,
    session,
  });
  provider.asked.length = 0;
  return session;
};
const row = async () => {
  const found = await db.targets.get('collector');
  if (!found) throw new Error('there is no row');
  return found;
};
const ask = async (path = '/v1/me') => (await fetchOf(await row(), parts)(`${address}${path}`)).status;
const refreshes = () => provider.asked.filter((path) => path === 'POST /token').length;

test('a token at its end is renewed before it is used, once for all who ask, and rotates', async () => {
  const before = await put();
  skewMs = 3_600_000;
  expect(await Promise.all(Array.from({ length: 8 }, () => ask()))).toEqual(Array(8).fill(200));
  expect(refreshes()).toBe(1);
  const after = (await row()).session;
  expect(after?.refreshToken).not.toBe(before.refreshToken);
  expect(after).toMatchObject({ unconfirmed: true, idToken: expect.any(String) });
  expect(settingsOf(await row()).token).toBe(after?.accessToken);
});

test('a token that the collector no longer takes is renewed and the request repeated', async () => {
  const { accessToken } = await put();
  await db.targets.toCollection().modify((stored) => {
    if (stored.session) stored.session.accessToken = `${accessToken}x`;
  });
  expect(await ask()).toBe(200);
  expect(refreshes()).toBe(1);
});

test('a session that was ended is over: the refusal stays, and nobody asks again', async () => {
  await put();
  provider.endSessions();
  skewMs = 3_600_000;
  expect(await ask()).toBe(401);
  expect((await row()).session).toMatchObject({ accessToken: '', way: { issuer: provider.issuer } });
  expect((await row()).session).not.toHaveProperty('refreshToken');
  provider.asked.length = 0;
  expect(await ask()).toBe(401);
  expect(provider.asked).toEqual([]);
});

test('a provider that is down ends nothing: what waits is sent later', async () => {
  const before = await put();
  skewMs = 3_600_000;
  provider.down = 503;
  await expect(ask()).rejects.toThrow(TypeError);
  expect((await row()).session).toEqual(before);
  provider.down = undefined;
  expect(await ask()).toBe(200);
});

test('the token goes to the collector alone', async () => {
  const { accessToken } = await put();
  const sent: Headers[] = [];
  const spied = async (_input: unknown, init?: RequestInit) => {
    sent.push(new Headers(init?.headers));
    return new Response();
  };
  const guarded = fetchOf(await row(), { ...parts, world: { ...parts.world, fetch: spied as typeof fetch } });
  await guarded('https://elsewhere.example/x');
  await guarded(`${address}/v1/me`);
  expect(sent.map((headers) => headers.get('authorization'))).toEqual([null, `Bearer ${accessToken}`]);
});

test('signing out takes the refresh token away at the provider, and says where the person leaves it', async () => {
  const session = await put();
  const left = new URL((await end(session, `${REDIRECT}signed-out`, place.world())) ?? '');
  expect(left.origin).toBe(provider.issuer);
  expect(left.searchParams.get('id_token_hint')).toBe(session.idToken);
  skewMs = 3_600_000;
  expect(await ask()).toBe(401);
});

test('an account without team or role is signed in, and told what is missing', async () => {
  const { accessToken: token } = await place.signedIn(undefined, undefined, 'nobody');
  expect(await targetById('collector').test({ address, token }, place.world())).toEqual({
    ok: false,
    problem: 'token_may_not',
  });
});

test('a role that changed at the company holds after the next renewal; another team stops everything', async () => {
  await put();
  const round = async () => {
    const engine = createEngine({
      db,
      locks: parts.locks,
      targetOf: targetById,
      world: parts.world,
      random: Math.random,
      changed: async () => undefined,
    });
    await engine.run(true);
    return row();
  };
  Object.assign(place.accounts.ada ?? {}, { countersign_role: 'reporter' });
  skewMs = 3_600_000;
  await ask();
  expect(await round()).toMatchObject({ state: 'idle', team: 'acme', role: 'reporter', name: 'Ada' });
  expect((await row()).session).not.toHaveProperty('unconfirmed');
  Object.assign(place.accounts.ada ?? {}, { countersign_team: 'other' });
  skewMs += 3_600_000;
  await ask();
  expect(await round()).toMatchObject({ state: 'unauthorised', problem: 'other_team', team: 'acme' });
  Object.assign(place.accounts.ada ?? {}, { countersign_team: 'acme', countersign_role: 'reviewer' });
});
