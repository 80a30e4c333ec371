/** How often a token may be used, what is measured, and what never leaks. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { openDatabase } from '../../../../collector/database/open.ts';
import { createApp } from '../../../../collector/http/app.ts';
import { createMetrics } from '../../../../collector/http/metrics.ts';
import { createLimiter } from '../../../../collector/http/rate.ts';
import { inTurn } from '../../../../collector/ledger/turns.ts';
import { createLog } from '../../../../collector/logger.ts';
import { madeInMemory } from '../databases.ts';
import { appOf, clientOf, newSource, newTeam, quietLog, reportMade } from '../fixtures.ts';

let database: SqlDatabase;
beforeAll(async () => {
  database = await openDatabase(await madeInMemory());
});
afterAll(() => database?.close());

describe('a limiter', () => {
  test('lets a burst pass, then a steady rate, each key by itself', () => {
    const limiter = createLimiter({ perSecond: 2, burst: 4 });
    const takes = (key: string, now: number, count: number) =>
      Array.from({ length: count }, () => limiter.take(key, now));
    expect(takes('a', 0, 6)).toEqual([0, 0, 0, 0, 1, 1]);
    expect(takes('b', 0, 1)).toEqual([0]);
    expect(takes('a', 1_000, 3)).toEqual([0, 0, 1]);
    expect(takes('a', 100_000, 5)).toEqual([0, 0, 0, 0, 1]);
  });

  test('a clock that goes back gives nothing and takes nothing', () => {
    const limiter = createLimiter({ perSecond: 1, burst: 1 });
    expect([limiter.take('a', 5_000), limiter.take('a', 0), limiter.take('a', 1_000)]).toEqual([0, 1, 0]);
  });

  test('slow rates say how long to wait', () => {
    const limiter = createLimiter({ perSecond: 0.1, burst: 1 });
    expect([limiter.take('a', 0), limiter.take('a', 4_000)]).toEqual([0, 6]);
  });

  test('remembers no key for ever', () => {
    const limiter = createLimiter({ perSecond: 1_000, burst: 1 });
    for (let at = 0; at < 300_000; at++) limiter.take(`key ${at}`, at);
    expect(limiter.size()).toBeLessThan(30_000);
  });
});

test('too many requests are answered with 429 and how long to wait; another token is not held up', async () => {
  let now = new Date();
  const app = createApp({ database, log: quietLog, version: '0', now: () => now, rate: { perSecond: 1, burst: 3 } });
  const team = newTeam();
  const [ada, bob] = [
    await clientOf(app, database, team, 'reporter', 'ada'),
    await clientOf(app, database, team, 'reporter', 'bob'),
  ];
  const events = [await reportMade(newSource())];
  for (let at = 0; at < 3; at++) expect((await ada.push(events)).status).toBe(200);
  const refused = await ada.push(events);
  expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([429, 'rate_limited', '1']);
  expect(refused.headers.get('content-type')).toBe('application/problem+json');
  expect((await bob.push(events)).status).toBe(200);
  now = new Date(now.getTime() + 1_000);
  expect((await ada.push(events)).status).toBe(200);
});

test('who writes into a team that too many write into is told to wait; what waited is done in its turn', async () => {
  const done: number[] = [];
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const owner = {};
  const work = (at: number) => inTurn(owner, 'team', () => gate.then(() => done.push(at)));
  const accepted = Array.from({ length: 33 }, (_, at) => work(at));
  await expect(work(33)).rejects.toMatchObject({ code: 'busy', status: 503, headers: { 'retry-after': '1' } });
  expect(await inTurn(owner, 'another team', async () => 'done')).toBe('done');
  open();
  await Promise.all(accepted);
  expect(done).toEqual(accepted.map((_, at) => at));
  await expect(inTurn(owner, 'team', () => Promise.reject(new Error('mine')))).rejects.toThrow('mine');
  expect(await inTurn(owner, 'team', async () => 'again')).toBe('again');
});

test('metrics count requests by route and events by outcome, and name nobody', async () => {
  const metrics = createMetrics();
  const app = createApp({ database, log: quietLog, version: '0', metrics });
  const client = await clientOf(app, database, 'secret-team', 'reporter', 'secret-person');
  const event = await reportMade(newSource(), 'secret comment');
  await client.push([event, event, 'rubbish']);
  await app.request('/secret-path', { headers: { authorization: `Bearer ${client.token}` } });
  await app.request('/v1/me', { method: 'SECRET' });
  const { text, type } = await metrics.read();
  expect(type).toContain('text/plain');
  expect(text).toContain('countersign_events_total{outcome="stored",reason=""} 1');
  expect(text).toContain('countersign_events_total{outcome="duplicate",reason=""} 1');
  expect(text).toContain('countersign_events_total{outcome="refused",reason="invalid_event"} 1');
  expect(text).toContain(
    'countersign_http_request_duration_seconds_count{method="POST",route="/v1/events",status="200"} 1',
  );
  expect(text).toContain('{method="GET",route="none",status="404"} 1');
  expect(text).toContain('method="other"');
  expect(text).not.toMatch(/secret/i);
});

test('every answer has the headers that keep a browser from misusing it', async () => {
  for (const path of ['/healthz', '/nothing', '/v1/me', '/openapi.json']) {
    const { headers } = await appOf(database).request(path);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'strict-transport-security': 'max-age=31536000',
    });
  }
});

test('the log says who asked by token and team, and nothing of what', async () => {
  const lines: string[] = [];
  const app = createApp({ database, log: createLog((line) => lines.push(line)), version: '0' });
  const admin = await clientOf(app, database, newTeam(), 'admin', 'secret-admin');
  const ask = (method: string, path: string, body?: object) =>
    app.request(path, {
      method,
      headers: { authorization: `Bearer ${admin.token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  await ask('POST', '/v1/tokens', { subject: 'secret-person', role: 'reporter' });
  await ask('POST', '/v1/erasures', { person: 'secret-person' });
  await (await ask('GET', '/v1/people/secret-person/export')).text();
  expect(lines.map((line) => JSON.parse(line).path ?? JSON.parse(line).event)).toEqual([
    'token.created',
    '/v1/tokens',
    '/v1/erasures',
    '/v1/people/:person/export',
  ]);
  expect(lines.join('')).toContain(admin.tokenId);
  expect(lines.join('')).not.toMatch(/secret/);
});
