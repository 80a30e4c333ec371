/**
 * The real engine and database of 2 to 5 browsers against a network and workers that fail in every way: when all has
 * calmed down, every browser holds the same, everything that was said is everywhere once, nothing is lost, and all agree with
 * the collector on how much of which kind of text is reviewed.
 * `COUNTERSIGN_MODEL_RUNS=10000` for a night's worth; `COUNTERSIGN_SEED` to run the same again, and with it
 * `COUNTERSIGN_MODEL_PATH` for one story of it, as a failure prints both.
 */
import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { type CountersignEvent, eventKey } from '../../../../lib/domain/events/event.ts';
import { standingFrom } from '../../../../lib/domain/review/strata.ts';
import { reviewedEvents } from '../../../../lib/store/ask/review/reviewed.ts';
import type { OutputRow } from '../../../../lib/store/rows/output.ts';
import { fc, SEED } from '../../property.ts';
import type { ModelBrowser } from './browser.ts';
import { PROCESS, VERSIONS } from './endpoints.ts';
import { play, seeAll, story } from './story.ts';
import { calmDown, SUBJECTS, World } from './world.ts';

const RUNS = Number(process.env.COUNTERSIGN_MODEL_RUNS ?? 40);
const PATH = process.env.COUNTERSIGN_MODEL_PATH;
async function check(world: World): Promise<void> {
  const { collector, browsers, said, undone } = world;
  const log = new Map(collector.log.map((event) => [eventKey(event), event]));
  expect(log.size).toBe(collector.log.length);
  expect(collector.log.map(({ sequence }) => Number(sequence))).toEqual(collector.log.map((_, index) => index + 1));

  const screens = [];
  for (const browser of browsers) {
    await checkBrowser(world, browser, log);
    const outputs = await browser.db.outputs.bulkGet(SUBJECTS);
    screens.push(outputs.map((output) => shown(output, log)));
  }
  for (const screen of screens) expect(screen).toEqual(screens[0]);
  // How much of which kind of text has to be reviewed, and which the draw asked for, is the same for all, under each version of the rules.
  const modes = modesOf(collector.log);
  const asked = askedIn(collector.log);
  for (const { mode } of modes.flat()) cameAbout.add(mode);
  if (asked.length > 0) cameAbout.add('asked');
  for (const browser of browsers) {
    expect(modesOf(await reviewedEvents(browser.db))).toEqual(modes);
    expect(askedIn((await browser.db.events.toArray()).map(({ event }) => event))).toEqual(asked);
  }
  // Nothing that somebody was told was stored has gone.
  for (const { browser, event, reportId } of said) {
    const stored = await browser.db.events.get(eventKey(event));
    expect(stored?.event.id).toBe(event.id);
    if (event.type === 'countersign.output.seen.v1' || (reportId && undone.has(reportId))) continue;
    expect(stored?.shared).toBe(true);
  }
  // What was undone in time never left.
  for (const { event, reportId } of said)
    if (reportId && undone.has(reportId)) expect(log.has(eventKey(event))).toBe(false);
}

async function checkBrowser({ sink }: World, browser: ModelBrowser, log: Log): Promise<void> {
  const [events, marks, targets] = [
    await browser.db.events.toArray(),
    await browser.db.outbox.toArray(),
    await browser.db.targets.toArray(),
  ];
  expect(targets.map(({ state }) => state)).toEqual(['idle', 'idle']);
  expect(marks.filter(({ state }) => state === 'waiting')).toEqual([]);
  expect(marks.every(({ reason }) => reason)).toBe(true);
  const refused = (targetId: string) => new Set(marks.flatMap((mark) => (mark.targetId === targetId ? mark.key : [])));
  // Every browser has all that was accepted, once and in the same order.
  const numbered = events.filter(({ event }) => event.sequence);
  expect(new Map(numbered.map(({ key, event }) => [key, event.sequence]))).toEqual(
    new Map([...log].map(([key, event]) => [key, event.sequence])),
  );
  // What was let out is there, or was refused and is kept.
  for (const { key, shared, event } of events) {
    if (!shared || event.source !== browser.source) continue;
    expect(log.has(key)).not.toBe(refused('collector').has(key));
    expect(sink.got.has(event.id)).not.toBe(refused('sink').has(key));
  }
}

/** What came about in any story: one in which nothing opens says nothing of modes. */
const cameAbout = new Set<string>();

/** How each stratum stands under each version, where anything was reviewed. */
const modesOf = (events: readonly CountersignEvent[]) =>
  VERSIONS.map((version) =>
    [...standingFrom(events, { version }, PROCESS)].flatMap(([stratum, { standing }]) =>
      standing.reviewed + standing.defects > 0 ? { stratum, ...standing } : [],
    ),
  );

/** Which outputs were drawn to be looked at, under which version. */
const askedIn = (events: readonly CountersignEvent[]) =>
  events
    .flatMap((event) =>
      event.type === 'countersign.output.drawn.v1' && event.data.facts.outcome === 'ask'
        ? `${event.data.facts.policyVersion} ${event.subject}`
        : [],
    )
    .sort();

type Log = ReadonlyMap<string, CountersignEvent>;

/** What a screen shows of an output, as far as all have it: reports that were refused are seen where they were made. */
function shown(output: OutputRow | undefined, log: Log) {
  const accepted = new Set(
    [...log.values()].flatMap(({ data: { facts } }) => ('reportId' in facts ? facts.reportId : [])),
  );
  const reports = (output?.reports ?? []).filter(({ reportId }) => accepted.has(reportId));
  return { reports, decisions: output?.decisions ?? [] };
}

test(`browsers agree after anything: ${RUNS} stories, seed ${SEED}`, { timeout: 300_000 + RUNS * 10_000 }, async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined); // killed workers complain
  await fc.assert(
    fc.asyncProperty(story, async ({ seed, browsers, known, actions }) => {
      const world = new World(seed, browsers);
      try {
        for (const browser of world.browsers) await browser.connect();
        if (known) await seeAll(world);
        for (const does of actions) await play(world, does);
        await calmDown(world);
        await check(world);
      } finally {
        await world.close();
      }
    }),
    {
      numRuns: RUNS,
      ...(PATH ? { path: PATH } : {}),
      endOnFailure: process.env.COUNTERSIGN_MODEL_SHRINK === undefined,
    },
  );
  // A single story that is run again need not have all of it.
  if (!PATH) expect(cameAbout).toEqual(new Set(['full', 'sampled', 'tightened', 'asked']));
});
