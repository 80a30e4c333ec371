/** Browsers, a collector and a CloudEvents endpoint, one network between them, and what people said. */
import type { CountersignEvent } from '../../../../lib/domain/events/event.ts';
import { hashText } from '../../../../lib/domain/output/hash.ts';
import { append } from '../../../../lib/store/write/writes.ts';
import { ModelBrowser } from './browser.ts';
import { ModelCollector, ModelSink } from './endpoints.ts';
import { CALM, Network, randomFrom } from './network.ts';

/** The texts that people see, by their addresses. */
export const TEXTS = new Map(
  await Promise.all(
    ['a', 'b', 'c', 'd'].map(async (letter) => [await hashText(`text ${letter}`), `text ${letter}`] as const),
  ),
);
export const SUBJECTS = [...TEXTS.keys()];
export const HOUR_MS = 3_600_000;
/** Rounds after which all must have settled: a failing target waits minutes, and each of ours is an hour. */
const CALM_ROUNDS = 12;

/** What a person in one browser said, and was told that it is stored. */
interface Said {
  browser: ModelBrowser;
  event: CountersignEvent;
  reportId?: string;
}

let turn = 0;

export class World {
  readonly collector = new ModelCollector();
  readonly sink = new ModelSink();
  readonly clock = { now: Date.parse('2030-01-01T00:00:00.000Z') };
  readonly network: Network;
  readonly browsers: ModelBrowser[];
  readonly said: Said[] = [];
  readonly undone = new Set<string>();

  constructor(seed: number, count: number) {
    const random = randomFrom(seed);
    this.network = new Network({ 'collector.example': this.collector, 'sink.example': this.sink }, random);
    turn += 1;
    this.browsers = Array.from(
      { length: count },
      (_, index) => new ModelBrowser(`run-${turn}`, index, this.network, this.clock, random),
    );
  }

  browser(index: number): ModelBrowser {
    const found = this.browsers[index % this.browsers.length];
    if (!found) throw new Error('a story has browsers');
    return found;
  }

  async say(browser: ModelBrowser, event: CountersignEvent, holdMs: number, cut: number | null): Promise<boolean> {
    const done = await browser.attempt(
      () => append(event, new Date(browser.now() + holdMs), browser.db),
      cut ?? undefined,
    );
    const { facts } = event.data;
    const reportId = 'reportId' in facts ? facts.reportId : undefined;
    if (done) this.said.push({ browser, event, ...(reportId ? { reportId } : {}) });
    return done;
  }

  async close(): Promise<void> {
    await Promise.all(this.browsers.map((browser) => browser.db.delete()));
  }
}

/** The network is mended, disks have room, tokens are good; then hours pass. */
export async function calmDown(world: World): Promise<void> {
  world.network.weather = CALM;
  for (const browser of world.browsers) {
    browser.setFull(false);
    browser.skewMs = 0;
    if (world.collector.revoked.has(browser.token)) await browser.renew();
  }
  for (let round = 0; round < CALM_ROUNDS; round += 1) {
    world.clock.now += HOUR_MS;
    for (const browser of world.browsers) await browser.engine.run(false);
  }
}
