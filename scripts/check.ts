/** `npm run check`: what can be said of the sources without building them, in seconds. */
import { BIOME_CI, run, runPackage } from './children.ts';
import { ROOT } from './machine.ts';

const CHECKS: [what: string, path: string, args: readonly string[]][] = [
  ['format and lint', '@biomejs/biome/bin/biome', BIOME_CI],
  ['types', 'typescript/bin/tsc', ['-p', '.']],
  ['contract', 'vitest/vitest.mjs', ['run', '--project', 'contract', '--exclude', '**/*.built.test.ts']],
];

const house = run(process.execPath, [`${ROOT}/scripts/house.ts`]).then(({ code, said }) => {
  console.log(said);
  return { what: 'walls and sizes', ok: code === 0 };
});
const results = await Promise.all([
  house,
  ...CHECKS.map(async ([what, path, args]) => {
    const { code, said } = await runPackage(path, args);
    if (code !== 0) console.log(said);
    return { what, ok: code === 0 };
  }),
]);
for (const { what, ok } of results) console.log(`${ok ? 'ok    ' : 'FAILED'}  ${what}`);
if (results.some(({ ok }) => !ok)) process.exitCode = 1;
