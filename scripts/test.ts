/**
 * `npm test`: every check and test, in order; goes on where one fails. Its last line is `N passed, N failed`.
 *
 *   npm test -- --changed                what can reach what has changed since `main`, in a minute or two
 *   npm test -- --changed --since HEAD~3 the same, since another commit
 *   npm test -- --only unit,contract     some stages: lint, types, unit, contract, e2e, firefox
 *   npm test -- --grep 'anchor'          tests whose name matches
 *   npm test -- --no-build               with the builds that are there
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Build, buildAll } from './builds.ts';
import { BIOME_CI, type Ended, run, runPackage } from './children.ts';
import { buildCollector } from './collector/bundle.ts';
import { initialFilesAt } from './collector/initial.ts';
import { madeOn } from './collector/made.ts';
import { readModules, sourcePaths } from './house/modules.ts';
import { busyFromNow, freeWorkers, ROOT } from './machine.ts';
import { type Postgres, startPostgres } from './postgres.ts';
import { changedSince, startOfChange } from './reach/changed.ts';
import { importersOf, type Reach, reachOf } from './reach/reach.ts';
import { add, type Counts, failure, NOTHING, readPlaywright, readVitest } from './results.ts';
import { folderInMemory } from './scratch.ts';

const STAGES = ['lint', 'types', 'build', 'unit', 'contract', 'e2e', 'firefox'] as const;
type Stage = (typeof STAGES)[number];

const { values: options } = parseArgs({
  options: {
    changed: { type: 'boolean' },
    since: { type: 'string' },
    only: { type: 'string' },
    grep: { type: 'string' },
    'no-build': { type: 'boolean' },
  },
});
// Collectors are started a hundred times over, each from two hundred files: Node keeps what it made of them.
process.env.NODE_COMPILE_CACHE ??= join(ROOT, 'node_modules', '.cache', 'compiled');
const scratch = process.env.TMPDIR ?? folderInMemory();
if (scratch) process.env.TMPDIR = scratch;
const startedAt = Date.now();
const changed = options.changed ? changedSince(options.since ?? startOfChange()) : undefined;
const reach = changed && reachOfChange(changed);
const isFirefox = (name: string) => name.endsWith('.firefox');
const stages = reach ? stagesOf(reach) : options.grep ? ['unit', 'contract', 'e2e', 'firefox'] : STAGES;
const asked = options.only?.split(',') ?? stages;
const unknown = asked.filter((name) => !(STAGES as readonly string[]).includes(name));
if (unknown.length > 0) throw new Error(`no such stage: ${unknown.join(', ')}; there are ${STAGES.join(', ')}`);
const wanted = (...names: Stage[]) => names.some((name) => asked.includes(name));

const reports = join(ROOT, 'test-results');
let total = NOTHING;
const atATime: string[] = [];

await stage('lint', lint);
await stage('types', types);
if (wanted('build', 'contract', 'e2e', 'firefox') && !options['no-build']) await timed('build', build);
if (wanted('unit', 'e2e', 'firefox')) await timed('collector', collector);
const postgres = wanted('unit', 'e2e', 'firefox') ? await database() : undefined;
if (postgres) process.env.COUNTERSIGN_TEST_POSTGRES = postgres.url;
await stage('unit', () => vitest('unit', reach?.unit));
await stage('contract', () => vitest('contract', reach ? ['--exclude', '**/*.built.test.ts'] : []));
await inBrowsers();
await postgres?.stop();

for (const name of total.failures) console.log(`FAILED  ${name}`);
for (const name of total.notRun) console.log(`NOT RUN ${name}`);
const left = total.notRun.length;
console.log(
  `\nAll of it took ${since(startedAt)} on ${availableParallelism()} cores; at a time: ${atATime.join(', ') || 'one'}.`,
);
console.log(`${total.passed} passed, ${total.failed} failed${left > 0 ? `, ${left} did not run` : ''}`);
// What did not run has shown nothing.
process.exit(total.failed + left > 0 ? 1 : 0);

function reachOfChange(paths: readonly string[]): Reach {
  const reached = reachOf(paths, importersOf(readModules(sourcePaths())));
  console.log(`${paths.length} files have changed. Unit tests of ${reached.unit.length} files can see it.`);
  console.log(`End-to-end: ${reached.e2e.join(', ') || 'none'}.`);
  if (reached.left.length > 0) console.log(`Further off, and left to “npm test”: ${reached.left.join(', ')}.`);
  return reached;
}

/** Files to be looked at: those that have changed, and all where that is not asked. */
function linted(): string[] {
  return changed ? ['--no-errors-on-unmatched', ...changed.filter((path) => existsSync(join(ROOT, path)))] : [];
}

function stagesOf({ unit, e2e }: Reach): Stage[] {
  const units: Stage[] = unit.length > 0 ? ['unit'] : [];
  const chromium: Stage[] = e2e.some((name) => !isFirefox(name)) ? ['e2e'] : [];
  const firefox: Stage[] = e2e.some(isFirefox) ? ['firefox'] : [];
  return ['lint', 'types', ...units, 'contract', ...chromium, ...firefox];
}

/** What is needed for a change: no builds for the stores, and none for a browser that it has no test in. */
function buildsOf({ e2e }: Reach): Build[] {
  const chrome: Build[] = e2e.some((name) => !isFirefox(name)) ? ['chrome-mv3-test'] : [];
  return e2e.some(isFirefox) ? [...chrome, 'firefox-mv3-test'] : chrome;
}

function since(startMs: number): string {
  return `${((Date.now() - startMs) / 1000).toFixed(1)} s`;
}

/** A stage that is asked for by name has nothing to do where the change reaches none of its tests. */
function isDue(name: Stage): boolean {
  return wanted(name) && (!reach || stagesOf(reach).includes(name));
}

async function stage(name: Stage, work: () => Promise<Counts>): Promise<void> {
  if (isDue(name)) await timed(name, work);
}

/** Both kinds of browser in one run: with a run each, cores stood idle at the end of the first, while its last file was at work. */
async function inBrowsers(): Promise<void> {
  const due = (['e2e', 'firefox'] as const).filter(isDue);
  if (due.length > 0) await timed(due.join(' and '), () => playwright(due));
}

/** Does a part and says how long it took. Whatever goes wrong in it is a failure, never the end of the run. */
async function timed(name: string, work: () => Promise<Counts>): Promise<void> {
  console.log(`\n── ${name}`);
  const beganAt = Date.now();
  const busy = busyFromNow();
  const counts = await work().catch((error: Error) => {
    console.error(error);
    return failure(`${name}: ${error.message}`);
  });
  total = add(total, counts);
  console.log(
    `── ${name}: ${counts.passed} passed, ${counts.failed} failed in ${since(beganAt)}, cores ${busy()} busy`,
  );
}

/** A check without tests of its own counts as one; it is quiet unless it fails. */
async function check(name: string, what: string, path: string, args: readonly string[]): Promise<Counts> {
  const { code, said } = await runPackage(path, args);
  if (code === 0) return { ...NOTHING, passed: 1 };
  console.log(said);
  return failure(`${name}: ${what}`);
}

/** The house's own rules go by the whole of it: a folder that has one file too many is no matter of one file. */
async function lint(): Promise<Counts> {
  const own = await check('biome', 'format and lint', '@biomejs/biome/bin/biome', [...BIOME_CI, ...linted()]);
  const { code, said } = await run(process.execPath, [join(ROOT, 'scripts', 'house.ts')]);
  if (code === 0) return add(own, { ...NOTHING, passed: 1 });
  console.log(said);
  return add(own, failure('house: walls and sizes'));
}

/** The parts by others in `test/live` are checked apart: `npm run check` does without them. */
async function types(): Promise<Counts> {
  const own = await check('tsc', 'types', 'typescript/bin/tsc', ['-p', '.']);
  if (changed && !changed.some((path) => /^test\/(?:live|detect)\//.test(path))) return own;
  return add(own, await check('tsc', 'types of test/live', 'typescript/bin/tsc', ['-p', 'test/live']));
}

async function build(): Promise<Counts> {
  const failures = await buildAll(reach ? buildsOf(reach) : undefined);
  for (const said of failures) console.log(said);
  return failures.length === 0 ? { ...NOTHING, passed: 1 } : failure('the extension does not build');
}

/** The program that tests start a hundred times over, and what an embedded database begins with. */
async function collector(): Promise<Counts> {
  await initialFilesAt();
  const folder = join(ROOT, '.output', 'collector');
  await buildCollector(folder);
  process.env.COUNTERSIGN_TEST_COLLECTOR = join(folder, 'dist', 'countersign-collector.js');
  return { ...NOTHING, passed: 1 };
}

async function database(): Promise<Postgres | undefined> {
  let server: Postgres | undefined;
  await timed('postgres', async () => {
    server = await startPostgres();
    process.env.COUNTERSIGN_TEST_POSTGRES_MADE = await madeOn(server.url);
    return { ...NOTHING, passed: 1 };
  });
  return server;
}

async function vitest(project: 'unit' | 'contract', files: readonly string[] = []): Promise<Counts> {
  const filter = options.grep ? ['--testNamePattern', options.grep, '--passWithNoTests'] : [];
  const workers = await chosen(project, false);
  return runner(`vitest-${project}`, readVitest, (env) =>
    runPackage('vitest/vitest.mjs', ['run', '--project', `${project}*`, ...files, ...filter], {
      env: { ...env, COUNTERSIGN_WORKERS: workers },
      show: true,
    }),
  );
}

async function playwright(stages: readonly ('e2e' | 'firefox')[]): Promise<Counts> {
  const filter = options.grep ? ['--grep', options.grep, '--pass-with-no-tests'] : [];
  const projects = stages.map((name) => `--project=${name === 'e2e' ? 'chromium' : name}`);
  const names = reach?.e2e.filter((name) => stages.includes(isFirefox(name) ? 'firefox' : 'e2e')) ?? [];
  const files = names.map((name) => `test/e2e/${name}.test.ts`);
  const workers = await chosen('browsers', true);
  return runner('playwright', readPlaywright, ({ NO_COLOR, ...env }) =>
    runPackage('playwright/cli.js', ['test', ...projects, ...files, ...filter], {
      env: { ...env, COUNTERSIGN_WORKERS: workers },
      show: true,
    }),
  );
}

/** How many are run at a time. The end of the run says it: a slow run cannot be understood without it. */
async function chosen(what: string, inBrowsers: boolean): Promise<string> {
  const workers = await freeWorkers(inBrowsers);
  atATime.push(`${what} ${workers}`);
  return String(workers);
}

/** Runs a test runner and reads its report; one that ends badly without naming a failure has failed itself. */
async function runner(
  name: string,
  read: (path: string) => Counts,
  work: (env: NodeJS.ProcessEnv) => Promise<Ended>,
): Promise<Counts> {
  mkdirSync(reports, { recursive: true });
  const report = join(reports, `${name}.json`);
  rmSync(report, { force: true });
  const { code } = await work({ ...process.env, COUNTERSIGN_RESULTS: report });
  const counts = read(report);
  if (options.grep) return { ...counts, notRun: [] };
  if (code !== 0 && counts.failed === 0) return add(counts, failure(`${name} ended with ${code}`));
  if (counts.passed + counts.failed === 0) return add(counts, failure(`${name} ran no test`));
  return counts;
}
