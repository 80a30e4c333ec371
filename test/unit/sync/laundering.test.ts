/** A collector or a file that hands in one text under the address of another: not taken, and not shown. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CountersignEvent } from '../../../lib/domain/events/event.ts';
import { readRecord } from '../../../lib/domain/export/record-lines.ts';
import { takeIn } from '../../../lib/store/write/taking-in.ts';
import { ANNA, decided, eventOf, HASH, LUCA, seen, sequenced, TEXT, TRACE } from '../domain/making.ts';
import { rowOf, Scripted } from './scripted.ts';

const FALSE_TEXT = 'Prices fall by half.';
let on: Scripted;
beforeEach(async () => {
  on = new Scripted();
  await on.db.targets.put(rowOf({ role: 'reviewer', team: 'acme' }));
});
afterEach(async () => on.db.delete());

const laundered = (source = LUCA) =>
  eventOf('countersign.output.seen.v1', { outputId: 'x:y:z', trace: TRACE }, { text: FALSE_TEXT }, { source });

const handOut = (events: readonly CountersignEvent[]) => {
  const numbered = sequenced(events);
  on.reply = (_, url) => {
    const after = Number(url.searchParams.get('after'));
    const next = numbered.at(-1)?.sequence ?? '';
    return { status: 200, body: { events: numbered.slice(after), next, more: false } };
  };
};

test('a collector that hands it out first, last or alone', async () => {
  for (const events of [
    [await laundered(), await decided('approve', [])],
    [await laundered(), await seen(), await decided('block', [])],
    [await seen(), await laundered(), await decided('approve', [])],
  ]) {
    handOut(events);
    await on.engine.run(true);
    expect(JSON.stringify([await on.db.contents.toArray(), await on.db.outputs.toArray()])).not.toContain(FALSE_TEXT);
    const output = await on.db.outputs.get(HASH);
    if (output) expect(output.content).toEqual({ text: TEXT });
    else expect(events).toHaveLength(2);
    await Promise.all([on.db.events.clear(), on.db.contents.clear(), on.db.outputs.clear()]);
    await on.db.targets.update('collector', { cursor: '0'.repeat(16) });
  }
});

test('a file, read as one or handed to the background past that', async () => {
  const [lie, right] = [await laundered(ANNA), await seen()];
  expect(await readRecord(JSON.stringify({ event: lie }))).toEqual({ kind: 'wrong', problem: 'content_differs' });
  const taken = await takeIn([lie, right], 'acme', on.db);
  expect(taken.keys).toHaveLength(1);
  expect((await on.db.outputs.get(HASH))?.content).toEqual({ text: TEXT });
  expect(JSON.stringify(await on.db.contents.toArray())).not.toContain(FALSE_TEXT);
});
