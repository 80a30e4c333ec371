/** Fills the extension's database with the queue and the log of a large team. Runs in the extension's origin. */
import { db } from '../../../lib/store/db.ts';
import { type CountedRow, countedRowOf } from '../../../lib/store/rows/counted.ts';
import type { StoredEvent } from '../../../lib/store/rows/event.ts';
import type { OutputRow } from '../../../lib/store/rows/output.ts';
import { textOf } from './words.ts';

/** An output as the product folded it, and its events: others are made of it by their hash, time and words. */
export interface Model {
  hash: string;
  since: string;
  row: OutputRow;
  events: StoredEvent[];
}

const FROM = Date.parse('2026-02-01T08:00:00.000Z');

/** The hash of the nth output. */
const hashOf = (n: number): string => `sha256:${(n * 2_654_435_761).toString(16).padStart(64, '0')}`;

/** Makes the outputs `from` to `to` with `each` events, of the models in turn. */
export async function fill(models: readonly Model[], from: number, to: number, each: number): Promise<void> {
  const outputs: object[] = [];
  const counted: CountedRow[] = [];
  const unsearched: { hash: string; at: string; mark: string }[] = [];
  const events: StoredEvent[] = [];
  for (let n = from; n < to; n += 1) {
    const model = models[n % models.length];
    if (!model) continue;
    const [hash, since] = [hashOf(n), new Date(FROM + n * 240_000).toISOString()];
    const text = JSON.stringify(model.row).replaceAll(model.hash, hash).replaceAll(model.since, since);
    const row = JSON.parse(text) as OutputRow;
    row.content = { text: textOf(n) };
    outputs.push(row);
    counted.push(...[countedRowOf(row) ?? []].flat());
    unsearched.push({ hash, at: since, mark: String(n) });
    for (let at = 0; at < each; at += 1) events.push(eventOf(model, hash, n, at));
  }
  await put({ outputs, events, counted, unsearched });
}

/** In one transaction, past the library: nobody is told of a million rows, and nobody looks at them meanwhile. */
async function put(rows: Record<string, readonly object[]>): Promise<void> {
  await db.open();
  const writing = db.backendDB().transaction(Object.keys(rows), 'readwrite', { durability: 'relaxed' });
  for (const [name, each] of Object.entries(rows)) {
    const store = writing.objectStore(name);
    for (const row of each) store.put(row);
  }
  writing.commit();
  await new Promise<void>((resolve, reject) => {
    writing.oncomplete = () => resolve();
    writing.onabort = () => reject(writing.error);
  });
}

function eventOf({ events }: Model, hash: string, n: number, at: number): StoredEvent {
  const model = events[at % events.length];
  if (!model) throw new Error('a model has events');
  const id = `${String(n).padStart(8, '0')}-0000-4000-8000-${String(at).padStart(12, '0')}`;
  const time = new Date(FROM + n * 240_000 + at * 1_000).toISOString();
  const event = { ...model.event, id, time, subject: hash };
  return { ...model, key: `${event.source}|${id}`, subject: hash, event };
}
