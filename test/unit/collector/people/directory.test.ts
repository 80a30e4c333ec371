/** Roles that change and names that are told, on both databases: asked for cheaply, stamped by the collector, gone when erased. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import type { App } from '../../../../collector/http/parts.ts';
import { erasePerson } from '../../../../collector/ledger/erase.ts';
import { appendEvents } from '../../../../collector/ledger/events.ts';
import { exportPerson } from '../../../../collector/ledger/person.ts';
import { namesOf } from '../../../../collector/people/directory.ts';
import { changeRole, createToken, revokeToken } from '../../../../collector/people/tokens.ts';
import { newId } from '../../../../lib/domain/ids.ts';
import { DATABASES_OF_MANY, openFresh } from '../databases.ts';
import { appOf, newSource, newTeam, reportMade } from '../fixtures.ts';
import { findingsOf } from '../logs.ts';

const GUID = '7c9e6679-7425-40de-944b-e07fc1f90ae7';

describe.each(DATABASES_OF_MANY)('people on $name', ({ fresh }) => {
  let database: SqlDatabase;
  let drop: () => Promise<void>;
  let app: App;
  let team: string;
  beforeAll(async () => {
    ({ database, drop } = await openFresh(fresh));
    app = appOf(database);
  });
  afterAll(async () => {
    await drop?.();
  });
  beforeEach(() => {
    team = newTeam();
  });

  const make = (subject: string, role: 'reporter' | 'reviewer' | 'admin' | 'ingest', name?: string) =>
    createToken(database, { team, subject, role, ...(name === undefined ? {} : { name }) });
  const me = (token: string, tag?: string) =>
    app.request('/v1/me', {
      headers: {
        authorization: `Bearer ${token}`,
        origin: 'chrome-extension://abcdefghijklmnop',
        ...(tag === undefined ? {} : { 'if-none-match': tag }),
      },
    });
  const people = async (token: string) => {
    const response = await app.request('/v1/people', { headers: { authorization: `Bearer ${token}` } });
    return { status: response.status, body: await response.json() };
  };
  /** Somebody whom the company signs in writes, and is called so. */
  const writes = async (subject: string, name: string) => {
    const caller = { team, subject, name, role: 'reporter' as const, tokenId: 'oidc:1' };
    await appendEvents(database, caller, [await reportMade(newSource())], new Date());
  };

  test('asked again, nothing is said until the role is another', async () => {
    const { token, tokenId } = await make('ada', 'reporter');
    const first = await me(token);
    const tag = first.headers.get('etag') ?? '';
    expect(await first.json()).toEqual({ team, subject: 'ada', role: 'reporter' });
    const again = await me(token, `W/${tag}`);
    expect([again.status, await again.text()]).toEqual([304, '']);
    // Else the browser keeps the answer from the extension.
    expect(again.headers.get('access-control-allow-origin')).toBe('chrome-extension://abcdefghijklmnop');
    expect(again.headers.get('access-control-expose-headers')).toContain('etag');
    await changeRole(database, tokenId, 'reviewer', team);
    const raised = await me(token, tag);
    expect([raised.status, (await raised.json()).role]).toEqual([200, 'reviewer']);
    expect(raised.headers.get('etag')).not.toBe(tag);
  });

  test('a role is changed by an administrator alone, of the own team, and of a token that is good', async () => {
    const [admin, rita, lea] = [
      await make('root', 'admin'),
      await make('rita', 'reporter'),
      await make('lea', 'reviewer'),
    ];
    const put = async (by: string, tokenId: string, body: unknown = { role: 'admin' }) =>
      (
        await app.request(`/v1/tokens/${tokenId}/role`, {
          method: 'PUT',
          headers: { authorization: `Bearer ${by}`, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
      ).status;
    expect(await put(rita.token, rita.tokenId)).toBe(403);
    expect(await put(lea.token, lea.tokenId)).toBe(403);
    expect(await put(admin.token, rita.tokenId, { role: 'boss' })).toBe(400);
    expect(await put(admin.token, rita.tokenId, { role: 'reviewer', team: 'x' })).toBe(400);
    expect(await put(admin.token, newId())).toBe(404);
    expect(await put(admin.token, rita.tokenId, { role: 'reviewer' })).toBe(204);
    expect((await (await me(rita.token)).json()).role).toBe('reviewer');
    await revokeToken(database, rita.tokenId);
    expect(await put(admin.token, rita.tokenId)).toBe(404);
    expect(await findingsOf(database, team)).toEqual([]);
  });

  test('a role that was changed by hand is found, also back to what it was before', async () => {
    const { tokenId } = await make('ada', 'admin');
    await changeRole(database, tokenId, 'reporter');
    expect(await findingsOf(database, team)).toEqual([]);
    await database.query("update tokens set role = 'admin' where token_id = $1", [tokenId]);
    expect(await findingsOf(database, team)).toEqual(['token_changed']);
  });

  test('names are those of tokens and of the company’s accounts, the last one counts, and nobody is told of another team', async () => {
    const ada = await make('ada', 'reporter', 'Ada');
    const tag = (await me(ada.token)).headers.get('etag') ?? '';
    await writes(GUID, 'Rita Rossi');
    expect((await me(ada.token, tag)).status).toBe(200);
    await writes(GUID, 'Rita Bianchi');
    await make('ada', 'reporter', 'Ada Bianchi');
    await createToken(database, { team: newTeam(), subject: 'eve', role: 'admin', name: 'Eve' });
    const expected = [
      { subject: GUID, name: 'Rita Bianchi' },
      { subject: 'ada', name: 'Ada Bianchi', decides: false },
    ];
    expect(await people(ada.token)).toEqual({ status: 200, body: { people: expected } });
    expect((await people((await make('bot', 'ingest')).token)).status).toBe(403);
  });

  test('it says who does not decide: whose tokens only report, or have ended; not of company accounts', async () => {
    const { token, tokenId } = await make('ada', 'reporter', 'Ada');
    const lea = await make('lea', 'reviewer', 'Lea');
    await writes(GUID, 'Rita Rossi');
    const idle = async () =>
      (await namesOf(database, team)).filter(({ decides }) => decides === false).map(({ subject }) => subject);
    expect(await idle()).toEqual(['ada']);
    const tag = (await me(token)).headers.get('etag') ?? '';
    await changeRole(database, tokenId, 'admin', team);
    await revokeToken(database, lea.tokenId);
    expect(await idle()).toEqual(['lea']);
    expect((await me(token, tag)).status).toBe(200);
  });

  test('nobody chooses a name: what an event says of itself is not looked at', async () => {
    const ada = await make('ada', 'reporter', 'Ada');
    const event = { ...(await reportMade(newSource())), authid: 'root', name: 'Root', authname: 'Root' };
    const response = await app.request('/v1/events', {
      method: 'POST',
      headers: { authorization: `Bearer ${ada.token}`, 'content-type': 'application/json' },
      body: JSON.stringify([event]),
    });
    await response.body?.cancel();
    expect((await people(ada.token)).body).toEqual({ people: [{ subject: 'ada', name: 'Ada', decides: false }] });
    const stored = await app.request('/v1/events', { headers: { authorization: `Bearer ${ada.token}` } });
    expect(await stored.text()).not.toContain('Root');
  });

  test('erasure takes the name, from wherever it was', async () => {
    const reader = await make('reader', 'reporter');
    await make('ada', 'reporter', 'Ada');
    await writes(GUID, 'Rita Rossi');
    for (const subject of ['ada', GUID]) {
      const asked = { team, authid: 'boss', now: new Date() };
      const parts: string[] = [];
      for await (const part of exportPerson(database, asked, subject)) parts.push(part);
      expect(JSON.parse(parts.join('')).name).toBe(subject === 'ada' ? 'Ada' : 'Rita Rossi');
      await erasePerson(database, asked, subject, true);
    }
    expect(await namesOf(database, team)).toEqual([]);
    expect(await (await me(reader.token)).json()).not.toHaveProperty('people');
    expect(await findingsOf(database, team)).toEqual([]);
  });
});
