/** The log by time: pages that join without a gap or a repetition, filters, and the way to a time. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeEvent } from '../../../lib/domain/events/event.ts';
import { daySource, tallySubject } from '../../../lib/domain/figures/tally.ts';
import { type LogAsked, logPage, logSize, newerThan, placeAt, timeAbove } from '../../../lib/store/ask/log.ts';
import { append } from '../../../lib/store/write/writes.ts';
import { TALLY } from '../domain/figures/making.ts';
import { ANNA, HASH, LUCA, reportId, TEXT, TRACE } from '../domain/making.ts';
import { Scripted } from '../sync/scripted.ts';

const FROM = Date.parse('2026-11-20T10:00:00.000Z');
const at = (n: number) => new Date(FROM + n * 60_000);

let on: Scripted;
beforeEach(async () => {
  on = new Scripted();
  const facts = { outputId: 'chatgpt:1:1', trace: TRACE };
  const events = [await makeEvent('countersign.output.seen.v1', ANNA, HASH, facts, { text: TEXT }, at(0))];
  // Three of them in the very same moment.
  for (const [n, minute] of [1, 2, 2, 2, 3, 4].entries()) {
    const said = { reportId: reportId(n), categories: ['factual' as const], severity: 'major' as const };
    const source = n % 2 === 0 ? ANNA : LUCA;
    events.push(await makeEvent('countersign.report.made.v1', source, HASH, said, { passages: [] }, at(minute)));
  }
  const chosen = { processId: 'faq' };
  events.push(await makeEvent('countersign.process.chosen.v1', ANNA, HASH, chosen, undefined, at(5)));
  for (const event of events) await append(event, new Date(0), on.db);
});
afterEach(async () => on.db.delete());

/** All pages, one after the other: the minutes of the events in them. */
async function minutes(asked: LogAsked, page: number, from?: string): Promise<number[]> {
  const keys = new Set<string>();
  const found: number[] = [];
  for (let place = placeAt(from); ; ) {
    const { lines, next } = await logPage(asked, place, page, on.db);
    for (const { key, event } of lines) {
      expect(keys.has(key)).toBe(false);
      keys.add(key);
      found.push((Date.parse(event.time) - FROM) / 60_000);
    }
    if (!next) return found;
    place = next;
  }
}

test.each([1, 2, 3, 4, 100])('pages of %i join to the whole log, the newest first', async (page) => {
  expect(await minutes({}, page)).toEqual([5, 4, 3, 2, 2, 2, 1, 0]);
});

test.each<[LogAsked, number[]]>([
  [{ type: 'countersign.report.made.v1' }, [4, 3, 2, 2, 2, 1]],
  [{ type: 'countersign.process.chosen.v1' }, [5]],
  [{ type: 'countersign.decision.made.v1' }, []],
  [{ person: LUCA }, [4, 2, 2]],
  [{ person: LUCA, type: 'countersign.output.seen.v1' }, []],
  [{ processId: 'faq' }, [5]],
  [{ subject: HASH }, [5, 4, 3, 2, 2, 2, 1, 0]],
  [{ subject: HASH, person: LUCA }, [4, 2, 2]],
  [{ subject: 'sha256:none' }, []],
])('%j', async (asked, found) => {
  for (const page of [1, 2, 100]) expect(await minutes(asked, page)).toEqual(found);
});

test('from a time on, and back up from there', async () => {
  expect(await minutes({}, 2, at(2).toISOString())).toEqual([2, 2, 2, 1, 0]);
  expect(await newerThan(at(2).toISOString(), on.db)).toBe(3);
  expect(await timeAbove(at(2).toISOString(), 2, on.db)).toBe(at(4).toISOString());
  expect(await timeAbove(at(2).toISOString(), 4, on.db)).toBeUndefined();
  expect(await logSize(on.db)).toBe(8);
});

test('a day that a browser counted is in nobody’s part of it, nor in that of a process', async () => {
  const { source: _, ...facts } = TALLY;
  const tally = await makeEvent('countersign.outputs.tallied.v1', daySource(), tallySubject(facts.day), facts);
  await append(tally, new Date(0), on.db);
  const { lines } = await logPage({ type: tally.type }, placeAt(), 10, on.db);
  expect(lines).toHaveLength(1);
  for (const asked of [{ person: ANNA }, { person: LUCA }, { processId: 'faq' }])
    for (const { event } of (await logPage(asked, placeAt(), 100, on.db)).lines)
      expect(event.type).not.toBe(tally.type);
});

test('a line says what it is about in a few words', async () => {
  const { lines } = await logPage({}, placeAt(), 1, on.db);
  expect(lines[0]?.about).toEqual({ words: TEXT, toolName: 'ChatGPT' });
  expect(lines[0]?.isClaimed).toBe(false);
});
