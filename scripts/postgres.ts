/** A throwaway PostgreSQL server for tests and benches. */
import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { end, run, start } from './children.ts';
import { pathOf } from './machine.ts';

export interface Postgres {
  /** `postgresql://…` of its first database. */
  url: string;
  stop(): Promise<void>;
  /** Ends it as a power cut does. */
  kill9(): Promise<void>;
  /** Starts it again on what it had stored. */
  restart(): Promise<void>;
}

/** How often it is tried to start on what a killed one left: its own processes take a moment to notice. */
const RESTARTS = 100;

export async function startPostgres(): Promise<Postgres> {
  const bin = pathOf('postgres');
  const user = unprivileged();
  const folder = await mkdtemp(join(tmpdir(), 'countersign-postgres-'));
  if (user) await chown(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const made = [
    '--auth=trust',
    '--username=postgres',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
    `--pgdata=${data}`,
  ];
  const { code, said } = await run(join(bin, 'initdb'), made, { user });
  if (code !== 0) throw new Error(`initdb failed: ${said}`);
  const port = await freePort();
  // Nothing of it outlives the tests, so it need not reach the disk.
  const settings = ['fsync=off', 'max_connections=200', `unix_socket_directories=${folder}`];
  const args = ['-D', data, '-h', '127.0.0.1', '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const open = async () => {
    const server = start(join(bin, 'postgres'), args, { user });
    await ready(server);
    return server;
  };
  const close = async (signal: NodeJS.Signals) => {
    const ended = once(server, 'close');
    end(server, signal);
    await ended;
  };
  let server = await open();
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      await close('SIGQUIT');
      await rm(folder, { recursive: true, force: true });
    },
    kill9: () => close('SIGKILL'),
    async restart() {
      for (let turn = 1; ; turn++)
        try {
          server = await open();
          return;
        } catch (error) {
          if (turn === RESTARTS || !/shared memory block|lock file/.test(String(error))) throw error;
          await setTimeout(100);
        }
    },
  };
}

/** PostgreSQL refuses to run as root: then it runs as its own user, or as nobody. */
export function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const ids = ['-u', '-g'].map((flag) => idOf(flag, name));
    if (ids[0] !== undefined && ids[1] !== undefined) return { uid: ids[0], gid: ids[1] };
  }
  throw new Error('PostgreSQL cannot run as root, and there is neither a user “postgres” nor “nobody”.');
}

function idOf(flag: string, name: string): number | undefined {
  try {
    return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch (error) {
    if ((error as { status?: number }).status === 1) return undefined; // no such user
    throw error;
  }
}

/** Below those that a system gives to whoever asks for any, so that none of these is taken meanwhile, or while its server is away. */
const PORTS = [10_000, 32_000] as const;

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(...PORTS);
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    if ((error as { code?: string }).code === 'EADDRINUSE') return false;
    throw error;
  }
  server.close();
  await once(server, 'close');
  return true;
}

function ready(server: ReturnType<typeof start>): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (text) => {
      said += text;
      if (said.includes('ready to accept connections')) resolve();
    });
    server.on('close', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });
}
