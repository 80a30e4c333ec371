/**
 * `npm run demo`: the whole of it on this computer. With a display, two browsers to play with: a business user and a
 * team lead. Without one (or with `--headless`), the main job runs by itself and leaves pictures; with `--pictures` those of
 * the documents are made anew. (`npm run walk` plays five people's first steps.)
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ExtensionBrowser, giveTimeToUndo, launchChromium } from '../test/e2e/harness/chromium.ts';
import { type Collector, makeCollector } from '../test/e2e/harness/collector.ts';
import { connect } from '../test/e2e/harness/flows.ts';
import { type Live, startLive } from '../test/live/server.ts';
import { buildAll } from './builds.ts';
import { type Quarter, seedQuarter } from './demo/figures.ts';
import { playMainJob } from './demo/main-job.ts';
import { ROOT } from './machine.ts';

const FOLDER = join(ROOT, '.countersign', 'demo');
const { values } = parseArgs({
  options: { headless: { type: 'boolean' }, pictures: { type: 'boolean' } },
});
const forDocuments = values.pictures === true;
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headed = hasDisplay && !values.headless && !forDocuments;

export interface Stage {
  live: Live;
  collector: Collector;
  user: ExtensionBrowser;
  lead: ExtensionBrowser;
  /** Token of an administrator. */
  admin: string;
  /** Another team on the same collector, with three months behind it. */
  quarter: Quarter;
  /** Where pictures go. */
  pictures: string;
  /** Whether those that the documents show go there too. */
  forDocuments: boolean;
}

const say = (text: string) => console.log(text);
const startedAt = Date.now();

/** Says what is being done, does it, and says how long it took. */
async function step<T>(text: string, work: () => Promise<T>): Promise<T> {
  const beganAt = Date.now();
  const result = await work();
  say(`${text}: ${secondsSince(beganAt)} s`);
  return result;
}

function secondsSince(startMs: number): string {
  return ((Date.now() - startMs) / 1_000).toFixed(1);
}

async function setTheStage(): Promise<Stage> {
  const failures = await step('The extension is built', () => buildAll(['chrome-mv3-test']));
  if (failures.length > 0) throw new Error(failures.join('\n'));
  await rm(FOLDER, { recursive: true, force: true });
  const pictures = join(FOLDER, 'pictures');
  await mkdir(pictures, { recursive: true });
  const { collector, marta, luca, admin, quarter } = await step(
    'The collector runs on its embedded database',
    openForBusiness,
  );
  const live = await startLive({ paceMs: headed ? 18 : 6 });
  say(`A page with a real chat component is served at ${live.url}`);
  const [user, lead] = await step('Two browsers are open', () =>
    Promise.all([launchChromium({ headed }), launchChromium({ headed })]),
  );
  // As in the product, whose test build holds reports for less.
  await giveTimeToUndo(user, 10_000);
  await step(`Marta as reporter and Luca as reviewer are connected to ${collector.url}`, () =>
    Promise.all([connect(user, collector.url, marta), connect(lead, collector.url, luca)]),
  );
  say('');
  return { live, collector, user, lead, admin, quarter, pictures, forDocuments };
}

async function openForBusiness() {
  const collector = await makeCollector({ dataDir: join(FOLDER, 'collector') });
  const marta = await collector.createToken('tarvello', 'marta', 'reporter', 'Marta');
  const luca = await collector.createToken('tarvello', 'luca', 'reviewer', 'Luca');
  const admin = await collector.createToken('tarvello', 'giulia', 'admin', 'Giulia');
  const quarter = await seedQuarter(collector);
  await collector.start();
  return { collector, marta, luca, admin, quarter };
}

async function strikeTheStage({ live, collector, user, lead }: Stage): Promise<void> {
  await Promise.allSettled([user.close(), lead.close()]);
  await collector.stop();
  await live.close();
}

/** Two windows and a word on what to try; ends when either is closed. */
async function letPeoplePlay({ live, user, lead }: Stage): Promise<void> {
  const page = await user.context.newPage();
  await page.goto(live.pageUrl('deep-chat'));
  const queue = await lead.open('sidepanel.html');
  await queue.getByRole('tab', { name: 'Queue' }).click();
  say(`Two browsers are open.

  Marta's: ask something on the page (or press a question at the left). A badge appears at the answer:
  rest on it to see where the text comes from; press a category, then how bad it is, and the report is sent.
  The toolbar button opens the side panel with "This page", "My reports" and "Queue".

  Luca's: the queue. Marta's report appears there within seconds; open it, decide, and watch Marta's badge.

Close a browser, or press Ctrl+C here, to end the demo.`);
  await new Promise<void>((resolve) => {
    for (const { context } of [user, lead]) context.on('close', () => resolve());
    process.once('SIGINT', () => resolve());
  });
}

const stage = await setTheStage();
let failed = false;
try {
  if (headed) await letPeoplePlay(stage);
  else await playMainJob(stage, say);
} catch (error) {
  failed = true;
  console.error('\nThe demo stopped:', error);
} finally {
  await strikeTheStage(stage);
}
if (!headed) say(`\nPictures: ${stage.pictures}\nAll in all: ${secondsSince(startedAt)} s`);
if (!headed && !failed) say('All of it happened.');
process.exit(failed ? 1 : 0);
