/**
 * The collector as a package of its own: one file with all that it is made of, beside it PGlite's database and the thread of
 * the watchdog. It needs Node and no other package.
 */
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { INITIAL_PATH } from '../../collector/database/initial.ts';
import { ROOT } from '../machine.ts';
import { partsPathOf } from '../release/built-in.ts';
import { folderOf, licenceText, type Package, packagesOf } from '../release/licences.ts';
import { initialFilesAt } from './initial.ts';

/** What PGlite reads beside the file that it was built into. */
const PGLITE_FILES = ['pglite.wasm', 'pglite.data', 'initdb.wasm'];
const ENTRIES = {
  'countersign-collector': 'collector/main.ts',
  'watchdog-thread': 'collector/cli/watching/watchdog-thread.ts',
};

/** Builds the package into a folder, which is emptied first. Answers with what was built into it. */
export async function buildCollector(folder: string): Promise<Package[]> {
  rmSync(folder, { recursive: true, force: true });
  const dist = join(folder, 'dist');
  mkdirSync(dist, { recursive: true });
  const moduleIds = new Set<string>();
  for (const [name, source] of Object.entries(ENTRIES))
    for (const id of await bundle(name, source, dist)) moduleIds.add(id);
  const pglite = join(folderOf(ROOT, '@electric-sql/pglite'), 'dist');
  for (const file of PGLITE_FILES) copyFileSync(join(pglite, file), join(dist, file));
  await initialFilesAt(join(dist, basename(INITIAL_PATH)));
  const packages = packagesOf(moduleIds);
  writeFileSync(join(folder, 'THIRD-PARTY.txt'), licenceText(packages));
  const parts = packages.map(({ name, version, license }) => ({ name, version, license }));
  writeFileSync(partsPathOf(folder), `${JSON.stringify(parts, null, 2)}\n`);
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
  mkdirSync(join(folder, 'docs'));
  copyFileSync(join(ROOT, 'docs', 'verify-receipt.html'), join(folder, 'docs', 'verify-receipt.html'));
  const own = join(ROOT, 'collector', 'package');
  copyFileSync(join(own, 'README.md'), join(folder, 'README.md'));
  cpSync(join(own, 'deploy'), join(folder, 'deploy'), { recursive: true });
  copyFileSync(join(ROOT, 'LICENSE'), join(folder, 'LICENSE'));
  return packages;
}

/** One entry as one file. Answers with the modules that are in it. */
async function bundle(name: string, source: string, dist: string): Promise<string[]> {
  const built = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node22',
      outDir: dist,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input: { [name]: join(ROOT, source) },
        output: { entryFileNames: '[name].js', codeSplitting: false, banner: '#!/usr/bin/env node' },
        // Emscripten's, in PGlite: they name functions of its own.
        onLog: (level, log, report) => {
          if (log.code !== 'EVAL') report(level, log);
        },
      },
    },
  });
  const outputs = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  return outputs.flatMap((each) => (each.type === 'chunk' ? each.moduleIds : []));
}

/** The package's own manifest, without what is built in. */
function manifest(): object {
  const read = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Record<string, unknown>;
  const { dependencies, devDependencies, allowScripts, ...kept } = read('collector/package/package.json');
  return { ...kept, version: read('package.json').version };
}
