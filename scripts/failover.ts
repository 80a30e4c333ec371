/**
 * `npm run test:failover`: PostgreSQL with standbys under Patroni, etcd and HAProxy, whose primary is killed (SIGKILL) and cut off
 * again and again while browsers' engines send through two collectors, which are killed too. Says how long writes stood still,
 * and what is there in the end. Its last line says whether anything was lost, double or changed.
 *
 *   npm run test:failover -- --kills 1 --cuts 0    a short one
 */
import 'fake-indexeddb/auto';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ReportingBrowser } from '../test/failover/browser.ts';
import { command, Supervised, tokenOf } from '../test/failover/collectors.ts';
import { gapsOf, listenersBeyond, lostOf, movedOf, otherwiseIn, readTeam, sameOnAll } from '../test/failover/counts.ts';
import { Probe } from '../test/failover/probe.ts';
import { kill, type Place, part, type Told } from '../test/failover/story.ts';
import { type Cluster, startCluster } from './cluster/cluster.ts';
import { freePort } from './postgres.ts';

const NAMES = ['anna', 'bruno', 'carla', 'dario'];
/** Between two blows people work for a while. */
const CALM_MS = 3_000;
/** Every so many kills, a collector is killed at the same moment. */
const WITH_COLLECTOR = 3;

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '10' }, cuts: { type: 'string', default: '2' } },
});
// The engine says so each time that a stream ends; here they end by the dozen.
console.debug = () => undefined;
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
const startedAt = Date.now();
const cluster = await startCluster();
console.log(`Three nodes are up after ${seconds(Date.now() - startedAt)} (${cluster.network.kind}).`);
const wrong = await test(cluster);
await cluster.stop();
console.log(`All of it took ${seconds(Date.now() - startedAt)}.`);
console.log(wrong.length === 0 ? '0 lost, 0 double, nothing changed' : `FAILED: ${wrong.join('; ')}`);
process.exit(wrong.length === 0 ? 0 : 1);

async function test({ url }: Cluster): Promise<string[]> {
  const collectors = [new Supervised(await freePort(), url), new Supervised(await freePort(), url)];
  const tokens = new Map<string, string>();
  for (const name of [...NAMES, 'probe'])
    tokens.set(name, await tokenOf(url, name === 'probe' ? 'probe' : 'acme', name));
  const token = (name: string) => tokens.get(name) ?? '';
  await Promise.all(collectors.map((collector) => collector.start()));
  const addresses = collectors.map((collector) => collector.url);
  const browsers = NAMES.map(
    (name, at) => new ReportingBrowser(name, addresses[at % addresses.length] ?? '', token(name)),
  );
  const probe = new Probe(addresses, token('probe'));
  const work = Promise.all([probe.work(), ...browsers.map((browser) => browser.work())]);
  await Promise.race([work, befall({ cluster, collectors, probe })]);
  for (const worker of [probe, ...browsers]) worker.stop();
  await work;
  const count = browsers.reduce((sum, { said }) => sum + said.length, 0);
  await Promise.all(browsers.map((browser) => browser.settle(count)));
  const wrong = await countAll(addresses, token, browsers, probe);
  await Promise.all(collectors.map((collector) => collector.stop()));
  await Promise.all(browsers.map((browser) => browser.close()));
  return wrong;
}

/** All kills, with the cuts among them. */
async function befall(place: Place): Promise<void> {
  const [kills, cuts] = [Number(values.kills), Number(values.cuts)];
  const all: Told[] = [];
  const after = async (told: Promise<Told>) => {
    const { what, stoodStill, streamsBack } = await told;
    all.push(await told);
    console.log(`${what}; no write for ${seconds(stoodStill)}, streams back after ${seconds(streamsBack)}`);
    await setTimeout(CALM_MS);
  };
  for (let at = 0; at < Math.max(kills, cuts); at++) {
    const collector = at % WITH_COLLECTOR === 1 ? at % place.collectors.length : undefined;
    if (at < kills) await after(kill(place, at % 2 === 0, collector));
    if (at < cuts) await after(part(place, at % 2 === 1));
  }
  const still = all.map(({ stoodStill }) => stoodStill).sort((a, b) => a - b);
  const middle = still[still.length >> 1] ?? 0;
  console.log(
    `Writes stood still ${all.length} times: ${seconds(middle)} in the middle, ${seconds(still.at(-1) ?? 0)} at most.`,
  );
}

async function countAll(
  addresses: readonly string[],
  token: (name: string) => string,
  browsers: readonly ReportingBrowser[],
  probe: Probe,
): Promise<string[]> {
  const address = addresses[1] ?? '';
  const [acme, probed] = [await readTeam(address, token('anna')), await readTeam(address, token('probe'))];
  const said = browsers.flatMap((browser) => browser.said);
  const otherwise = await Promise.all(browsers.map((browser) => otherwiseIn(browser, acme)));
  const { code, said: verified } = await command(cluster.url, 'verify');
  console.log(verified.trimEnd());
  const counts: Record<string, number> = {
    lost: lostOf(said, acme) + lostOf(probe.acknowledged.keys(), probed),
    double: acme.double + probed.double,
    'that nobody sent': acme.sequences.size - said.length + probed.sequences.size - probe.acknowledged.size,
    'gaps in the order': gapsOf(acme) + gapsOf(probed),
    'acknowledged under another number': movedOf(probe, probed),
    'other in a browser': otherwise.reduce((sum, each) => sum + each, 0),
    'nodes that differ': (await sameOnAll(cluster)) ? 0 : 1,
    'findings of verify': code,
    'connections left behind': await listenersBeyond(cluster.url, addresses.length),
  };
  console.log(`${said.length} events of ${browsers.length} browsers, ${probe.acknowledged.size} of the probe:`);
  for (const [what, count] of Object.entries(counts)) console.log(`  ${count} ${what}`);
  return Object.entries(counts).flatMap(([what, count]) => (count === 0 ? [] : `${count} ${what}`));
}
