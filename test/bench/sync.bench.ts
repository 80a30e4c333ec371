/**
 * What the engine adds to the wire and the disk: 10,000 waiting events sent to the real collector, and 100,000 pulled by
 * a new browser, each beside a bare `fetch` of the same bytes with a bare IndexedDB bulk write, in the same run. Real
 * Chromium, the built extension, the real collector on PostgreSQL (COUNTERSIGN_TEST_POSTGRES).
 */
import type { Page } from 'playwright';
import { type CountersignEvent, eventKey, eventWith } from '../../lib/domain/events/event.ts';
import { EVERYTHING } from '../../lib/domain/events/filter.ts';
import { foldOutput } from '../../lib/domain/fold/output.ts';
import { installationSource } from '../../lib/domain/ids.ts';
import { countedRowOf } from '../../lib/store/rows/counted.ts';
import { rowOf } from '../../lib/store/rows/output.ts';
import type { Report } from '../../scripts/measure.ts';
import { type ExtensionBrowser, launchChromium, withExtension } from '../e2e/harness/chromium.ts';
import { type Collector, startCollector } from '../e2e/harness/collector.ts';
import { freshPostgres } from '../unit/collector/databases.ts';
import { type Corpus, makeCorpus } from './reuse/corpus.ts';
import { heapOfPage, heapOfWorker, peakMb } from './sync/heap.ts';
import { bare, fill, lineAt, type Rows, settledAt } from './sync/in-browser.ts';
import { eventsOf } from './sync/stories.ts';

const PUSHED = 10_000;
const PULLED = 100_000;
/** Of one output. */
const EVENTS = 4;
/** As the engine sends and asks for. */
const BATCH = 500;
const PAGE = 500;
/** At least half as fast as anything could be that only moves the bytes. */
const GOAL = { atLeast: 0.7 };
const SOURCE = installationSource('33333333-3333-4333-8333-333333333333');

/** Rows that a queue shows before anybody scrolls, and how soon they are to be there. */
const FIRST_PAGE = 50;
const FIRST_PAGE_GOAL = { atMost: 2_000 };

interface Took {
  ms: number;
  peakMb: number;
}

/** Rows of a browser in which all of this waits to be sent. */
function rowsOf(events: readonly CountersignEvent[], target: object): Rows {
  const bySubject = Map.groupBy(events, (event) => event.subject);
  const outputs = [...bySubject.values()].flatMap((each) => foldOutput(each) ?? []).map((output) => rowOf(output));
  return {
    events: events.map((event) => {
      const { sealed, ...data } = event.data;
      return { key: eventKey(event), subject: event.subject, event: eventWith(event, {}, data), shared: true };
    }),
    contents: events.map((event) => ({ key: eventKey(event), subject: event.subject, ...event.data.sealed })),
    outputs,
    counted: outputs.flatMap((row) => countedRowOf(row) ?? []),
    outbox: events.map((event) => ({
      targetId: 'collector',
      key: eventKey(event),
      state: 'waiting',
      notBefore: new Date(0).toISOString(),
    })),
    targets: [target],
  };
}

const targetOf = (address: string, token: string) => ({
  targetId: 'collector',
  kind: 'collector',
  settings: { address, token },
  filter: EVERYTHING,
  addedAt: new Date().toISOString(),
  role: 'reviewer',
  cursor: '0'.repeat(16),
  state: 'idle',
  attempts: 0,
});

/** The events from the number `from` on, about outputs of their own. */
const eventsFrom = ({ outputs }: Corpus, from: number): Promise<CountersignEvent[]> =>
  eventsOf(SOURCE, outputs(from / EVENTS, (from + PUSHED) / EVENTS));

const bodiesOf = (events: readonly CountersignEvent[]): string[] =>
  Array.from({ length: events.length / BATCH }, (_, at) => JSON.stringify(events.slice(at * BATCH, (at + 1) * BATCH)));

/**
 * The engine at work in a browser that has just these rows, until they are settled. `firstPageMs`: when there was a page of
 * the queue, where the rows have none.
 */
async function ours(rows: Rows, until: Parameters<typeof settledAt>[1]): Promise<Took & { firstPageMs?: number }> {
  const browser = await launchChromium();
  try {
    return await withExtension(browser, async (inside) => {
      await fill(inside, rows);
      const wake = await browser.open('options.html');
      const ask = await heapOfWorker(browserOf(browser), browser.urlOf('background.js'));
      const { result, peakMb: most } = await peakMb(ask, async () => {
        const started = Date.now();
        await wake.evaluate(() =>
          (globalThis as unknown as { chrome: Chrome }).chrome.runtime.sendMessage({ type: 'sync.wake', body: {} }),
        );
        await wake.close();
        const first = 'sequence' in until ? lineAt(inside, FIRST_PAGE) : undefined;
        const [firstAt, settled] = await Promise.all([first, settledAt(inside, until)]);
        return { ms: settled - started, ...(firstAt === undefined ? {} : { firstPageMs: firstAt - started }) };
      });
      return { ...result, peakMb: most };
    });
  } finally {
    await browser.close();
  }
}
interface Chrome {
  runtime: { sendMessage(message: object): Promise<unknown> };
}

function browserOf({ context }: ExtensionBrowser) {
  const browser = context.browser();
  if (!browser) throw new Error('the browser cannot be driven');
  return browser;
}

/** The limit, in a page of a browser of its own. */
async function limit(work: (inside: Page) => Promise<number>): Promise<Took> {
  const browser = await launchChromium();
  try {
    return await withExtension(browser, async (inside) => {
      const { result, peakMb: most } = await peakMb(await heapOfPage(inside), () => work(inside));
      return { ms: result, peakMb: most };
    });
  } finally {
    await browser.close();
  }
}

function tell(report: Report, name: string, count: number, our: readonly Took[], least: readonly Took[]): void {
  const median = (each: readonly number[]) => [...each].sort((a, b) => a - b)[each.length >> 1] ?? Number.NaN;
  const [took, lowest] = [median(our.map(({ ms }) => ms)), median(least.map(({ ms }) => ms))];
  const rate = (ms: number) => `${((count * 1_000) / ms).toFixed(0)} events/s`;
  const most = (each: readonly Took[]) => `${Math.max(...each.map(({ peakMb: mb }) => mb)).toFixed(0)} MB`;
  report({
    name,
    value: lowest / took,
    unit: 'x the bare fetch and write',
    goal: GOAL,
    beside: `${rate(took)}, heap up to ${most(our)}; bare ${rate(lowest)}, ${most(least)}`,
  });
}

async function push(report: Report, collector: Collector, corpus: Corpus): Promise<void> {
  const [our, least]: [Took[], Took[]] = [[], []];
  for (let turn = 0; turn < 3; turn++) {
    const events = await eventsFrom(corpus, 0);
    const token = (team: string) => collector.createToken(`${team}-${turn}`, 'ada', 'reviewer');
    const [first, second] = [await token('bare'), await token('ours')];
    const { url } = collector;
    least.push(await limit((inside) => bare(inside, { url, token: first, bodies: bodiesOf(events) })));
    our.push(await ours(rowsOf(events, targetOf(url, second)), { pushed: true }));
  }
  tell(report, `${PUSHED} waiting events sent`, PUSHED, our, least);
}

async function load({ url }: Collector, token: string, corpus: Corpus): Promise<void> {
  for (let at = 0; at < PULLED; at += PUSHED)
    for (const body of bodiesOf(await eventsFrom(corpus, at))) {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/cloudevents-batch+json' };
      const { status } = await fetch(`${url}/v1/events`, { method: 'POST', headers, body });
      if (status !== 200) throw new Error(`the collector answered ${status}`);
    }
}

async function pull(report: Report, collector: Collector, corpus: Corpus): Promise<void> {
  const token = await collector.createToken('full', 'ada', 'reviewer');
  await load(collector, token, corpus);
  const { url } = collector;
  const [pages, sequence] = [PULLED / PAGE, String(PULLED).padStart(16, '0')];
  const [our, least]: [Took[], Took[]] = [[], []];
  least.push(await limit((inside) => bare(inside, { url, token, pages })));
  const took = await ours({ targets: [targetOf(url, token)] }, { sequence });
  our.push(took);
  least.push(await limit((inside) => bare(inside, { url, token, pages })));
  tell(report, `${PULLED} events pulled by a new browser`, PULLED, our, least);
  report({
    name: `first page of the queue of a team with ${PULLED} events`,
    value: took.firstPageMs ?? Number.NaN,
    unit: 'ms after it was connected',
    goal: FIRST_PAGE_GOAL,
    beside: `${FIRST_PAGE} outputs that wait; all of the log after ${(took.ms / 1_000).toFixed(1)} s`,
  });
}

export default async function sync(report: Report): Promise<void> {
  const { place, drop } = await freshPostgres();
  const collector = await startCollector({ postgres: place.url });
  const corpus = makeCorpus(0);
  try {
    await push(report, collector, corpus);
    await pull(report, collector, corpus);
  } finally {
    await collector.remove();
    await drop();
  }
}
