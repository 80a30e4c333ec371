/**
 * `npm run release`: what a release is made of, in `.output/release`: the packages of the stores, Mozilla's source package, the
 * collector, lists of their parts, checksums and the note. Everything is built twice and has to be the same, byte by byte.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BIOME_CI, run, runPackage } from './children.ts';
import { buildCollector } from './collector/bundle.ts';
import { buildDir, ROOT } from './machine.ts';
import { partsPathOf } from './release/built-in.ts';
import { bomText, type Part } from './release/parts.ts';
import { readRelease } from './release/texts.ts';

const output = join(ROOT, '.output');
const folder = join(output, 'release');
const BROWSERS = ['chrome', 'edge', 'firefox'] as const;
/** What holds for what is built: permissions and their reasons, sizes, languages, Mozilla's checker. */
const CONTRACTS = ['locales', 'hygiene', 'release/', 'built/store', 'built/budgets', 'collector/'];

async function must(what: string, work: Promise<{ code: number; said: string }>): Promise<void> {
  process.stdout.write(`${what} … `);
  const { code, said } = await work;
  console.log(code === 0 ? 'done' : 'FAILED');
  if (code === 0) return;
  console.error(said);
  process.exit(1);
}

const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** Builds all packages into a folder, and gives their hashes by name. */
async function buildInto(into: string): Promise<Map<string, string>> {
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  const isPackage = (name: string) => /^countersign-.*\.(?:zip|tgz)$/.test(name);
  for (const name of readdirSync(output).filter(isPackage)) rmSync(join(output, name));
  for (const browser of BROWSERS) await must(`  ${browser}`, runPackage('wxt/bin/wxt.mjs', ['zip', '-b', browser]));
  await buildCollector(join(output, 'collector'));
  await must('  collector', run('npm', ['pack', join(output, 'collector'), '--pack-destination', output]));
  const names = readdirSync(output).filter(isPackage).sort();
  for (const name of names) copyFileSync(join(output, name), join(into, name));
  return new Map(names.map((name) => [name, hashOf(join(into, name))]));
}

const release = readRelease();
console.log(
  `${release.version}${release.date ? ` of ${release.date}` : ', unreleased: to be looked at, not to be handed on'}`,
);
await must('format and lint', runPackage('@biomejs/biome/bin/biome', [...BIOME_CI]));
mkdirSync(output, { recursive: true });
console.log('building');
const first = await buildInto(folder);
console.log('building again');
const again = await buildInto(join(output, 'release-again'));
const differing = [...first].filter(([name, hash]) => again.get(name) !== hash).map(([name]) => name);
if (differing.length > 0 || first.size !== again.size) {
  console.error(`FAILED: two builds are not the same: ${differing.join(', ')}`);
  process.exit(1);
}
rmSync(join(output, 'release-again'), { recursive: true });
// With what `npm test` leaves to the night: Mozilla's checker.
const env = { ...process.env, COUNTERSIGN_NIGHTLY: '1' };
await must('contracts', runPackage('vitest/vitest.mjs', ['run', '--project', 'contract', ...CONTRACTS], { env }));

const partsOf = (name: string) => JSON.parse(readFileSync(partsPathOf(buildDir(name)), 'utf8')) as Part[];
const licence = { version: release.version, license: 'Apache-2.0' };
for (const browser of BROWSERS)
  writeFileSync(
    join(folder, `countersign-${release.version}-${browser}.cdx.json`),
    bomText({ name: 'countersign', ...licence }, partsOf(`${browser}-mv3`)),
  );
const collector = JSON.parse(readFileSync(join(output, 'collector.parts.json'), 'utf8')) as Part[];
writeFileSync(
  join(folder, `countersign-collector-${release.version}.cdx.json`),
  bomText({ name: 'countersign-collector', ...licence }, collector),
);
writeFileSync(join(folder, 'NOTE.md'), `# Countersign ${release.version}\n\n${release.note}\n`);
const names = readdirSync(folder).sort();
writeFileSync(join(folder, 'SHA256SUMS'), names.map((name) => `${hashOf(join(folder, name))}  ${name}\n`).join(''));
for (const name of names)
  console.log(
    `${hashOf(join(folder, name)).slice(0, 16)}  ${String(statSync(join(folder, name)).size).padStart(9)}  ${name}`,
  );
console.log(`two builds of ${first.size} packages are the same; .output/release holds what there is to hand on`);
