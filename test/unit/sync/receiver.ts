/** A server on this computer that keeps what it gets, and the engine's own way to send to it. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CountersignEvent } from '../../../lib/domain/events/event.ts';
import { foldOutput } from '../../../lib/domain/fold/output.ts';
import type { Outgoing, World } from '../../../lib/sync/target.ts';
import { targetById } from '../../../lib/sync/targets/index.ts';
import { push } from '../../../lib/sync/wire.ts';

interface Got {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Receiver {
  url: string;
  got: Got[];
  /** The bodies as they came, of each in `got`. */
  raw: Buffer[];
  /** What the next requests are answered with. */
  answer: { status: number; body?: string; headers?: Record<string, string> };
  [Symbol.asyncDispose](): Promise<void>;
}

export async function receive(answer: Receiver['answer'] = { status: 200 }): Promise<Receiver> {
  const receiver: Receiver = {
    url: '',
    got: [],
    raw: [],
    answer,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url: path = '', headers } = request;
    const raw = Buffer.concat(chunks);
    receiver.raw.push(raw);
    receiver.got.push({ method, path, headers, body: raw.toString() });
    const { status, body = '', headers: more = {} } = receiver.answer;
    response.writeHead(status, more).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return receiver;
}

/** The browser's own, with words as their keys. */
export const WORLD: World = {
  fetch: (...request) => fetch(...request),
  now: Date.now,
  say: (key, ...substitutions) => [key, ...substitutions].join(' '),
  signal: new AbortController().signal,
};

/** Events with the output that they are about. */
export const about = (events: readonly CountersignEvent[]): Outgoing[] => {
  const output = foldOutput(events);
  return events.map((event) => ({ event, output }));
};

export const sendTo = (kind: string, items: readonly Outgoing[], settings: Record<string, string | boolean>) =>
  push(targetById(kind), items, settings, WORLD);

export const testOf = (kind: string, settings: Record<string, string | boolean>) =>
  targetById(kind).test(settings, WORLD);
