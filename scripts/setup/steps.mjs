/** How the set-up speaks and runs other programs. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';

/** Something that the set-up cannot mend by itself; its message says what is missing. */
export class SetupError extends Error {}

export function fail(message) {
  throw new SetupError(message);
}

export const say = (text) => console.log(`setup: ${text}`);

/** Says what is being done, does it, and says how long it took. */
export function step(text, work) {
  say(`${text} …`);
  const startedAt = Date.now();
  const result = work();
  say(`  done in ${Math.round((Date.now() - startedAt) / 1000)} s`);
  return result;
}

/** Runs a program quietly; its output is shown only when it fails. */
export function runQuietly(program, args, { cwd, env, timeoutMs } = {}) {
  const ended = spawnSync(program, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: timeoutMs,
  });
  if (ended.status === 0) return;
  console.error(`${ended.stdout ?? ''}${ended.stderr ?? ''}${ended.error?.message ?? ''}`);
  fail(`“${program} ${args.join(' ')}” failed.`);
}

/** What a program prints, or undefined where it cannot be run. */
export function outputOf(program, args, timeoutMs = 20_000) {
  const ended = spawnSync(program, args, { encoding: 'utf8', timeout: timeoutMs, stdio: ['ignore', 'pipe', 'ignore'] });
  return ended.status === 0 ? ended.stdout.trim() : undefined;
}
