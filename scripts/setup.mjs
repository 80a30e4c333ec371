/**
 * Everything that a fresh clone lacks, for one of the commands; fast when nothing is missing.
 *
 *   node scripts/setup.mjs [demo|test|failover|nightly|bench|detection|build|dev|zip|collector] [FILE [ARGUMENTS …]]
 *
 * With FILE it goes on to run that file with the project's own Node. (A shell that has found the old `node` once looks
 * for no other in the same command line, so `setup && node FILE` would still use it on the first run.) `collector` installs
 * nothing of the extension. Plain JavaScript
 * without dependencies: on a fresh machine nothing but Node 20 may run it.
 */
import { spawn } from 'node:child_process';
import process from 'node:process';
import {
  collectorPackages,
  installFurther,
  installPackages,
  prepareTypes,
  projectNode,
  root,
} from './setup/packages.mjs';
import { findPrograms } from './setup/programs.mjs';
import { fail, SetupError } from './setup/steps.mjs';

/** What each command needs besides Node and the root's packages: packages of their own, and programs. */
const NEEDS = {
  demo: { packages: ['live'], programs: ['chromium'] },
  test: { packages: ['live'], programs: ['chromium', 'firefox', 'postgres'] },
  failover: { packages: [], programs: ['postgres', 'patroni', 'etcd', 'haproxy'] },
  nightly: {
    packages: ['live', 'stores'],
    programs: ['chromium', 'firefox', 'postgres', 'patroni', 'etcd', 'haproxy', 'pgbouncer', 'nats-server'],
  },
  bench: { packages: ['live'], programs: ['chromium', 'postgres'] },
  detection: { packages: ['detection'], programs: ['chromium'] },
  build: { packages: [], programs: [] },
  dev: { packages: [], programs: [] },
  zip: { packages: ['stores'], programs: [] },
};

const [command = 'build', file, ...rest] = process.argv.slice(2);
try {
  if (command === 'collector') startCollector();
  else prepare();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(`\nSet-up stopped: ${error.message}`);
  process.exitCode = 1;
}

function startCollector() {
  const { program, args } = collectorPackages();
  if (file) run(program, [...args, file, ...rest]);
}

function prepare() {
  if (!Object.hasOwn(NEEDS, command)) fail(`“${command}” is none of ${Object.keys(NEEDS).join(', ')}.`);
  installPackages();
  for (const name of NEEDS[command].packages) installFurther(name);
  prepareTypes();
  findPrograms(NEEDS[command].programs);
  if (file) run(projectNode(), [file, ...rest]);
}

/** Runs to the end as if it had been called itself: same streams, same signals, same exit code. */
function run(program, args) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0);
  });
}
