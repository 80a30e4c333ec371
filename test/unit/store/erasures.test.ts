/** What the team erased is gone from this browser too, and the rows that the screens show with it. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { actSubject, collectorSource } from '../../../lib/domain/events/audit.ts';
import { eventKey, type FactsOf, makeEvent } from '../../../lib/domain/events/event.ts';
import { installationSource, newId } from '../../../lib/domain/ids.ts';
import { Database } from '../../../lib/store/db.ts';
import { takeIn } from '../../../lib/store/write/taking-in.ts';
import { applyPulled } from '../../../lib/store/write/writes.ts';
import { HASH, made, seen, sequenced } from '../domain/making.ts';

type Facts = FactsOf<'countersign.content.erased.v1'>;
const keyOf = ({ source, id }: { source: string; id: string }) => ({ source, id });
const erasureOf = (events: readonly { source: string; id: string }[], pseudonym?: string, named?: Facts['named']) => {
  const erasureId = newId();
  const facts = {
    erasureId,
    reason: 'person' as const,
    events: events.map(keyOf),
    ...(pseudonym === undefined ? {} : { pseudonym }),
    ...(named ? { named } : {}),
  };
  const source = collectorSource('33333333-3333-4333-8333-333333333333');
  return makeEvent('countersign.content.erased.v1', source, actSubject('erasure', erasureId), facts);
};

test('an erasure takes content and names from events, outputs and reports, and leaves the rest', async () => {
  const db = new Database('erasures');
  const [text, first, second] = [await seen(), await made(1), await made(2)];
  const [, , , erasure, stranger] = sequenced([
    text,
    first,
    second,
    await erasureOf([first], 'erased:1'),
    await erasureOf([{ source: first.source, id: newId() }]),
  ]);
  await applyPulled('collector', sequenced([text, first, second]), '3', db);
  if (!erasure || !stranger) throw new Error('two erasures were made');
  const rows = await applyPulled('collector', [erasure, stranger], '5', db);
  expect(rows.map(({ hash }) => hash)).toEqual([HASH]);
  const output = await db.outputs.get(HASH);
  expect(output?.content).toBeDefined();
  expect(output?.reports.map(({ content, author }) => [content?.comment, author])).toEqual([
    [undefined, 'erased:1'],
    ['comment 2', second.source],
  ]);
  expect(await db.contents.count()).toBe(2);
  expect(JSON.stringify(await db.outputs.toArray())).not.toContain('comment 1');
  await db.delete();
});

test('whom others named goes from what is shown too, and a file does not bring the name back', async () => {
  const db = new Database('named');
  const hand = await makeEvent('countersign.assignment.made.v1', installationSource(newId()), HASH, {
    ...{ assignmentId: newId(), to: 'renzo', until: '2027-01-01T00:00:00.000Z', after: null },
  });
  const [text, report] = [await seen(), await made(1)];
  const all = sequenced([text, report, hand, await erasureOf([], 'erased:1', [{ ...keyOf(hand), at: [0] }])]);
  await applyPulled('collector', all.slice(0, 3), '3', db);
  expect(JSON.stringify(await db.outputs.toArray())).toContain('renzo');
  await applyPulled('collector', all.slice(3), '4', db);
  expect(JSON.stringify([await db.events.toArray(), await db.outputs.toArray()])).not.toContain('renzo');
  expect((await db.outputs.get(HASH))?.handling?.assignments.map(({ to }) => to)).toEqual(['erased:1']);
  await db.events.delete(eventKey(hand));
  await takeIn([hand], undefined, db);
  expect((await db.events.get(eventKey(hand)))?.event.data.facts).toMatchObject({ to: 'erased:1' });
  await db.delete();
});
