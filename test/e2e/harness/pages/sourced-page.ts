/** A page of a known tool whose answer cites sources, and the sources: good ones, bad ones, and some that misbehave. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestServer } from '../server.ts';

/** An answer of sentences, each with its source behind it; `text` may carry what nobody sees. */
export function answering(
  claims: readonly { text: string; url?: string; title?: string }[],
  { prompt = 'What happened to prices?', id = 'm1' } = {},
): string {
  const said = claims.map(
    ({ text, url, title = '[1]' }) => `<p>${text}${url ? ` <a href="${url}">${title}</a>` : ''}</p>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Prices</title>
<style>body { margin: 0; font: 16px sans-serif } main { max-width: 640px; padding: 20px; min-height: 1200px }</style>
<main>
  <div data-turn="user" data-testid="conversation-turn-1"><div data-message-author-role="user"><div class="whitespace-pre-wrap">${prompt}</div></div></div>
  <div data-turn="assistant" data-testid="conversation-turn-2"><div data-message-author-role="assistant" data-message-id="${id}" data-message-model-slug="m"><div class="markdown">${said.join('')}</div></div></div>
</main>`;
}

export const CLAIM = 'The consumer price index rose by 3.5 % in the year 2024.';
const BODY = `<!doctype html><meta charset="utf-8"><title>Office</title><h1>Annual report</h1>
<p>Summary for the press.</p><p>${CLAIM} Rents rose slowly in most cities.</p><script>void 0</script>
<p>${'The committee meets again next month to look at the figures. '.repeat(6)}</p>`;

/** A server at an address that is not public, also in the test build; counts who came. */
export async function privateServer(): Promise<{ url: string; heard: string[]; close(): void }> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(request.url ?? '');
    response.writeHead(200, { 'content-type': 'text/html' }).end(BODY);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.2', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.2:${(server.address() as AddressInfo).port}`, heard, close };
}

/** Serves sources on the test server; gives their addresses. */
export function serveSources(server: TestServer, privateUrl: string) {
  const html = { 'content-type': 'text/html; charset=utf-8' };
  const redirect = (path: string, location: string) =>
    server.route(path, (_, response) => void response.writeHead(302, { location }).end());
  return {
    exact: server.page('/source/exact', BODY),
    close: server.page(
      '/source/close',
      BODY.replace(CLAIM, 'In 2024, said the office, the index of consumer prices rose 3.5 % over the year.'),
    ),
    wrong: server.page('/source/wrong', BODY.replace('3.5 %', '5.3 %')),
    moved: redirect('/source/moved', '/source/exact'),
    circle: redirect('/source/circle', '/source/circle'),
    inside: redirect('/source/inside', `${privateUrl}/admin`),
    gone: server.route('/source/gone', (_, response) => void response.writeHead(410, html).end('gone')),
    pdf: server.route(
      '/source/pdf',
      (_, response) => void response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7'),
    ),
    scripted: server.page('/source/scripted', '<!doctype html><div id="root"></div><script src="app.js"></script>'),
    latin: server.route('/source/latin', (_, response) => {
      const body = BODY.replace('<meta charset="utf-8">', '').replace(CLAIM, `Per il caffè: ${CLAIM}`);
      response.writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' }).end(Buffer.from(body, 'latin1'));
    }),
    silent: server.route('/source/silent', () => undefined),
    endless: server.route('/source/endless', (_, response) => {
      response.writeHead(200, html).write('<p>It begins.');
      const timer = setInterval(() => response.write('<p>And goes on.'), 50);
      response.on('close', () => clearInterval(timer));
    }),
    huge: server.route('/source/huge', (_, response) => {
      response.writeHead(200, html);
      const more = () => {
        while (!response.destroyed && response.write(`<p>${'word '.repeat(13_000)}`));
      };
      response.on('drain', more);
      more();
    }),
  };
}
