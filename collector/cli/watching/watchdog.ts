/** Ends a process whose event loop is stuck: it would answer nothing for ever, not even the signal to stop. */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

/** What the watching thread is given. */
export interface Watched {
  /** One number that grows as long as the loop turns. */
  beats: Int32Array;
  everyMs: number;
  /** So many looks without a beat, and the process ends. */
  patience: number;
}

const PATIENCE = 10;

/** Beside this file as source, and beside the one file that the package is built to. */
const THREAD = `./watchdog-thread${extname(import.meta.url)}`;

/** Watches this process until it is told to stop. Whoever started the process starts it again. */
export function startWatchdog(stuckMs: number): () => Promise<void> {
  const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const everyMs = Math.ceil(stuckMs / PATIENCE);
  const workerData: Watched = { beats, everyMs, patience: PATIENCE };
  const worker = new Worker(new URL(THREAD, import.meta.url), { workerData });
  worker.unref();
  const timer = setInterval(() => Atomics.add(beats, 0, 1), everyMs / 2);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await worker.terminate();
  };
}
