/** Writes one event after the other through all collectors in turn, and listens at each: how long did writes stand still, and do streams come back? */
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { makeEvent } from '../../lib/domain/events/event.ts';
import { installationSource, newId } from '../../lib/domain/ids.ts';
import { hashText } from '../../lib/domain/output/hash.ts';
import { targetById } from '../../lib/sync/targets/index.ts';

const BETWEEN_MS = 100;
/** A collector that is stuck is left for the next one. */
const ANSWER_MS = 20_000;

interface Acknowledged {
  at: number;
  sequence: string;
  /** The collector that it was written by. */
  by: number;
}

export class Probe {
  readonly #addresses: readonly string[];
  readonly #token: string;
  readonly #source = installationSource(randomUUID());
  readonly #stop = new AbortController();
  /** In order, by the key of the event. */
  readonly acknowledged = new Map<string, Acknowledged>();
  /** When each number was heard, by collector. */
  readonly #heard: Map<string, number>[];
  #sent = 0;

  constructor(addresses: readonly string[], token: string) {
    this.#addresses = addresses;
    this.#token = token;
    this.#heard = addresses.map(() => new Map());
  }

  async work(): Promise<void> {
    const world = { fetch, now: Date.now, say: (key: string) => key, signal: this.#stop.signal };
    const listen = (address: string, at: number) => {
      const changed = (sequence: string) => void this.#heard[at]?.set(sequence, Date.now());
      const hearing = { opened: () => undefined, closed: () => undefined, changed };
      return targetById('collector').live?.({ address, token: this.#token }, world, hearing);
    };
    await Promise.all([this.#write(), ...this.#addresses.map(listen)]);
  }

  async #write(): Promise<void> {
    const subject = await hashText('What the probe says.');
    for (let turn = 0; !this.#stop.signal.aborted; ) {
      const facts = { reportId: newId(), categories: ['factual' as const], severity: 'major' as const };
      const event = await makeEvent('countersign.report.made.v1', this.#source, subject, facts, { passages: [] });
      this.#sent++;
      for (let sequence: string | undefined; sequence === undefined; turn++) {
        const by = turn % this.#addresses.length;
        sequence = await this.#push(this.#addresses[by] ?? '', [event]);
        if (sequence !== undefined)
          this.acknowledged.set(`${event.source}|${event.id}`, { at: Date.now(), sequence, by });
        else if (this.#stop.signal.aborted) return;
        await setTimeout(BETWEEN_MS);
      }
    }
  }

  /** The number that the event was given; none where it has to be sent again. */
  async #push(address: string, events: readonly object[]): Promise<string | undefined> {
    try {
      const response = await fetch(`${address}/v1/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/cloudevents-batch+json' },
        body: JSON.stringify(events),
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      if (response.status >= 500) return undefined;
      const { results } = (await response.json()) as { results: { outcome: string; sequence?: string }[] };
      const [result] = results;
      if (!response.ok || result?.sequence === undefined) throw new Error(`refused: ${JSON.stringify(results)}`);
      return result.sequence;
    } catch (error) {
      // It is away, or it was killed while it answered.
      if (error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError'))
        return undefined;
      throw error;
    }
  }

  stop(): void {
    this.#stop.abort();
  }

  get isDone(): boolean {
    return this.acknowledged.size === this.#sent;
  }

  /** The longest time without an acknowledgement since then, in milliseconds. */
  stoodStillSince(since: number): number {
    const times = [...this.acknowledged.values()].map(({ at }) => at);
    const before = times.filter((at) => at <= since).at(-1) ?? since;
    const all = [before, ...times.filter((at) => at > since), Date.now()];
    return Math.max(...all.slice(1).map((at, index) => at - (all[index] ?? at)));
  }

  acknowledgedSince(since: number): boolean {
    return [...this.acknowledged.values()].some(({ at }) => at > since);
  }

  /** Whether each collector has told since then of what another one wrote since then. */
  heardOfOthersSince(since: number): boolean {
    const written = [...this.acknowledged.values()].filter(({ at }) => at > since);
    return this.#heard.every((heard, at) =>
      written.some(({ by, sequence }) => by !== at && (heard.get(sequence) ?? 0) > since),
    );
  }
}
