/** What `scripts/setup.mjs` found on this machine. */
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** The top folder of the repository. */
export const ROOT = join(import.meta.dirname, '..');

/**
 * How many browsers, or files of unit tests, run at a time: one for each core, and `COUNTERSIGN_WORKERS` where the
 * starter has looked how busy the machine is (`npm test` does).
 */
export const workersHere = (): number => Number(process.env.COUNTERSIGN_WORKERS) || availableParallelism();

/** For how long is looked how busy the machine is, each time. */
const LOOKING_MS = 1_000;

/**
 * How often at most. What the stage before left behind (a database that writes, browsers that end) is over soon, and one look
 * that fell into it gave the longest stage half of its browsers: 800 s with a third of the cores' time unused, where 600 are
 * enough. A process that stays is seen by every look.
 */
const LOOKS = 5;

/** With so much of the cores idle, nothing else is at work. */
const QUIET_SHARE = 0.9;

/** Files of unit tests a core: some of them wait, for collectors that start and write to the disk. */
const FILES_A_CORE = 1.5;
/**
 * Browser tests a core. They wait most of the time, for answers that come word by word and for what is held back: with one
 * and a half a core, two cores did nothing for half of it. `npm test` says of each stage how busy they were.
 */
const BROWSERS_A_CORE = 2.5;

/** How many tests find the time that they need on the cores that are idle now; one at least. */
export async function freeWorkers(inBrowsers = false): Promise<number> {
  const said = Number(process.env.COUNTERSIGN_WORKERS);
  if (said) return said;
  return Math.max(1, Math.round((await idleCores()) * (inBrowsers ? BROWSERS_A_CORE : FILES_A_CORE)));
}

async function idleCores(): Promise<number> {
  let share = 0;
  for (let look = 0; look < LOOKS && share < QUIET_SHARE; look += 1) {
    const idle = idleFromNow();
    await setTimeout(LOOKING_MS);
    share = Math.max(share, idle());
  }
  // A process may be held to some of the cores: then it is as well off as the machine is on average.
  return share * availableParallelism();
}

/** How busy the machine's cores are from now until it is asked: `87 %`. */
export function busyFromNow(): () => string {
  const idle = idleFromNow();
  return () => `${Math.round((1 - idle()) * 100)} %`;
}

/** The share of their time, from 0 to 1, in which cores have had nothing to do since then. */
function idleFromNow(): () => number {
  const before = coreTimes();
  return () => {
    const shares = coreTimes().map(({ idle, all }, at) => {
      const [idleMs, allMs] = [idle - (before[at]?.idle ?? 0), all - (before[at]?.all ?? 0)];
      return allMs > 0 ? idleMs / allMs : 1;
    });
    return shares.reduce((sum, share) => sum + share, 0) / shares.length;
  };
}

const coreTimes = (): { idle: number; all: number }[] =>
  cpus().map(({ times }) => ({ idle: times.idle, all: Object.values(times).reduce((sum, ms) => sum + ms, 0) }));

type Program = 'chromium' | 'firefox' | 'postgres' | 'patroni' | 'etcd' | 'haproxy' | 'pgbouncer' | 'nats-server';

const VARIABLES: Record<Program, string> = {
  chromium: 'COUNTERSIGN_CHROMIUM',
  firefox: 'COUNTERSIGN_FIREFOX',
  postgres: 'COUNTERSIGN_POSTGRES_BIN',
  patroni: 'COUNTERSIGN_PATRONI',
  etcd: 'COUNTERSIGN_ETCD',
  haproxy: 'COUNTERSIGN_HAPROXY',
  pgbouncer: 'COUNTERSIGN_PGBOUNCER',
  'nats-server': 'COUNTERSIGN_NATS_SERVER',
};

/** Path of a browser or a server, or of the folder with the PostgreSQL server's programs. */
export function pathOf(program: Program): string {
  const notes = join(ROOT, 'node_modules', '.countersign-setup.json');
  const noted: Partial<Record<Program, string>> = existsSync(notes) ? JSON.parse(readFileSync(notes, 'utf8')) : {};
  const path = process.env[VARIABLES[program]] || noted[program];
  if (!path) throw new Error(`No ${program} is known here: run “npm run setup nightly” first, which finds them all.`);
  return path;
}

/**
 * The collector's program: as a package holds it, where `npm test` has built that, and else from source. Of one file it
 * starts in half of the time, and it is what admins run.
 */
export const collectorProgram = (): string =>
  process.env.COUNTERSIGN_TEST_COLLECTOR ?? join(ROOT, 'collector', 'main.ts');

/** Folder of a build, such as `chrome-mv3-test`; `COUNTERSIGN_OUTPUT` names another place than `.output`. */
export const buildDir = (name: string): string => join(process.env.COUNTERSIGN_OUTPUT ?? join(ROOT, '.output'), name);
