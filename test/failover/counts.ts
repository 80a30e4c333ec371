/** What is there in the end: nothing lost, nothing double, one order, the same on every node and in every browser. */
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import type { Cluster } from '../../scripts/cluster/cluster.ts';
import { PASSWORD } from '../../scripts/cluster/settings.ts';
import type { ReportingBrowser } from './browser.ts';
import type { Probe } from './probe.ts';

/** A team's log as a new reader gets it. */
interface TeamLog {
  /** Keys with their numbers, in order; one that is there twice counts in `double`. */
  sequences: Map<string, string>;
  double: number;
}

interface Page {
  events: { source: string; id: string; sequence: string }[];
  next: string;
  more: boolean;
}

export async function readTeam(address: string, token: string): Promise<TeamLog> {
  const log: TeamLog = { sequences: new Map(), double: 0 };
  for (let after = '0', more = true; more; ) {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${address}/v1/events?after=${after}&limit=1000`, { headers });
    const page = (await response.json()) as Page;
    for (const { source, id, sequence } of page.events) {
      const key = `${source}|${id}`;
      if (log.sequences.has(key)) log.double++;
      log.sequences.set(key, sequence);
    }
    ({ next: after, more } = page);
  }
  return log;
}

/** Of what was sent: how much is not there. */
export const lostOf = (sent: Iterable<string>, { sequences }: TeamLog): number =>
  [...sent].filter((key) => !sequences.has(key)).length;

/** Numbers that are missing or out of order. */
export const gapsOf = ({ sequences }: TeamLog): number =>
  [...sequences.values()].filter((sequence, at) => Number(sequence) !== at + 1).length;

/** Acknowledgements of the probe that name another number than the log has. */
export const movedOf = (probe: Probe, { sequences }: TeamLog): number =>
  [...probe.acknowledged].filter(([key, { sequence }]) => sequences.get(key) !== sequence).length;

/** Events that a browser holds otherwise than the log does. */
export async function otherwiseIn(browser: ReportingBrowser, { sequences }: TeamLog): Promise<number> {
  const held = await browser.held();
  const wrong = [...held].filter(([key, sequence]) => sequences.get(key) !== sequence).length;
  return wrong + [...sequences.keys()].filter((key) => !held.has(key)).length;
}

/** Connections that listen, beyond one for each collector. */
export async function listenersBeyond(url: string, collectors: number): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select 1 from pg_stat_activity where application_name = 'countersign-collector live'`,
    );
    return rows.length - collectors;
  } finally {
    await client.end();
  }
}

const SUM = `select team, count(*)::integer as rows, md5(string_agg(link, ',' order by sequence)) as links
  from events group by team order by team`;

/** Whether each node has the same logs, standbys too, once they have caught up. */
export async function sameOnAll({ nodes, whole }: Cluster): Promise<boolean> {
  await whole();
  for (let turn = 0; turn < 100; turn++) {
    const sums = await Promise.all(nodes.map((node) => sumAt(node.urlOf('countersign', PASSWORD, 'countersign'))));
    if (new Set(sums).size === 1) return true;
    await setTimeout(200);
  }
  return false;
}

async function sumAt(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return JSON.stringify((await client.query(SUM)).rows);
  } finally {
    await client.end();
  }
}
