/** The live stream against a server that breaks it off, falls silent, has none, or sends what it should not. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { follow } from '../../../lib/sync/live.ts';
import { WORLD } from './receiver.ts';

let server: Server;
let url: string;
let streams: { request: IncomingMessage; response: ServerResponse }[];
let answer: (response: ServerResponse) => void;
let stop: AbortController;
let heard: string[];
let ended: Promise<void>;

const EVENTS = { 'content-type': 'text/event-stream' };
const until = async (met: () => boolean) => {
  while (!met()) await new Promise(setImmediate);
};

function listen(waits: { silenceMs?: number; withoutMs?: number } = {}) {
  const hearing = {
    opened: () => heard.push('opened'),
    closed: () => heard.push('closed'),
    changed: (sequence: string) => heard.push(sequence),
  };
  const request = { method: 'GET' as const, url, headers: { authorization: 'Bearer t' } };
  const all = { silenceMs: 60_000, withoutMs: 1, againMs: () => 1, ...waits };
  ended = follow(request, { ...WORLD, signal: stop.signal }, hearing, all);
}

beforeEach(async () => {
  streams = [];
  heard = [];
  stop = new AbortController();
  answer = (response) => response.writeHead(200, EVENTS).write(': here\n\n');
  server = createServer((request, response) => {
    streams.push({ request, response });
    answer(response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/live`;
});
afterEach(async () => {
  stop.abort();
  await ended;
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

test('hears of changes at once, with the token, and in pieces', async () => {
  listen();
  await until(() => streams.length === 1);
  expect(streams[0]?.request.headers).toMatchObject({ authorization: 'Bearer t', accept: 'text/event-stream' });
  streams[0]?.response.write('event: changed\ndata: {"sequence":"0000000000000');
  streams[0]?.response.write('012"}\n\nevent: other\ndata: 5\n\nevent: changed\ndata: 13\n\n');
  await until(() => heard.length === 3);
  expect(heard).toEqual(['opened', '0000000000000012', '0000000000000013']);
});

test('opens again after it was broken off, and ends when it is told to', async () => {
  listen();
  for (const turn of [1, 2, 3]) {
    await until(() => streams.length === turn && heard.at(-1) === 'opened');
    if (turn < 3) streams.at(-1)?.response.destroy();
  }
  stop.abort();
  await ended;
  expect(heard).toEqual(['opened', 'closed', 'opened', 'closed', 'opened', 'closed']);
});

test('takes a server that falls silent for gone', async () => {
  listen({ silenceMs: 30 });
  await until(() => heard.length > 2);
  expect(heard.slice(0, 3)).toEqual(['opened', 'closed', 'opened']);
});

test.each([
  ['has none', (response: ServerResponse) => response.writeHead(404).end()],
  [
    'is something else',
    (response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
  ],
  ['breaks down', (response: ServerResponse) => response.writeHead(503).end()],
  ['hangs up', (response: ServerResponse) => response.destroy()],
  [
    'sends elsewhere',
    (response: ServerResponse) => response.writeHead(302, { location: 'https://evil.example' }).end(),
  ],
])('a server that %s is tried again, and never counts as open', async (_, answering) => {
  answer = answering;
  listen();
  await until(() => streams.length > 2);
  expect(heard).toEqual([]);
});

test('gives up a line without an end', async () => {
  listen();
  await until(() => streams.length === 1 && heard.length === 1);
  streams[0]?.response.write(`data: ${'x'.repeat(50_000)}`);
  await until(() => heard.includes('closed'));
});
