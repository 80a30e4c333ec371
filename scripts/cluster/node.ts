/** One machine of a cluster: an etcd and a Patroni, which starts PostgreSQL. */
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { start } from '../children.ts';
import { pathOf } from '../machine.ts';
import type { Network } from './network.ts';
import { processesIn, signalAllIn, signalOne } from './processes.ts';
import { etcdFlags, type NodeSettings, patroniSettings } from './settings.ts';

/** Asked for longer, a node that is cut off would hold up whoever asks. */
const ASK_MS = 2_000;

/** What Patroni says of a member of the cluster. */
interface Member {
  name: string;
  role: string;
  state: string;
  /** Bytes that it has yet to write; unknown where it does not answer. */
  lag?: number | string;
}

export class ClusterNode {
  readonly name: string;
  readonly at: number;
  readonly #settings: NodeSettings;
  readonly #network: Network;
  /** Who to run as, where we are root. */
  readonly #user: { uid: number; gid: number } | undefined;

  constructor(at: number, settings: NodeSettings, network: Network, user?: { uid: number; gid: number }) {
    this.at = at;
    this.name = settings.name;
    this.#settings = settings;
    this.#network = network;
    this.#user = user;
  }

  /** Switches the machine on. */
  start(): void {
    const { folder } = this.#settings;
    const settings = join(folder, 'patroni.yml');
    writeFileSync(settings, patroniSettings(this.#settings));
    this.#run('etcd', etcdFlags(this.#settings));
    this.#run('patroni', [settings]);
  }

  #run(program: 'etcd' | 'patroni', args: readonly string[]): void {
    const { folder } = this.#settings;
    const [path, all] = this.#asUser(pathOf(program), args);
    const child = start(...this.#network.within(this.at, path, all), { cwd: folder });
    const log = createWriteStream(join(folder, `${program}.log`), { flags: 'a' });
    for (const stream of [child.stdout, child.stderr]) stream?.pipe(log, { end: false });
    child.on('close', () => log.end());
  }

  #asUser(program: string, args: readonly string[]): [string, string[]] {
    if (!this.#user) return [program, [...args]];
    const { uid, gid } = this.#user;
    return ['setpriv', ['--reuid', String(uid), '--regid', String(gid), '--clear-groups', program, ...args]];
  }

  /** Ends all that runs on the machine, as a power cut does. */
  async killMachine(): Promise<void> {
    const { folder } = this.#settings;
    // Whoever is asked to start another process may have done so meanwhile.
    while (processesIn(folder).length > 0) {
      signalAllIn(folder, 'SIGKILL');
      await setTimeout(20);
    }
  }

  /** Ends PostgreSQL alone: its first process, which the others follow. */
  killPostgres(): void {
    const [pid] = readFileSync(join(this.#settings.folder, 'data', 'postmaster.pid'), 'utf8').split('\n');
    signalOne(Number(pid), 'SIGKILL');
  }

  /** Whether it says that it is the one to write to. */
  async isPrimary(): Promise<boolean> {
    return (await this.#ask('/primary'))?.status === 200;
  }

  /** What it knows of all members; nothing where it does not answer. */
  async members(): Promise<Member[]> {
    const answer = await this.#ask('/cluster');
    if (!answer?.ok) return [];
    return ((await answer.json()) as { members?: Member[] }).members ?? [];
  }

  async #ask(path: string): Promise<Response | undefined> {
    const { address, ports } = this.#settings;
    try {
      return await fetch(`http://${address}:${ports.rest}${path}`, { signal: AbortSignal.timeout(ASK_MS) });
    } catch (error) {
      if (error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError'))
        return undefined; // switched off, or cut off
      throw error;
    }
  }

  /** Its own PostgreSQL, whatever it is at the time. */
  urlOf(user: string, password: string, database: string): string {
    const { address, ports } = this.#settings;
    return `postgresql://${user}:${password}@${address}:${ports.postgres}/${database}`;
  }

  /** What its programs said last. */
  said(): string {
    const last = (program: string) =>
      readFileSync(join(this.#settings.folder, `${program}.log`), 'utf8')
        .split('\n')
        .slice(-15)
        .join('\n');
    return `${this.name}\n${last('patroni')}\n${last('etcd')}`;
  }
}
