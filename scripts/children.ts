/** Child processes that never outlive the script that started them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { ROOT } from './machine.ts';

const alive = new Set<ChildProcess>();

function endAll(): void {
  for (const child of alive) end(child, 'SIGKILL');
}

process.on('exit', endAll);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    endAll();
    process.exit(1);
  });

/** Ends a child and whatever it started itself: browsers, workers, databases. */
export function end(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it has ended by itself
  }
}

interface ChildOptions {
  env?: NodeJS.ProcessEnv;
  /** Who to run as, where root is not wanted. */
  user?: { uid: number; gid: number } | undefined;
  /** Whether the child writes to the terminal itself. */
  show?: boolean;
  /** Where it works; in the top folder of the repository where that is not said. */
  cwd?: string;
}

/** Starts a program in a process group of its own. */
export function start(program: string, args: readonly string[], options: ChildOptions = {}): ChildProcess {
  const child = spawn(program, args, {
    cwd: options.cwd ?? ROOT,
    env: options.env ?? process.env,
    stdio: options.show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    ...options.user,
  });
  alive.add(child);
  child.on('close', () => alive.delete(child));
  return child;
}

export interface Ended {
  code: number;
  /** What it said on both streams, unless it wrote to the terminal itself. */
  said: string;
}

/** Runs a program to its end. */
export function run(program: string, args: readonly string[], options: ChildOptions = {}): Promise<Ended> {
  const child = start(program, args, options);
  let said = '';
  const hear = (text: Buffer) => {
    said += text;
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      end(child, 'SIGKILL'); // the rest of its group
      resolve({ code: code ?? 1, said });
    });
  });
}

/** Runs a package's program with this Node. */
export const runPackage = (path: string, args: readonly string[], options: ChildOptions = {}): Promise<Ended> =>
  run(process.execPath, [`${ROOT}/node_modules/${path}`, ...args], options);

/** Warnings count too, and colours are for people who look at a terminal. */
export const BIOME_CI = [
  'ci',
  '--error-on-warnings',
  '--max-diagnostics=100',
  `--colors=${process.stdout.isTTY ? 'force' : 'off'}`,
] as const;
