/**
 * Collector, database and browsers are killed (SIGKILL) at random moments while people work in three browsers. In the
 * end everything that anybody was told was stored is everywhere, once, in one order, and `collector verify` finds
 * nothing. Two minutes on each database, in `npm run test:nightly` only; `COUNTERSIGN_SEED` to have the same order of kills again.
 */
import { test } from 'playwright/test';
import { type Postgres, startPostgres } from '../../../scripts/postgres.ts';
import { type Live, startLive } from '../../live/server.ts';
import { randomFrom } from '../../unit/sync/model/network.ts';
import { type Collector, makeCollector } from '../harness/collector.ts';
import { expect } from '../harness/expect.ts';
import { connect } from '../harness/flows.ts';
import { TEST_LIMIT_MS } from '../harness/limits.ts';
import { cutPower, type Victim, work } from './cuts.ts';
import { type Held, WorkingBrowser } from './working-browser.ts';

const LOAD_MS = 120_000;
const SEED = Number(process.env.COUNTERSIGN_SEED ?? Math.floor(Math.random() * 2 ** 31));
const ANSWERS = 6;
const NAMES = ['anna', 'bruno', 'carla'];
test.describe.configure({ timeout: TEST_LIMIT_MS + 2 * LOAD_MS });

interface Place {
  live: Live;
  collector: Collector;
  postgres?: Postgres;
  browsers: WorkingBrowser[];
  /** Of a reader, who asks how much there is. */
  token: string;
}

async function prepare(kind: 'PGlite' | 'PostgreSQL'): Promise<Place> {
  const postgres = kind === 'PostgreSQL' ? await startPostgres() : undefined;
  const collector = await makeCollector(postgres ? { postgres: postgres.url } : { embedded: true });
  const tokens: string[] = [];
  for (const name of NAMES) tokens.push(await collector.createToken('acme', name, 'reviewer'));
  const [live, , ...browsers] = await Promise.all([
    startLive(),
    collector.start(),
    ...NAMES.map((name) => WorkingBrowser.start(name)),
  ]);
  await Promise.all(
    browsers.map(async (browser, at) => {
      await connect(browser.browser, collector.url, tokens[at] ?? '');
      await browser.read(live.pageUrl('plain', { history: ANSWERS }), ANSWERS);
    }),
  );
  return { live, collector, ...(postgres ? { postgres } : {}), browsers, token: tokens[0] ?? '' };
}

async function clear({ live, collector, postgres, browsers }: Place): Promise<void> {
  await Promise.all(browsers.map((browser) => browser.remove()));
  await collector.remove();
  await live.close();
  await postgres?.stop();
}

const victimsOf = ({ collector, postgres, browsers }: Place): Victim[] => [
  ...(postgres ? [{ name: 'database', kill9: postgres.kill9, restart: postgres.restart }] : []),
  { name: 'collector', kill9: () => collector.kill9(), restart: () => collector.start() },
  ...browsers.map((browser) => ({
    name: browser.name,
    kill9: () => browser.kill9(),
    restart: () => browser.restart(),
  })),
];

/** The team's log as a new reader gets it: keys in order. */
async function logOf({ collector, token }: Place): Promise<Map<string, string>> {
  const log = new Map<string, string>();
  for (let after = '0', more = true; more; ) {
    const { body } = await collector.ask(token, `/v1/events?after=${after}&limit=500`);
    const page = body as { events: { source: string; id: string; sequence: string }[]; next: string; more: boolean };
    for (const { source, id, sequence } of page.events) {
      expect(log.has(`${source}|${id}`)).toBe(false);
      log.set(`${source}|${id}`, sequence);
    }
    ({ next: after, more } = page);
  }
  return log;
}

/** Until nothing waits anywhere and each browser has got as far as the log goes. */
async function settled(place: Place): Promise<Held[]> {
  let all: Held[] = [];
  const left = async () => {
    await Promise.all(place.browsers.map((browser) => browser.wake()));
    const log = await logOf(place);
    all = await Promise.all(place.browsers.map((browser) => browser.held()));
    return all.map(({ waiting, events }) => waiting + log.size - Object.values(events).filter(Boolean).length);
  };
  await expect.poll(left, { message: 'everything is everywhere', intervals: [300] }).toEqual(NAMES.map(() => 0));
  return all;
}

/** PostgreSQL is cut off by itself too. */
for (const kind of ['PGlite', 'PostgreSQL'] as const)
  test(`power cuts on ${kind} lose nothing`, async () => {
    console.log(`${kind}: seed ${SEED}`); // a title that changes is another test
    const place = await prepare(kind);
    try {
      const endsAt = Date.now() + LOAD_MS;
      const [kills] = await Promise.all([
        cutPower(victimsOf(place), randomFrom(SEED), endsAt),
        ...place.browsers.map((browser) => work(browser, endsAt)),
      ]);
      const all = await settled(place);
      const log = await logOf(place);
      expect([...log.values()].map(Number)).toEqual([...log.keys()].map((_, at) => at + 1));
      const said = place.browsers.flatMap((browser) => [...browser.said]);
      expect(said.length).toBeGreaterThan(0);
      for (const { events, notes, refused } of all) {
        expect(refused).toBe(0);
        const numbered = Object.entries(events).filter(([, sequence]) => sequence);
        expect(new Map(numbered.sort(([, a], [, b]) => Number(a) - Number(b)))).toEqual(log);
        const known = new Set(notes);
        expect(known.size).toBe(notes.length);
        expect(said.filter((note) => !known.has(note))).toEqual([]);
      }
      await place.collector.stop();
      const { code, said: verified } = await place.collector.verify();
      expect(verified).toContain('acme');
      expect(code, verified).toBe(0);
      const begun = place.browsers.reduce((sum, browser) => sum + browser.begun, 0);
      console.log(
        `${kind}, ${LOAD_MS / 1_000} s: ${begun} decisions begun, ${said.length} acknowledged, ` +
          `${log.size} events everywhere; killed: ${[...kills].map(([name, times]) => `${name} ${times}`).join(', ')}`,
      );
    } finally {
      await clear(place);
    }
  });
