/**
 * `npm run bench [-- NAME …]`: runs the benches of test/bench, all if none is named; a line per measure as it comes and one
 * table at the end. Fails if any falls short or breaks off.
 *
 * Of `detect`: `--only PART` takes the pages with that in their name, `--throttle 4,10` runs nothing but those on processors
 * that are so many times slower, `--runs 5` says how often each, of which the worst counts.
 * Of `stream`: `--turns 2000` takes the conversations of that length alone, and leaves out the longest tasks.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildAll } from './builds.ts';
import { run } from './children.ts';
import { ROOT } from './machine.ts';
import { type Bench, lineOf, type Measure, reached, tableOf } from './measure.ts';
import { startPostgres } from './postgres.ts';

const folder = join(ROOT, 'test', 'bench');
const known = (existsSync(folder) ? readdirSync(folder) : []).flatMap(
  (file) => /^(.+)\.bench\.ts$/.exec(file)?.[1] ?? [],
);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    throttle: { type: 'string' },
    runs: { type: 'string' },
    turns: { type: 'string' },
  },
});
const names = positionals.length > 0 ? positionals : known;
const unknown = names.filter((name) => !known.includes(name));
if (unknown.length > 0 || names.length === 0) {
  console.error(
    `No bench is called ${unknown.join(', ') || 'anything yet'}. There are: ${known.join(', ') || 'none'}.`,
  );
  process.exit(1);
}

if (names.includes('detect')) {
  const { code } = await run(process.execPath, ['scripts/setup.mjs', 'detection'], { show: true });
  if (code !== 0) process.exit(code);
}

const failures = await buildAll([
  ...(['chrome-mv3-test', 'chrome-mv3'] as const),
  ...(names.includes('gate') ? (['chrome-mv3-ungated'] as const) : []),
]);
if (failures.length > 0) {
  console.error(failures.join('\n'));
  process.exit(1);
}

const files = names.map((name) => join(folder, `${name}.bench.ts`));
const wantsPostgres = files.some((file) => readFileSync(file, 'utf8').includes('COUNTERSIGN_TEST_POSTGRES'));
const postgres = wantsPostgres ? await startPostgres() : undefined;
if (postgres) process.env.COUNTERSIGN_TEST_POSTGRES = postgres.url;

const measured: [string, Measure[]][] = [];
let short = 0;
for (const [index, file] of files.entries()) {
  const measures: Measure[] = [];
  measured.push([names[index] ?? '', measures]);
  try {
    const { default: bench } = (await import(pathToFileURL(file).href)) as { default: Bench };
    await bench((measure) => {
      measures.push(measure);
      console.log(lineOf(measure));
    }, values);
    if (measures.length === 0) throw new Error('it measured nothing');
  } catch (error) {
    console.error(`${names[index]} broke off:`, error);
    short += 1;
  }
  short += measures.filter((measure) => !reached(measure)).length;
}
await postgres?.stop();
console.log(`\n${tableOf(measured)}`);
process.exit(short > 0 ? 1 : 0);
