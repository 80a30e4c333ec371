import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeEvent } from '../../../lib/domain/events/event.ts';
import { EVERYTHING } from '../../../lib/domain/events/filter.ts';
import { degradedSites } from '../../../lib/store/ask/queries.ts';
import { Database, type TargetRow } from '../../../lib/store/db.ts';
import { backfill, due, nextDue } from '../../../lib/store/write/outbox.ts';
import { append, applyPulled, resend, settle, UNDO_MS, undo } from '../../../lib/store/write/writes.ts';
import { ANNA, decided, eventOf, HASH, LUCA, made, OTHER_HASH, reportId, seen, sequenced } from '../domain/making.ts';
import { fc } from '../property.ts';

const TARGET: TargetRow = {
  targetId: 'collector',
  kind: 'collector',
  settings: { address: 'https://collector.example', token: 't' },
  filter: EVERYTHING,
  addedAt: '2026-11-22T09:00:00.000Z',
  team: 'a',
  subject: 'anna',
  role: 'reporter',
  cursor: '0'.repeat(16),
  state: 'idle',
  attempts: 0,
};
const requested = () =>
  eventOf(
    'countersign.approval.requested.v1',
    {
      ...{ requestId: reportId(40), kind: 'approval', processId: 'faq', policyVersion: '7', textHash: HASH },
    },
    {},
  );
let db: Database;
let count = 0;

const dueNow = () => due('collector', { events: 100, bytes: 1_000_000 }, new Date(), db);
const keys = async () => (await dueNow()).map((event) => event.type.split('.').slice(1, 3).join('.'));

beforeEach(async () => {
  db = new Database(`test-${++count}`);
  await db.targets.put({ ...TARGET });
});
afterEach(async () => db.delete());

describe('what leaves this browser', () => {
  test('a text that was only seen stays; with a report on it, both go, text first', async () => {
    await append(await seen(), new Date(0), db);
    expect(await keys()).toEqual([]);
    await append(await made(1), new Date(0), db);
    expect(await keys()).toEqual(['output.seen', 'report.made']);
    const [first] = await dueNow();
    expect(first?.data.sealed).toBeDefined();
  });

  test('a fresh report is held until it can no longer be undone, and nothing overtakes it', async () => {
    const later = new Date(Date.now() + 60_000);
    await append(await seen(), new Date(), db);
    await append(await made(1), later, db);
    const facts = { reportId: reportId(1), categories: ['style' as const], severity: 'minor' as const };
    await append(await eventOf('countersign.report.amended.v1', facts, { passages: [] }), new Date(), db);
    expect(await keys()).toEqual([]);
    expect(await nextDue('collector', db)).toBe(later.toISOString());
  });

  test('the same event twice is stored once', async () => {
    const event = await seen();
    await append(event, new Date(), db);
    await append(event, new Date(), db);
    expect(await db.events.count()).toBe(1);
  });

  test('of what a target took no mark is left, wherever the marks stand; all others are', async () => {
    const key = fc.constantFrom(...'abcdefgh');
    const marks = fc.array(fc.tuple(fc.constantFrom('collector', 'other'), key), { maxLength: 24 });
    const holds = async (all: readonly [string, string][], taken: readonly string[]) => {
      await db.outbox.clear();
      const notBefore = new Date(0).toISOString();
      await db.outbox.bulkAdd(all.map(([targetId, of]) => ({ targetId, key: of, state: 'waiting', notBefore })));
      await settle(
        'collector',
        taken.map((of) => ({ key: of, subject: HASH, outcome: 'accepted' })),
        db,
      );
      const left = await db.outbox.orderBy(':id').toArray();
      expect(left.map((mark) => [mark.targetId, mark.key])).toEqual(
        all.filter(([targetId, of]) => targetId !== 'collector' || !taken.includes(of)),
      );
    };
    await fc.assert(fc.asyncProperty(marks, fc.uniqueArray(key, { maxLength: 4 }), holds), { numRuns: 60 });
  });

  test('a refused event is kept with the reason, holds nothing up, and can be sent again', async () => {
    await append(await seen(), new Date(0), db);
    await append(await made(1), new Date(0), db);
    const [text, report] = await dueNow();
    if (!text || !report) throw new Error('two events should be due');
    const key = `${report.source}|${report.id}`;
    await settle(
      'collector',
      [
        { key: `${text.source}|${text.id}`, subject: HASH, outcome: 'accepted', sequence: '0000000000000001' },
        { key, subject: HASH, outcome: 'rejected', reason: 'role_may_not' },
      ],
      db,
    );
    expect(await keys()).toEqual([]);
    expect(await db.outbox.toArray()).toMatchObject([{ key, state: 'refused', reason: 'role_may_not' }]);
    await resend('collector', key, db);
    expect(await keys()).toEqual(['report.made']);
  });

  test('a new target gets what was reported before it was there', async () => {
    await db.targets.clear();
    await append(await seen(), new Date(0), db);
    await append(await made(1), new Date(0), db);
    await append(await seen({ subject: OTHER_HASH }), new Date(0), db);
    expect(await db.outbox.count()).toBe(0);
    await db.targets.put({
      targetId: 'collector',
      kind: 'collector',
      settings: { address: 'https://collector.example', token: 't' },
      filter: EVERYTHING,
      addedAt: '2026-11-22T09:00:00.000Z',
      team: 'a',
      subject: 'anna',
      role: 'reporter',
      cursor: '0'.repeat(16),
      state: 'idle',
      attempts: 0,
    });
    await backfill('collector', ANNA, true, db);
    expect(await keys()).toEqual(['output.seen', 'report.made']);
  });

  test.each([true, false])(
    'what was said at a gate before it was there reaches a new target: the past too %s',
    async (history) => {
      await db.targets.clear();
      await append(await seen(), new Date(0), db);
      await append(await requested(), new Date(0), db);
      await append(await seen({ subject: OTHER_HASH }), new Date(0), db);
      await db.targets.put({ ...TARGET });
      await backfill('collector', ANNA, history, db);
      expect(await keys()).toEqual(history ? ['output.seen', 'approval.requested'] : []);
    },
  );

  test('what was said at a gate, and was never let out, is let out with all that this browser knows of the text', async () => {
    await db.targets.clear();
    await append(await seen(), new Date(0), db);
    await append(await requested(), new Date(0), db);
    await db.events.toCollection().modify((row) => {
      delete row.shared;
    });
    await db.targets.put({ ...TARGET });
    await backfill('collector', ANNA, true, db);
    expect(await keys()).toEqual(['output.seen', 'approval.requested']);
  });
});

describe('a tool that can no longer be read', () => {
  const SITE = 'https://chat.example.com';
  const degraded = (source = ANNA, version = '0123456789ab') =>
    eventOf(
      'countersign.detection.degraded.v1',
      { tool: 'desk', toolName: 'Desk', version, reason: 'nothingFound' },
      undefined,
      { source, subject: SITE },
    );

  test('is told to the target at once, and makes no output', async () => {
    expect(await append(await degraded(), new Date(0), db)).toBeUndefined();
    expect(await keys()).toEqual(['detection.degraded']);
    expect(await db.outputs.count()).toBe(0);
  });

  test('is told to a target that is set later, once', async () => {
    await db.targets.clear();
    await append(await degraded(), new Date(0), db);
    await append(await degraded(), new Date(0), db);
    await db.targets.put({ ...TARGET });
    await backfill('collector', ANNA, true, db);
    expect(await keys()).toEqual(['detection.degraded', 'detection.degraded']);
  });

  test('is shown once for each site and profile, with how many browsers said so', async () => {
    const events = sequenced([
      await degraded(),
      await degraded(),
      await degraded(LUCA),
      await degraded(LUCA, 'ba9876543210'),
    ]);
    await applyPulled('collector', events, '0'.repeat(16), db);
    expect(await degradedSites(db)).toMatchObject([
      { origin: SITE, tool: 'desk', version: 'ba9876543210', browsers: 1 },
      { origin: SITE, tool: 'desk', version: '0123456789ab', browsers: 2, reason: 'nothingFound' },
    ]);
  });
});

describe('undo', () => {
  const fresh = (n: number) =>
    makeEvent(
      'countersign.report.made.v1',
      ANNA,
      HASH,
      { reportId: reportId(n), categories: ['factual'], severity: 'minor' },
      { passages: [] },
    );
  const undone = (n: number) =>
    makeEvent('countersign.report.withdrawn.v1', ANNA, HASH, { reportId: reportId(n), undone: true });
  const hold = () => new Date(Date.now() + UNDO_MS);

  test('within its time: nothing is sent, nothing is shown, the log keeps both', async () => {
    await append(await seen(), new Date(), db);
    await append(await fresh(1), hold(), db);
    expect(await undo(await undone(1), db)).toBe(true);
    expect(await db.outbox.count()).toBe(0);
    expect((await db.outputs.get(HASH))?.reports).toEqual([]);
    expect((await db.outputs.get(HASH))?.status).toBe('unreviewed');
    expect(await db.events.count()).toBe(3);
  });

  test('leaves another fresh report of the same text in line', async () => {
    await append(await seen(), new Date(), db);
    await append(await fresh(1), hold(), db);
    await append(await fresh(2), hold(), db);
    expect(await undo(await undone(1), db)).toBe(true);
    expect(await db.outbox.count()).toBe(2);
    expect((await db.outputs.get(HASH))?.openReports).toBe(1);
    await append(await fresh(3), hold(), db);
    const marked = (await db.outbox.toArray()).map((mark) => mark.key);
    const stored = await db.events.bulkGet(marked);
    expect(stored.filter((row) => JSON.stringify(row).includes(reportId(1)))).toEqual([]);
  });

  test('too late once it may have left', async () => {
    await append(await seen(), new Date(), db);
    const old = await eventOf(
      'countersign.report.made.v1',
      { reportId: reportId(1), categories: ['factual'], severity: 'minor' },
      { passages: [] },
    );
    await append(old, new Date(0), db);
    expect(await undo(await undone(1), db)).toBe(false);
    expect((await db.outputs.get(HASH))?.reportIds).toEqual([reportId(1)]);
  });
});

describe('what comes from the team', () => {
  test('is folded with what is here, and moves the cursor in the same transaction', async () => {
    const events = sequenced([await seen(), await made(1), await decided('block', [1])]);
    await applyPulled('collector', events, '0000000000000003', db);
    await applyPulled('collector', events, '0000000000000003', db);
    const row = { status: 'blocked', reportIds: [reportId(1)], reports: [{ state: 'decided' }] };
    expect(await db.outputs.get(HASH)).toMatchObject(row);
    expect((await db.targets.get('collector'))?.cursor).toBe('0000000000000003');
    expect(await db.outbox.count()).toBe(0);
  });
});
