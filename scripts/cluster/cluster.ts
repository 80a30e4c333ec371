/**
 * A throwaway PostgreSQL that survives the loss of a machine: three nodes, one of which is written to and one of which has all
 * that was acknowledged, under Patroni and etcd, behind HAProxy.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { chown } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { end, run, start } from '../children.ts';
import { pathOf } from '../machine.ts';
import { freePort, unprivileged } from '../postgres.ts';
import { makeNetwork, type Network } from './network.ts';
import { ClusterNode } from './node.ts';
import { signalAllIn } from './processes.ts';
import { PASSWORD, type Ports, proxySettings } from './settings.ts';

const NAMES = ['n1', 'n2', 'n3'];
/** On a busy machine a node that was killed may take a minute to be a standby again. */
const PATIENCE_MS = 240_000;
const LOOK_MS = 200;
/** Bytes that a standby may lack while others write. */
const NEARLY = 65_536;

export interface Cluster {
  nodes: readonly ClusterNode[];
  network: Network;
  /** By way of HAProxy, as collectors are given it. */
  url: string;
  /** The node that is written to, waited for; `but`: not that one, which may not know yet that it no longer is. */
  primary(but?: ClusterNode): Promise<ClusterNode>;
  /** Waits until all nodes have caught up, and one is waited for by commits. */
  whole(): Promise<void>;
  stop(): Promise<void>;
}

export async function startCluster(): Promise<Cluster> {
  const user = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'countersign-cluster-'));
  if (user) await chown(folder, user.uid, user.gid);
  const network = makeNetwork(NAMES.length, (at, signal) => signalAllIn(folderOf(at), signal));
  const folderOf = (at: number): string => join(folder, NAMES[at] ?? '');
  const remove = (): void => {
    signalAllIn(folder, 'SIGKILL');
    network.remove();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.on('exit', remove);
  const ports: Ports = {
    client: await freePort(),
    peer: await freePort(),
    rest: await freePort(),
    postgres: await freePort(),
  };
  const all = new Map(NAMES.map((name, at) => [name, network.addressOf(at)]));
  const nodes = NAMES.map((name, at) => {
    const settings = { name, address: network.addressOf(at), folder: folderOf(at), ports, all };
    return new ClusterNode(at, { ...settings, bin: pathOf('postgres') }, network, user);
  });
  for (const node of nodes) {
    const made = join(folder, node.name);
    await run('install', ['-d', ...(user ? ['-o', String(user.uid), '-g', String(user.gid)] : []), made]);
    node.start();
  }
  const port = await freePort();
  const settings = join(folder, 'haproxy.cfg');
  writeFileSync(settings, proxySettings(port, ports, all));
  const proxy = start(pathOf('haproxy'), ['-db', '-f', settings]);
  for (const stream of [proxy.stdout, proxy.stderr]) stream?.resume();
  const cluster = clusterOf(nodes, network, port, async () => {
    end(proxy, 'SIGTERM');
    for (const node of nodes) await node.killMachine();
    remove();
    process.off('exit', remove);
  });
  await cluster.whole();
  await makeDatabase(port);
  return cluster;
}

function clusterOf(nodes: readonly ClusterNode[], network: Network, port: number, stop: () => Promise<void>): Cluster {
  const primary = (but?: ClusterNode): Promise<ClusterNode> =>
    found(nodes, 'a primary', async () => {
      for (const node of nodes) if (node !== but && (await node.isPrimary())) return node;
      return undefined;
    });
  const isWhole = async (): Promise<true | undefined> => {
    const members = (await Promise.all(nodes.map((node) => node.members()))).find(({ length }) => length > 0) ?? [];
    const caughtUp = members.filter(
      ({ role, state, lag }) => role === 'leader' || (FOLLOWS.has(state) && Number(lag) < NEARLY),
    );
    const leads = members.some(({ role, state }) => role === 'leader' && state === 'running');
    const waitedFor = members.some(({ role }) => role === 'sync_standby');
    return leads && waitedFor && caughtUp.length === nodes.length ? true : undefined;
  };
  return {
    nodes,
    network,
    url: `postgresql://countersign:${PASSWORD}@127.0.0.1:${port}/countersign`,
    primary,
    whole: async () => {
      await found(nodes, 'a whole cluster', isWhole);
    },
    stop,
  };
}

/** Patroni says “running” of standbys up to version 3.0, then “streaming”. */
const FOLLOWS: ReadonlySet<string> = new Set(['running', 'streaming']);

/** Looks again and again. */
async function found<T>(nodes: readonly ClusterNode[], what: string, look: () => Promise<T | undefined>): Promise<T> {
  const endsAt = Date.now() + PATIENCE_MS;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > endsAt)
      throw new Error(`There was not ${what} in time.\n${nodes.map((node) => node.said()).join('\n')}`);
    await setTimeout(LOOK_MS);
  }
}

/** As an administrator does once: a user and a database for the collectors. */
async function makeDatabase(port: number): Promise<void> {
  const client = new pg.Client({ connectionString: `postgresql://postgres:${PASSWORD}@127.0.0.1:${port}/postgres` });
  await client.connect();
  try {
    await client.query(`create role countersign login password '${PASSWORD}'`);
    await client.query(`create database countersign owner countersign encoding 'UTF8' template template0`);
  } finally {
    await client.end();
  }
}
