/** An engine with a database of its own, a clock that stands still and an endpoint that says what it is told to. */
import type { CountersignEvent } from '../../../lib/domain/events/event.ts';
import { EVERYTHING } from '../../../lib/domain/events/filter.ts';
import { Database, type TargetRow } from '../../../lib/store/db.ts';
import { append } from '../../../lib/store/write/writes.ts';
import { createEngine, type Engine } from '../../../lib/sync/round/engine.ts';
import { targetById } from '../../../lib/sync/targets/index.ts';
import { made, seen } from '../domain/making.ts';
import { createLocks } from './model/locks.ts';

interface Said {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}
type Reply = (events: CountersignEvent[], url: URL) => Said;

export const idsOf = (events: readonly CountersignEvent[]): string[] => events.map(({ id }) => id);

/** Answers as a collector that stores everything. */
export const stored: Reply = (events) => ({
  status: 200,
  body: { results: events.map(({ id, source }) => ({ id, source, outcome: 'stored' })) },
});
const nothing: Said = { status: 200, body: { events: [], next: '0'.repeat(16), more: false } };
/** Answers pushes so, and has nothing to pull. */
export const whenPushed =
  (answer: Reply): Reply =>
  (events, url) =>
    url.searchParams.has('after') ? nothing : answer(events, url);

export const rowOf = (over: Partial<TargetRow> = {}): TargetRow => ({
  targetId: 'collector',
  kind: 'collector',
  settings: { address: 'https://collector.example', token: 't' },
  filter: EVERYTHING,
  addedAt: '2026-11-22T09:00:00.000Z',
  cursor: '0'.repeat(16),
  state: 'idle',
  attempts: 0,
  ...over,
});

const answered = ({ status, body, headers }: Said): Response =>
  new Response(status === 304 ? null : JSON.stringify(body ?? {}), { status, ...(headers ? { headers } : {}) });

let count = 0;

export class Scripted {
  readonly db = new Database(`engine-${++count}`);
  /** Its own: the platform's are those of all test files that run side by side. */
  readonly #locks = createLocks();
  now = Date.parse('2026-11-23T00:00:00.000Z');
  reply: Reply = whenPushed(stored);
  /** What waits for a decision, as it is told to a browser that has nothing of the log yet; as an older collector answers. */
  awaiting: Said = { status: 404 };
  readonly asked: { url: URL; events: CountersignEvent[]; headers: Headers }[] = [];
  readonly engine: Engine = this.engineWith(async (input, init) => {
    const url = new URL(String(input));
    if (url.pathname.endsWith('/awaiting')) return answered(this.awaiting);
    const events = init?.body ? (JSON.parse(String(init.body)) as CountersignEvent[]) : [];
    this.asked.push({ url, events, headers: new Headers(init?.headers) });
    return answered(this.reply(events, url));
  });

  engineWith(fetch: typeof globalThis.fetch): Engine {
    return createEngine({
      db: this.db,
      locks: this.#locks,
      targetOf: targetById,
      world: { fetch, now: () => this.now, say: (key) => key },
      random: () => 0,
      changed: async () => undefined,
    });
  }

  async row(targetId = 'collector'): Promise<TargetRow> {
    const found = await this.db.targets.get(targetId);
    if (!found) throw new Error(`no target ${targetId}`);
    return found;
  }

  /** Reports on one output: an event for the text and one each. */
  async reports(n: number): Promise<CountersignEvent[]> {
    const events = [await seen()];
    for (let i = 1; i <= n; i += 1) events.push(await made(i));
    for (const event of events) await append(event, new Date(0), this.db);
    return events;
  }
}
