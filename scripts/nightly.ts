/**
 * `npm run test:nightly`: what takes too long for every change. The sync model with 10,000 stories, split over processes,
 * two minutes of power cuts on each database, and evidence in the large chat components, with their types. Its last line
 * says what failed; seeds are printed as they run.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { buildAll } from './builds.ts';
import { run, runPackage } from './children.ts';

const STORIES = 10_000;

const { values: options } = parseArgs({ options: { only: { type: 'string' }, stories: { type: 'string' } } });
const wanted = (name: string): boolean => options.only === undefined || options.only.split(',').includes(name);
const failed: string[] = [];

if (wanted('model')) await model(Number(options.stories ?? STORIES));
if (wanted('power')) await browsers('power cuts', ['--workers=1', 'power-cuts']);
if (wanted('components')) await components();
console.log(failed.length === 0 ? '\nall passed' : `\nfailed: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);

/** Each process has stories, and a seed, of its own. */
async function model(stories: number): Promise<void> {
  const workers = Math.max(1, availableParallelism() - 1);
  const each = String(Math.ceil(stories / workers));
  console.log(`── model: ${workers} times ${each} stories`);
  const args = ['run', '--project', 'unit', 'test/unit/sync/model'];
  const runs = Array.from({ length: workers }, (_, at) => {
    const env = {
      ...process.env,
      COUNTERSIGN_MODEL_RUNS: each,
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

/** Pages whose packages are not installed for `npm test`. */
async function components(): Promise<void> {
  const { code } = await run(process.execPath, ['scripts/setup.mjs', 'detection'], { show: true });
  if (code !== 0) {
    failed.push('set-up of the large components');
    return;
  }
  console.log('── types of the large components');
  const types = await runPackage('typescript/bin/tsc', ['-p', 'test/live/components/large'], { show: true });
  if (types.code !== 0) failed.push('types of the large components');
  await browsers('evidence', ['evidence.test']);
}

async function browsers(name: string, args: string[]): Promise<void> {
  console.log(`── ${name}`);
  for (const said of await buildAll(['chrome-mv3-test'])) {
    console.log(said);
    failed.push('build');
  }
  const env = { ...process.env, COUNTERSIGN_NIGHTLY: '1' };
  const { code } = await runPackage('playwright/cli.js', ['test', '--project=chromium', ...args], { env, show: true });
  if (code !== 0) failed.push(name);
}
