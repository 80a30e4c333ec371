/** Every route for every role and for nobody, and what one team may do to another: nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { openDatabase } from '../../../../collector/database/open.ts';
import { createApp } from '../../../../collector/http/app.ts';
import type { App } from '../../../../collector/http/parts.ts';
import { ROUTES } from '../../../../collector/http/routes/index.ts';
import { ROLES } from '../../../../lib/domain/codes.ts';
import { actSubject, collectorSource } from '../../../../lib/domain/events/audit.ts';
import { makeEvent } from '../../../../lib/domain/events/event.ts';
import { newId } from '../../../../lib/domain/ids.ts';
import { madeInMemory } from '../databases.ts';
import {
  type Client,
  clientOf,
  decisionMade,
  newSource,
  newTeam,
  outcomes,
  quietLog,
  reportMade,
} from '../fixtures.ts';

let database: SqlDatabase;
let app: App;
const team = newTeam();
const other = newTeam();
const clients = new Map<string, Client>();
let strangersToken: string;

beforeAll(async () => {
  database = await openDatabase(await madeInMemory());
  app = createApp({ database, log: quietLog, version: '0.0.0-test' });
  for (const role of ROLES) clients.set(role, await clientOf(app, database, team, role));
  const stranger = await clientOf(app, database, other, 'admin', 'stranger');
  clients.set('stranger', stranger);
  await stranger.push([await reportMade(newSource(), 'of the other team')]);
  strangersToken = stranger.tokenId;
});
afterAll(() => database?.close());

const ask = async (who: string | undefined, method: string, path: string, body?: unknown): Promise<Response> =>
  app.request(path, {
    method,
    headers: {
      ...(who === undefined ? {} : { authorization: `Bearer ${clients.get(who)?.token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

const UNKNOWN = '01890000-0000-7000-8000-000000000000';

/** What a route is asked for here: its address filled in, a body, and the status for those who may. */
interface Asked {
  path?: string;
  body?: unknown;
  good?: number;
}
/** Routes that need more than their address. One that does and is missing here fails for those who may. */
const ASKED: Record<string, Asked> = {
  'POST /v1/events': { body: [] },
  'POST /v1/tokens': { body: { subject: 'new', role: 'reporter' }, good: 201 },
  'PUT /v1/tokens/{tokenId}/role': { path: `/v1/tokens/${UNKNOWN}/role`, body: { role: 'reporter' }, good: 404 },
  'DELETE /v1/tokens/{tokenId}': { path: `/v1/tokens/${UNKNOWN}`, good: 404 },
  'POST /v1/erasures': { body: { person: 'nobody' } },
  'GET /v1/people/{person}/export': { path: '/v1/people/nobody/export' },
  'PUT /v1/retention': { body: { days: null } },
  // Nobody has published any here, and without If-Match nobody does.
  'GET /v1/policy': { good: 404 },
  'PUT /v1/policy': { body: {}, good: 428 },
  'GET /v1/receipts/{decisionId}': { path: `/v1/receipts/${UNKNOWN}`, good: 404 },
  'POST /v1/draws': { body: { hash: `sha256:${'0'.repeat(64)}`, processId: 'faq', tool: 'chatgpt' } },
  'POST /v1/probes': { body: { processId: 'faq', text: 'ten years', flaw: 'two' }, good: 201 },
  'DELETE /v1/probes/{probeId}': { path: `/v1/probes/${UNKNOWN}`, good: 404 },
  'POST /v1/probes/mine/{givenId}': { path: `/v1/probes/mine/${UNKNOWN}`, body: {}, good: 404 },
  'GET /v1/policy/versions/{number}': { path: '/v1/policy/versions/1', good: 404 },
};

const GUARDED = ROUTES.flatMap(({ access, ...route }) => (access === 'anyone' ? [] : [{ ...route, ...access }]));

describe.each(GUARDED)('$method $path', ({ method, path: pattern, roles }) => {
  const verb = method.toUpperCase();
  const { path = pattern, body, good = 200 } = ASKED[`${verb} ${pattern}`] ?? {};

  test.each(ROLES)('as %s', async (role) => {
    const response = await ask(role, verb, path, body);
    expect(response.status).toBe(roles.includes(role) ? good : 403);
    if (!roles.includes(role)) expect(await response.json()).toMatchObject({ code: 'forbidden' });
    else await response.body?.cancel();
  });

  test('without a token', async () => {
    expect((await ask(undefined, verb, path, body)).status).toBe(401);
  });
});

test('who may do what: the declarations of the routes, as the documents have them', () => {
  const readers = ['reporter', 'reviewer', 'admin'];
  const rolesOf = Object.fromEntries(GUARDED.map(({ method, path, roles }) => [`${method} ${path}`, roles]));
  expect(rolesOf).toEqual({
    'post /v1/events': ROLES,
    'get /v1/events': readers,
    'get /v1/events/awaiting': readers,
    'get /v1/me': ROLES,
    'get /v1/me/export': readers,
    'get /v1/people': readers,
    'get /v1/measures': ['admin'],
    'get /v1/head': readers,
    'get /v1/links': readers,
    'get /v1/live': readers,
    'get /v1/tokens': ['admin'],
    'post /v1/tokens': ['admin'],
    'put /v1/tokens/{tokenId}/role': ['admin'],
    'delete /v1/tokens/{tokenId}': ['admin'],
    'post /v1/erasures': ['admin'],
    'get /v1/people/{person}/export': ['admin'],
    'get /v1/retention': ['admin'],
    'put /v1/retention': ['admin'],
    'get /v1/receipts/{decisionId}': readers,
    'post /v1/draws': readers,
    'get /v1/draws/keys': readers,
    'get /v1/probes': ['admin'],
    'post /v1/probes': ['admin'],
    'delete /v1/probes/{probeId}': ['admin'],
    'get /v1/probes/mine': ['reviewer', 'admin'],
    'post /v1/probes/mine/{givenId}': ['reviewer', 'admin'],
    'get /v1/policy': readers,
    'put /v1/policy': ['admin'],
    'get /v1/policy/versions': readers,
    'get /v1/policy/versions/{number}': readers,
  });
});

test('every route that is served is declared, and the document says which need a token', async () => {
  const document = await (await app.request('/openapi.json')).json();
  const paths = document.paths as Record<string, Record<string, { security?: unknown }>>;
  const guarded = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { security }]) => (security ? [`${method} ${path}`] : [])),
  );
  expect(guarded.sort()).toEqual(GUARDED.map(({ method, path }) => `${method} ${path}`).sort());
  const open = ROUTES.filter(({ access }) => access === 'anyone').map(({ path }) => path);
  expect(open.filter((path) => path.startsWith('/v1/'))).toEqual([]);
});

describe('an admin of another team', () => {
  test('sees no event, no token, and ends none', async () => {
    const events = await (await ask('admin', 'GET', '/v1/events')).json();
    expect(JSON.stringify(events)).not.toContain('of the other team');
    const { tokens } = await (await ask('admin', 'GET', '/v1/tokens')).json();
    expect(tokens.every((token: { team: string }) => token.team === team)).toBe(true);
    expect((await ask('admin', 'DELETE', `/v1/tokens/${strangersToken}`)).status).toBe(404);
    const role = await ask('admin', 'PUT', `/v1/tokens/${strangersToken}/role`, { role: 'ingest' });
    expect(role.status).toBe(404);
    expect((await ask('stranger', 'GET', '/v1/me')).status).toBe(200);
    expect((await ask('stranger', 'GET', '/v1/events')).status).toBe(200);
  });

  test('erases and exports nothing of theirs', async () => {
    const erased = await ask('admin', 'POST', '/v1/erasures', { person: 'stranger', identity: true });
    expect(await erased.json()).toEqual({ rows: 0 });
    const exported = await (await ask('admin', 'GET', '/v1/people/stranger/export')).json();
    expect(exported).toMatchObject({ team, events: [], tokens: [] });
    const { events } = await (await ask('stranger', 'GET', '/v1/events')).json();
    expect(events[0]).toMatchObject({
      authid: 'stranger',
      data: { sealed: { content: { comment: 'of the other team' } } },
    });
  });

  test('a team named in a request is no team', async () => {
    const made = await ask('admin', 'POST', '/v1/tokens', { subject: 'x', role: 'admin', team: other });
    expect(made.status).toBe(400);
    const { team: whose } = await (await ask('admin', 'GET', `/v1/me?team=${other}`)).json();
    expect(whose).toBe(team);
  });
});

describe('tokens by API', () => {
  test('made, used, listed without themselves, ended', async () => {
    const made = await (
      await ask('admin', 'POST', '/v1/tokens', { subject: 'eva', role: 'reviewer', name: 'Eva' })
    ).json();
    clients.set('eva', { token: made.token } as Client);
    expect(await (await ask('eva', 'GET', '/v1/me')).json()).toEqual({
      team,
      subject: 'eva',
      name: 'Eva',
      role: 'reviewer',
      people: expect.any(String),
    });
    const listed = await (await ask('admin', 'GET', '/v1/tokens')).text();
    expect(JSON.parse(listed).tokens).toContainEqual(
      expect.objectContaining({ tokenId: made.tokenId, subject: 'eva', expiresAt: null, revokedAt: null }),
    );
    expect(listed).not.toContain(made.token);
    expect((await ask('admin', 'DELETE', `/v1/tokens/${made.tokenId}`)).status).toBe(204);
    expect((await ask('eva', 'GET', '/v1/me')).status).toBe(401);
  });

  test('a token ends by itself', async () => {
    let now = new Date();
    const clocked = createApp({ database, log: quietLog, version: '0', now: () => now });
    const made = await (
      await ask('admin', 'POST', '/v1/tokens', { subject: 'tim', role: 'reporter', expiresInDays: 30 })
    ).json();
    const me = () => clocked.request('/v1/me', { headers: { authorization: `Bearer ${made.token}` } });
    const answer = await me();
    expect(await answer.json()).toMatchObject({ subject: 'tim', expiresAt: expect.stringMatching(/Z$/) });
    now = new Date(now.getTime() + 30 * 86_400_000 + 60_000);
    expect((await me()).status).toBe(401);
  });

  test.each([
    [{ subject: '', role: 'reporter' }],
    [{ subject: 'x'.repeat(201), role: 'reporter' }],
    [{ subject: 'a\nb', role: 'reporter' }],
    [{ subject: 'a', role: 'boss' }],
    [{ subject: 'a', role: 'admin', expiresInDays: 0 }],
    [{ subject: 'a', role: 'admin', extra: 1 }],
    ['text'],
    [[]],
  ])('%j makes none', async (body) => {
    const response = await ask('admin', 'POST', '/v1/tokens', body);
    expect([response.status, (await response.json()).code]).toEqual([400, 'bad_request']);
  });

  test('what is no JSON, of another type, or too long makes none', async () => {
    const post = (body: string, type: string) =>
      app.request('/v1/tokens', {
        method: 'POST',
        body,
        headers: {
          authorization: `Bearer ${clients.get('admin')?.token}`,
          'content-type': type,
          'content-length': String(body.length),
        },
      });
    expect((await post('{', 'application/json')).status).toBe(400);
    expect((await post('{"subject":"a","role":"admin"}', 'text/plain')).status).toBe(415);
    expect((await post(`"${'x'.repeat(20_000)}"`, 'application/json')).status).toBe(413);
  });
});

describe('decisions', () => {
  const decide = async (...of: Parameters<typeof decisionMade>) =>
    outcomes(await (clients.get('reviewer') as Client).push([await decisionMade(...of)]));
  const source = newSource();

  test.each([
    ['approve_with_notes', {}],
    ['approve_with_notes', { note: '  ' }],
    ['modify', { note: 'not the text' }],
    ['block', {}],
    ['escalate', {}],
  ] as const)('%s with %j is refused: it lacks what it needs', async (verdict, content) => {
    expect(await decide(source, verdict, content)).toEqual(['refused:decision_incomplete']);
  });

  test.each([
    ['approve', {}],
    ['approve_with_notes', { note: 'mind the year' }],
    ['modify', { correctedText: 'Rome' }],
    ['block', { note: 'wrong' }],
    ['escalate', { note: 'legal' }],
  ] as const)('%s with %j is taken', async (verdict, content) => {
    expect(await decide(source, verdict, content)).toEqual(['stored']);
  });

  test('one whose content was left away is refused too', async () => {
    const decision = await decisionMade(source, 'block', { note: 'wrong' });
    const { sealed, ...data } = decision.data;
    const bare = { ...decision, data };
    expect(outcomes(await (clients.get('reviewer') as Client).push([bare]))).toEqual(['refused:decision_incomplete']);
  });
});

test('nobody sends what only a collector writes', async () => {
  const erasureId = newId();
  const facts = { erasureId, reason: 'person' as const, events: [] };
  const source = collectorSource(UNKNOWN);
  const forged = await makeEvent('countersign.content.erased.v1', source, actSubject('erasure', erasureId), facts);
  for (const role of ROLES)
    expect(outcomes(await (clients.get(role) as Client).push([forged]))).toEqual(['refused:role_may_not']);
});

test('an ingest token hands in reports and outputs, decides nothing and reads nothing', async () => {
  const ingest = clients.get('ingest') as Client;
  const source = newSource();
  expect(outcomes(await ingest.push([await reportMade(source), await decisionMade(source)]))).toEqual([
    'stored',
    'refused:role_may_not',
  ]);
  expect((await ingest.pull()).status).toBe(403);
});
