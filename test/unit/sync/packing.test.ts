/** Requests are packed where a server says that it takes that, and only there. */
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { exchange } from '../../../lib/sync/wire.ts';
import { receive, WORLD } from './receiver.ts';

const LONG = JSON.stringify(Array.from({ length: 500 }, (_, at) => ({ at, comment: 'The year is wrong.' })));
const send = (url: string, body = LONG, headers: Record<string, string> = {}) =>
  exchange({ method: 'POST', url, headers, body }, WORLD);
const TAKES = { 'accept-encoding': 'gzip' };

test('the first goes as it is, the next ones packed, once an answer said so', async () => {
  await using receiver = await receive({ status: 200, body: '{}', headers: TAKES });
  await send(receiver.url);
  await send(receiver.url);
  const [first, second] = receiver.raw;
  expect(first?.toString()).toBe(LONG);
  expect(receiver.got[1]?.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(second ?? '').toString()).toBe(LONG);
  expect(second?.length).toBeLessThan(LONG.length / 5);
});

test('a server that says nothing, a short body and a signed one get no packed request', async () => {
  await using silent = await receive();
  await send(silent.url);
  await send(silent.url);
  await using receiver = await receive({ status: 200, headers: TAKES });
  await send(receiver.url);
  await send(receiver.url, '[]');
  await send(receiver.url, LONG, { 'webhook-signature': 'v1,x' });
  expect([...silent.got, ...receiver.got].map(({ headers }) => headers['content-encoding'])).toEqual([
    ...Array.from({ length: 5 }, () => undefined),
  ]);
});

test('where another server takes its place, which does not take it, it goes again as it is, and stays so', async () => {
  await using receiver = await receive({ status: 200, headers: TAKES });
  await send(receiver.url);
  receiver.answer = { status: 415 };
  await send(receiver.url);
  receiver.answer = { status: 200 };
  await send(receiver.url);
  expect(receiver.got.map(({ headers }) => headers['content-encoding'])).toEqual([
    ...[undefined, 'gzip', undefined, undefined],
  ]);
  expect(receiver.raw[2]?.toString()).toBe(LONG);
});
