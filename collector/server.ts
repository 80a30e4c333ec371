/** Listens, and stops without dropping what it is answering. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { errorFields } from './log.ts';
import { Refusal } from './refusal.ts';

/** How long requests under way may take once the collector was told to stop. */
const STOP_MS = 5_000;

export interface Listening {
  url: string;
  stop(): Promise<void>;
}

/** Serves `app` on an address; port 0 is any free one. */
export async function listen(
  app: { fetch: (request: Request) => Response | Promise<Response> },
  host: string,
  port: number,
): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(cannotListen(host, port, error)));
    server.listen(port, host, resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`, stop: () => stop(server) };
}

function cannotListen(host: string, port: number, error: Error): Refusal {
  const { code } = errorFields(error);
  if (code === 'EADDRINUSE') return new Refusal(`Port ${port} on ${host} is taken. Choose another with --port.`);
  return new Refusal(`The collector cannot listen on ${host} port ${port} (${code}).`);
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), STOP_MS);
  await closed;
  clearTimeout(late);
}
