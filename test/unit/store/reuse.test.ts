import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { actSubject, collectorSource } from '../../../lib/domain/events/audit.ts';
import { makeEvent } from '../../../lib/domain/events/event.ts';
import { EVERYTHING } from '../../../lib/domain/events/filter.ts';
import { newId } from '../../../lib/domain/ids.ts';
import { hashText } from '../../../lib/domain/output/hash.ts';
import { nearlySame } from '../../../lib/store/ask/queries.ts';
import { Database } from '../../../lib/store/db.ts';
import { dropFingerprintsBefore, fillFingerprints, indexWaiting } from '../../../lib/store/index/fingerprints.ts';
import { findReuse } from '../../../lib/store/index/reuse.ts';
import { dropOutputs } from '../../../lib/store/write/erase.ts';
import { append, applyPulled } from '../../../lib/store/write/writes.ts';
import { ANNA, LUCA, TRACE } from '../domain/making.ts';

const OFFER =
  'The premium plan costs thirty euros a month and includes support on weekdays from nine to six. Customers who pay for a whole year get two months free, and may cancel within fourteen days after the purchase. Invoices are sent by e-mail on the first working day of each month.';
const OTHER =
  'Returned goods are checked by the warehouse in Bologna, which confirms the refund within five working days. A damaged parcel has to be photographed before it is opened, so that the courier accepts the claim.';

let db: Database;
beforeEach(() => {
  db = new Database(`reuse-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

async function store(text: string, at = new Date('2026-11-20T10:00:00.000Z')): Promise<string> {
  const seen = await seenOf(text, at);
  await append(seen, undefined, db);
  return seen.subject;
}

async function seenOf(text: string, at = new Date('2026-11-20T10:00:00.000Z')) {
  const hash = await hashText(text);
  const facts = { outputId: `chatgpt:1:${hash.slice(-4)}`, trace: TRACE };
  return makeEvent('countersign.output.seen.v1', ANNA, hash, facts, { text }, at);
}

const find = (text: string) => findReuse(text, undefined, db);

describe('a text that was stored as an output', () => {
  test('is found as a whole, and nothing else is', async () => {
    const hash = await store(OFFER);
    await store(OTHER);
    const found = await find(OFFER);
    expect(found.map(({ output, exact, kept }) => ({ hash: output.hash, exact, kept }))).toEqual([
      { hash, exact: true, kept: 1 },
    ]);
  });

  test('is found with other punctuation, quotes, case, accents and white space', async () => {
    const hash = await store(OFFER);
    const [match] = await find(OFFER.toUpperCase().replaceAll('. ', ' — ').replaceAll(',', ';').replaceAll(' ', '\n '));
    expect(match).toMatchObject({ output: { hash }, exact: false, kept: 1, changed: 0, added: 0 });
  });

  test('is found in part, and inside of a longer text, with the share that comes from there', async () => {
    const hash = await store(OFFER);
    const part = OFFER.slice(OFFER.indexOf('Customers'), OFFER.indexOf(' Invoices'));
    const [alone] = await find(part);
    expect(alone).toMatchObject({ output: { hash }, kept: 1 });
    const [inside] = await find(`Dear Anna, as we said on the phone this morning: ${part} Shall we meet on Thursday?`);
    expect(inside?.output.hash).toBe(hash);
    expect(inside?.kept).toBeGreaterThan(0.5);
    expect(inside?.added).toBeGreaterThan(0.3);
    const [stretch] = inside?.stretches ?? [];
    expect(OFFER.slice(stretch?.otherFrom, stretch?.otherTo)).toContain('get two months free');
  });

  test('is told as nearly the same beside an output that was edited, and not beside another one or itself', async () => {
    const hash = await store(OFFER);
    const edited = await store(OFFER.replace('thirty euros', 'thirty-two euros').replace('fourteen days', 'ten days'));
    const other = await store(OTHER);
    const beside = async (of: string) => {
      const output = await db.outputs.get(of);
      return output ? (await nearlySame(output, db)).map(({ output: { hash: near } }) => near) : undefined;
    };
    expect([await beside(hash), await beside(edited), await beside(other)]).toEqual([[edited], [hash], []]);
  });

  test('is not found any more once it is erased or past its time', async () => {
    const hash = await store(OFFER);
    await store(OTHER, new Date('2026-01-01T00:00:00.000Z'));
    expect(await dropFingerprintsBefore('2026-06-01T00:00:00.000Z', db)).toBe(1);
    expect(await find(OTHER)).toEqual([]);
    const stored = await db.events.where({ subject: hash }).toArray();
    const erasureId = newId();
    const events = stored.map(({ event: { source, id } }) => ({ source, id }));
    const erased = await makeEvent(
      'countersign.content.erased.v1',
      collectorSource('33333333-3333-4333-8333-333333333333'),
      actSubject('erasure', erasureId),
      { erasureId, reason: 'output', events },
    );
    await applyPulled('collector', [erased], '1', db);
    expect(await find(OFFER)).toEqual([]);
    expect(await db.postings.count()).toBe(0);
    expect(await db.fingerprints.count()).toBe(0);
  });
});

test('outputs that were stored before there was an index are put into it', async () => {
  const hash = await store(OFFER);
  await db.postings.clear();
  await db.fingerprints.clear();
  expect(await find(OFFER)).toEqual([]);
  expect(await fillFingerprints('', '2026-01-01T00:00:00.000Z', db)).toBeUndefined();
  expect((await find(OFFER))[0]?.output.hash).toBe(hash);
});

test('texts that come many at a time are put into the index together, but for one that was erased meanwhile', async () => {
  const many = Array.from({ length: 150 }, (_, at) => `Order number ${at} of the week is ready to leave the house`);
  const seen = await Promise.all([OFFER, OTHER, ...many].map((text) => seenOf(text)));
  await applyPulled('collector', seen, '1', db);
  const part = (text: string) => `${text.slice(0, -20)} and so on`;
  // As a whole it is known by its hash.
  expect([(await find(OFFER)).length, await find(part(OFFER))]).toEqual([1, []]);
  await dropOutputs([await hashText(OTHER)], db);
  await indexWaiting(db);
  expect((await find(part(OFFER)))[0]?.output.hash).toBe(await hashText(OFFER));
  expect(await find(part(OTHER))).toEqual([]);
  expect([await db.waiting.count(), await db.fingerprints.count()]).toEqual([0, many.length + 1]);
  await dropOutputs(
    seen.map(({ subject }) => subject),
    db,
  );
  expect([await db.postings.count(), await db.fingerprints.count()]).toEqual([0, 0]);
});

test('what stands in any mail is not taken for an output, and neither is another text on the same subject', async () => {
  await store(`${OFFER} I hope this helps! Let me know if you have any questions.`);
  expect(await find('I hope this helps! Let me know if you have any questions.')).toEqual([]);
  expect(
    await find(
      'Our basic plan costs ten euros a month. Support on weekdays is included, and you may cancel at any time.',
    ),
  ).toEqual([]);
});

test('a use is folded into its output, the last of its measures counts, and it lets nothing out by itself', async () => {
  await addTarget();
  const hash = await store(OFFER);
  const reuseId = newId();
  const use = async (kept: number, source = ANNA) =>
    append(
      await makeEvent('countersign.output.reused.v1', source, hash, {
        reuseId,
        origin: 'https://crm.example',
        kept,
        changed: 1 - kept,
        part: 1,
        characters: OFFER.length,
        status: 'unreviewed',
      }),
      undefined,
      db,
    );
  await use(1);
  await use(0.5);
  await use(0.1, LUCA); // another's word on it counts for nothing
  expect((await db.outputs.get(hash))?.reuses).toMatchObject([{ reuseId, kept: 0.5, source: ANNA }]);
  expect(await db.outbox.count()).toBe(0);
  const report = { reportId: newId(), categories: ['factual' as const], severity: 'major' as const };
  await append(await makeEvent('countersign.report.made.v1', ANNA, hash, report, { passages: [] }), undefined, db);
  expect(await db.outbox.count()).toBe(4);
  await use(0.25);
  expect(await db.outbox.count()).toBe(5);
  await use(0);
  expect((await db.outputs.get(hash))?.reuses).toBeUndefined();
});

const addTarget = () =>
  db.targets.put({
    targetId: 'collector',
    kind: 'collector',
    settings: {},
    filter: EVERYTHING,
    addedAt: '2026-11-20T10:00:00.000Z',
    cursor: '',
    state: 'idle',
    attempts: 0,
  });
