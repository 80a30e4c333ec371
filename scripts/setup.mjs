/**
 * Everything that a fresh clone lacks, for one of the commands; fast when nothing is missing.
 *
 *   node scripts/setup.mjs [demo|test|bench|build|dev] [FILE [ARGUMENTS …]]
 *
 * With FILE it goes on to run that file with the project's own Node. (A shell that has found the old `node` once looks
 * for no other in the same command line, so `setup && node FILE` would still use it on the first run.) Plain JavaScript
 * without dependencies: on a fresh machine nothing but Node 20 may run it.
 */
import { spawn } from 'node:child_process';
import process from 'node:process';
import { installPackages, prepareTypes, projectNode, root } from './setup/packages.mjs';
import { findPrograms } from './setup/programs.mjs';
import { fail, SetupError } from './setup/steps.mjs';

/** Programs that each command needs besides Node. */
const NEEDS = {
  demo: ['chromium'],
  test: ['chromium', 'firefox', 'postgres'],
  bench: ['chromium', 'postgres'],
  build: [],
  dev: [],
};

const [command = 'build', file, ...rest] = process.argv.slice(2);
try {
  if (!Object.hasOwn(NEEDS, command)) fail(`“${command}” is none of ${Object.keys(NEEDS).join(', ')}.`);
  installPackages();
  prepareTypes();
  findPrograms(NEEDS[command]);
  if (file) run(projectNode(), [file, ...rest]);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(`\nSet-up stopped: ${error.message}`);
  process.exitCode = 1;
}

/** Runs to the end as if it had been called itself: same streams, same signals, same exit code. */
function run(program, args) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0);
  });
}
