/** Packages by the lock file, a Node that the toolchain accepts, and the types that WXT generates. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { fail, outputOf, runQuietly, say, step } from './steps.mjs';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const modules = join(root, 'node_modules');
const windows = process.platform === 'win32';
const npm = windows ? 'npm.cmd' : 'npm';
const packagesStamp = join(modules, '.countersign-setup');
const typesStamp = join(modules, '.countersign-types');

/** Installs what package-lock.json says, unless that is there. */
export function installPackages() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const hash = createHash('sha256').update(lock).digest('hex');
  if (readIfThere(packagesStamp) === hash) return;
  if (!holdsAll(JSON.parse(lock))) {
    step('installing packages by package-lock.json (npm ci)', () =>
      runQuietly(npm, ['ci', '--no-audit', '--no-fund'], { cwd: root }),
    );
  }
  ensureNode();
  writeFileSync(packagesStamp, hash);
}

/** Whether node_modules holds every package of the lock file, as npm itself noted it: nothing to do after npm install. */
function holdsAll(lock) {
  const noted = readIfThere(join(modules, '.package-lock.json'));
  if (!noted) return false;
  const held = JSON.parse(noted).packages;
  return Object.entries(lock.packages).every(
    ([path, { version, optional, devOptional, link }]) =>
      path === '' || link || held[path]?.version === version || ((optional || devOptional) && !held[path]),
  );
}

const nodeBinary = join(modules, 'node', 'bin', windows ? 'node.exe' : 'node');
/** The first Node that runs TypeScript sources as they are. */
const accepts = (version) => {
  const [major = 0, minor = 0] = (version ?? '').replace('v', '').split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
};

/**
 * The `node` package fetches its binary in an install script, which some npm versions and settings refuse to run: then
 * it is run here.
 */
function ensureNode() {
  if (!accepts(outputOf(nodeBinary, ['--version']))) {
    step('fetching the Node that the toolchain needs', () =>
      runQuietly(process.execPath, ['installArchSpecificPackage.js'], { cwd: join(modules, 'node') }),
    );
  }
  const link = join(modules, '.bin', 'node');
  if (windows || existsSync(link)) return;
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(join('..', 'node', 'bin', 'node'), link);
}

/** The Node to run the project's scripts with. */
export function projectNode() {
  if (existsSync(nodeBinary)) return nodeBinary;
  if (accepts(process.version)) return process.execPath;
  return fail(`Node 22.18 or later is needed, and this is ${process.version}.`);
}

/** Lets WXT write the types of entry points, locales and manifest, when one of those has changed. */
export function prepareTypes() {
  const state = stateOf(['wxt.config.ts', 'package.json', 'entrypoints', 'locales', 'public']);
  if (existsSync(join(root, '.wxt', 'tsconfig.json')) && readIfThere(typesStamp) === state) return;
  say('writing the types of entry points and locales (wxt prepare)');
  runQuietly(projectNode(), [join(modules, 'wxt', 'bin', 'wxt.mjs'), 'prepare'], { cwd: root });
  writeFileSync(typesStamp, state);
}

/** Names, sizes and times of files: changes when one of them does. */
function stateOf(names) {
  const lines = names
    .flatMap((name) => filesIn(join(root, name)))
    .map((path) => {
      const { size, mtimeMs } = statSync(path);
      return `${path} ${size} ${mtimeMs}`;
    });
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesIn(join(path, name)));
}

const readIfThere = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);
