/** What a file says that colleagues, or this very browser, have said: shown as claimed, and nothing more until the log has it. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { actSubject, collectorSource } from '../../../lib/domain/events/audit.ts';
import { type CountersignEvent, makeEvent } from '../../../lib/domain/events/event.ts';
import { newId } from '../../../lib/domain/ids.ts';
import { degradedSites } from '../../../lib/store/ask/queries.ts';
import { backfill, due } from '../../../lib/store/write/outbox.ts';
import { takeIn } from '../../../lib/store/write/taking-in.ts';
import { append, applyPulled } from '../../../lib/store/write/writes.ts';
import {
  ANNA,
  amended,
  decided,
  eventOf,
  HASH,
  LUCA,
  made,
  reportId,
  seen,
  sequenced,
  withdrawn,
} from '../domain/making.ts';
import { rowOf, Scripted } from '../sync/scripted.ts';

let on: Scripted;
beforeEach(async () => {
  on = new Scripted();
  await on.db.targets.put(rowOf({ team: 'acme', role: 'reviewer' }));
});
afterEach(async () => on.db.delete());

/** Takes events in as a file of the same team would bring them, with stamps that fit. */
const fromFile = (...events: CountersignEvent[]) => takeIn(sequenced(events), 'acme', on.db);
const output = async () => {
  const row = await on.db.outputs.get(HASH);
  if (!row) throw new Error('an output was seen');
  return row;
};

describe('a forged', () => {
  test('approval of a colleague, or in this browser’s own name, frees nothing and is told apart', async () => {
    const own = await seen();
    await append(own, new Date(0), on.db);
    const theirs = await decided('approve', [], 1);
    await fromFile(theirs, { ...(await decided('modify', [], 2)), source: ANNA });
    expect(await output()).toMatchObject({ status: 'unreviewed', decisions: [] });
    expect((await output()).unproved?.map(({ verdict, author }) => [verdict, author])).toEqual([
      ['approve', undefined],
      ['modify', undefined],
    ]);
  });

  test('block stops nothing; nor does a forged approval free what is blocked', async () => {
    const [first, blocked] = sequenced([await seen(), await decided('block', [])]);
    if (!first || !blocked) throw new Error('two were made');
    await applyPulled('collector', [first, blocked], '2', on.db);
    await fromFile(await decided('approve', [], 2));
    expect((await output()).status).toBe('blocked');
  });

  test('report, of whatever kind, makes nothing of what nobody looked at', async () => {
    await append(await seen(), new Date(0), on.db);
    for (const claim of [await made(1, { source: LUCA }), await amended(1), await made(2, { source: LUCA })]) {
      await fromFile(claim);
      expect(await output()).toMatchObject({ status: 'unreviewed', openReports: 0 });
    }
    expect((await output()).reports.map(({ unproved }) => unproved)).toEqual([true, true]);
  });

  test('report of a text that only the file knows makes nothing of it either', async () => {
    await fromFile(await seen(), await made(1, { source: LUCA }), await decided('approve', [1]));
    expect(await output()).toMatchObject({ status: 'unreviewed', openReports: 0, decisions: [] });
  });

  test('report beside one that was made moves neither it nor what was decided on it', async () => {
    for (const event of [await seen(), await made(1)]) await append(event, new Date(0), on.db);
    await fromFile(await made(2, { source: LUCA }));
    expect(await output()).toMatchObject({ status: 'reported', openReports: 1 });
    await append(await decided('approve', [1]), new Date(0), on.db);
    expect(await output()).toMatchObject({ status: 'approved', openReports: 0 });
  });

  test('report does not reopen what was approved', async () => {
    const [first, approved] = sequenced([await seen(), await decided('approve', [])]);
    if (!first || !approved) throw new Error('two were made');
    await applyPulled('collector', [first, approved], '2', on.db);
    await fromFile(await made(1, { source: LUCA }));
    expect(await output()).toMatchObject({ status: 'approved', reports: [{ unproved: true }] });
  });

  test('withdrawal, amendment or second making of a report changes it in no way', async () => {
    const [first, report] = [await seen(), await made(1)];
    for (const event of [first, report]) await append(event, new Date(0), on.db);
    const before = await output();
    await fromFile(await withdrawn(1), await withdrawn(1, true), await amended(1), await made(1, { source: LUCA }));
    expect(await output()).toEqual(before);
    // Nor does it keep the report from being sent.
    await backfill('collector', ANNA, true, on.db);
    expect((await due('collector', { events: 10, bytes: 1e6 }, new Date(), on.db)).map(({ id }) => id)).toEqual([
      first.id,
      report.id,
    ]);
  });

  test('report with the id of one that is made later does not stand in its way', async () => {
    await append(await seen(), new Date(0), on.db);
    await fromFile(await made(1, { source: LUCA }));
    await append(await made(1), new Date(0), on.db);
    const { reports, status } = await output();
    expect(status).toBe('reported');
    expect(reports).toMatchObject([{ reportId: reportId(1), source: ANNA }]);
    expect(reports[0]).not.toHaveProperty('unproved');
  });

  test('event in this browser’s name is never sent in it', async () => {
    await fromFile(await seen(), await made(1), { ...(await decided('approve', [1])), source: ANNA });
    await append(await made(2), new Date(0), on.db);
    await backfill('collector', ANNA, true, on.db);
    const sent = await due('collector', { events: 10, bytes: 1e6 }, new Date(), on.db);
    expect(sent.map(({ data }) => ('reportId' in data.facts ? data.facts.reportId : data))).toEqual([reportId(2)]);
  });

  test('erasure erases nothing, and keeps nothing out; a forged word of a site is not counted', async () => {
    const report = await made(1);
    const erasureId = newId();
    const facts = { erasureId, reason: 'person' as const, events: [{ source: report.source, id: report.id }] };
    const collector = collectorSource('33333333-3333-4333-8333-333333333333');
    const site = { tool: 'desk', toolName: 'Desk', version: '0123456789ab', reason: 'nothingFound' as const };
    await fromFile(
      await makeEvent('countersign.content.erased.v1', collector, actSubject('erasure', erasureId), facts),
      await eventOf('countersign.detection.degraded.v1', site, undefined, { subject: 'https://desk.example.com' }),
    );
    expect(await takeIn([await seen(), report], 'acme', on.db)).toMatchObject({ erased: 0 });
    expect((await output()).reports[0]?.content?.comment).toBe('comment 1');
    expect(await degradedSites(on.db)).toEqual([]);
  });
});

describe('what the team’s own log has', () => {
  /** A collector whose log is `events`. */
  const logOf = (...events: CountersignEvent[]) => {
    const numbered = sequenced(events);
    const last = numbered.at(-1)?.sequence ?? '';
    on.reply = (_, url) => ({
      status: 200,
      body: { events: numbered.slice(Number(url.searchParams.get('after'))), next: last, more: false },
    });
    return last;
  };

  test('is believed as the log has it, as soon as it is asked; what it does not have is asked about once', async () => {
    const [first, report, approval] = [await seen(), await made(1, { source: LUCA }), await decided('approve', [1])];
    const last = logOf(first, report, approval);
    // It was pulled once, and dropped here since.
    await on.db.targets.update('collector', { cursor: last });
    const lie = { ...(await decided('block', [], 2)), sequence: '0000000000000002', authid: 'the boss' };
    await takeIn([...sequenced([first, report, approval]), lie], 'acme', on.db);
    expect(await output()).toMatchObject({ status: 'unreviewed', decisions: [] });
    await on.engine.run(true);
    expect(await output()).toMatchObject({
      status: 'approved',
      reports: [{ author: LUCA, state: 'decided' }],
      decisions: [{ verdict: 'approve', author: LUCA }],
      unproved: [{ verdict: 'block' }],
    });
    const pulls = () => on.asked.filter(({ url }) => url.pathname === '/v1/events').length;
    const asked = pulls();
    await on.engine.run(true);
    expect(pulls()).toBe(asked + 1);
    expect(await on.db.events.where('claimed').above('').count()).toBe(0);
  });

  test('counts, where a file says of the same event something else', async () => {
    const [first, approval] = [await seen(), await decided('block', [])];
    const last = logOf(first, approval);
    await on.db.targets.update('collector', { cursor: last });
    const [one, two] = sequenced([first, approval]);
    if (!one || two?.type !== 'countersign.decision.made.v1') throw new Error('two were made');
    const bent = { ...two, data: { ...two.data, facts: { ...two.data.facts, verdict: 'approve' as const } } };
    await takeIn([one, bent], 'acme', on.db);
    await on.engine.run(true);
    expect(await output()).toMatchObject({ status: 'blocked', decisions: [{ verdict: 'block' }] });
    expect(await output()).not.toHaveProperty('unproved');
  });

  test('brings nothing back that was erased here since the file was taken in', async () => {
    const [first, report] = [await seen(), await made(1, { source: LUCA })];
    const last = logOf(first, report);
    await on.db.targets.update('collector', { cursor: last });
    await takeIn(sequenced([first, report]), 'acme', on.db);
    await on.db.contents.delete(`${report.source}|${report.id}`);
    await on.engine.run(true);
    expect((await output()).reports[0]).toMatchObject({ author: LUCA });
    expect((await output()).reports[0]).not.toHaveProperty('content');
  });
});
