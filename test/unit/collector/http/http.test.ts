/** What the API answers to requests that are wrong, hostile or from elsewhere. */
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { openDatabase } from '../../../../collector/database/open.ts';
import { createApp } from '../../../../collector/http/app.ts';
import type { App } from '../../../../collector/http/parts.ts';
import { problemSchema } from '../../../../collector/http/problem.ts';
import { type Listening, listenAt } from '../../../../collector/http/server.ts';
import { createLog } from '../../../../collector/logger.ts';
import { meSchema } from '../../../../lib/domain/people/role.ts';
import { madeInMemory } from '../databases.ts';
import { appOf, type Client, clientOf, newSource, newTeam, outcomes, outputSeen, reportMade } from '../fixtures.ts';

let database: SqlDatabase;
let app: App;
let client: Client;
const lines: string[] = [];

beforeAll(async () => {
  database = await openDatabase(await madeInMemory());
  app = createApp({ database, log: createLog((line) => lines.push(line)), version: '1.2.3' });
  client = await clientOf(app, database, newTeam(), 'reporter');
});
afterAll(() => database?.close());

const bearer = () => ({ authorization: `Bearer ${client.token}` });
const post = (body: BodyInit, type = 'application/json', headers: Record<string, string> = {}) =>
  app.request('/v1/events', { method: 'POST', body, headers: { ...bearer(), 'content-type': type, ...headers } });

async function expectProblem(response: Response, status: number, code: string): Promise<void> {
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  const problem = problemSchema.strict().parse(await response.json());
  expect(problem).toMatchObject({ status, code, type: `urn:countersign:problem:${code}` });
}

describe('bodies', () => {
  test.each(['', '{', '[1,', '{"events":[]}', '"text"', 'null', '7', '[]x'])('%j is no batch', async (body) =>
    expectProblem(await post(body), 400, 'bad_json'),
  );

  test('bytes that are no UTF-8 are no JSON', async () =>
    expectProblem(await post(new Uint8Array([0x5b, 0x22, 0xff, 0x22, 0x5d])), 400, 'bad_json'));

  test('an array nested a million deep is refused before it is parsed, not crashed on', async () =>
    expectProblem(await post(`[${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}]`), 413, 'too_large'));

  test.each(['text/plain', 'application/xml', 'application/json; charset=latin1', ''])(
    'type %j is refused',
    async (type) => expectProblem(await post('[]', type), 415, 'unsupported_type'),
  );

  test.each(['br', 'deflate', 'gzip, gzip', 'zstd'])('bodies that are packed as %s are refused', async (encoding) =>
    expectProblem(await post('[]', 'application/json', { 'content-encoding': encoding }), 415, 'unsupported_type'),
  );

  test('the three content types that are taken', async () => {
    const event = await reportMade(newSource());
    const batch = await client.push([event], 'application/cloudevents-batch+json; charset=utf-8');
    expect(outcomes(batch)).toEqual(['stored']);
    expect(outcomes(await client.push([event], 'application/json'))).toEqual(['duplicate']);
    const single = await post(JSON.stringify(event), 'application/cloudevents+json');
    expect(await single.json()).toMatchObject({ results: [{ outcome: 'duplicate' }] });
    await expectProblem(await post(JSON.stringify([event]), 'application/cloudevents+json'), 400, 'bad_json');
  });

  test('a body that begins with a byte order mark is stored', async () => {
    const response = await post(`\uFEFF${JSON.stringify([await reportMade(newSource())])}`);
    expect(await response.json()).toMatchObject({ results: [{ outcome: 'stored' }] });
  });

  test.each(['9007199254740993', '1e400', '1.5', '-1'])(
    'a number that is none of ours is refused: %s',
    async (number) => {
      const event = JSON.stringify(await outputSeen(newSource(), 'Any text.'));
      const response = await post(`[${event.replace(/"characters":\d+/, `"characters":${number}`)}]`);
      expect(await response.json()).toMatchObject({ results: [{ outcome: 'refused' }] });
    },
  );

  test('an empty batch is answered with nothing', async () => {
    const response = await post('[]');
    expect([response.status, await response.json()]).toEqual([200, { results: [] }]);
  });

  test('500 events are taken, 501 are too many', async () => {
    const source = newSource();
    const events = await Promise.all(Array.from({ length: 500 }, () => reportMade(source)));
    expect(new Set(outcomes(await client.push(events)))).toEqual(new Set(['stored']));
    await expectProblem(await post(JSON.stringify([...events, 1])), 413, 'too_large');
  });
});

describe('over the wire', () => {
  let listening: Listening;
  beforeAll(async () => {
    listening = await listenAt(app, { host: '127.0.0.1', port: 0 });
  });
  afterAll(() => listening?.stop());
  const send = (body: BodyInit, headers: Record<string, string> = bearer()) =>
    fetch(`${listening.url}/v1/events`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
      ...({ duplex: 'half' } as object),
    });

  test('the largest texts fit into a request', async () => {
    const event = await outputSeen(newSource(), '漢'.repeat(500_000));
    const response = await send(JSON.stringify([event]));
    expect(await response.json()).toMatchObject({ results: [{ outcome: 'stored' }] });
  });

  test.each([1, 2, 3, 4, 5])('a body that is too large is answered, not cut off (%i)', async () => {
    await expectProblem(await send('x'.repeat(60_000_000)), 413, 'too_large');
    await expectProblem(await send('x'.repeat(60_000_000), {}), 401, 'unauthorised');
    const chunk = new Uint8Array(100_000);
    let chunks = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => (chunks++ < 100 ? controller.enqueue(chunk) : controller.close()),
    });
    await expectProblem(await send(endless), 413, 'too_large');
  });
});

test.each([
  ['headers', 'POST /v1/events HTTP/1.1\r\nhost: x\r\n'],
  ['a body', 'POST /v1/events HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n['],
])('a client that never ends its %s is cut off', async (_what, said) => {
  const patience = { headersMs: 200, requestMs: 300 };
  const listening = await listenAt(app, { host: '127.0.0.1', port: 0, patience });
  const socket = createConnection(Number(new URL(listening.url).port), '127.0.0.1');
  let heard = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    heard += text;
  });
  socket.write(said);
  await once(socket, 'close');
  expect(heard).toMatch(/^HTTP\/1\.1 40[18] /);
  await listening.stop();
});

describe('queries', () => {
  test.each([
    'limit=0',
    'limit=1001',
    'limit=-1',
    'limit=1e2',
    'limit=',
    'after=x',
    'after=-1',
    'after=12345678901234567',
    'after=1&after=2',
    "after=0'--",
  ])('?%s is refused', async (query) =>
    expectProblem(await app.request(`/v1/events?${query}`, { headers: bearer() }), 400, 'bad_query'),
  );

  test('the largest sequence is a fair question', async () => {
    const { status, body } = await client.pull('?after=9999999999999999&limit=1000');
    expect([status, body]).toMatchObject([
      200,
      { events: [], next: '9999999999999999', more: false, end: expect.stringMatching(/^\d{16}$/) },
    ]);
  });
});

describe('who asks', () => {
  test.each<Record<string, string>>([
    {},
    { authorization: 'Bearer' },
    { authorization: 'Bearer wrong' },
    { authorization: 'Basic YTpi' },
    { authorization: `Bearer ' or '1'='1` },
  ])('%j is not authorised', async (headers) => {
    for (const path of ['/v1/me', '/v1/events', '/v1/nothing']) {
      const response = await app.request(path, { headers });
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
      await expectProblem(response, 401, 'unauthorised');
    }
  });

  test('GET /v1/me says whose token it is, and no more', async () => {
    const response = await app.request('/v1/me', { headers: bearer() });
    const body = await response.json();
    expect(meSchema.unwrap().strict().parse(body)).toMatchObject({ subject: 'reporter', role: 'reporter' });
  });
});

describe('addresses', () => {
  test('unknown ones and wrong methods', async () => {
    await expectProblem(await app.request('/nothing'), 404, 'not_found');
    for (const [path, method] of [
      ['/v1/events', 'DELETE'],
      ['/v1/me', 'POST'],
      ['/healthz', 'PUT'],
    ] as const) {
      const response = await app.request(path, { method, headers: bearer() });
      expect(response.headers.get('allow')).toContain('GET');
      await expectProblem(response, 405, 'method_not_allowed');
    }
  });

  test('health', async () => {
    const response = await app.request('/healthz');
    expect(await response.json()).toEqual({ status: 'ok', name: 'countersign-collector', version: '1.2.3' });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('a database that is gone: alive, but not ready, and pulls fail with 503', async () => {
    const gone = await openDatabase(await madeInMemory());
    await gone.close();
    expect((await appOf(gone).request('/healthz')).status).toBe(200);
    await expectProblem(await appOf(gone).request('/readyz'), 503, 'database_unavailable');
    await expectProblem(await appOf(gone).request('/v1/me', { headers: bearer() }), 503, 'database_unavailable');
  });
});

test.each([
  ['chrome-extension://abcdefghijklmnop', true],
  ['moz-extension://0a1b2c3d-0000-4000-8000-000000000000', true],
  ['https://chat.example', false],
  ['https://chrome-extension.example', false],
  ['chrome-extension://a.example/', false],
  ['null', false],
])('a page of %s may read answers: %s', async (origin, allowed) => {
  const preflight = await app.request('/v1/events', {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
  });
  const plain = await app.request('/healthz', { headers: { origin } });
  for (const { headers } of [preflight, plain])
    expect(headers.get('access-control-allow-origin')).toBe(allowed ? origin : null);
});

test('the log has one line of JSON a request, without content, tokens or made-up addresses', async () => {
  lines.length = 0;
  const source = newSource();
  await client.push([await reportMade(source, 'a secret comment')]);
  await app.request('/secret-path?token=secret', { headers: bearer() });
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ level: 'info', method: 'POST', path: '/v1/events', status: 200 }),
    expect.objectContaining({ level: 'info', method: 'GET', status: 404 }),
  ]);
  expect(lines.join('')).not.toMatch(/secret/);
  expect(lines.join('')).not.toContain(client.token);
});
