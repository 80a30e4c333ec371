/** A browser's own engine, database and stream, in Node: somebody reports in it, again and again. */
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { type CountersignEvent, makeEvent } from '../../lib/domain/events/event.ts';
import { EVERYTHING } from '../../lib/domain/events/filter.ts';
import { installationSource, newId } from '../../lib/domain/ids.ts';
import { hashText } from '../../lib/domain/output/hash.ts';
import { Database, type TargetRow } from '../../lib/store/db.ts';
import { append } from '../../lib/store/write/writes.ts';
import { createEngine, type Engine } from '../../lib/sync/round/engine.ts';
import { targetById } from '../../lib/sync/targets/index.ts';
import { createLocks } from '../unit/sync/model/locks.ts';

const BETWEEN_MS = 400;
const SETTLED_MS = 60_000;
/** Reports on one output: it is folded anew with each. */
const REPORTS = 5;
const FACTS = { categories: ['factual' as const], severity: 'major' as const };

export class ReportingBrowser {
  readonly name: string;
  readonly #settings: { address: string; token: string };
  readonly #source = installationSource(randomUUID());
  readonly #db: Database;
  readonly #engine: Engine;
  readonly #stop = new AbortController();
  /** Keys of what it was told is stored on its own disk. */
  readonly said: string[] = [];

  constructor(name: string, address: string, token: string) {
    this.name = name;
    this.#settings = { address, token };
    this.#db = new Database(`${name}-${randomUUID()}`);
    this.#engine = createEngine({
      db: this.#db,
      locks: createLocks(),
      targetOf: targetById,
      world: { fetch, now: Date.now, say: (key) => key },
      random: Math.random,
      changed: async () => undefined,
    });
  }

  /** Reports, sends and hears until it is told to stop. */
  async work(): Promise<void> {
    const row: TargetRow = {
      targetId: 'collector',
      kind: 'collector',
      settings: this.#settings,
      filter: EVERYTHING,
      addedAt: new Date().toISOString(),
      cursor: '0'.repeat(16),
      state: 'idle',
      attempts: 0,
    };
    await this.#db.targets.add(row);
    const world = { fetch, now: Date.now, say: (key: string) => key, signal: this.#stop.signal };
    const hearing = { opened: () => undefined, closed: () => undefined, changed: () => void this.#engine.run(false) };
    await Promise.all([this.#report(), targetById('collector').live?.(this.#settings, world, hearing)]);
  }

  async #report(): Promise<void> {
    for (let at = 0; !this.#stop.signal.aborted; at++) {
      const text = `Answer ${Math.floor(at / REPORTS)} of ${this.name}`;
      const subject = await hashText(text);
      if (at % REPORTS === 0) await this.#say(await this.#seen(subject, text));
      const comment = { passages: [], comment: `${this.name} ${at}` };
      await this.#say(
        await makeEvent('countersign.report.made.v1', this.#source, subject, { reportId: newId(), ...FACTS }, comment),
      );
      await this.#engine.run(true);
      await setTimeout(BETWEEN_MS);
    }
  }

  #seen(subject: string, text: string): Promise<CountersignEvent> {
    const at = new Date().toISOString();
    const trace = {
      tool: 'chatgpt',
      toolName: 'ChatGPT',
      pageUrl: 'https://example.com/',
      citations: [],
      evidence: [],
    };
    const times = { startedAt: at, completedAt: at, characters: text.length };
    const facts = { outputId: `chatgpt:${newId()}:1`, trace: { ...trace, ...times } };
    return makeEvent('countersign.output.seen.v1', this.#source, subject, facts, { text });
  }

  async #say(event: CountersignEvent): Promise<void> {
    await append(event, new Date(0), this.#db);
    this.said.push(`${event.source}|${event.id}`);
  }

  stop(): void {
    this.#stop.abort();
  }

  /** Sends and pulls until nothing waits and it has so many events, or for a while: then what is there is counted. */
  async settle(count: number): Promise<void> {
    for (const endsAt = Date.now() + SETTLED_MS; Date.now() < endsAt; ) {
      await this.#engine.run(true);
      const row = await this.#db.targets.get('collector');
      const waiting = await this.#db.outbox.count();
      if (row?.state === 'idle' && waiting === 0 && (await this.#db.events.count()) >= count) return;
      await setTimeout(BETWEEN_MS);
    }
  }

  /** Sequences by key of all that it holds. */
  async held(): Promise<Map<string, string>> {
    const rows = await this.#db.events.toArray();
    return new Map(rows.map(({ event }) => [`${event.source}|${event.id}`, event.sequence ?? '']));
  }

  close(): Promise<void> {
    return this.#db.delete();
  }
}
