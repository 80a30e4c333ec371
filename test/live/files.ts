/** The files that the live pages may read: the published components, our client code and the answers. */
import { readFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformWithOxc } from 'vite';

interface ServedFile {
  contentType: string;
  body: Buffer | string;
}

const HERE = import.meta.dirname;
const VENDOR: Record<string, string> = {
  'deep-chat': dirname(fileURLToPath(import.meta.resolve('deep-chat'))),
  'n8n-chat': dirname(fileURLToPath(import.meta.resolve('@n8n/chat'))),
};
const CONTENT_TYPE: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.ts': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const VENDOR_PATH = /^\/vendor\/(deep-chat|n8n-chat)\/([\w.-]+\.(?:js|mjs|css))$/;
const OWN_PATH = /^\/live\/((?:client\/[\w-]+\.(?:ts|css|svg))|answers(?:-\w+)?\.ts)$/;
const read = new Map<string, Promise<ServedFile>>();

/** The file at a path of the server, read once; undefined where there is none. */
export async function servedFile(path: string): Promise<ServedFile | undefined> {
  const file = placeOf(path);
  if (!file) return undefined;
  const known = read.get(file) ?? load(file);
  read.set(file, known);
  return known.catch((error: unknown) => {
    read.delete(file);
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
}

function placeOf(path: string): string | undefined {
  const vendor = VENDOR_PATH.exec(path);
  if (vendor) return join(VENDOR[vendor[1] ?? ''] ?? '', vendor[2] ?? '');
  const own = OWN_PATH.exec(path);
  return own ? join(HERE, own[1] ?? '') : undefined;
}

async function load(file: string): Promise<ServedFile> {
  const contentType = CONTENT_TYPE[extname(file)] ?? 'application/octet-stream';
  const body = await readFile(file);
  if (extname(file) !== '.ts') return { contentType, body };
  const { code } = await transformWithOxc(body.toString('utf8'), file, { sourcemap: false });
  return { contentType, body: code };
}
