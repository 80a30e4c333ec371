/** The engine with a database and a scripted endpoint: what it sends, when, and what it writes down. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eventKey } from '../../../lib/domain/events/event.ts';
import { append, resend, UNDO_MS, undo } from '../../../lib/store/write/writes.ts';
import { made, OTHER_HASH, seen, withdrawn } from '../domain/making.ts';
import { idsOf, rowOf, Scripted, stored, whenPushed } from './scripted.ts';

let on: Scripted;
beforeEach(async () => {
  on = new Scripted();
  await on.db.targets.put(rowOf());
});
afterEach(async () => on.db.delete());

describe('sending', () => {
  test('one bad event that spoils every batch it is in is found by halving; all others arrive, in order', async () => {
    const events = await on.reports(40);
    const bad = events[17];
    const got: string[] = [];
    on.reply = whenPushed((batch, url) => {
      if (batch.some(({ id }) => id === bad?.id)) return { status: 400, body: { detail: 'no such thing' } };
      got.push(...idsOf(batch));
      return stored(batch, url);
    });
    await on.engine.run(false);
    expect(got).toEqual(idsOf(events.filter((event) => event !== bad)));
    expect(await on.db.outbox.toArray()).toMatchObject([{ state: 'refused', reason: 'no such thing' }]);
    expect(await on.row()).toMatchObject({ state: 'idle', attempts: 0 });
    expect(on.asked.length).toBeLessThan(20);
  });

  test('batches shrink to what the endpoint takes, and stay so', async () => {
    await on.reports(60);
    on.reply = whenPushed((batch, url) => (batch.length > 10 ? { status: 413 } : stored(batch, url)));
    await on.engine.run(false);
    expect(await on.db.outbox.count()).toBe(0);
    const sizes = on.asked.filter(({ url }) => !url.searchParams.has('after')).map(({ events }) => events.length);
    expect(sizes.reduce((sum, size) => sum + (size <= 10 ? size : 0), 0)).toBe(61);
  });

  test('a batch ends before it has too many bytes', async () => {
    await on.db.targets.update('collector', {
      kind: 'cloudevents',
      settings: { address: 'https://x.example', mode: 'batch', words: true },
    });
    for (let i = 1; i <= 4; i += 1) {
      const event = await made(i);
      Object.assign(event.data.sealed?.content ?? {}, { comment: 'x'.repeat(400_000) });
      await append(event, new Date(0), on.db);
    }
    await on.engine.run(false);
    expect(on.asked.map(({ events }) => events.length)).toEqual([2, 2]);
  });

  test('a server that breaks over one event gets the others; the one waits and is tried again', async () => {
    const poison = await made(1, { subject: OTHER_HASH });
    await append(poison, new Date(0), on.db);
    const others = await on.reports(3);
    const got = new Set<string>();
    on.reply = whenPushed((batch, url) => {
      if (batch.some(({ id }) => id === poison.id)) return { status: 500 };
      for (const id of idsOf(batch)) got.add(id);
      return stored(batch, url);
    });
    for (let round = 0; round < 12; round += 1) {
      await on.engine.run(false);
      on.now = (await on.engine.nextAt()) ?? on.now;
    }
    expect([...got]).toEqual(idsOf(others));
    expect(await on.db.outbox.toArray()).toMatchObject([{ key: eventKey(poison), state: 'waiting' }]);
    on.reply = whenPushed(stored);
    await on.engine.run(false);
    on.now += 3_600_000;
    await on.engine.run(false);
    expect(await on.db.outbox.count()).toBe(0);
  });

  test('after a failure it waits, longer each time, and sends the same ids again', async () => {
    const events = await on.reports(2);
    on.reply = whenPushed(() => ({ status: 503 }));
    const waits: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      await on.engine.run(false);
      await on.engine.run(false); // too early: nothing happens
      const next = (await on.engine.nextAt()) ?? 0;
      waits.push(next - on.now);
      on.now = next;
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(on.asked).toHaveLength(4);
    on.reply = whenPushed(stored);
    await on.engine.run(false);
    expect(new Set(on.asked.flatMap((request) => idsOf(request.events)))).toEqual(new Set(idsOf(events)));
    expect(await on.row()).toMatchObject({ state: 'idle', attempts: 0 });
  });

  test.each([
    ['seconds', '90'],
    ['a date', 'Mon, 23 Nov 2026 00:01:30 GMT'],
  ])('Retry-After in %s is kept to, and a person who waits may try before', async (_, header) => {
    await on.reports(1);
    on.reply = whenPushed(() => ({ status: 429, headers: { 'retry-after': header } }));
    await on.engine.run(false);
    expect(((await on.engine.nextAt()) ?? 0) - on.now).toBe(90_000);
    expect(await on.row()).toMatchObject({ state: 'waiting', problem: 'busy' });
    on.now += 5_000;
    await on.engine.run(false);
    expect(on.asked).toHaveLength(1);
    on.reply = whenPushed(stored);
    await on.engine.run(true);
    expect(await on.db.outbox.count()).toBe(0);
  });

  test('with a token that is not accepted nothing is sent until it is changed', async () => {
    await on.reports(1);
    on.reply = () => ({ status: 401 });
    await on.engine.run(false);
    on.now += 86_400_000;
    await on.engine.run(true);
    expect(on.asked).toHaveLength(1);
    expect(await on.row()).toMatchObject({ state: 'unauthorised', problem: 'token_refused' });
    expect(await on.engine.nextAt()).toBeUndefined();
    expect(await on.db.outbox.count()).toBe(2);
  });

  test('a refused event is sent again when somebody says so', async () => {
    const [text, report] = await on.reports(1);
    on.reply = whenPushed((batch) => ({
      status: 200,
      body: {
        results: batch.map(({ id, source }) => ({ id, source, outcome: id === report?.id ? 'refused' : 'stored' })),
      },
    }));
    await on.engine.run(false);
    await on.engine.run(true);
    expect(on.asked.filter(({ events }) => events.length > 0).map(({ events }) => idsOf(events))).toEqual([
      [text?.id, report?.id],
    ]);
    on.reply = whenPushed(stored);
    await resend('collector', report && eventKey(report), on.db);
    await on.engine.run(true);
    expect(await on.db.outbox.count()).toBe(0);
  });

  test('what was handed to the network can no longer be undone, whatever the clock says', async () => {
    await append(await seen(), new Date(0), on.db);
    const report = await made(1);
    await append(report, new Date(0), on.db);
    on.reply = () => ({ status: 500 });
    await on.engine.run(false);
    expect(await undo(await withdrawn(1, true), on.db, Date.parse(report.time) + UNDO_MS / 2)).toBe(false);
  });
});

test('two rounds of one target never meet, and a change waits for none', async () => {
  await on.reports(1);
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  let inside = 0;
  const slow = on.engineWith(async (_, init) => {
    inside += 1;
    const aborted = new Promise((__, reject) =>
      init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
    );
    await Promise.race([gate, aborted]);
    return new Response('{}', { status: 503 });
  });
  const first = slow.run(false);
  while (inside === 0) await new Promise(setImmediate);
  await slow.run(true);
  expect(inside).toBe(1);
  await slow.between('collector', async () => expect(await on.row()).toMatchObject({ state: 'idle', attempts: 0 }));
  open();
  await first;
});
