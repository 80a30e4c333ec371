/** Browsers and database server: found, or installed where that is possible, and noted for the other scripts. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { projectNode, root } from './packages.mjs';
import { fail, outputOf, runQuietly, say, step } from './steps.mjs';

const notes = join(root, 'node_modules', '.countersign-setup.json');
/** The first Firefox that the manifest of the extension accepts. */
const FIREFOX_MIN = 142;

const PROGRAMS = {
  chromium: {
    variable: 'COUNTERSIGN_CHROMIUM',
    find: findChromium,
    packages: ['chromium', 'fonts-liberation', 'fonts-noto-color-emoji'],
    missing: 'a Chromium (Google Chrome loads no unpacked extensions any more)',
  },
  firefox: {
    variable: 'COUNTERSIGN_FIREFOX',
    find: findFirefox,
    packages: ['firefox-esr'],
    missing: `a Firefox of version ${FIREFOX_MIN} or later`,
  },
  postgres: {
    variable: 'COUNTERSIGN_POSTGRES_BIN',
    find: findPostgres,
    packages: ['postgresql'],
    missing: 'the PostgreSQL server (folder with `initdb` and `postgres`)',
  },
  patroni: server('patroni', ['patroni', 'python3-etcd']),
  etcd: server('etcd', ['etcd-server']),
  haproxy: server('haproxy', ['haproxy']),
  pgbouncer: server('pgbouncer', ['pgbouncer']),
  'nats-server': server('nats-server', ['nats-server']),
};

/** A server that is one program, which Debian keeps where administrators look. */
function server(name, packages) {
  return {
    variable: `COUNTERSIGN_${name.toUpperCase().replace('-', '_')}`,
    find: () => [...onPath(name), join('/usr/sbin', name)].find((path) => existsSync(path)),
    packages,
    missing: `the program \`${name}\``,
  };
}

/** Finds each program, installs those that are missing in one go, and writes down where they are. */
export function findPrograms(names) {
  const noted = existsSync(notes) ? JSON.parse(readFileSync(notes, 'utf8')) : {};
  const found = Object.fromEntries(names.map((name) => [name, locate(name, noted[name])]));
  let missing = names.filter((name) => !found[name]);
  if (missing.includes('chromium')) found.chromium = playwrightInstall();
  missing = names.filter((name) => !found[name]);
  if (missing.length > 0) {
    aptInstall(missing);
    for (const name of missing) found[name] = PROGRAMS[name].find();
  }
  const lacking = names.filter((name) => !found[name]);
  if (lacking.length > 0) fail(`missing: ${lacking.map(howToGive).join('; ')}.`);
  for (const name of names) if (noted[name] !== found[name]) say(`${name}: ${found[name]}`);
  if (names.some((name) => noted[name] !== found[name])) writeFileSync(notes, JSON.stringify({ ...noted, ...found }));
}

function locate(name, noted) {
  const { variable, find } = PROGRAMS[name];
  const given = process.env[variable];
  if (given && !existsSync(given)) fail(`${variable} names ${given}, which is not there.`);
  return given || (noted && existsSync(noted) ? noted : find());
}

const howToGive = (name) => `${PROGRAMS[name].missing}: install one, or name it in ${PROGRAMS[name].variable}`;

function findChromium() {
  const isOne = (path) => /Chromium|for Testing/.test(outputOf(path, ['--version']) ?? '');
  const own = playwrightChromium();
  return [...onPath('chromium'), ...onPath('chromium-browser'), ...(own ? [own] : [])].find(isOne);
}

/** Where Playwright keeps its Chromium, if it has one here. */
function playwrightChromium() {
  const { chromium } = createRequire(join(root, 'package.json'))('playwright-core');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

/** Downloads take as long as they take, but one that says nothing for a while has no way out of this network. */
function playwrightInstall() {
  say('no Chromium here: asking Playwright to download one …');
  const cli = join(root, 'node_modules', 'playwright-core', 'cli.js');
  const watch = join(root, 'scripts', 'setup', 'stall.mjs');
  const ended = spawnSync(projectNode(), [watch, '20000', projectNode(), cli, 'install', 'chromium'], {
    stdio: 'ignore',
  });
  const path = ended.status === 0 ? playwrightChromium() : undefined;
  if (!path || !outputOf(path, ['--version'])) say('  it cannot');
  return path && outputOf(path, ['--version']) ? path : undefined;
}

function findFirefox() {
  const applications = ['/Applications/Firefox.app/Contents/MacOS/firefox'].filter((path) => existsSync(path));
  return [...onPath('firefox-esr'), ...onPath('firefox'), ...applications].find((path) => {
    const version = /Firefox (\d+)/.exec(outputOf(path, ['--version']) ?? '')?.[1];
    return Number(version) >= FIREFOX_MIN;
  });
}

function findPostgres() {
  const debian = '/usr/lib/postgresql';
  const newestFirst = (a, b) => Number(b) - Number(a);
  const versions = existsSync(debian) ? readdirSync(debian).sort(newestFirst) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...pathFolders()];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

function aptInstall(names) {
  const debian = existsSync('/etc/debian_version') && onPath('apt-get').length > 0;
  if (!debian || process.getuid?.() !== 0) return;
  const packages = names.flatMap((name) => PROGRAMS[name].packages);
  // In run level 1 Debian starts no server that it installs: ours are started by the tests, on ports of their own.
  const env = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const lock = ['-o', 'DPkg::Lock::Timeout=120'];
  step('refreshing the list of Debian packages (apt-get update)', () =>
    runQuietly('apt-get', [...lock, 'update'], { env }),
  );
  step(`installing ${packages.join(', ')} (apt-get install)`, () =>
    runQuietly('apt-get', [...lock, 'install', '-y', '--no-install-recommends', ...packages], { env }),
  );
}

const pathFolders = () => (process.env.PATH ?? '').split(delimiter).filter(Boolean);

function onPath(name) {
  return pathFolders()
    .map((folder) => join(folder, name))
    .filter((path) => existsSync(path));
}
