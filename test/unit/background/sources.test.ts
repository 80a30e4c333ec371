/** Sources are asked for with limits: real servers on loopback, each of which misbehaves in its own way. */
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type Asking, type Fetched, fetchSource } from '../../../lib/background/sources/fetch.ts';
import { PageText } from '../../../lib/background/sources/page-text.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<{ url: string; heard: IncomingMessage[] }> {
  const heard: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    heard.push(request);
    listener(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard };
}

/** As the test build does, `127.0.0.1` is granted; where a redirect leads is told by the last answer, as a browser tells it. */
function asking(limits: Partial<Asking['limits']> = {}): Asking {
  return {
    rules: { granted: new Set(['127.0.0.1']) },
    limits: { timeMs: 5_000, bytes: 200_000, redirects: 3, ...limits },
    allowed: async ({ hostname }) => hostname !== 'forbidden.example.com',
    watchRedirect: (url) => ({
      location: async () => (await fetch(url, { redirect: 'manual' })).headers.get('location') ?? undefined,
      stop: () => undefined,
    }),
  };
}

const never = new AbortController().signal;
/** Node gives redirects as they are; a browser makes them opaque. */
const ask = (url: string, limits?: Partial<Asking['limits']>): Promise<Fetched> => {
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const response = await real(input, init);
    if (init?.signal && response.status >= 300 && response.status < 400)
      Object.defineProperty(response, 'type', { value: 'opaqueredirect' });
    return response;
  };
  return fetchSource(url, asking(limits), never).finally(() => {
    globalThis.fetch = real;
  });
};

const html = (body: string) => ({ body, type: 'text/html; charset=utf-8' });
const say =
  ({ body, type }: { body: string | Buffer; type: string }, status = 200): RequestListener =>
  (_, response) =>
    void response.writeHead(status, { 'content-type': type }).end(body);

describe('asking for a source', () => {
  test('its words, without scripts, styles and what is hidden; nothing tells who asks', async () => {
    const { url, heard } = await serve(
      say(
        html(
          `<title>T</title><p>Prices <b>ro</b>se.</p><script>evil</script><style>x</style><p hidden>no</p><p style="display: none">no</p><li>By 3&nbsp;%<p>${'word '.repeat(60)}`,
        ),
      ),
    );
    const found = await ask(`${url}/a#part`);
    expect(found).toMatchObject({ reach: 'reached' });
    expect('text' in found && found.text?.replace(/\s+/g, ' ').trim()).toMatch(/^Prices rose\. By 3 % word/);
    expect(heard[0]?.headers).not.toHaveProperty('referer');
    expect(heard[0]?.headers).not.toHaveProperty('cookie');
    expect(heard[0]?.url).toBe('/a');
  });

  test.each([
    [404, { reach: 'gone' }],
    [410, { reach: 'gone' }],
    [401, { reach: 'unavailable', reason: 'refused' }],
    [403, { reach: 'unavailable', reason: 'refused' }],
    [429, { reach: 'unavailable', reason: 'refused' }],
    [500, { reach: 'unavailable', reason: 'server' }],
    [503, { reach: 'unavailable', reason: 'server' }],
  ])('status %i', async (status, expected) => {
    const { url } = await serve(say(html('words'), status));
    expect(await ask(url)).toEqual(expected);
  });

  test('nobody there is unavailable, not gone', async () => {
    const { url } = await serve(() => undefined);
    servers[0]?.closeAllConnections();
    await new Promise((resolve) => servers.shift()?.close(resolve));
    expect(await ask(url)).toEqual({ reach: 'unavailable', reason: 'network' });
  });

  test.each([
    ['application/pdf', 'pdf'],
    ['image/png', 'not_text'],
    ['', 'not_text'],
    ['application/octet-stream', 'not_text'],
  ])('what is not text is not read: %s', async (type, reason) => {
    const { url } = await serve(
      (_, response) => void response.writeHead(200, type ? { 'content-type': type } : {}).end('%PDF'),
    );
    expect(await ask(url)).toEqual({ reach: 'reached', reason });
  });

  test('a page that its scripts write has no text', async () => {
    const { url } = await serve(
      say(html('<div id=root></div><noscript>Enable it</noscript><script src=app.js></script>')),
    );
    expect(await ask(url)).toEqual({ reach: 'reached', reason: 'no_text' });
  });

  test('a slow answer ends in time, and says so', async () => {
    const { url } = await serve(() => undefined);
    expect(await ask(url, { timeMs: 200 })).toEqual({ reach: 'unavailable', reason: 'timeout' });
  });

  test('a body that never ends is read as far as the time lets it', async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).write(`<p>${'first words '.repeat(200)}`);
      const timer = setInterval(() => response.write('<p>more'), 20);
      response.on('close', () => clearInterval(timer));
    });
    const found = await ask(url, { timeMs: 300 });
    expect(found).toMatchObject({ reach: 'reached', cut: 'timeout' });
    expect('text' in found && found.text).toContain('first words');
  });

  test('a body that is too large is read as far as it may be, also when it was small on the wire', async () => {
    const { gzipSync } = await import('node:zlib');
    const bomb = gzipSync(Buffer.from(`<p>Begins.${'<p>x'.repeat(2_000_000)}`));
    const { url } = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb);
    });
    const found = await ask(url);
    expect(found).toMatchObject({ reach: 'reached', cut: 'too_large' });
    expect('text' in found && found.text?.length).toBeLessThanOrEqual(200_000);
  });

  test('elements without end do not hold up the worker', () => {
    const page = new PageText(1_000_000);
    page.write(`<p>Begins.${'<i>'.repeat(300_000)}${'</b>'.repeat(300_000)}`);
    page.end();
    expect(page.text.trim()).toBe('Begins.');
    expect(page.full).toBe(true);
  });

  test.each([
    ['text/html; charset=iso-8859-1', Buffer.from('<p>caf\xe9 per tutti', 'latin1')],
    ['text/html', Buffer.from('<meta charset="windows-1252"><p>caf\xe9 per tutti', 'latin1')],
    [
      'text/html',
      Buffer.from(`<meta http-equiv=content-type content="text/html; charset=latin1"><p>caf\xe9 per tutti`, 'latin1'),
    ],
    ['text/html; charset=utf-8', Buffer.from('<p>café per tutti')],
    ['text/html; charset=no-such', Buffer.from('<p>café per tutti')],
    ['text/html', Buffer.from('\uFEFF<p>café per tutti', 'utf16le')],
    ['text/plain', Buffer.from('café per tutti')],
  ])('encodings: %s', async (type, body) => {
    const { url } = await serve(say({ body, type }));
    const found = await ask(url);
    expect('text' in found && found.text?.trim().replace('\uFEFF', '')).toBe('café per tutti');
  });
});

describe('a source that leads on', () => {
  test('is followed step by step', async () => {
    const { url } = await serve((request, response) => {
      if (request.url === '/new') return say(html('<p>There.'))(request, response);
      response.writeHead(301, { location: '/new' }).end();
    });
    expect(await ask(`${url}/old`)).toMatchObject({
      reach: 'redirected',
      text: expect.stringContaining('There.') as string,
    });
  });

  test('in a circle, or nowhere, is not followed for ever', async () => {
    const { url, heard } = await serve((_, response) => void response.writeHead(302, { location: '/again' }).end());
    expect(await ask(url)).toEqual({ reach: 'unavailable', reason: 'redirects' });
    expect(heard.length).toBeLessThan(12);
    const nowhere = await serve((_, response) => void response.writeHead(302).end());
    expect(await ask(nowhere.url)).toEqual({ reach: 'unavailable', reason: 'redirects' });
  });

  test.each([
    ['http://127.0.0.2/', 'private', '127.0.0.2'],
    ['http://[::1]/', 'private', '[::1]'],
    ['http://169.254.169.254/latest/meta-data', 'private', '169.254.169.254'],
    ['https://router/', 'private', 'router'],
    ['file:///etc/passwd', 'not_secure', ''],
    ['javascript:alert(1)', 'not_secure', ''],
    ['https://forbidden.example.com/', 'no_access', 'forbidden.example.com'],
  ])('to %s is not followed there', async (location, reason, movedTo) => {
    const { url } = await serve((_, response) => void response.writeHead(302, { location }).end());
    expect(await ask(url)).toEqual({ reach: 'unavailable', reason, movedTo });
  });

  test('nobody is asked who may not be, and a stopped check stores nothing', async () => {
    expect(await fetchSource('https://forbidden.example.com/', asking(), never)).toMatchObject({ reason: 'no_access' });
    const { url } = await serve(() => undefined);
    const stop = new AbortController();
    const asked = fetchSource(url, asking(), stop.signal);
    stop.abort();
    await expect(asked).rejects.toThrow();
  });
});
