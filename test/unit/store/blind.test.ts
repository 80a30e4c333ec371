/** What whoever was drawn for a second review finds in their browser before they gave it: the line, the log, the files. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CountersignEvent, eventWith } from '../../../lib/domain/events/event.ts';
import { recordLines } from '../../../lib/store/ask/kept.ts';
import { queueSize, rowsInLine } from '../../../lib/store/ask/line.ts';
import { logPage, placeAt } from '../../../lib/store/ask/log.ts';
import { reviewedEvents } from '../../../lib/store/ask/review/reviewed.ts';
import { append, applyPulled } from '../../../lib/store/write/writes.ts';
import { ANNA, decided, eventOf, HASH, OTHER_HASH, reportId, seen } from '../domain/making.ts';
import { rowOf, Scripted } from '../sync/scripted.ts';

const SECOND = reportId(7_001);
const BECAUSE = 'because';

let on: Scripted;
beforeEach(async () => {
  on = new Scripted();
});
afterEach(async () => on.db.delete());

/** What the collector sends of a decision that it drew, to the browser of a person. */
async function pulled(subject: string | undefined) {
  await on.db.targets.put(rowOf({ ...(subject ? { subject } : {}), team: 'desk' }));
  const facts = { decisionId: reportId(9_001), processId: 'faq', policyVersion: 'v1', oneIn: 10, person: 'marta' };
  const drawn = await eventOf('countersign.second.drawn.v1', { secondId: SECOND, ...facts }, undefined, {
    source: 'urn:countersign:collector:33333333-3333-4333-8333-333333333333',
  });
  const events = [await seen(), await decided('block', []), drawn, await seen({ subject: OTHER_HASH })];
  const stamped = events.map((event, at) =>
    eventWith(event, { sequence: String(at + 1).padStart(16, '0'), authid: event.source }),
  );
  await applyPulled('collector', stamped, '0000000000000004', on.db);
}

const give = async () =>
  append(
    await eventOf(
      'countersign.second.given.v1',
      { secondId: SECOND, verdict: 'approve' },
      { note: 'fine' },
      { source: ANNA },
    ),
    new Date(0),
    on.db,
  );

async function records() {
  const parts: string[] = [];
  for await (const part of recordLines(ANNA, new AbortController().signal, () => undefined, on.db)) parts.push(part);
  return parts.join('');
}
const lines = async () => (await logPage({}, placeAt(), 100, on.db)).lines;
const typesHidden = async (): Promise<CountersignEvent['type'][]> =>
  (await lines()).flatMap(({ isHidden, event }) => (isHidden ? event.type : []));

test('whoever was drawn: in line as if nobody had decided, hidden in the log, left out of the file; then all of it', async () => {
  await pulled('marta');
  expect(await on.db.outputs.get(HASH)).toMatchObject({
    status: 'unreviewed',
    decisions: [],
    blind: { secondId: SECOND },
  });
  expect(await queueSize(on.db)).toBe(1);
  expect(await typesHidden()).toEqual(['countersign.decision.made.v1']);
  const before = await records();
  expect(before).not.toContain('"block"');
  expect(before).not.toContain(BECAUSE);
  expect(before).toContain('countersign.second.drawn.v1');
  // What is not in the file has to be fetched wherever it is taken in.
  expect(JSON.parse(before.split('\n')[0] ?? '')).not.toHaveProperty('cursor');
  // What their browser lets pass by rule is decided by all that was found, as in every other.
  expect((await reviewedEvents(on.db)).map(({ type }) => type)).toContain('countersign.decision.made.v1');

  await give();
  expect(await on.db.outputs.get(HASH)).toMatchObject({ status: 'blocked', decisions: [{ verdict: 'block' }] });
  expect(await typesHidden()).toEqual([]);
  // They differ: whoever is next finds it in line.
  expect(
    (await rowsInLine([HASH], on.db)).map(({ line }) => line?.facets.some((each) => each.startsWith('second:differs'))),
  ).toEqual([true]);
  const after = await records();
  expect(after).toContain(BECAUSE);
  expect(JSON.parse(after.split('\n')[0] ?? '')).toHaveProperty('cursor', '0000000000000004');
});

test.each(['luca', undefined])('%s, who was not drawn, sees what holds', async (subject) => {
  await pulled(subject);
  expect(await on.db.outputs.get(HASH)).toMatchObject({ status: 'blocked' });
  expect(await queueSize(on.db)).toBe(0);
  expect(await typesHidden()).toEqual([]);
  expect(await records()).toContain(BECAUSE);
});

test('in a calibration nobody finds what another said before it is over: not in the log, the row or the file', async () => {
  await on.db.targets.put(rowOf({ subject: 'boss', team: 'desk' }));
  const seats = ['marta', 'luca', 'nora'].map((person, n) => ({ secondId: reportId(7_010 + n), person }));
  const facts = { calibrationId: reportId(6_001), seats, until: new Date(Date.now() + 86_400_000).toISOString() };
  const says = async (n: number) =>
    eventWith(
      await eventOf(
        'countersign.second.given.v1',
        { secondId: seats[n]?.secondId ?? '', verdict: 'block' },
        { note: BECAUSE },
        { source: ANNA },
      ),
      { authid: seats[n]?.person ?? '' },
    );
  const events = [await seen(), await eventOf('countersign.calibration.asked.v1', facts), await says(0), await says(1)];
  await applyPulled('collector', events, '0000000000000004', on.db);
  expect(await typesHidden()).toEqual(['countersign.second.given.v1', 'countersign.second.given.v1']);
  expect(JSON.stringify(await on.db.outputs.get(HASH))).not.toContain(BECAUSE);
  expect(await on.db.outputs.get(HASH)).toMatchObject({ wakesAt: facts.until });
  const before = await records();
  expect(before).not.toContain(BECAUSE);
  expect(JSON.parse(before.split('\n')[0] ?? '')).not.toHaveProperty('cursor');
  await applyPulled('collector', [await says(2)], '0000000000000005', on.db);
  expect(await typesHidden()).toEqual([]);
  expect(JSON.stringify(await on.db.outputs.get(HASH))).toContain(BECAUSE);
  expect(await records()).toContain(BECAUSE);
});
