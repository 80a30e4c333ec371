/** The policy of the team's collector in a browser: by a real collector, and by hand-made ones that replay, forge and mix up. */
import 'fake-indexeddb/auto';
import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { SqlDatabase } from '../../../collector/database/database.ts';
import { openDatabase } from '../../../collector/database/open.ts';
import { createApp } from '../../../collector/http/app.ts';
import { keysInMemory, type SigningKeys } from '../../../collector/policy/keys.ts';
import { policyHash } from '../../../collector/policy/publish.ts';
import { collectorPolicies } from '../../../lib/background/policy/from-collector.ts';
import type { Policy } from '../../../lib/domain/policy/policy.ts';
import { KEY_TYPE, POLICY_TYPE, type SigningJwk } from '../../../lib/domain/policy/signed/signed.ts';
import { policyInForce } from '../../../lib/settings/effective.ts';
import { policyFromCollector, policyLoaded, policyManaged, policyRefused } from '../../../lib/settings/items.ts';
import { Database } from '../../../lib/store/db.ts';
import { createEngine } from '../../../lib/sync/round/engine.ts';
import { targetById } from '../../../lib/sync/targets/index.ts';
import { madeInMemory } from '../collector/databases.ts';
import { clientOf, quietLog } from '../collector/fixtures.ts';
import { callerOf } from '../collector/policy/policies.ts';
import { createLocks } from '../sync/model/locks.ts';
import { rowOf } from '../sync/scripted.ts';

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(browser.runtime, { getManifest: () => ({ version: '1', host_permissions: [] }) });
});

const rules = (version: string, more: Partial<Policy> = {}): Policy => ({ format: 1, version, ...more }) as Policy;

describe('of a real collector', () => {
  let database: SqlDatabase;
  let keys: SigningKeys;
  beforeAll(async () => {
    database = await openDatabase(await madeInMemory());
  });
  afterAll(() => database?.close());

  test('is fetched in a round, by its tag only once, is in force, stays offline, and is followed by a new key', async () => {
    keys = await keysInMemory(database);
    const signing: SigningKeys = { current: () => keys.current() };
    let skew = 0;
    const clock = () => new Date(Date.now() + skew);
    const app = createApp({ database, log: quietLog, version: '0', keys: signing, now: clock });
    const { token } = await clientOf(app, database, 'acme', 'admin', 'ada');
    const admin = callerOf(app, token);
    const db = new Database(`policy-${crypto.randomUUID()}`);
    await db.targets.put({ ...rowOf(), settings: { address: 'https://collector.example', token }, team: 'acme' });
    let down = false;
    const answers: string[] = [];
    const engine = createEngine({
      db,
      locks: createLocks(),
      targetOf: targetById,
      random: () => 0,
      changed: async () => undefined,
      policies: collectorPolicies,
      world: {
        now: Date.now,
        say: (key) => key,
        fetch: async (input, init) => {
          if (down) throw new TypeError('offline');
          const { pathname } = new URL(String(input));
          const response = await app.request(pathname + new URL(String(input)).search, init);
          if (!pathname.startsWith('/v1/events')) answers.push(`${response.status} ${pathname}`);
          return response;
        },
      },
    });
    const round = async () => {
      await db.targets.update('collector', { state: 'idle', retryAt: undefined });
      await engine.run(true);
      return answers.splice(0).filter((answer) => !answer.endsWith('/v1/me'));
    };
    expect(await round()).toEqual(['404 /v1/policy']);
    expect(await policyInForce()).toBeUndefined();
    await admin.put(rules('one'), 0);
    expect(await round()).toEqual(['200 /v1/policy', '200 /.well-known/jwks.json']);
    expect(await policyInForce()).toMatchObject({ source: 'collector', number: 1, policy: { version: 'one' } });
    skew = 2 * 3_600_000;
    expect(await round()).toEqual(['304 /v1/policy']);
    // How wrong this clock is, is heard also with what is not new.
    expect(Math.abs(((await policyFromCollector.getValue())?.aheadMs ?? 0) - skew)).toBeLessThan(5_000);
    down = true;
    await round();
    expect(await policyInForce()).toMatchObject({ policy: { version: 'one' } });
    down = false;
    keys = await keysInMemory(database);
    await admin.put(rules('two'), 1);
    expect(await round()).toEqual(['200 /v1/policy', '200 /.well-known/jwks.json']);
    expect(await policyInForce()).toMatchObject({ number: 2, policy: { version: 'two' } });
    await admin.put(rules('bad', { tools: { off: ['nobody'] } }), 2);
    await round();
    expect(await policyInForce()).toMatchObject({ number: 2 });
    expect(await policyRefused.getValue()).toMatchObject({
      source: 'collector',
      problems: [{ code: 'unknownProfile' }],
    });
    // Nor is the same bad one sent again and again.
    expect(await round()).toEqual(['304 /v1/policy']);
    await db.delete();
  });
});

/** A collector that a hand has made: it signs what it likes with whatever keys it has. */
async function forger() {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const { x = '' } = await exportJWK(publicKey);
  const half = { kty: 'OKP', crv: 'Ed25519', x } as const;
  const jwk: SigningJwk = { ...half, kid: await calculateJwkThumbprint(half) };
  const sign = (said: unknown, typ: string) =>
    new CompactSign(Buffer.from(JSON.stringify(said)))
      .setProtectedHeader({ alg: 'EdDSA', kid: jwk.kid, typ })
      .sign(privateKey);
  return {
    jwk,
    policy: (number: number, version: string, more: object = {}) => {
      const policy = rules(version);
      const at = '2026-01-01T00:00:00.000Z';
      const said = {
        team: 'acme',
        number,
        version,
        hash: policyHash(policy),
        inForceFrom: at,
        publishedAt: at,
        policy,
      };
      return sign({ ...said, ...more }, POLICY_TYPE);
    },
    announce: async (next: SigningJwk): Promise<SigningJwk> => ({
      ...next,
      countersign_announcement: await sign(next, KEY_TYPE),
    }),
    sign,
  };
}

const NOW = () => new Date().toISOString();
/** Hands over what came, with the keys that the collector lists. */
const take = (current: string | null, listed: readonly SigningJwk[], next: string | null = null, now = NOW()) =>
  collectorPolicies.take(
    'acme',
    { kind: 'policy', tag: '"1"', now, current, next },
    async () => listed,
    () => true,
  );
const numberHere = async () => (await policyInForce())?.number;
const refusedFor = async () => (await policyRefused.getValue())?.problems.map(({ code }) => code);

describe('of a hand-made one', () => {
  test('an old version that is replayed, and another text under the same number, are refused; the newest stays', async () => {
    const own = await forger();
    await take(await own.policy(3, 'three'), [own.jwk]);
    for (const old of [await own.policy(2, 'two'), await own.policy(3, 'other')]) {
      await take(old, [own.jwk]);
      expect([await numberHere(), (await policyInForce())?.policy.version]).toEqual([3, 'three']);
      expect(await refusedFor()).toEqual(['olderVersion']);
    }
    await take(await own.policy(4, 'four'), [own.jwk]);
    expect([await numberHere(), await policyRefused.getValue()]).toEqual([4, null]);
  });

  test('signed by a key that nobody lists, by no key, as another type, of another team, or changed: refused', async () => {
    const [own, other] = [await forger(), await forger()];
    await take(await own.policy(1, 'one'), [own.jwk]);
    const good = await own.policy(2, 'two');
    const [header, payload, signature] = good.split('.');
    const changed = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()), number: 9 }),
    );
    const none = Buffer.from(JSON.stringify({ alg: 'none', kid: own.jwk.kid, typ: POLICY_TYPE })).toString('base64url');
    const bad: [jws: string, code: string][] = [
      [await other.policy(2, 'two'), 'notSigned'],
      [`${header}.${changed.toString('base64url')}.${signature}`, 'notSigned'],
      [`${header}.${payload}.`, 'notSigned'],
      [`${none}.${payload}.`, 'notSigned'],
      [`${good}.x`, 'notSigned'],
      ['no jws', 'notSigned'],
      [await own.sign({ number: 2 }, POLICY_TYPE), 'notSigned'],
      [await own.sign({ team: 'acme' }, 'JWT'), 'notSigned'],
      [await own.policy(2, 'two', { team: 'beta' }), 'otherTeam'],
      [await own.policy(2, 'two', { policy: rules('another') }), 'notSigned'],
      [await own.policy(2, 'two', { more: true }), 'notSigned'],
    ];
    for (const [jws, code] of bad) {
      await take(jws, [own.jwk]);
      expect([await refusedFor(), await numberHere()], jws.slice(0, 40)).toEqual([[code], 1]);
    }
  });

  test('another key under the name of the pinned one is not asked for, and does not fit', async () => {
    const [own, other] = [await forger(), await forger()];
    await take(await own.policy(1, 'one'), [own.jwk]);
    const masked = await new CompactSign(Buffer.from('{}'))
      .setProtectedHeader({ alg: 'EdDSA', kid: own.jwk.kid, typ: POLICY_TYPE })
      .sign((await generateKeyPair('EdDSA')).privateKey);
    await take(masked, [{ ...other.jwk, kid: own.jwk.kid }]);
    expect([await refusedFor(), (await policyFromCollector.getValue())?.key.x]).toEqual([['notSigned'], own.jwk.x]);
  });

  test('a rotated key is believed that the old one announces, over several steps, or that the collector lists', async () => {
    const [first, second, third, listed] = [await forger(), await forger(), await forger(), await forger()];
    await take(await first.policy(1, 'one'), [first.jwk]);
    const keys = [await second.announce(third.jwk), await first.announce(second.jwk), first.jwk];
    await take(await third.policy(2, 'two'), keys);
    expect([await numberHere(), (await policyFromCollector.getValue())?.key.kid]).toEqual([2, third.jwk.kid]);
    await take(await listed.policy(3, 'three'), [listed.jwk]);
    expect(await numberHere()).toBe(3);
  });

  test('what is announced comes into force by the collector’s clock, however wrong this one is', async () => {
    const own = await forger();
    const ahead = 3 * 3_600_000;
    const inForceFrom = new Date(Date.now() + ahead + 600_000).toISOString();
    const next = await own.policy(2, 'two', { inForceFrom });
    await take(await own.policy(1, 'one'), [own.jwk], next, new Date(Date.now() + ahead).toISOString());
    expect(await numberHere()).toBe(1);
    expect((await browser.alarms.get('policy.next'))?.scheduledTime).toBeLessThan(Date.now() + 610_000);
    await take(await own.policy(1, 'one'), [own.jwk], next, new Date(Date.now() + ahead + 601_000).toISOString());
    expect(await numberHere()).toBe(2);
    // From then on the one before is an old one.
    await take(await own.policy(1, 'one'), [own.jwk]);
    expect([await numberHere(), await refusedFor()]).toEqual([2, ['olderVersion']]);
  });

  test('what is managed outranks it, and it outranks what a person loaded', async () => {
    const own = await forger();
    const accepted = (version: string) => ({
      policy: rules(version),
      text: version,
      acceptedAt: NOW(),
      checkedBy: '1',
    });
    await policyLoaded.setValue(accepted('loaded'));
    expect(await policyInForce()).toMatchObject({ source: 'loaded' });
    await take(await own.policy(1, 'one'), [own.jwk]);
    expect(await policyInForce()).toMatchObject({ source: 'collector' });
    await policyManaged.setValue(accepted('managed'));
    expect(await policyInForce()).toMatchObject({ source: 'managed' });
  });
});
