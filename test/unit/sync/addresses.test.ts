/** What people write as the address of an endpoint, and where their events then go. */
import { expect, test } from 'vitest';
import { below, exchange } from '../../../lib/sync/wire.ts';
import { made, seen } from '../domain/making.ts';
import { about, receive, sendTo, testOf, WORLD } from './receiver.ts';

const MORE: Record<string, Record<string, string | boolean>> = {
  collector: { token: 't' },
  langfuse: { publicKey: 'pk-lf-1', words: false },
  opentelemetry: { words: false },
};

test.each([
  ['opentelemetry', '', '/v1/logs'],
  ['opentelemetry', '/telemetry/', '/telemetry/v1/logs'],
  ['opentelemetry', '/v1/logs', '/v1/logs'],
  ['opentelemetry', '/otlp/v1/logs?tenant=a', '/otlp/v1/logs?tenant=a'],
  ['opentelemetry', '/otlp?tenant=a', '/otlp/v1/logs?tenant=a'],
  ['opentelemetry', '/otlp/?tenant=a%2Fb&x=/v1/traces', '/otlp/v1/logs?tenant=a%2Fb&x=/v1/traces'],
  ['opentelemetry', '/v1', '/v1/logs'],
  ['opentelemetry', '/v1/traces', '/v1/logs'],
  ['opentelemetry', '/otlp/v1/metrics/?tenant=a', '/otlp/v1/logs?tenant=a'],
  ['opentelemetry', '/otlp#part', '/otlp/v1/logs'],
  ['collector', '/v1', '/v1/events'],
  ['collector', '/v1/events/', '/v1/events'],
  ['collector', '/team/v1/me', '/team/v1/events'],
  ['collector', '/team?key=a', '/team/v1/events?key=a'],
  ['langfuse', '/api/public', '/api/public/scores'],
  ['langfuse', '/api', '/api/public/scores'],
  ['langfuse', '/lf/api/public/scores?region=eu', '/lf/api/public/scores?region=eu'],
])('%s at %s', async (kind, address, path) => {
  await using receiver = await receive({ status: 200, body: kind === 'collector' ? '{"results":[]}' : '{}' });
  const settings = { ...MORE[kind], address: receiver.url + address };
  await sendTo(kind, about([await seen(), await made(1)]), settings);
  expect([...new Set(receiver.got.map((got) => got.path))]).toEqual([path]);
});

test('a collector is asked who one is below the address that events are sent below', async () => {
  await using receiver = await receive({ status: 200, body: '{}' });
  for (const address of ['', '/v1', '/v1/events', '/?key=a'])
    await testOf('collector', { token: 't', address: receiver.url + address });
  expect(receiver.got.map(({ path }) => path)).toEqual(['/v1/me', '/v1/me', '/v1/me', '/v1/me?key=a']);
});

test('both queries stay, and what is no address is left for the check', () => {
  expect(below('https://a.example/x?key=a', '/v1/events?after=1&limit=2')).toBe(
    'https://a.example/x/v1/events?key=a&after=1&limit=2',
  );
  for (const refused of ['no address', 'https://me:secret@a.example', 'http://a.example'])
    expect(below(refused, '/v1/events')).toBe(refused);
});

test.each([
  ['7', 7_000],
  ['0.5', 500],
  ['1.0001', 1_001],
  ['2.', 2_000],
  [' 3 ', 3_000],
  ['Wed, 01 Jan 2020 00:00:30 GMT', 30_000],
  ['Wed, 01 Jan 2020 00:00:00 GMT', 0],
  // No seconds and no date: nothing that a parser of dates may guess at.
  ['-1', undefined],
  ['1,5', undefined],
  ['2019', 2_019_000],
  ['soon', undefined],
])('Retry-After: %s', async (header, afterMs) => {
  await using receiver = await receive({ status: 429, headers: { 'retry-after': header } });
  const now = () => Date.parse('2020-01-01T00:00:00Z');
  const answer = await exchange({ method: 'GET', url: receiver.url, headers: {} }, { ...WORLD, now });
  expect(answer.kind === 'answer' && answer.afterMs).toBe(afterMs);
});
