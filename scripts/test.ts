/**
 * `npm test`: every check and test, in order; goes on where one fails. Its last line is `N passed, N failed`.
 *
 *   npm test -- --only unit,contract     some stages: lint, types, unit, contract, e2e, firefox
 *   npm test -- --grep 'anchor'          tests whose name matches
 *   npm test -- --no-build               with the builds that are there
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll } from './builds.ts';
import { BIOME_CI, type Ended, runPackage } from './children.ts';
import { ROOT } from './machine.ts';
import { type Postgres, startPostgres } from './postgres.ts';
import { add, type Counts, failure, NOTHING, readPlaywright, readVitest } from './results.ts';

const STAGES = ['lint', 'types', 'build', 'unit', 'contract', 'e2e', 'firefox'] as const;
type Stage = (typeof STAGES)[number];

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, grep: { type: 'string' }, 'no-build': { type: 'boolean' } },
});
const asked = options.only?.split(',') ?? (options.grep ? ['unit', 'contract', 'e2e', 'firefox'] : STAGES);
const unknown = asked.filter((name) => !(STAGES as readonly string[]).includes(name));
if (unknown.length > 0) throw new Error(`no such stage: ${unknown.join(', ')}; there are ${STAGES.join(', ')}`);
const wanted = (...names: Stage[]) => names.some((name) => asked.includes(name));

const reports = join(ROOT, 'test-results');
let total = NOTHING;

await stage('lint', () => check('biome', 'format and lint', '@biomejs/biome/bin/biome', BIOME_CI));
await stage('types', types);
if (wanted('build', 'contract', 'e2e', 'firefox') && !options['no-build']) await timed('build', build);
const postgres = wanted('unit', 'e2e') ? await database() : undefined;
if (postgres) process.env.COUNTERSIGN_TEST_POSTGRES = postgres.url;
await stage('unit', () => vitest('unit'));
await stage('contract', () => vitest('contract'));
await stage('e2e', () => playwright('chromium'));
await stage('firefox', () => playwright('firefox'));
await postgres?.stop();

for (const name of total.unsteady) console.log(`UNSTEADY  ${name} (failed, and passed when run again)`);
for (const name of total.failures) console.log(`FAILED  ${name}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 ? 1 : 0);

async function stage(name: Stage, work: () => Promise<Counts>): Promise<void> {
  if (wanted(name)) await timed(name, work);
}

/** Does a part and says how long it took. Whatever goes wrong in it is a failure, never the end of the run. */
async function timed(name: string, work: () => Promise<Counts>): Promise<void> {
  console.log(`\n── ${name}`);
  const startedAt = Date.now();
  const counts = await work().catch((error: Error) => {
    console.error(error);
    return failure(`${name}: ${error.message}`);
  });
  total = add(total, counts);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`── ${name}: ${counts.passed} passed, ${counts.failed} failed in ${seconds} s`);
}

/** A check without tests of its own counts as one; it is quiet unless it fails. */
async function check(name: string, what: string, path: string, args: readonly string[]): Promise<Counts> {
  const { code, said } = await runPackage(path, args);
  if (code === 0) return { ...NOTHING, passed: 1 };
  console.log(said);
  return failure(`${name}: ${what}`);
}

/** The parts by others in `test/live` are checked apart: `npm run check` does without them. */
async function types(): Promise<Counts> {
  const own = await check('tsc', 'types', 'typescript/bin/tsc', ['-p', '.']);
  return add(own, await check('tsc', 'types of test/live', 'typescript/bin/tsc', ['-p', 'test/live']));
}

async function build(): Promise<Counts> {
  const failures = await buildAll();
  for (const said of failures) console.log(said);
  return failures.length === 0 ? { ...NOTHING, passed: 1 } : failure('the extension does not build');
}

async function database(): Promise<Postgres | undefined> {
  let server: Postgres | undefined;
  await timed('postgres', async () => {
    server = await startPostgres();
    return { ...NOTHING, passed: 1 };
  });
  return server;
}

function vitest(project: 'unit' | 'contract'): Promise<Counts> {
  const filter = options.grep ? ['--testNamePattern', options.grep, '--passWithNoTests'] : [];
  return runner(`vitest-${project}`, readVitest, (env) =>
    runPackage('vitest/vitest.mjs', ['run', '--project', project, ...filter], { env, show: true }),
  );
}

function playwright(project: 'chromium' | 'firefox'): Promise<Counts> {
  const filter = options.grep ? ['--grep', options.grep, '--pass-with-no-tests'] : [];
  return runner(`playwright-${project}`, readPlaywright, ({ NO_COLOR, ...env }) =>
    runPackage('playwright/cli.js', ['test', '--project', project, ...filter], { env, show: true }),
  );
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
  if (options.grep) return { ...counts, skipped: 0 };
  if (code !== 0 && counts.failed === 0) return add(counts, failure(`${name} ended with ${code}`));
  if (counts.passed + counts.failed === 0) return add(counts, failure(`${name} ran no test`));
  return counts;
}
