/** Out as lines, in again, and away: nothing twice, nothing half, nothing that waits, and no credentials. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { actSubject, collectorSource } from '../../../lib/domain/events/audit.ts';
import { type CountersignEvent, makeEvent } from '../../../lib/domain/events/event.ts';
import { EVERYTHING } from '../../../lib/domain/events/filter.ts';
import { headerSchema, readRecord } from '../../../lib/domain/export/record-lines.ts';
import { newId } from '../../../lib/domain/ids.ts';
import { authors, outputsBefore, outputsWith, recordLines, saidOf, writtenBy } from '../../../lib/store/ask/kept.ts';
import { Database } from '../../../lib/store/db.ts';
import { dropOutputs, eraseContents } from '../../../lib/store/write/erase.ts';
import { takeBack, takeIn } from '../../../lib/store/write/taking-in.ts';
import { append, applyPulled } from '../../../lib/store/write/writes.ts';
import { ANNA, HASH, LUCA, made, OTHER_HASH, reportId, seen, sequenced } from '../domain/making.ts';

const TOKEN = 'cst_a-token-that-nobody-may-see';
let db: Database;
let other: Database;

beforeEach(async () => {
  [db, other] = [new Database(`kept-${newId()}`), new Database(`kept-${newId()}`)];
  await db.targets.put({
    targetId: 'collector',
    kind: 'collector',
    settings: { address: 'https://collector.example', token: TOKEN },
    filter: EVERYTHING,
    addedAt: '2026-11-22T10:00:00.000Z',
    team: 'acme',
    cursor: '0'.repeat(16),
    state: 'idle',
    attempts: 0,
  });
});
afterEach(() => Promise.all([db.delete(), other.delete()]));

async function textOf(database: Database): Promise<string> {
  let text = '';
  for await (const lines of recordLines(ANNA, new AbortController().signal, () => undefined, database)) text += lines;
  return text;
}

async function eventsIn(text: string): Promise<CountersignEvent[]> {
  const read = await Promise.all(text.trim().split('\n').slice(1).map(readRecord));
  expect(read.filter(({ kind }) => kind === 'wrong')).toEqual([]);
  return read.flatMap((line) => (line.kind === 'event' ? line.event : []));
}

test('what was written out is taken in elsewhere as it was, once, without anybody’s credentials', async () => {
  for (const event of [await seen(), await made(1), await made(2)]) await append(event, new Date(), db);
  const text = await textOf(db);
  expect(headerSchema.parse(JSON.parse(text.split('\n')[0] ?? ''))).toMatchObject({ source: ANNA, team: 'acme' });
  expect(text).not.toContain(TOKEN);
  expect(text).not.toContain('collector.example');
  const events = await eventsIn(text);
  const { keys } = await takeIn(events, 'acme', other);
  expect(keys).toHaveLength(3);
  const there = await other.outputs.get(HASH);
  const reports = (await db.outputs.get(HASH))?.reports.map((report) => ({ ...report, unproved: true }));
  // What a file says was reported moves no status elsewhere.
  const moved = { status: 'unreviewed', openReports: 0 };
  const { line: _, turns: __, ...here } = (await db.outputs.get(HASH)) ?? {};
  expect(there).toEqual({ ...here, reports, ...moved });
  expect(await takeIn(events, 'acme', other)).toEqual({ keys: [], duplicates: 3, erased: 0 });
  await takeBack(keys, other);
  for (const table of [other.events, other.contents, other.outputs]) expect(await table.count(), table.name).toBe(0);
});

test('a line that was changed, is no entry, or is no JSON is found', async () => {
  const event = await made(1);
  const line = JSON.stringify({ event });
  expect(await readRecord(line)).toMatchObject({ kind: 'event' });
  expect(await readRecord(line.replace('comment 1', 'comment 9'))).toEqual({
    kind: 'wrong',
    problem: 'content_differs',
  });
  expect(await readRecord(line.replace('"major"', '"huge"'))).toEqual({ kind: 'wrong', problem: 'not_a_record' });
  expect(await readRecord(line.slice(1))).toEqual({ kind: 'wrong', problem: 'not_json' });
  expect(await readRecord('{"draft":{}}')).toEqual({ kind: 'other' });
  expect(await readRecord('{"__proto__":{"event":1}}')).toEqual({ kind: 'wrong', problem: 'not_a_record' });
});

test('the order and names of a file are believed nowhere: of the same team’s they are kept to be asked about', async () => {
  const [event] = sequenced([await seen()]);
  if (!event) throw new Error('one was made');
  for (const [database, claimed] of [
    [other, ''],
    [db, event.sequence],
  ] as const) {
    await takeIn([event], 'acme', database);
    const [stored] = await database.events.toArray();
    expect(stored?.claimed).toBe(claimed);
    expect(stored?.event).not.toHaveProperty('sequence');
    expect(stored?.event).not.toHaveProperty('authid');
  }
});

test('what the team erased does not come back by a file that was written before', async () => {
  const report = await made(1);
  const [pulled] = sequenced([report]);
  const erasureId = newId();
  const facts = { erasureId, reason: 'person' as const, events: [{ source: report.source, id: report.id }] };
  const source = collectorSource('33333333-3333-4333-8333-333333333333');
  const act = await makeEvent('countersign.content.erased.v1', source, actSubject('erasure', erasureId), facts);
  const [, erasure] = sequenced([report, act]);
  if (!pulled || !erasure) throw new Error('both were made');
  await applyPulled('collector', [erasure], '2', db);
  expect(await takeIn([pulled], 'acme', db)).toMatchObject({ erased: 1 });
  expect(await db.contents.count()).toBe(0);
});

test('old outputs go with all that was said of them, but what waits to be sent stays', async () => {
  await append(await seen({ subject: HASH }), new Date(), other);
  await append(await made(1, { subject: HASH }), new Date(), other);
  await append(await seen({ subject: OTHER_HASH }), new Date(), db);
  await append(await seen({ subject: HASH }), new Date(), db);
  await append(await made(2, { subject: HASH }), new Date(), db); // db has an endpoint: this waits for it
  expect(await outputsBefore('2000-01-01', db)).toEqual([]);
  const old = await outputsBefore('2100-01-01', db);
  expect(old.sort()).toEqual([HASH, OTHER_HASH].sort());
  expect(await dropOutputs(old, db)).toEqual({ erased: 1, left: 1 });
  expect(await db.outputs.toCollection().primaryKeys()).toEqual([HASH]);
  expect(await db.outbox.count()).toBe(2);
  // Without an endpoint nothing waits.
  expect(await dropOutputs([HASH], other)).toEqual({ erased: 1, left: 0 });
  for (const table of [other.events, other.contents, other.outputs]) expect(await table.count(), table.name).toBe(0);
});

test('one person’s words go, and that they were there stays', async () => {
  const events = [await seen(), await made(1), await made(2, { source: LUCA })];
  await takeIn(events, undefined, other);
  expect(await authors(other)).toEqual([
    { id: ANNA, events: 1 },
    { id: LUCA, events: 1 },
  ]);
  expect(await eraseContents(await writtenBy(LUCA, other), other)).toEqual({ erased: 1, left: 0 });
  const output = await other.outputs.get(HASH);
  expect(output?.reports.map((report) => [report.reportId, report.content?.comment])).toEqual([
    [reportId(1), 'comment 1'],
    [reportId(2), undefined],
  ]);
});

test('the text of one output goes with what was written of it, and what waits is left', async () => {
  await append(await seen(), new Date(), other);
  expect((await outputsWith('PRICES', other)).map(({ hash }) => hash)).toEqual([HASH]);
  expect(await eraseContents(await saidOf(HASH, other), other)).toEqual({ erased: 1, left: 0 });
  expect(await outputsWith('prices', other)).toEqual([]);
  await append(await seen(), new Date(), db);
  await append(await made(1), new Date(), db);
  expect(await eraseContents(await saidOf(HASH, db), db)).toEqual({ erased: 0, left: 2 });
  expect(await db.contents.count()).toBe(2);
});
