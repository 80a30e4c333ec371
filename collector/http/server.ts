/** Listens, and stops without dropping what it is answering. */
import type { Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { CommandRefusal } from '../cli/refusal.ts';
import { errorFields } from '../logger.ts';

/** How long requests under way may take once the collector was told to stop. */
const STOP_MS = 5_000;

export interface Listening {
  url: string;
  stop(): Promise<void>;
}

/** Where to listen; port 0 is any free one. With `tls` (PEM) it speaks HTTPS. */
interface Address {
  host: string;
  port: number;
  tls?: { cert: string; key: string };
  /** How long a slow client may take for its headers, and for its whole request. */
  patience?: { headersMs: number; requestMs: number };
}

const PATIENCE = { headersMs: 15_000, requestMs: 60_000 };
/** Longer than proxies keep an idle connection: who closes first may close under a request that is on its way. */
const KEEP_ALIVE_MS = 90_000;

/** Serves `app` on an address. */
export async function listenAt(
  app: { fetch: (request: Request) => Response | Promise<Response> },
  { host, port, tls, patience = PATIENCE }: Address,
): Promise<Listening> {
  const server = create(app, tls, patience);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(cannotListen(host, port, error)));
    server.listen(port, host, resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    stop: () => stop(server),
  };
}

function create(
  app: Parameters<typeof listenAt>[0],
  tls: Address['tls'],
  { headersMs, requestMs }: typeof PATIENCE,
): Server {
  const timeouts = {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionsCheckingInterval: Math.min(headersMs, 5_000),
  };
  if (!tls) return createAdaptorServer({ fetch: app.fetch, serverOptions: timeouts }) as Server;
  try {
    const serverOptions = { ...timeouts, ...tls, minVersion: 'TLSv1.2' as const };
    return createAdaptorServer({ fetch: app.fetch, createServer: createSecureServer, serverOptions }) as Server;
  } catch (error) {
    throw new CommandRefusal(`The certificate and its key cannot be used (${errorFields(error).code ?? 'not PEM'}).`);
  }
}

function cannotListen(host: string, port: number, error: Error): CommandRefusal {
  const { code } = errorFields(error);
  if (code === 'EADDRINUSE') return new CommandRefusal(`Port ${port} on ${host} is taken. Choose another with --port.`);
  return new CommandRefusal(`The collector cannot listenAt on ${host} port ${port} (${code}).`);
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), STOP_MS);
  await closed;
  clearTimeout(late);
}
