/** Counts for Prometheus. No teams, tokens or people: whoever may read the metrics learns how much, not who. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Result } from '../ledger/admit.ts';

export interface Metrics {
  answered(request: { method: string; route: string; status: number }, seconds: number): void;
  appended(results: readonly Result[]): void;
  streams(change: 1 | -1): void;
  erased(rows: number): void;
  /** The text that Prometheus reads, and its content type. */
  read(): Promise<{ type: string; text: string }>;
}

/** Seconds; the longest a statement may take is 15. */
const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];

interface Measured {
  /** Also memory, event loop and garbage collection of the process. */
  process?: boolean;
  /** Bytes that are free where the database is, where it can tell. */
  free?: (() => number) | undefined;
}

/** Metrics of their own registry. */
export function createMetrics({ process = false, free }: Measured = {}): Metrics {
  const registers = [new Registry()];
  const [registry] = registers;
  if (!registry) throw new Error('unreachable');
  if (process) collectDefaultMetrics({ register: registry });
  if (free)
    new Gauge({
      name: 'countersign_storage_free_bytes',
      help: 'Room on the disk of the embedded database',
      registers,
      collect() {
        this.set(free());
      },
    });
  const requests = new Histogram({
    name: 'countersign_http_request_duration_seconds',
    help: 'How long requests took, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers,
  });
  const events = new Counter({
    name: 'countersign_events_total',
    help: 'Events that were pushed, by outcome (stored, duplicate, refused) and reason',
    labelNames: ['outcome', 'reason'],
    registers,
  });
  const streams = new Gauge({
    name: 'countersign_live_streams',
    help: 'Browsers that listen for changes now',
    registers,
  });
  const erased = new Counter({
    name: 'countersign_erased_rows_total',
    help: 'Rows of the log that lost their content',
    registers,
  });
  return {
    answered: ({ method, route, status }, seconds) =>
      requests.observe({ method: METHODS.has(method) ? method : 'other', route, status: String(status) }, seconds),
    appended: (results) => {
      for (const { outcome, problem } of results) events.inc({ outcome, reason: problem?.code ?? '' });
    },
    streams: (change) => streams.inc(change),
    erased: (rows) => erased.inc(rows),
    read: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}

/** A client may make up any other. */
const METHODS = new Set(['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH']);
