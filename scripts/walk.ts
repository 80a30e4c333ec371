/**
 * `npm run walk`: five people's first ten minutes, step by step, on a real collector and real chat components. Each step leaves a
 * picture, and fails where its screen does not say what to do next, or is not well made. Ends with 1 where one did.
 */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startLive } from '../test/live/server.ts';
import { buildAll } from './builds.ts';
import { ROOT } from './machine.ts';
import { freePort } from './postgres.ts';
import { type Office, setsUp } from './walk/admin.ts';
import { Album } from './walk/album.ts';
import { decides } from './walk/lead.ts';
import { readsOn } from './walk/newcomer.ts';
import { wordsOfOurs } from './walk/ours.ts';
import { type Chat, hearsBack, reports } from './walk/reporter.ts';
import { Somebody } from './walk/somebody.ts';

const FOLDER = join(ROOT, '.countersign', 'walk');
const startedAt = Date.now();
const failures = await buildAll(['chrome-mv3-test']);
if (failures.length > 0) throw new Error(failures.join('\n'));
await rm(FOLDER, { recursive: true, force: true });
const server = join(FOLDER, 'server');
await mkdir(server, { recursive: true });

const album = new Album(FOLDER);
const ours = wordsOfOurs(await readFile(join(ROOT, 'docs/architecture.md'), 'utf8'));
const live = await startLive({ paceMs: 6 });
const there: Somebody[] = [];
const arrives = async (...[walk, looks]: [string, Parameters<typeof Somebody.arrives>[3]?]) => {
  const who = await Somebody.arrives(walk, album, ours, looks);
  there.push(who);
  console.log(`${walk} (${seconds()} s)`);
  return who;
};
const seconds = () => ((Date.now() - startedAt) / 1_000).toFixed(1);
const quote: Chat = { live, kind: 'deep-chat', theme: 'light', answer: 'en-quote' };
const vat: Chat = { live, kind: 'n8n-chat', theme: 'dark', answer: 'it-iva' };

let office: Office | undefined;
let stopped: unknown;
try {
  await play();
} catch (error) {
  stopped = error;
  console.error(error);
  for (const who of there) await who.lastLook();
} finally {
  await Promise.allSettled(there.map((who) => who.leaves()));
  await office?.close();
  await live.close();
  await rm(server, { recursive: true, force: true, maxRetries: 5 });
}
const index = await album.bind();
console.log(`\n${album.count} steps: ${index}`);
for (const fault of album.faults) console.log(`NOT WELL  ${fault}`);
if (!stopped && album.faults.length === 0) console.log('Every step says what to do next.');
console.log(`All in all: ${seconds()} s`);
process.exit(stopped || album.faults.length > 0 ? 1 : 0);

/** In the order in which a company comes to it: what an admin hands over the others need. */
async function play(): Promise<void> {
  const admin = await arrives('admin');
  await readsOn(admin.lends('newcomer'));
  office = await setsUp(admin, server, await freePort());
  const { address, tokens } = office;
  const emma = await arrives('reporter');
  const english = await reports(emma, quote, address, tokens.Emma ?? '');
  const marta = await arrives('reporter-it', { language: 'it', colorScheme: 'dark' });
  const italian = await reports(marta, vat, address, tokens.Marta ?? '');
  await decides(await arrives('lead'), address, tokens.Luca ?? '');
  await hearsBack(emma, english, 'agreed');
  await hearsBack(marta, italian, 'declined');
}
