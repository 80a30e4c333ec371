/**
 * `npm run test:nightly`: what takes too long for every change. Properties with other seeds than the one of `npm test`,
 * the sync model with 10,000 stories, split over processes, two minutes of power cuts on each database, all unit tests and all tests
 * in browsers with what the night adds to them (`test/nightly.ts`), Mozilla's checker, the large chat components and their types, the collector with NATS
 * and behind PgBouncer, PostgreSQL whose primary is killed again and again (`npm run test:failover`). Its last line says what
 * failed; seeds are printed as they run.
 */
import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { buildAll } from './builds.ts';
import { run, runPackage } from './children.ts';
import { readModules, sourcePaths } from './house/modules.ts';
import { startPooler } from './pooler.ts';
import { startPostgres } from './postgres.ts';
import { importersOf, reachedFrom } from './reach/reach.ts';

const STORIES = 10_000;
const MODEL = 'test/unit/sync/model/model.test.ts';
/** How the tests are called beside which nothing else may run. */
const POWER_CUTS = 'power cuts on';
/** With each, all properties make up everything anew; it takes half an hour. */
const SEEDS = 40;
/** Suites of the collector that speak to a database, all but those in which it listens: a pooler does not carry that. */
const POOLED = ['database', 'ledger', 'people', 'policy'].map((room) => `test/unit/collector/${room}/`);

const { values: options } = parseArgs({ options: { only: { type: 'string' }, stories: { type: 'string' } } });
const wanted = (name: string): boolean => options.only === undefined || options.only.split(',').includes(name);
const failed: string[] = [];

if (wanted('properties')) await properties();
if (wanted('model')) await model(Number(options.stories ?? STORIES));
if (wanted('power')) await browsers('power cuts', ['--workers=1', '--project=chromium', 'power-cuts']);
if (wanted('unit')) await unit();
if (wanted('browsers')) await allBrowsers();
if (wanted('store')) await store();
if (wanted('servers')) await servers();
if (wanted('failover')) await failover();
console.log(failed.length === 0 ? '\nall passed' : `\nfailed: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);

/** Every test of a property, seed after seed; the model has its own stage. */
async function properties(): Promise<void> {
  const reached = reachedFrom(['test/unit/property.ts'], importersOf(readModules(sourcePaths())));
  const files = [...reached.keys()].filter((path) => path.endsWith('.test.ts') && path !== MODEL);
  const postgres = await startPostgres();
  for (let at = 0; at < SEEDS; at++) {
    const env = { ...process.env, COUNTERSIGN_SEED: newSeed(), COUNTERSIGN_TEST_POSTGRES: postgres.url };
    console.log(`── properties: ${files.length} files, seed ${env.COUNTERSIGN_SEED}`);
    const { code, said } = await runPackage('vitest/vitest.mjs', ['run', '--project', 'unit*', ...files], { env });
    if (code === 0) continue;
    console.log(said);
    failed.push(`properties with COUNTERSIGN_SEED=${env.COUNTERSIGN_SEED}`);
  }
  await postgres.stop();
}

/** All unit tests with what the night adds: each database for each rule, longer runs, databases of every earlier version. */
async function unit(): Promise<void> {
  console.log('── unit');
  const postgres = await startPostgres();
  const env = { ...process.env, COUNTERSIGN_NIGHTLY: '1', COUNTERSIGN_TEST_POSTGRES: postgres.url };
  const { code } = await runPackage('vitest/vitest.mjs', ['run', '--project', 'unit*'], { env, show: true });
  if (code !== 0) failed.push('unit');
  await postgres.stop();
}

async function servers(): Promise<void> {
  const postgres = await startPostgres();
  const pooler = await startPooler(postgres.url);
  const env = { ...process.env, COUNTERSIGN_NIGHTLY: '1', COUNTERSIGN_TEST_POOLER: pooler.url };
  const unit = (url: string, files: readonly string[]) =>
    runPackage('vitest/vitest.mjs', ['run', '--project', 'unit*', ...files], {
      env: { ...env, COUNTERSIGN_TEST_POSTGRES: url },
      show: true,
    });
  console.log('── news by NATS');
  if ((await unit(postgres.url, ['test/unit/collector/news/'])).code !== 0) failed.push('news by NATS');
  console.log('── behind PgBouncer, in transaction mode');
  if ((await unit(pooler.url, POOLED)).code !== 0) failed.push('behind PgBouncer');
  await pooler.stop();
  await postgres.stop();
}

async function failover(): Promise<void> {
  console.log('── failover');
  const { code } = await run(process.execPath, ['scripts/failover.ts'], { show: true });
  if (code !== 0) failed.push('failover');
}

const newSeed = (): string => String(randomInt(2 ** 31));

/** Each process has stories, and a seed, of its own. */
async function model(stories: number): Promise<void> {
  const workers = Math.max(1, availableParallelism() - 1);
  const each = String(Math.ceil(stories / workers));
  console.log(`── model: ${workers} times ${each} stories`);
  const args = ['run', '--project', 'unit*', MODEL];
  const runs = Array.from({ length: workers }, (_, at) => {
    const env = {
      ...process.env,
      COUNTERSIGN_MODEL_RUNS: each,
      COUNTERSIGN_SEED: newSeed(),
      COUNTERSIGN_RESULTS: `test-results/nightly-${at}.json`,
    };
    return runPackage('vitest/vitest.mjs', args, { env });
  });
  for (const { code, said } of await Promise.all(runs)) {
    console.log(
      code === 0
        ? said
            .split('\n')
            .filter((line) => line.includes('seed'))
            .join('\n')
        : said,
    );
    if (code !== 0) failed.push('model');
  }
}

/** All tests in browsers with what the night adds, but power cuts, beside which nothing else may run. Their large components come first. */
async function allBrowsers(): Promise<void> {
  const { code } = await run(process.execPath, ['scripts/setup.mjs', 'detection'], { show: true });
  if (code !== 0) failed.push('set-up of the large components');
  console.log('── types of the large components');
  const types = await runPackage('typescript/bin/tsc', ['-p', 'test/live/components/large'], { show: true });
  if (types.code !== 0) failed.push('types of the large components');
  const postgres = await startPostgres();
  await browsers('browsers', ['--grep-invert', POWER_CUTS], { COUNTERSIGN_TEST_POSTGRES: postgres.url });
  await postgres.stop();
}

/** The Firefox package as Mozilla's store sees it. */
async function store(): Promise<void> {
  console.log('── Mozilla’s checker');
  for (const said of await buildAll(['firefox-mv3'])) {
    console.log(said);
    failed.push('build');
  }
  const env = { ...process.env, COUNTERSIGN_NIGHTLY: '1' };
  const args = ['run', '--project', 'contract', 'store-checks'];
  if ((await runPackage('vitest/vitest.mjs', args, { env, show: true })).code !== 0) failed.push('Mozilla’s checker');
}

async function browsers(name: string, args: string[], more: Record<string, string> = {}): Promise<void> {
  console.log(`── ${name}`);
  for (const said of await buildAll(['chrome-mv3-test', 'firefox-mv3-test'])) {
    console.log(said);
    failed.push('build');
  }
  const env = { ...process.env, COUNTERSIGN_NIGHTLY: '1', ...more };
  const { code } = await runPackage('playwright/cli.js', ['test', ...args], { env, show: true });
  if (code !== 0) failed.push(name);
}
