/** What befalls the cluster and the collectors, one after the other, while browsers work; and what is there in the end. */
import { setTimeout } from 'node:timers/promises';
import type { Cluster } from '../../scripts/cluster/cluster.ts';
import type { Supervised } from './collectors.ts';
import type { Probe } from './probe.ts';

/** For writes to go on and for streams to come back; a failover takes half a minute. */
const PATIENCE_MS = 180_000;
/** Longer than what a primary that is not heard of stays one: then it has given up by itself. */
const CUT_MS = 40_000;

export interface Place {
  cluster: Cluster;
  collectors: readonly Supervised[];
  probe: Probe;
}

export interface Told {
  what: string;
  /** Milliseconds without an acknowledged write. */
  stoodStill: number;
  /** Milliseconds until every stream told of what another collector wrote. */
  streamsBack: number;
}

/** Kills the primary: all of its machine, or PostgreSQL alone. With `collector` that one is killed at the same moment. */
export async function kill(place: Place, machine: boolean, collector?: number): Promise<Told> {
  const { cluster, collectors } = place;
  await cluster.whole();
  const victim = await cluster.primary();
  const since = Date.now();
  if (collector !== undefined) collectors[collector]?.kill9();
  if (machine) await victim.killMachine();
  else victim.killPostgres();
  const next = await cluster.primary(victim);
  const told = await goesOn(place, since);
  if (machine) victim.start();
  const also = collector === undefined ? '' : `, and collector ${collector + 1}`;
  return { what: `${victim.name}: ${machine ? 'machine' : 'PostgreSQL'} killed${also}; now ${next.name}`, ...told };
}

/** Cuts the primary off: from the other nodes only, or from everybody. */
export async function part(place: Place, everybody: boolean): Promise<Told> {
  const { cluster } = place;
  await cluster.whole();
  const victim = await cluster.primary();
  const since = Date.now();
  if (everybody) cluster.network.cutOff(victim.at);
  else cluster.network.cutFromNodes(victim.at);
  const next = await cluster.primary(victim);
  const told = await goesOn(place, since);
  await setTimeout(Math.max(0, since + CUT_MS - Date.now()));
  const two = await victim.isPrimary();
  cluster.network.mend(victim.at);
  if (two) throw new Error(`${victim.name} still says that it is the primary, beside ${next.name}.`);
  const from = everybody ? 'everybody' : 'the other nodes';
  return { what: `${victim.name}: cut off from ${from} for ${CUT_MS / 1_000} s; now ${next.name}`, ...told };
}

/** Called once there is another primary: what is acknowledged from then on is on it. */
async function goesOn({ probe }: Place, since: number): Promise<Omit<Told, 'what'>> {
  const promoted = Date.now();
  await until('writes to go on', () => probe.acknowledgedSince(promoted));
  const stoodStill = probe.stoodStillSince(since);
  await until('streams to come back', () => probe.heardOfOthersSince(promoted));
  return { stoodStill, streamsBack: Date.now() - since };
}

async function until(what: string, holds: () => boolean): Promise<void> {
  const endsAt = Date.now() + PATIENCE_MS;
  while (!holds()) {
    if (Date.now() > endsAt) throw new Error(`Waited in vain for ${what}.`);
    await setTimeout(50);
  }
}
