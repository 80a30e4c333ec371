/** The thread of `watchdog.ts`. It counts its own looks, not time: a computer that slept has stopped both alike. */
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import type { Watched } from './watchdog.ts';

const { beats, everyMs, patience } = workerData as Watched;
let [last, still] = [-1, 0];

setInterval(() => {
  const beat = Atomics.load(beats, 0);
  still = beat === last ? still + 1 : 0;
  last = beat;
  if (still < patience) return;
  const seconds = Math.round((everyMs * patience) / 1_000);
  // The stream of standard error is the stuck thread's.
  writeSync(
    2,
    `${JSON.stringify({ at: new Date().toISOString(), level: 'error', event: 'collector.stuck', seconds })}\n`,
  );
  process.kill(process.pid, 'SIGKILL');
}, everyMs);
