/** Serves the labelled pages on this computer, and nothing from anywhere else. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { answer } from './answers.ts';
import { buildAll } from './build.ts';
import type { LabelledPage, Lang } from './contract.ts';
import { bundled, labelledPages, plainHtml } from './pages.ts';

const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/** All the emojis that vue-advanced-chat's picker offers here; it compares tags before it reads. */
const EMOJI = JSON.stringify([
  {
    annotation: 'grinning face',
    emoji: '😀',
    group: 0,
    order: 1,
    version: 1,
    tags: ['face'],
    shortcodes: ['grinning'],
  },
]);

export interface DetectPages {
  url: string;
  pages: LabelledPage[];
  close(): Promise<void>;
}

/** `wanted` names the ids of the pages that are to be served, all where nothing is said: each script takes a while to build. */
export async function startDetectPages({
  port = 0,
  wanted,
}: {
  port?: number;
  wanted?: readonly string[];
} = {}): Promise<DetectPages> {
  const pages = labelledPages().filter(({ id }) => !wanted || wanted.includes(id));
  const needed = new Set(pages.map(({ path }) => path.split('/')[1]));
  const entries = new Map([...bundled()].filter(([name]) => needed.has(name)));
  const folders = await buildAll([...entries.values()]);
  const folderOf = new Map([...entries].map(([name, entry]) => [name, folders.get(entry) ?? '']));
  const server = createServer((request, response) => {
    serve(request, response, folderOf).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: taken } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${taken}`, pages, close };
}

async function serve(request: IncomingMessage, response: ServerResponse, folders: Map<string, string>): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (url.pathname.startsWith('/answers/') && (await answer(request, response, url))) return;
  if (url.pathname === '/emoji.json') return end(response, 'application/json', EMOJI);
  const [, name = '', ...rest] = normalize(url.pathname).split('/');
  const lang: Lang = url.searchParams.get('lang') === 'it' ? 'it' : 'en';
  const path = rest.join('/');
  const folder = folders.get(name);
  if (!path) {
    const html = plainHtml(name, lang) ?? scripted(url, name, folder);
    if (html) return end(response, 'text/html', page(lang, html, await partsOf(folder)));
  } else if (folder) {
    const body = await readFile(join(folder, path)).catch(() => undefined);
    if (body) return end(response, TYPES[extname(path)] ?? 'application/octet-stream', body);
  }
  response.writeHead(404).end();
}

/** A page that its script fills; it may be asked to be called something. */
const scripted = (url: URL, name: string, folder: string | undefined) =>
  folder ? { title: url.searchParams.get('title')?.replace(/[<&]/g, '') ?? name, body: '' } : undefined;

function end(response: ServerResponse, type: string, body: string | Buffer): void {
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
}

interface Parts {
  script: boolean;
  style: boolean;
}

async function partsOf(folder: string | undefined): Promise<Parts> {
  if (!folder) return { script: false, style: false };
  const style = await readFile(join(folder, 'page.css')).then(
    () => true,
    () => false,
  );
  return { script: true, style };
}

function page(lang: Lang, { title, body }: { title: string; body: string }, { script, style }: Parts): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<link rel="icon" href="data:,">
${style ? '<link rel="stylesheet" href="page.css">' : ''}
<style>body { margin: 0 auto; max-width: 60rem; padding: 1rem; font-family: sans-serif }</style>
</head>
<body>
${body}
${script ? '<script type="module" src="page.js"></script>' : ''}
</body>
</html>`;
}
