/** The log on the wire, packed: both ways, and what somebody packs to do harm. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { openDatabase } from '../../../../collector/database/open.ts';
import type { App } from '../../../../collector/http/parts.ts';
import { madeInMemory } from '../databases.ts';
import { appOf, type Client, clientOf, newSource, newTeam, reportMade } from '../fixtures.ts';

let database: SqlDatabase;
let app: App;
let client: Client;
beforeAll(async () => {
  database = await openDatabase(await madeInMemory());
  app = appOf(database);
  client = await clientOf(app, database, newTeam(), 'reviewer', 'ada');
});
afterAll(() => database?.close());

const ask = (path: string, headers: Record<string, string> = {}, body?: BodyInit) =>
  app.request(path, {
    ...(body === undefined ? {} : { method: 'POST', body }),
    headers: { authorization: `Bearer ${client.token}`, ...headers },
  });
const post = (body: BodyInit, encoding = 'gzip') =>
  ask('/v1/events', { 'content-type': 'application/json', 'content-encoding': encoding }, body);
const reports = (count: number) => {
  const source = newSource();
  return Promise.all(Array.from({ length: count }, (_, at) => reportMade(source, `Wrong year ${at}`)));
};

test('a packed body is read as the one that was packed, whoever writes the name in capitals', async () => {
  const events = await reports(3);
  for (const [encoding, outcome] of [
    ['gzip', 'stored'],
    ['GZIP', 'duplicate'],
  ] as const) {
    const answer = await post(gzipSync(JSON.stringify(events)), encoding);
    expect(answer.status).toBe(200);
    const { results } = (await answer.json()) as { results: { outcome: string }[] };
    expect(results.map((result) => result.outcome)).toEqual(events.map(() => outcome));
  }
});

test('a few bytes that unpack into millions are refused, and the next request is answered', async () => {
  const bomb = gzipSync(Buffer.alloc(200_000_000, 0x20));
  expect(bomb.length).toBeLessThan(250_000);
  const answer = await post(bomb);
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ code: 'too_large' });
  expect((await post(gzipSync(JSON.stringify(await reports(1))))).status).toBe(200);
});

const WHOLE = gzipSync('[]');
test.each([
  ['not packed at all', Buffer.from('[]')],
  ['cut', WHOLE.subarray(0, WHOLE.length - 6)],
  ['with something behind it', Buffer.concat([WHOLE, Buffer.from('behind')])],
  ['with a wrong sum', Buffer.from(WHOLE.map((byte, at) => (at === WHOLE.length - 8 ? byte ^ 1 : byte)))],
  ['nothing', Buffer.alloc(0)],
])('a body that says gzip and is %s is no JSON', async (_, body) => {
  const answer = await post(body);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ code: 'bad_json' });
});

test('the log is packed for whoever unpacks it, and for nobody else', async () => {
  await client.push(await reports(40));
  const [plain, packed] = [await ask('/v1/events'), await ask('/v1/events', { 'accept-encoding': 'br, gzip' })];
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  for (const { headers } of [plain, packed]) expect(headers.get('vary')).toContain('accept-encoding');
  const [text, bytes] = [await plain.text(), Buffer.from(await packed.arrayBuffer())];
  expect(gunzipSync(bytes).toString()).toBe(text);
  expect(bytes.length).toBeLessThan(text.length / 3);
});

test('it says that requests may be packed, also where it refuses one; a short answer and one with a secret are not packed', async () => {
  const takes = async (answer: Response | Promise<Response>) => (await answer).headers.get('accept-encoding');
  expect(await takes(ask('/v1/events'))).toBe('gzip');
  expect(await takes(post('[]', 'br'))).toBe('gzip');
  const short = await ask('/v1/events?after=9999', { 'accept-encoding': 'gzip' });
  expect(short.headers.get('content-encoding')).toBeNull();
  expect((await ask('/v1/me', { 'accept-encoding': 'gzip' })).headers.get('content-encoding')).toBeNull();
});
