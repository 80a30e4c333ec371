/** Collectors as a machine runs them: each is started again when it ends, until it is told to stop. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Ended, end, run, start } from '../../scripts/children.ts';
import { ROOT } from '../../scripts/machine.ts';

const MAIN = join(ROOT, 'collector', 'main.ts');
/** As `RestartSec` of the unit that `init` writes. */
const AGAIN_MS = 2_000;

const environment = (url: string) => ({ ...process.env, DATABASE_URL: url });

/** Runs a command on a database. */
export const command = (url: string, ...args: string[]): Promise<Ended> =>
  run(process.execPath, [MAIN, ...args], { env: environment(url) });

export async function tokenOf(url: string, team: string, subject: string): Promise<string> {
  const who = ['--team', team, '--subject', subject, '--role', 'reporter'];
  const { code, said } = await command(url, 'token', 'create', ...who);
  const token = said.trimEnd().split('\n').at(-1);
  if (code !== 0 || !token) throw new Error(`No token for ${subject}: ${said}`);
  return token;
}

export class Supervised {
  readonly url: string;
  readonly #port: number;
  readonly #database: string;
  readonly #further: readonly string[];
  #child: ChildProcess | undefined;
  #stopped = false;
  /** How often it was started. */
  starts = 0;

  constructor(port: number, database: string, further: readonly string[] = []) {
    this.url = `http://127.0.0.1:${port}`;
    this.#port = port;
    this.#database = database;
    this.#further = further;
  }

  /** Starts it, and resolves once it listens. */
  start(): Promise<void> {
    return new Promise((ready) => {
      this.#keepUp(ready);
    });
  }

  #keepUp(ready: () => void): void {
    const args = [MAIN, 'serve', '--quiet', '--port', String(this.#port), ...this.#further];
    const child = start(process.execPath, args, { env: environment(this.#database) });
    this.#child = child;
    this.starts++;
    child.stdout?.on('data', (text) => {
      if (String(text).includes('listening on')) ready();
    });
    child.stderr?.resume();
    child.on('close', async () => {
      if (this.#stopped) return;
      await setTimeout(AGAIN_MS);
      if (!this.#stopped) this.#keepUp(ready);
    });
  }

  kill9(): void {
    if (this.#child) end(this.#child, 'SIGKILL');
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'close');
    end(child, 'SIGTERM');
    await ended;
  }
}
