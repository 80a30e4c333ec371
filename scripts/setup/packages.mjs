/** Packages by their lock files, a Node that the toolchain accepts, and the types that WXT generates. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fail, outputOf, runQuietly, say, step } from './steps.mjs';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const modules = join(root, 'node_modules');
const windows = process.platform === 'win32';
const npm = windows ? 'npm.cmd' : 'npm';
const typesStamp = join(modules, '.countersign-types');

/** Packages of their own, for what few commands need. `dev` says whether development dependencies are meant too. */
const FURTHER = {
  live: {
    folder: 'test/live',
    dev: false,
    why: 'chat components and other parts that nobody here wrote, to be driven',
  },
  detection: {
    folder: 'test/live',
    dev: true,
    why: 'the large chat components (1.4 GB), which only the detection bench drives',
  },
  collector: {
    folder: 'collector/package',
    dev: false,
    why: 'what the collector is made of, and nothing of the extension',
  },
  stores: { folder: 'scripts/stores', dev: true, why: 'the checker of Mozilla’s store' },
};

/** Installs what the root's package-lock.json says, unless that is there. */
export function installPackages() {
  if (install('', true, 'what the extension, the collector and their tests are made of')) ensureNode(modules);
}

/** Installs one of the further packages, unless it is there. */
export function installFurther(name) {
  const { folder, dev, why } = FURTHER[name];
  install(folder, dev, why);
}

/**
 * How the collector's source is run: with the root's packages where they are installed, else with its own few. An old Node
 * is given one that runs it.
 */
export function collectorPackages() {
  if (isWhole('')) return { program: projectNode(), args: [] };
  const { folder, why } = FURTHER.collector;
  const old = !accepts(process.version);
  const own = join(root, folder, 'node_modules');
  if (install(folder, old, old ? `${why}, with a Node that runs it` : why) && old) ensureNode(own);
  const hook = pathToFileURL(join(root, 'scripts', 'setup', 'collector-packages.mjs')).href;
  return { program: old ? nodeIn(own) : process.execPath, args: ['--import', hook] };
}

/** Whether a folder's packages, those for development too, were installed by the lock file that is there now. */
function isWhole(folder) {
  const home = join(root, folder);
  return readIfThere(join(home, 'node_modules', '.countersign-setup')) === stampsOf(home).whole;
}

function stampsOf(home) {
  const lock = readFileSync(join(home, 'package-lock.json'), 'utf8');
  const stamp = (name) => createHash('sha256').update(`${name} ${lock}`).digest('hex');
  return { lock, whole: stamp('whole'), small: stamp('small') };
}

/** Gives whether there was anything to do. A package that was installed with its development dependencies keeps them. */
function install(folder, dev, why) {
  const home = join(root, folder);
  const stamp = join(home, 'node_modules', '.countersign-setup');
  const { lock, whole, small } = stampsOf(home);
  const stamped = readIfThere(stamp);
  if (stamped === whole || (!dev && stamped === small)) return false;
  const held = join(home, 'node_modules', '.package-lock.json');
  if (!holdsAll(JSON.parse(lock), readIfThere(held), dev)) {
    const part = dev ? [] : ['--omit=dev'];
    dropLink(join(home, 'node_modules'));
    step(`installing ${why}, by ${join(folder, 'package-lock.json')} (npm ci${dev ? '' : ' --omit=dev'})`, () =>
      runQuietly(npm, ['ci', '--no-audit', '--no-fund', ...part], { cwd: home }),
    );
  }
  writeFileSync(stamp, dev ? whole : small);
  return true;
}

/** npm empties what a link leads to, which may be the root's packages; they would be gone then. */
function dropLink(path) {
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(path);
}

/** Whether node_modules holds every package of the lock file, as npm itself noted it: nothing to do after npm install. */
function holdsAll(lock, noted, withDev) {
  if (!noted) return false;
  const held = JSON.parse(noted).packages;
  return Object.entries(lock.packages).every(
    ([path, { version, dev, optional, devOptional, link }]) =>
      path === '' ||
      link ||
      held[path]?.version === version ||
      (dev && !withDev) ||
      ((optional || devOptional) && !held[path]),
  );
}

const nodeIn = (packages) => join(packages, 'node', 'bin', windows ? 'node.exe' : 'node');
const nodeBinary = nodeIn(modules);
/** The first Node that runs TypeScript sources as they are. */
const accepts = (version) => {
  const [major = 0, minor = 0] = (version ?? '').replace('v', '').split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
};

/**
 * The `node` package fetches its binary in an install script, which some npm versions and settings refuse to run: then
 * it is run here.
 */
function ensureNode(packages) {
  if (!accepts(outputOf(nodeIn(packages), ['--version']))) {
    step('fetching the Node that the toolchain needs', () =>
      runQuietly(process.execPath, ['installArchSpecificPackage.js'], { cwd: join(packages, 'node') }),
    );
  }
  dropHeaders(packages);
  const link = join(packages, '.bin', 'node');
  if (windows || existsSync(link)) return;
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(join('..', 'node', 'bin', 'node'), link);
}

/** Node comes with 67 MB of headers for building native modules, which nothing here does. */
function dropHeaders(packages) {
  const parts = join(packages, 'node', 'node_modules');
  const brought = existsSync(parts) ? readdirSync(parts).filter((name) => name.startsWith('node-')) : [];
  for (const name of brought) rmSync(join(parts, name, 'include'), { recursive: true, force: true });
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
