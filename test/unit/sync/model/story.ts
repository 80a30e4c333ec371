/** What can happen, and how each thing is done with the real engine and database. */

import { eventKey, makeEvent } from '../../../../lib/domain/events/event.ts';
import { newId } from '../../../../lib/domain/ids.ts';
import { UNDO_MS, undo } from '../../../../lib/store/write/writes.ts';
import { TRACE } from '../../domain/making.ts';
import { fc } from '../../property.ts';
import type { ModelBrowser } from './browser.ts';
import { PROCESS, VERSIONS } from './endpoints.ts';
import { HOUR_MS, SUBJECTS, TEXTS, type World } from './world.ts';

const at = fc.nat({ max: 4 });
const subject = fc.constantFrom(...SUBJECTS);
/** After how many steps the worker is killed, if it is. */
const steps = fc.option(fc.integer({ min: 1, max: 60 }));
const share = fc.constantFrom(0, 0, 0.1, 0.3, 0.6);
const does = <const W extends string>(what: W) => fc.constant(what);

const words = fc.constantFrom('fine', 'fine', 'fine', 'refused', 'filtered');
const severity = fc.constantFrom('major' as const, 'neutral' as const);
const verdict = fc.constantFrom('approve' as const, 'approve' as const, 'block' as const);
const version = fc.constantFrom(...VERSIONS);
const ms = fc.constantFrom(1_000, 5_000, UNDO_MS + 1, 60_000, HOUR_MS);
const weather = fc.record({ lost: share, unanswered: share, twice: share, late: share, broken: share });

const saying = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ does: does('report'), at, subject, words, severity, held: fc.boolean(), steps }),
  },
  { weight: 1, arbitrary: fc.record({ does: does('amend'), at, steps }) },
  { weight: 1, arbitrary: fc.record({ does: does('withdraw'), at, steps }) },
  { weight: 1, arbitrary: fc.record({ does: does('undo'), at, steps }) },
  { weight: 1, arbitrary: fc.record({ does: does('see'), at, subject, steps }) },
  // Often enough that strata open, close and draw in most stories: the order of looks is what a mode hangs on.
  { weight: 6, arbitrary: fc.record({ does: does('decide'), at, subject, verdict, version, steps }) },
  { weight: 4, arbitrary: fc.record({ does: does('draw'), subject, version }) },
);
const happening = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: does('sync'), at, asked: fc.boolean(), steps }) },
  { weight: 2, arbitrary: fc.record({ does: does('syncAll') }) },
  { weight: 2, arbitrary: fc.record({ does: does('pass'), ms }) },
  { weight: 2, arbitrary: fc.record({ does: does('weather'), weather }) },
  { weight: 1, arbitrary: fc.record({ does: does('skew'), at, ms: fc.integer({ min: -HOUR_MS, max: HOUR_MS }) }) },
  { weight: 1, arbitrary: fc.record({ does: does('revoke'), at }) },
  { weight: 1, arbitrary: fc.record({ does: does('renew'), at }) },
  { weight: 1, arbitrary: fc.record({ does: does('disk'), at, full: fc.boolean() }) },
);
type Value<A> = A extends fc.Arbitrary<infer V> ? V : never;
type Happening = Value<typeof happening>;
type Action = Value<typeof saying> | Happening;

/** What happens in one run: who is there, and what they and the world do. */
export const story = fc.record({
  seed: fc.nat(),
  browsers: fc.integer({ min: 2, max: 5 }),
  /** Whether everybody has all texts on screen to begin with: what nobody has seen nobody decides on. */
  known: fc.boolean(),
  actions: fc.array(fc.oneof<fc.Arbitrary<Action>[]>(saying, happening), { minLength: 5, maxLength: 40 }),
});

const nowOf = (browser: ModelBrowser) => new Date(browser.now());

const seen = (browser: ModelBrowser, hash: string) =>
  makeEvent(
    'countersign.output.seen.v1',
    browser.source,
    hash,
    { outputId: `chatgpt:1:${hash.slice(-1)}`, trace: TRACE },
    { text: TEXTS.get(hash) ?? '' },
    nowOf(browser),
  );

/** Something done to the newest own report, if there is one. */
async function onOwn(world: World, does: string, browser: ModelBrowser, cut: number | null): Promise<void> {
  const own = world.said.findLast(
    (said) => said.browser === browser && said.event.type === 'countersign.report.made.v1',
  );
  if (!own?.reportId || world.undone.has(own.reportId)) return;
  const { reportId } = own;
  const hash = own.event.subject;
  if (does === 'amend') {
    const facts = { reportId, categories: ['style' as const], severity: 'minor' as const };
    const content = { passages: [], comment: 'amended' };
    const event = await makeEvent(
      'countersign.report.amended.v1',
      browser.source,
      hash,
      facts,
      content,
      nowOf(browser),
    );
    await world.say(browser, event, 0, cut);
    return;
  }
  const facts = { reportId, undone: does === 'undo' };
  const event = await makeEvent(
    'countersign.report.withdrawn.v1',
    browser.source,
    hash,
    facts,
    undefined,
    nowOf(browser),
  );
  if (does === 'withdraw') return void (await world.say(browser, event, 0, cut));
  let taken = false;
  await browser.attempt(async () => {
    taken = await undo(event, browser.db, browser.now());
  }, cut ?? undefined);
  // Killed between the two, it may have been undone though nobody was told.
  if (taken || (await browser.db.events.get(eventKey(event)))) world.undone.add(reportId);
}

async function report(world: World, browser: ModelBrowser, does: Extract<Action, { does: 'report' }>): Promise<void> {
  await world.say(browser, await seen(browser, does.subject), 0, null);
  const facts = { reportId: newId(), categories: ['factual' as const], severity: does.severity };
  const content = { passages: [], comment: does.words };
  const event = await makeEvent(
    'countersign.report.made.v1',
    browser.source,
    does.subject,
    facts,
    content,
    nowOf(browser),
  );
  await world.say(browser, event, does.held ? UNDO_MS : 0, does.steps);
}

async function decide(world: World, browser: ModelBrowser, action: Extract<Action, { does: 'decide' }>): Promise<void> {
  const { subject: hash, verdict: said, version: policyVersion, steps: cut } = action;
  const output = await browser.db.outputs.get(hash);
  if (!output) return; // nobody decides on what is not on screen
  const reportIds = output.reports.map(({ reportId }) => reportId);
  const inProcess = { processId: PROCESS.id, policyVersion, textHash: hash, answered: [], left: [] };
  const facts = { decisionId: newId(), verdict: said, reportIds, inProcess };
  await world.say(
    browser,
    await makeEvent(
      'countersign.decision.made.v1',
      browser.source,
      hash,
      facts,
      { note: 'Looked at.' },
      nowOf(browser),
    ),
    0,
    cut,
  );
}

/** Everybody sees all texts. */
export async function seeAll(world: World): Promise<void> {
  for (const browser of world.browsers)
    for (const hash of SUBJECTS) await world.say(browser, await seen(browser, hash), 0, null);
}

/** Carries out one action of a story. */
export async function play(world: World, action: Action): Promise<void> {
  const browser = world.browser('at' in action ? action.at : 0);
  switch (action.does) {
    case 'report':
      return report(world, browser, action);
    case 'see':
      await world.say(browser, await seen(browser, action.subject), 0, action.steps);
      return;
    case 'decide':
      return decide(world, browser, action);
    case 'draw':
      return world.collector.draw(action.subject, action.version, world.clock.now);
    case 'amend':
    case 'withdraw':
    case 'undo':
      return onOwn(world, action.does, browser, action.steps);
    default:
      return happen(world, browser, action);
  }
}

/** What no person does by saying something. */
async function happen(world: World, browser: ModelBrowser, action: Happening): Promise<void> {
  switch (action.does) {
    case 'sync':
      await browser.attempt(() => browser.engine.run(action.asked), action.steps ?? undefined);
      return;
    case 'syncAll':
      await Promise.all(world.browsers.map((each) => each.attempt(() => each.engine.run(false))));
      return;
    case 'pass':
      world.clock.now += action.ms;
      return;
    case 'weather':
      world.network.weather = action.weather;
      return;
    case 'skew':
      browser.skewMs = action.ms;
      return;
    case 'disk':
      browser.setFull(action.full);
      return;
    case 'revoke':
      world.collector.revoked.add(browser.token);
      return;
    case 'renew':
      await browser.attempt(() => browser.renew());
      return;
  }
}
