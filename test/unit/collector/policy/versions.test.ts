/** Versions of the policy in the collector: published once each, signed, never overwritten, never backwards. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compactVerify, decodeJwt, decodeProtectedHeader, importJWK } from 'jose';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import type { App } from '../../../../collector/http/parts.ts';
import { openKeys, rotateKeys } from '../../../../collector/policy/keys.ts';
import { publishBase } from '../../../../collector/policy/publish.ts';
import { makeEvent } from '../../../../lib/domain/events/event.ts';
import { newId } from '../../../../lib/domain/ids.ts';
import { DATABASES_OF_MANY, openFresh } from '../databases.ts';
import { appOf, clientOf, newSource, newTeam, outcomes, sequence } from '../fixtures.ts';
import { findingsOf } from '../logs.ts';
import { callerOf, faq, governedApp, policyOf } from './policies.ts';

const DAY_MS = 86_400_000;
const TAKEN = 'countersign.measure.taken.v1';

describe.each(DATABASES_OF_MANY)('the policy on $name', ({ fresh }) => {
  let database: SqlDatabase;
  let drop: () => Promise<void>;
  let app: App;
  let now = new Date();
  beforeAll(async () => {
    ({ database, drop } = await openFresh(fresh));
    app = await governedApp(database, () => now);
  });
  afterAll(() => drop?.());

  /** Two admins and a reporter of a team of their own. */
  async function team() {
    now = new Date();
    const name = newTeam();
    const as = async (role: 'admin' | 'reporter', subject: string) =>
      callerOf(app, (await clientOf(app, database, name, role, subject)).token);
    return { name, ada: await as('admin', 'ada'), luca: await as('admin', 'luca'), rita: await as('reporter', 'rita') };
  }

  const payloadOf = async (jws: string) => {
    const { keys } = await (await app.request('/.well-known/jwks.json')).json();
    const { kid, typ } = decodeProtectedHeader(jws);
    expect(typ).toBe('countersign-policy+jwt');
    const key = keys.find((one: { kid: string }) => one.kid === kid);
    return JSON.parse(new TextDecoder().decode((await compactVerify(jws, await importJWK(key, 'EdDSA'))).payload));
  };

  test('measures that were taken are counted from five people up, by nobody’s name, and told to nobody else', async () => {
    const { name, ada, rita } = await team();
    const measure = { id: 'first-flag', audience: ['role:reporter'], measure: 'Practice page', reviewOn: '2027-05-01' };
    await ada.put(policyOf('1', { literacy: [measure] }), 0);
    const takes = async (subject: string) => {
      const client = await clientOf(app, database, name, 'reporter', subject);
      const facts = { measureId: 'first-flag', policyVersion: '1' };
      const about = `urn:countersign:measure:${newId()}`;
      expect(outcomes(await client.push([await makeEvent(TAKEN, newSource(), about, facts, undefined, now)]))).toEqual([
        'stored',
      ]);
      return client;
    };
    const totals = async () => (await ada.get('/v1/measures')).body.measures;
    const listed = { measureId: 'first-flag', measure: 'Practice page', reviewOn: '2027-05-01' };
    for (const subject of ['p1', 'p2', 'p3', 'p4', 'p4']) await takes(subject);
    expect(await totals()).toEqual([{ ...listed, people: null }]);
    const last = await takes('p5');
    expect(await totals()).toEqual([{ ...listed, people: 5 }]);
    const ofMeasures = ({ body }: { body: { events: { type: string; authid?: string }[] } }) =>
      body.events.filter(({ type }) => type === TAKEN).map(({ authid }) => authid);
    expect(ofMeasures(await last.pull())).toEqual(['p5']);
    // Also a page of which nothing is for the reader moves on, to the end of the log.
    const page = await rita.get('/v1/events?after=2&limit=1');
    expect(page.body).toMatchObject({ events: [], next: sequence(3), more: true });
    expect(ofMeasures(await ada.get('/v1/events?limit=1000'))).toEqual([]);
    // Whom the policy asks again counts once they took it again.
    const again = { since: new Date(now.getTime() + DAY_MS).toISOString().slice(0, 10), why: 'Another tool' };
    await ada.put(policyOf('2', { literacy: [{ ...measure, again }] }), 1);
    expect(await totals()).toEqual([{ ...listed, people: 5 }]);
    now = new Date(now.getTime() + DAY_MS);
    expect(await totals()).toEqual([{ ...listed, people: null }]);
  });

  test('there is none at first; one is published, signed, listed, in the log, and asked for again by its tag', async () => {
    const { name, ada, rita } = await team();
    expect(await rita.get('/v1/policy')).toMatchObject({ status: 404, body: { code: 'not_found' } });
    const policy = policyOf('2026-11');
    const published = await ada.put(policy, 0, 'the first');
    expect(published).toMatchObject({ status: 200, etag: '"1"', body: { number: 1, by: 'ada', note: 'the first' } });
    const read = await rita.get('/v1/policy');
    expect([read.status, read.etag, read.body.next]).toEqual([200, '"1"', null]);
    expect(await payloadOf(read.body.current)).toMatchObject({ team: name, number: 1, version: '2026-11', policy });
    expect((await rita.get('/v1/policy', { 'if-none-match': '"1"' })).status).toBe(304);
    const { versions } = (await rita.get('/v1/policy/versions')).body;
    expect(versions).toMatchObject([{ number: 1, version: '2026-11', by: 'ada', note: 'the first' }]);
    expect((await rita.get('/v1/policy/versions/1')).body).toMatchObject({ own: policy, base: null, policy });
    expect((await rita.get('/v1/policy/versions/2')).status).toBe(404);
    const { events } = (await rita.get('/v1/events')).body;
    expect(events).toMatchObject([
      {
        type: 'countersign.policy.published.v1',
        authid: 'ada',
        data: { facts: { number: 1, version: '2026-11', hash: published.body.hash } },
      },
    ]);
    expect(await findingsOf(database, name)).toEqual([]);
  });

  test('of two admins who change the same version, the second is told, with all that a three-way view needs', async () => {
    const { name, ada, luca } = await team();
    await ada.put(policyOf('one'), 0);
    const both = await Promise.all([
      ada.put(policyOf('of Ada', { processes: [faq({ name: 'Ada' })] }), 1),
      luca.put(policyOf('of Luca', { processes: [faq({ name: 'Luca' })] }), 1),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const [won, lost] = both[0]?.status === 200 ? both : both.toReversed();
    expect(lost?.body).toMatchObject({
      code: 'precondition_failed',
      base: { number: 1, version: 'one' },
      theirs: { number: 2, version: won?.body.version, by: won?.body.by },
      current: { number: 2 },
    });
    expect(lost?.etag).toBe('"2"');
    expect((await luca.put(policyOf('merged'), 2)).status).toBe(200);
    expect((await ada.get('/v1/policy/versions')).body.versions).toHaveLength(3);
    expect(await findingsOf(database, name)).toEqual([]);
  });

  test('a hand-made client publishes nothing without the tag, as a reporter, out of shape, or under a used name', async () => {
    const { ada, rita } = await team();
    const put = (body: unknown, tag?: string) => ada.call('PUT', '/v1/policy', body, tag ? { 'if-match': tag } : {});
    const policy = policyOf('good');
    expect((await put({ policy })).status).toBe(428);
    for (const tag of ['*', '0', 'W/"0"', '"-1"', '"0", "1"', '"x"'])
      expect((await put({ policy }, tag)).status).toBe(400);
    expect((await rita.put(policy, 0)).status).toBe(403);
    expect((await put({ policy, by: 'somebody' }, '"0"')).status).toBe(400);
    expect((await put([policy], '"0"')).status).toBe(400);
    expect((await put('{', '"0"')).status).toBe(400);
    expect((await put({ policy: 'no object' }, '"0"')).body).toMatchObject({ problems: [{ code: 'notObject' }] });
    expect((await put({ policy: { ...policy, note: 'a\u0000b' } }, '"0"')).body).toMatchObject({
      problems: [{ code: 'unstorable' }],
    });
    const bad = { ...policy, objectives: 'none', processes: [{ ...faq(), risk: 'huge' }], more: 1 };
    const refused = await put({ policy: bad }, '"0"');
    expect(refused).toMatchObject({ status: 422, body: { code: 'policy_refused' } });
    expect(refused.body.problems.map(({ field }: { field: string }) => field).sort()).toEqual([
      'more',
      'objectives',
      'processes.1.risk',
    ]);
    const twice = await put({ policy: policyOf('x', { processes: [faq(), faq()] }) }, '"0"');
    expect(twice.body.problems).toEqual([{ code: 'twice', field: 'processes.2', detail: 'faq' }]);
    expect((await ada.get('/v1/policy')).status).toBe(404);
    await ada.put(policy, 0);
    expect((await ada.put(policy, 1)).body.problems).toEqual([
      { code: 'takenVersion', field: 'version', detail: 'good' },
    ]);
    const long = await put({ policy: { ...policy, title: 'x'.repeat(6_000_000) } }, '"1"');
    expect(long.status).toBe(413);
  });

  test('a policy for the public without a review or a label, or with a designer who approves, is not published', async () => {
    const { ada } = await team();
    const open = faq({ publishes: true, publicInterest: 'always', review: { mode: 'earned' } });
    const gate = { ...open.gate, unreviewed: 'pass' as const };
    const lax = { ...open, gate, designers: ['person:anna'], authority: { approve: ['person:anna'] } };
    const { status, body } = await ada.put(policyOf('lax', { processes: [lax] }), 0);
    expect([status, body.problems.map(({ code }: { code: string }) => code).sort()]).toEqual([
      422,
      ['designerReviews', 'publicNotFull'],
    ]);
  });

  test('a version holds from its day and never for a time before; what a newer one overtook never comes back', async () => {
    const { ada, rita } = await team();
    await ada.put(policyOf('now', { inForceFrom: '2020-01-01T00:00:00Z' }), 0);
    const first = (await rita.get('/v1/policy/versions/1')).body;
    expect(first.inForceFrom).toBe(first.publishedAt);
    const later = new Date(now.getTime() + 7 * DAY_MS).toISOString();
    await ada.put(policyOf('later', { inForceFrom: later }), 1);
    const before = (await rita.get('/v1/policy')).body;
    expect((await payloadOf(before.current)).version).toBe('now');
    expect(await payloadOf(before.next)).toMatchObject({ version: 'later', inForceFrom: later });
    await ada.put(policyOf('at once'), 2);
    const overtaken = (await rita.get('/v1/policy')).body;
    expect([(await payloadOf(overtaken.current)).version, overtaken.next]).toEqual(['at once', null]);
    now = new Date(now.getTime() + 30 * DAY_MS);
    expect((await payloadOf((await rita.get('/v1/policy')).body.current)).version).toBe('at once');
  });

  test('what was published is found when it is changed, slipped in, or taken away', async () => {
    const { name, ada } = await team();
    await ada.put(policyOf('one'), 0);
    await ada.put(policyOf('two'), 1);
    await database.query(
      `update policies set policy = jsonb_set(policy, '{processes,0,gate,mode}', '"off"') where team = $1 and number = 1`,
      [name],
    );
    expect(await findingsOf(database, name)).toEqual(['policy_changed']);
    await database.query('delete from policies where team = $1 and number = 1', [name]);
    expect(await findingsOf(database, name)).toEqual(['policy_missing 1']);
    await database.query(
      `insert into policies select team, 3, sequence, 'three', hash, in_force_from, own, base, policy
        from policies where team = $1 and number = 2`,
      [name],
    );
    expect(await findingsOf(database, name)).toEqual(['policy_added', 'policy_missing 1']);
  });

  test('one team’s policy is no other team’s', async () => {
    const [{ ada }, other] = [await team(), await team()];
    await ada.put(policyOf('ours'), 0);
    expect((await other.ada.get('/v1/policy')).status).toBe(404);
    expect((await other.ada.get('/v1/policy/versions')).body.versions).toEqual([]);
    expect((await other.ada.get('/v1/policy/versions/1')).status).toBe(404);
  });

  test('without a key nothing is handed out, and that is said', async () => {
    const { name, ada } = await team();
    await ada.put(policyOf('one'), 0);
    const bare = appOf(database);
    const { token } = await clientOf(bare, database, name, 'reporter', 'rita');
    expect(await callerOf(bare, token).get('/v1/policy')).toMatchObject({
      status: 503,
      body: { code: 'no_signing_key' },
    });
  });
});

describe.each(DATABASES_OF_MANY)('a policy of the centre on $name', ({ fresh }) => {
  test('lies under every team’s own, which adds and tightens, and is refused with the case that would slip', async () => {
    const { database, drop } = await openFresh(fresh);
    onTestFinished(drop);
    const app = await governedApp(database);
    const as = async (team: string) => callerOf(app, (await clientOf(app, database, team, 'admin', 'ada')).token);
    const [acme, beta] = [await as('acme'), await as('beta')];
    await acme.put(policyOf('own', { processes: [faq({ approval: { days: 7 } })] }), 0);
    const base = policyOf('base 1', { processes: [faq({ approval: { days: 30 } })] });
    const done = await publishBase(database, base, 'from the centre', new Date());
    expect(done).toMatchObject({ kind: 'published', number: 1, teams: [{ team: 'acme', number: 2 }] });
    expect((await acme.get('/v1/policy/versions/2')).body).toMatchObject({
      by: 'urn:countersign:operator',
      own: { version: 'own' },
      base: { version: 'base 1' },
      policy: { version: 'base 1 + own', processes: [{ approval: { days: 7 } }] },
    });
    // Browsers hear with it, signed, of each value that is not just the centre's: whose it is, and what it took the place of.
    const said = async (caller: typeof acme) => decodeJwt((await caller.get('/v1/policy')).body.current).origins;
    expect(await said(acme)).toEqual({
      version: { from: ['centre', 'team'], overrode: [] },
      'processes.faq.approval.days': { from: ['team'], overrode: [{ layer: 'centre', value: '30' }] },
    });
    // A team that comes later has it from its first look on.
    expect((await beta.get('/v1/policy')).status).toBe(200);
    expect((await beta.get('/v1/policy/versions/1')).body).toMatchObject({ own: null, policy: { version: 'base 1' } });
    expect(await said(beta)).toEqual({});
    const loose = faq({ gate: { ...faq().gate, unreviewed: 'pass' } });
    const refused = await beta.put(policyOf('loose', { processes: [loose] }), 1);
    expect(refused).toMatchObject({ status: 422, body: { problems: [{ code: 'loosens', slip: { kind: 'passes' } }] } });
    expect(refused.body.detail).toContain('a text that is unreviewed would pass, where by the base it would be held');
    // Nor is a base published that a team's own would loosen: all teams or none.
    const tighter = policyOf('base 2', { processes: [faq({ approval: { days: 1 } })] });
    expect(await publishBase(database, tighter, undefined, new Date())).toMatchObject({
      ...{
        kind: 'refused',
        team: 'acme',
        problems: [{ code: 'loosens', slip: { kind: 'passes' } }],
      },
    });
    expect((await beta.get('/v1/policy/versions')).body.versions).toHaveLength(1);
    for (const team of ['acme', 'beta']) expect(await findingsOf(database, team)).toEqual([]);
  });

  test('keys: a file for its owner alone, changed for one that the old one announces, and every public half stays', async () => {
    const { database, drop } = await openFresh(fresh);
    const folder = join(await mkdtemp(join(tmpdir(), 'countersign-keys-')), randomUUID());
    onTestFinished(async () => {
      await drop();
      await rm(folder, { recursive: true, force: true });
    });
    const keys = await openKeys(folder, database);
    const before = await keys.current();
    expect((await stat(folder)).mode & 0o077).toBe(0);
    expect(await readdir(folder)).toEqual(['signing.pem']);
    expect((await stat(join(folder, 'signing.pem'))).mode & 0o077).toBe(0);
    expect((await (await openKeys(folder, database)).current()).kid).toBe(before.kid);
    const kid = await rotateKeys(folder, database);
    expect([(await keys.current()).kid, kid === before.kid]).toEqual([kid, false]);
    const jwks = await (await appOf(database).request('/.well-known/jwks.json')).json();
    expect(jwks.keys.map((key: { kid: string }) => key.kid)).toEqual([kid, before.kid]);
    const [newest, old] = jwks.keys;
    const said = await compactVerify(newest.countersign_announcement, await importJWK(old, 'EdDSA'));
    expect(said.protectedHeader).toEqual({ alg: 'EdDSA', kid: before.kid, typ: 'countersign-key+jwt' });
    expect(JSON.parse(new TextDecoder().decode(said.payload))).toMatchObject({ kid, x: newest.x });
    expect(JSON.stringify(jwks)).not.toContain('"d"');
  });
});
