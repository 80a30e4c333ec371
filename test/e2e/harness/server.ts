/** A loopback server for test pages: fixed texts, folders and functions by path. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

type Route = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export interface TestServer {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  url: string;
  /** The same server under another host name, for questions of origin (the browser resolves it to this computer). */
  urlAt(host: `${string}.localhost` | 'localhost'): string;
  /** Serves a page; gives its address. */
  page(path: string, html: string, headers?: Record<string, string>): string;
  /** Serves what a function answers as JSON. */
  json(path: string, answer: (request: IncomingMessage) => unknown): string;
  /** Serves a folder's files below a path. */
  folder(path: string, directory: string): string;
  /** Serves whatever a function writes: streams, errors, delays. */
  route(path: string, route: Route): string;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

export async function startServer(): Promise<TestServer> {
  const routes = new Map<string, Route>();
  const server = createServer((request, response) => void answer(routes, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const route = (path: string, handler: Route) => {
    routes.set(path, handler);
    return `${url}${path}`;
  };
  return {
    url,
    urlAt: (host) => `http://${host}:${port}`,
    route,
    page: (path, html, headers = {}) =>
      route(path, (_, response) => {
        response.writeHead(200, { 'content-type': TYPES['.html'], ...headers }).end(html);
      }),
    json: (path, reply) =>
      route(path, (request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply(request)));
      }),
    folder: (path, directory) => route(`${path.replace(/\/$/, '')}/*`, filesOf(path, directory)),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function answer(routes: Map<string, Route>, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const folder = [...routes.keys()].find((path) => path.endsWith('/*') && pathname.startsWith(path.slice(0, -1)));
  const handler = routes.get(pathname) ?? routes.get(folder ?? '');
  try {
    if (handler) await handler(request, response);
    else response.writeHead(404).end();
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
}

function filesOf(path: string, directory: string): Route {
  return async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = normalize(join(directory, decodeURIComponent(pathname.slice(path.length))));
    if (!file.startsWith(normalize(directory))) return void response.writeHead(403).end();
    const body = await readFile(file).catch(() => undefined);
    if (!body) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(body);
  };
}
