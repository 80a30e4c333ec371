/** Whatever a server does, every registered target turns it into one of the outcomes that the engine knows. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { TargetSettings } from '../../lib/sync/target.ts';
import { TARGETS } from '../../lib/sync/targets/index.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<TargetSettings> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: 'a-token' };
}

const saying =
  (status: number, body: string, headers: Record<string, string> = {}): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  };

const TROUBLE: [what: string, listener: RequestListener, kind: string, problem: string][] = [
  ['does not know the token', saying(401, '{}'), 'unauthorised', 'token_refused'],
  ['does not allow it', saying(403, '{}'), 'unauthorised', 'token_may_not'],
  ['has broken down', saying(500, 'oops'), 'retry', 'server_error'],
  ['is too busy', saying(429, '{}', { 'retry-after': '7' }), 'retry', 'server_error'],
  ['is something else', saying(200, '<!doctype html><title>Welcome</title>'), 'retry', 'not_a_collector'],
  ['answers with another shape', saying(200, '{"fine":true}'), 'retry', 'not_a_collector'],
  ['is another site', saying(404, 'no such page'), 'retry', 'not_a_collector'],
  ['hangs up', (request) => request.socket.destroy(), 'retry', 'unreachable'],
];

describe.each(TARGETS.map((target) => ({ id: target.id, target })))('$id', ({ target }) => {
  const { signal } = new AbortController();

  describe.each(TROUBLE)('at a server that %s', (_, listener, kind, problem) => {
    it('says so when it pushes', async () => {
      expect(await target.push([], await serve(listener), signal)).toMatchObject({ kind, problem });
    });

    it('says so when it pulls', async () => {
      const settings = await serve(listener);
      const outcome = target.pull ? await target.pull('', settings, signal) : { kind, problem };
      expect(outcome).toMatchObject({ kind, problem });
    });

    it('says so when it is tested', async () => {
      expect(await target.test(await serve(listener), signal)).toMatchObject({ ok: false, problem });
    });
  });

  it('asks for smaller batches when one is too large', async () => {
    expect(await target.push([], await serve(saying(413, '{}')), signal)).toEqual({ kind: 'too_large' });
  });

  it('says how long a busy server wants to be left alone', async () => {
    const busy = await serve(saying(429, '{}', { 'retry-after': '7' }));
    expect(await target.push([], busy, signal)).toMatchObject({ kind: 'retry', afterMs: 7_000 });
  });

  it.each([
    ['no address at all', 'nonsense', 'not_an_address'],
    ['an address with a password in it', 'https://ada:secret@example.com', 'not_an_address'],
    ['plain HTTP to another computer', 'http://example.com', 'not_secure'],
  ])('sends nothing to %s', async (_, endpoint, problem) => {
    const settings = { endpoint, token: 'a-token' };
    expect(await target.push([], settings, signal)).toMatchObject({ problem });
    expect(await target.test(settings, signal)).toMatchObject({ ok: false, problem });
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const settings = await serve(() => controller.abort());
    expect(await target.push([], settings, controller.signal)).toMatchObject({ kind: 'retry' });
  });
});
