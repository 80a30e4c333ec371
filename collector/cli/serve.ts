/** Runs a collector until it is told to stop. */
import type { SqlDatabase } from '../database/database.ts';
import { type DatabasePlace, openDatabase } from '../database/open.ts';
import { createApp } from '../http/app.ts';
import { type Live, openLive } from '../http/live.ts';
import { createMetrics, type Metrics } from '../http/metrics.ts';
import { DEFAULT_RATE } from '../http/rate.ts';
import { type Listening, listenAt } from '../http/server.ts';
import { applyRetention } from '../ledger/retention.ts';
import { checkStoredTexts } from '../ledger/texts.ts';
import { createLog, errorFields, type Log } from '../logger.ts';
import { openNews } from '../news/news.ts';
import { createOidc } from '../people/oidc.ts';
import { listTokens } from '../people/tokens.ts';
import { openKeys } from '../policy/keys.ts';
import { programName, version } from '../version.ts';
import { listenForCommands } from './control.ts';
import { readKey, readTextFile } from './files.ts';
import { type Heard, keysFolderOf, perform } from './perform.ts';
import type { ServeOptions } from './serve-options.ts';
import type { Ask } from './setup/init-options.ts';
import { watchDue } from './watching/due.ts';
import { watchRoom } from './watching/room.ts';
import { startWatchdog } from './watching/watchdog.ts';

/** What a command is given by the process it runs in. */
export interface Surroundings {
  out: (text: string) => void;
  err: (text: string) => void;
  /** Asks a person; not there where nobody is. */
  ask?: Ask;
  /** Aborted when the process is asked to stop. */
  stop: AbortSignal;
}

const HOUR_MS = 60 * 60 * 1000;
/** Bringing a large log to a new version can take one statement of minutes. */
const OPENING_MS = 30 * 60 * 1000;

/** Serves until `stop` is aborted; then answers what is under way, ends the streams, and closes the database. */
export async function serve(options: ServeOptions, { out, err, stop }: Surroundings): Promise<void> {
  const log = createLog(err, options.quiet);
  const signingKey = options.signingKey === undefined ? undefined : readKey(options.signingKey);
  const tls = options.tls && { cert: readTextFile(options.tls.cert), key: readTextFile(options.tls.key) };
  const unwatched = startWatchdog(OPENING_MS);
  const database = await openDatabase(options.place, (error) =>
    log.warn('database.connection_lost', errorFields(error)),
  ).finally(unwatched);
  const stopWatchdog = startWatchdog(options.watchdogMs);
  const stopWatchingRoom = watchRoom(database, log);
  try {
    const news = await openNews(options.live, database);
    const live = await openLive(database, (error) => log.warn('live.connection_lost', errorFields(error)), news);
    const metrics = createMetrics({ process: true, free: database.free });
    const keeping = keepRetention(database, live, metrics, log);
    const watching = watchDue(database, live, log);
    const rate = options.rate === undefined ? DEFAULT_RATE : { perSecond: options.rate, burst: options.rate * 10 };
    const signIn = options.oidc && createOidc(options.oidc);
    const folder = keysFolderOf(options.place, options.keys);
    const keys = folder === undefined ? undefined : await openKeys(folder, database);
    const parts = { database, log, version: version(), live, metrics, rate, signingKey, keys };
    const listening: Listening[] = [];
    let stopCommands: () => Promise<void> = async () => undefined;
    try {
      const offer = options.signIn ? { offer: options.signIn } : {};
      const app = createApp({ ...parts, ...(signIn ? { signIn } : {}), ...offer });
      listening.push(await listenAt(app, { host: options.host, port: options.port, ...(tls ? { tls } : {}) }));
      // Whoever reads that it listens may give it a command at once.
      stopCommands = await takeCommands(options.place, { database, live, log, folder });
      out(`Countersign collector listening on ${listening[0]?.url}\n`);
      out(!signIn && (await isBare(database)) ? firstStep(options.place) : NEXT_STEP);
      if (options.metricsPort !== undefined) listening.push(await serveMetrics(metrics, options.metricsPort, out));
      await aborted(stop);
      log.info('collector.stopping');
    } finally {
      await stopCommands();
      await live.close();
      await Promise.all(listening.map((each) => each.stop()));
      await Promise.all([keeping.stop(), watching.stop()]);
    }
  } finally {
    stopWatchingRoom();
    await database.close();
    await stopWatchdog();
  }
}

/** Nobody can come in yet. */
const isBare = async (database: SqlDatabase): Promise<boolean> => (await listTokens(database)).length === 0;

const NEXT_STEP = 'Browsers connect to it in the extension’s options. Ctrl+C stops it.\n';

const firstStep = (place: DatabasePlace): string =>
  'Nobody can come in yet. Make a token for yourself, in another window, and enter it with this address in the extension’s options:\n' +
  `  ${programName()} token create --team TEAM --subject YOU --role admin${place.kind === 'directory' ? ` --data ${place.path}` : ''}\n`;

/** Does commands while it holds the embedded database; on PostgreSQL the command line does them itself. */
async function takeCommands(
  place: DatabasePlace,
  { database, live, log, folder }: { database: SqlDatabase; live: Live; log: Log; folder: string | undefined },
): Promise<() => Promise<void>> {
  if (place.kind !== 'directory') return async () => undefined;
  const heard: Heard = { ended: async (team) => live.doubted(team), grown: live.changed };
  return listenForCommands(place.path, (asked) => perform(database, folder, asked, heard), log);
}

/** On a port of its own and this computer only: what a proxy hands on to the world must not hold it. */
async function serveMetrics(metrics: Metrics, port: number, out: Surroundings['out']): Promise<Listening> {
  const fetch = async (request: Request): Promise<Response> => {
    if (new URL(request.url).pathname !== '/metrics') return new Response(null, { status: 404 });
    const { type, text } = await metrics.read();
    return new Response(text, { headers: { 'content-type': type } });
  };
  const listening = await listenAt({ fetch }, { host: '127.0.0.1', port });
  out(`Metrics on ${listening.url}/metrics\n`);
  return listening;
}

/** Erases what is past its time, now and every hour. */
function keepRetention(database: SqlDatabase, live: Live, metrics: Metrics, log: Log) {
  let running = Promise.resolve();
  const run = async () => {
    try {
      await checkStoredTexts(database);
      for (const { team, rows, last } of await applyRetention(database, new Date(), live.closing)) {
        metrics.erased(rows);
        log.info('retention.erased', { team, rows });
        if (last !== undefined) live.changed(team, last);
      }
    } catch (error) {
      log.error('retention.failed', errorFields(error));
    }
  };
  const start = () => {
    running = running.then(run);
  };
  start();
  const timer = setInterval(start, HOUR_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
