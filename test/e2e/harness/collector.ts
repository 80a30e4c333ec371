/** The real collector as a process of its own, to be stopped, killed and started again on the same records. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCommand } from '../../../collector/cli/arguments.ts';
import { runCommand } from '../../../collector/cli/commands.ts';
import type { Role } from '../../../lib/domain/codes.ts';
import { collectorProgram } from '../../../scripts/machine.ts';
import { freePort } from '../../../scripts/postgres.ts';
import { freshPostgres } from '../../unit/collector/databases.ts';

interface CollectorOptions {
  /** A folder for the embedded database that outlives the collector; a fresh one, removed at the end, if none. */
  dataDir?: string;
  /** On the embedded database, which takes seconds to be made: where the test is about what it keeps. */
  embedded?: boolean;
  /** Address of a PostgreSQL database to use. */
  postgres?: string;
  /** The port to listen on, where its address has to be known before it runs; any free one if none. */
  port?: number;
  /** It signs rules by keys of its own, as an embedded one does: on a server's database rules that nobody signed are not handed out. */
  keys?: boolean;
  /** Further options of `serve`. */
  serve?: readonly string[];
}

/**
 * A collector that is not running yet: on a database of its own in the PostgreSQL of `npm test`, and embedded where there is
 * none or the test asks for it.
 */
export async function makeCollector(options: CollectorOptions = {}): Promise<Collector> {
  const { dataDir, embedded, postgres, port = await freePort() } = options;
  const isOnServer = !(dataDir || embedded || postgres) && process.env.COUNTERSIGN_TEST_POSTGRES;
  const fresh = isOnServer ? await freshPostgres() : undefined;
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'countersign-collector-')));
  return new Collector(folder, { ...options, port, ...(fresh ? { postgres: fresh.place.url } : {}) }, fresh?.drop);
}

/** A running collector. */
export async function startCollector(options: CollectorOptions = {}): Promise<Collector> {
  const collector = await makeCollector(options);
  await collector.start();
  return collector;
}

export class Collector {
  readonly dataDir: string;
  readonly #postgres: string | undefined;
  readonly #removable: boolean;
  readonly #drop: (() => Promise<void>) | undefined;
  /** Every start is at this one, since browsers know the address by then. */
  readonly #port: number;
  readonly #serve: readonly string[];
  #child: ChildProcess | undefined;

  constructor(
    dataDir: string,
    { dataDir: given, postgres, port, keys, serve = [] }: CollectorOptions & { port: number },
    drop?: () => Promise<void>,
  ) {
    this.#drop = drop;
    this.dataDir = dataDir;
    this.#postgres = postgres;
    this.#removable = given === undefined;
    this.#port = port;
    this.#serve = keys && postgres ? [...serve, '--keys', join(dataDir, 'keys')] : serve;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /**
   * Makes a token with the command that admins use, in this process, which takes a fraction of one of its own. The embedded
   * database has room for one: a running collector is stopped meanwhile, so it is quicker to make tokens before `start()`.
   */
  async createToken(team: string, subject: string, role: Role, name?: string): Promise<string> {
    const running = this.#child !== undefined && !this.#postgres;
    if (running) await this.stop();
    const token = await this.#makeToken(team, subject, role, name);
    if (running) await this.start();
    return token;
  }

  async #makeToken(team: string, subject: string, role: Role, name?: string): Promise<string> {
    const who = ['--team', team, '--subject', subject, '--role', role, ...(name ? ['--name', name] : [])];
    const token = (await this.command('token', 'create', ...who)).trimEnd().split('\n').at(-1);
    if (!token) throw new Error('The collector made no token.');
    return token;
  }

  /** Runs an admin's command on its records, in this process, and gives back what it said. The embedded database must not be open. */
  async command(...argv: string[]): Promise<string> {
    let said = '';
    const surroundings = {
      out: (text: string) => {
        said += text;
      },
      err: () => undefined,
      stop: new AbortController().signal,
    };
    await runCommand(readCommand([...argv, ...this.#place], this.#env), surroundings);
    return said;
  }

  async start(): Promise<void> {
    if (this.#child) throw new Error('The collector runs already.');
    const child = this.#run(['serve', '--quiet', '--port', String(this.#port), ...this.#serve]);
    this.#child = child;
    await listening(child);
  }

  /** Ends it as a power cut does. */
  kill9(): Promise<void> {
    return this.#end('SIGKILL');
  }

  /** Ends it as an admin does. */
  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  /** Ends it and removes its records, if their folder was made for it. */
  async remove(): Promise<void> {
    await this.stop();
    await this.#drop?.();
    if (this.#removable) await rm(this.dataDir, { recursive: true, force: true });
  }

  /** Checks the logs with the command that admins use: its code (0: nothing is wrong) and what it said. Not while it runs. */
  async verify(): Promise<{ code: number | null; said: string }> {
    const child = this.#run(['verify']);
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text) => {
        said += text;
      });
    const [code] = await once(child, 'close');
    return { code, said };
  }

  /** A request with a token; the reply's status and parsed body. */
  async ask(token: string, path: string, init: RequestInit = {}): Promise<{ status: number; body: unknown }> {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...init.headers };
    const response = await fetch(`${this.url}${path}`, { ...init, headers });
    return { status: response.status, body: await response.json() };
  }

  /** Where its records are, as every command is told. */
  get #place(): string[] {
    return this.#postgres ? [] : ['--data', join(this.dataDir, 'records')];
  }
  get #env(): Record<string, string> {
    return this.#postgres ? { DATABASE_URL: this.#postgres } : {};
  }

  #run(args: string[]): ChildProcess {
    const { DATABASE_URL, ...inherited } = process.env;
    const env = { ...inherited, ...this.#env };
    return spawn(process.execPath, [collectorProgram(), ...args, ...this.#place], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}

/** Waits until the collector says that it listens. Rejects, with its own words, if it ends before. */
function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let out = '';
    let err = '';
    child.stdout?.on('data', (text) => {
      out += text;
      if (/listening on http:\S+/.test(out)) resolve();
    });
    child.stderr?.on('data', (text) => {
      err += text;
    });
    child.on('exit', (code) => reject(new Error(`The collector ended with ${code}: ${err}`)));
  });
}
