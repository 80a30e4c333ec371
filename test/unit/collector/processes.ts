/** The collector as its admins run it: a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readCommand } from '../../../collector/cli/arguments.ts';
import { runCommand } from '../../../collector/cli/commands.ts';
import { CommandRefusal } from '../../../collector/cli/refusal.ts';
import type { DatabasePlace } from '../../../collector/database/open.ts';
import { collectorProgram } from '../../../scripts/machine.ts';

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Starts the collector's program. `ended` resolves once the process and its output are through. */
export function start(args: readonly string[], env: Record<string, string> = {}) {
  const { DATABASE_URL, ...inherited } = process.env;
  return startProgram(process.execPath, [BRIEFLY, collectorProgram(), ...args], { ...inherited, ...env });
}

/**
 * None of them lives long enough to earn back what it costs to compile the embedded database a second time, for speed: two fifths
 * of what a command takes. What runs is the same.
 */
const BRIEFLY = '--liftoff-only';

/** Where Node keeps what it compiled, so that a collector starts in a third of the time. */
const { NODE_COMPILE_CACHE } = process.env;

/** Starts any program, with this environment and no other. */
export function startProgram(program: string, args: readonly string[], env: Record<string, string | undefined>) {
  const child = spawn(program, args, { env: { NODE_COMPILE_CACHE, ...env } });
  // A test that fails halfway leaves no process behind; of one that has ended this does nothing.
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const ended = once(child, 'close').then(([code]): Ended => ({ code, ...said }));
  return { child, ended, said };
}

/** Runs a command to its end. */
export const run = (args: readonly string[], env: Record<string, string> = {}): Promise<Ended> =>
  start(args, env).ended;

/** As `run`, in this process: the same program without the seconds that a new one takes to start. */
export async function runHere(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const said = { out: '', err: '' };
  const surroundings = {
    out: (text: string) => {
      said.out += text;
    },
    err: (text: string) => {
      said.err += text;
    },
    stop: new AbortController().signal,
  };
  try {
    await runCommand(readCommand(args, env), surroundings);
    return { code: 0, ...said };
  } catch (error) {
    if (!(error instanceof CommandRefusal)) throw error;
    return { code: error.exitCode, out: said.out, err: `${said.err}${error.message}\n` };
  }
}

export interface Serving {
  url: string;
  child: ChildProcess;
  ended: Promise<Ended>;
  /** What it has said so far. */
  said: { out: string; err: string };
}

/** Starts `serve` and waits for the line that says it is ready. */
export const serve = (args: readonly string[], env: Record<string, string> = {}): Promise<Serving> =>
  startServing(['serve', '--port', '0', ...args], env);

/** As `serve`, with these arguments alone. */
export async function startServing(args: readonly string[], env: Record<string, string> = {}): Promise<Serving> {
  const { child, ended, said } = start(args, env);
  const ready = new Promise<string>((resolve) => {
    child.stdout.on('data', () => {
      const url = /^Countersign collector listening on (https?:\/\/\S+)\n/.exec(said.out)?.[1];
      if (url) resolve(url);
    });
  });
  const url = await Promise.race([ready, ended]);
  if (typeof url !== 'string') throw new Error(`The collector ended with ${url.code}: ${url.err}`);
  return { url, child, ended, said };
}

/** Arguments and environment that make the command line use a place. */
export function options(place: DatabasePlace): { args: string[]; env: Record<string, string> } {
  if (place.kind === 'postgres') return { args: [], env: { DATABASE_URL: place.url } };
  if (place.kind === 'directory') return { args: ['--data', place.path], env: {} };
  throw new Error('A process cannot share memory with its tests.');
}

/** A directory of its own, and what takes it away. */
export async function freshDirectory() {
  const parent = await mkdtemp(join(tmpdir(), 'countersign-collector-'));
  const place = { kind: 'directory' as const, path: join(parent, 'records') };
  return { place, drop: () => rm(parent, { recursive: true, force: true }) };
}

/** The token that `token create` prints. */
export async function tokenFor(
  place: DatabasePlace,
  subject = 'ada',
  role = 'reporter',
  team = 'acme',
): Promise<string> {
  const { args, env } = options(place);
  const who = ['--team', team, '--subject', subject, '--role', role];
  const { code, out, err } = await runHere(['token', 'create', ...who, ...args], env);
  if (code !== 0) throw new Error(err);
  return out.trimEnd().split('\n').at(-1) ?? '';
}
