/** Requests that cost much, name what nobody may be called, or take a colleague's name for their own. On both databases. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import type { App } from '../../../../collector/http/parts.ts';
import { createToken } from '../../../../collector/people/tokens.ts';
import { makeEvent } from '../../../../lib/domain/events/event.ts';
import { newId } from '../../../../lib/domain/ids.ts';
import { DATABASES, openFresh } from '../databases.ts';
import { appOf, clientOf, newSource, newTeam, outcomes, reportMade, SUBJECT } from '../fixtures.ts';
import { runHere } from '../processes.ts';

describe.each(DATABASES)('on $name', ({ fresh }) => {
  let database: SqlDatabase;
  let drop: () => Promise<void>;
  let app: App;
  beforeAll(async () => {
    ({ database, drop } = await openFresh(fresh));
    app = appOf(database);
  });
  afterAll(() => drop?.());
  const ask = (token: string, method: string, path: string, body?: unknown) =>
    app.request(path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });

  test('an event of hundreds of thousands of parts is refused before it is parsed', async () => {
    const client = await clientOf(app, database, newTeam(), 'reporter');
    const good = JSON.stringify(await reportMade(newSource()));
    const beside = (more: string) => `[${good.slice(0, -1)},${more}}]`;
    const many = (count: number, part: (at: number) => string) =>
      Array.from({ length: count }, (_, at) => part(at)).join();
    const large = [
      beside(many(400_000, (at) => `"k${at}":1`)),
      beside(`"data":{"facts":{${many(350_000, (at) => `"k${at}":1`)}}}`),
      beside(`"data":{"facts":{"categories":[${many(2_000_000, () => '1')}]}}`),
      beside(`"data":${'{"a":'.repeat(800_000)}1${'}'.repeat(800_000)}`),
      beside(`"data":${'['.repeat(2_000_000)}`),
      `[${many(400, () => `{${many(499, (at) => `"${at}":${at % 2 ? '"\\""' : '{}'}`)}}`)},${many(400_000, () => '1')}]`,
    ];
    for (const body of large) {
      const before = process.cpuUsage();
      const response = await ask(client.token, 'POST', '/v1/events', body);
      const { user } = process.cpuUsage(before);
      expect([response.status, (await response.json()).code]).toEqual([413, 'too_large']);
      expect(user).toBeLessThan(700_000);
    }
  });

  test('the description of the API is made once', async () => {
    const [first, again] = [
      await (await app.request('/openapi.json')).text(),
      await (await app.request('/openapi.json')).text(),
    ];
    expect(again).toBe(first);
    const before = process.cpuUsage();
    for (let at = 0; at < 100; at++) await app.request('/openapi.json');
    expect(process.cpuUsage(before).user / 100).toBeLessThan(20_000);
  });

  test.each([
    'urn:countersign:operator',
    'URN:Countersign:collector:1',
    ' urn:countersign:operator',
    'urn:\u200bcountersign:operator',
    'ｕrn:countersign:operator',
    'erased:0190',
  ])('nobody is called %j', async (subject) => {
    const root = await clientOf(app, database, newTeam(), 'admin', 'root');
    expect((await ask(root.token, 'POST', '/v1/tokens', { subject, role: 'admin' })).status).toBe(400);
    const { token } = await createToken(database, { team: newTeam(), subject, role: 'admin' });
    expect((await ask(token, 'GET', '/v1/me')).status).toBe(401);
    const typed = ['token', 'create', '--team', 'acme', '--subject', subject, '--role', 'admin', '--data', '/nowhere'];
    expect(await runHere(typed)).toMatchObject({ code: 2, err: expect.stringContaining('keeps for itself') });
  });

  test.each([
    ['of control characters', 'GET', '/v1/people/%00/export', undefined],
    ['of two lines', 'GET', '/v1/people/a%0Ab/export', undefined],
    ['longer than any', 'GET', `/v1/people/${'x'.repeat(201)}/export`, undefined],
    ['that is no text', 'GET', '/v1/people/%ff%fe/export', undefined],
    ['of control characters, to be erased', 'POST', '/v1/erasures', { person: 'a\0b' }],
    ['of half a pair, to be erased', 'POST', '/v1/erasures', { person: 'a\ud800' }],
  ])('a name %s is answered as the mistake that it is', async (_, method, path, body) => {
    const root = await clientOf(app, database, newTeam(), 'admin', 'root');
    const response = await ask(root.token, method, path, body);
    expect([response.status, (await response.json()).code]).toEqual([400, 'bad_request']);
    expect((await root.pull()).body.events).toEqual([]);
  });

  test('a colleague who copies a source changes nothing that was told under it', async () => {
    const team = newTeam();
    const [ada, eve] = [
      await clientOf(app, database, team, 'reporter', 'ada'),
      await clientOf(app, database, team, 'admin', 'eve'),
    ];
    const source = newSource();
    const reuseId = newId();
    const use = (kept: number, over: { reuseId?: string; source?: string } = {}) =>
      makeEvent('countersign.output.reused.v1', over.source ?? source, SUBJECT, {
        ...{ reuseId: over.reuseId ?? reuseId, origin: 'https://crm.example', kept, changed: 1 - kept },
        ...{ part: 1, characters: 10, status: 'blocked' as const },
      });
    expect(outcomes(await ada.push([await use(1), await use(0.5)]))).toEqual(['stored', 'stored']);
    expect(outcomes(await eve.push([await use(0)]))).toEqual(['refused:not_yours']);
    expect(outcomes(await ada.push([await use(0, { source: newSource() })]))).toEqual(['refused:not_yours']);
    expect(outcomes(await eve.push([await use(1, { reuseId: newId() }), await use(0)]))).toEqual([
      'stored',
      'refused:not_yours',
    ]);
    expect(outcomes(await ada.push([await use(0.25)]))).toEqual(['stored']);
  });
});
