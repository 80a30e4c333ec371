/** Several targets at once, and what comes back from the collector. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eventKey } from '../../../lib/domain/events/event.ts';
import { backfill } from '../../../lib/store/write/outbox.ts';
import { append } from '../../../lib/store/write/writes.ts';
import { ANNA, decided, HASH, LUCA, made, OTHER_HASH, seen, sequenced } from '../domain/making.ts';
import { idsOf, rowOf, Scripted, stored, whenPushed } from './scripted.ts';

let on: Scripted;
beforeEach(async () => {
  on = new Scripted();
  await on.db.targets.put(rowOf());
});
afterEach(async () => on.db.delete());

describe('several targets', () => {
  const sink = () =>
    rowOf({
      targetId: 'sink',
      kind: 'cloudevents',
      settings: { address: 'https://sink.example', mode: 'batch', words: false },
      cursor: '',
    });

  test('none waits for another, and each gets everything once', async () => {
    await on.db.targets.put(sink());
    const events = await on.reports(3);
    on.reply = (batch, url) => (url.hostname === 'sink.example' ? { status: 503 } : whenPushed(stored)(batch, url));
    await on.engine.run(false);
    expect(await on.row()).toMatchObject({ state: 'idle' });
    expect(await on.row('sink')).toMatchObject({ state: 'waiting' });
    on.now += 60_000;
    await append(await made(9), new Date(0), on.db);
    on.reply = (batch, url) => (url.hostname === 'sink.example' ? { status: 200 } : whenPushed(stored)(batch, url));
    await on.engine.run(false);
    const sent = on.asked
      .filter(({ url }) => url.hostname === 'sink.example')
      .flatMap(({ events: batch }) => idsOf(batch));
    expect(new Set(sent.slice(-(events.length + 1))).size).toBe(events.length + 1);
    await append(await made(10), new Date(0), on.db);
    await on.engine.run(false);
    expect(on.asked.filter(({ url }) => url.hostname === 'sink.example').at(-1)?.events).toHaveLength(1);
  });

  test('a filter decides what waits', async () => {
    await on.db.targets.put({
      ...sink(),
      filter: {
        from: 'own',
        severity: 'critical',
        verdicts: ['escalate'],
        types: ['countersign.report.made.v1', 'countersign.decision.made.v1'],
      },
    });
    await on.reports(2);
    expect(await on.db.outbox.where({ targetId: 'sink' }).toArray()).toEqual([]);
  });

  test('one browser can forward for the team: what others said goes there once', async () => {
    await on.db.targets.put({ ...sink(), filter: { from: 'team', severity: 'neutral' } });
    const theirs = sequenced([await seen({ source: LUCA }), await decided('escalate', [])]);
    on.reply = (_, url) =>
      url.hostname === 'sink.example'
        ? { status: 200 }
        : { status: 200, body: { events: theirs, next: theirs[1]?.sequence, more: false } };
    await on.engine.run(false);
    await on.db.targets.update('collector', { cursor: '0'.repeat(16) }); // pulled anew
    await on.engine.run(false);
    await on.engine.run(false);
    const sent = on.asked.filter(({ url }) => url.hostname === 'sink.example').flatMap(({ events }) => idsOf(events));
    expect(sent).toEqual(idsOf(theirs));
  });

  test('a new target that wants the past gets it, one that does not begins now', async () => {
    const events = await on.reports(2);
    await on.engine.run(false);
    await on.db.targets.bulkPut([sink(), { ...sink(), targetId: 'chat' }]);
    await backfill('sink', ANNA, true, on.db);
    await backfill('chat', ANNA, false, on.db);
    expect((await on.db.outbox.where({ targetId: 'sink' }).toArray()).map(({ key }) => key)).toEqual(
      events.map(eventKey),
    );
    expect(await on.db.outbox.where({ targetId: 'chat' }).count()).toBe(0);
    await backfill('sink', ANNA, true, on.db); // connected again
    expect(await on.db.outbox.where({ targetId: 'sink' }).count()).toBe(events.length);
  });

  test.each(['paused', 'removed'])('a target that is %s is left alone and loses nothing', async (how) => {
    await on.db.targets.put(sink());
    await on.db.targets.update(
      'sink',
      how === 'paused' ? { state: 'paused' } : { removedAt: new Date(on.now).toISOString() },
    );
    await on.reports(1);
    await on.engine.run(true);
    expect(on.asked.some(({ url }) => url.hostname === 'sink.example')).toBe(false);
    expect(await on.db.outbox.where({ targetId: 'sink', state: 'waiting' }).count()).toBe(2);
  });
});

describe('pulling', () => {
  test('goes on page by page from where it was, in the collector’s order', async () => {
    const all = sequenced([
      await seen({ source: LUCA }),
      ...(await Promise.all([1, 2, 3, 4].map((n) => made(n, { source: LUCA })))),
    ]);
    on.reply = (_, url) => {
      const from = Number(url.searchParams.get('after'));
      const events = all.slice(from, from + 2);
      return {
        status: 200,
        body: { events, next: String(from + events.length).padStart(16, '0'), more: from + 2 < all.length },
      };
    };
    await on.engine.run(false);
    const pulledAfter = () => on.asked.flatMap(({ url }) => url.searchParams.get('after') ?? []).map(Number);
    expect(pulledAfter()).toEqual([0, 2, 4]);
    expect((await on.db.outputs.get(HASH))?.reports).toHaveLength(4);
    await on.engine.run(false);
    expect(pulledAfter().at(-1)).toBe(5);
  });

  test('remembers from where on a newer version should read again', async () => {
    const [known] = sequenced([await seen({ source: LUCA })]);
    const events = [
      known,
      {
        ...(known as object | undefined),
        id: 'later',
        type: 'countersign.something.new.v9',
        sequence: '0000000000000002',
      },
    ];
    on.reply = () => ({ status: 200, body: { events, next: '0000000000000002', more: false } });
    await on.engine.run(false);
    expect(await on.row()).toMatchObject({ cursor: '0000000000000002', unreadFrom: '0000000000000000' });
  });

  test('does not send what it was sent', async () => {
    const events = await on.reports(1);
    on.reply = (_, url) =>
      url.searchParams.has('after')
        ? { status: 200, body: { events: sequenced(events), next: '0000000000000002', more: false } }
        : { status: 503 };
    await on.db.targets.update('collector', { state: 'waiting' });
    const pulledFirst = whenPushed(stored);
    await on.engine.run(false);
    expect(await on.db.outbox.count()).toBe(2);
    on.reply = (batch, url) =>
      url.searchParams.has('after')
        ? { status: 200, body: { events: sequenced(events), next: '0000000000000002', more: false } }
        : pulledFirst(batch, url);
    on.now += 60_000;
    await on.engine.run(false);
    expect(await on.db.outbox.count()).toBe(0);
    expect((await on.db.events.toArray()).every(({ event }) => event.sequence)).toBe(true);
  });

  test('what waits for a decision is here before the log is, and stands in its place when that has come', async () => {
    const all = sequenced([
      ...(await Promise.all([1, 2].map((n) => made(n, { source: LUCA, subject: OTHER_HASH })))),
      await seen({ source: LUCA }),
      await made(3, { source: LUCA }),
    ]);
    on.awaiting = { status: 200, body: { events: all.slice(2) } };
    on.reply = () => ({ status: 503 });
    await on.engine.run(false);
    expect((await on.db.outputs.get(HASH))?.line).toBeDefined();
    expect(await on.row()).toMatchObject({ state: 'waiting', cursor: '0'.repeat(16) });
    on.reply = () => ({
      status: 200,
      body: { events: all, next: all.at(-1)?.sequence, more: false, end: all.at(-1)?.sequence },
    });
    on.now += 60_000;
    await on.engine.run(false);
    expect(await on.db.events.count()).toBe(4);
    expect((await on.db.outputs.get(HASH))?.reports).toHaveLength(1);
    expect(await on.row()).toMatchObject({ cursor: all.at(-1)?.sequence, end: all.at(-1)?.sequence });
  });

  test('a head start that goes wrong stops nothing', async () => {
    const all = sequenced([await seen({ source: LUCA }), await made(1, { source: LUCA })]);
    for (const said of [
      { status: 500 },
      { status: 200, body: { events: 'none' } },
      { status: 200, body: { events: [{}, 7] } },
    ]) {
      on.awaiting = said;
      await on.db.targets.put(rowOf());
      on.reply = () => ({ status: 200, body: { events: all, next: all.at(-1)?.sequence, more: false } });
      await on.engine.run(false);
      expect(await on.row()).toMatchObject({ state: 'idle', cursor: all.at(-1)?.sequence });
    }
  });
});
