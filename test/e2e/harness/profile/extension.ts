/** What the browser calls the extension under test. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The id that Chromium gives to an extension with this key: the first half of its hash, in the letters a to p. */
export function extensionIdOf(extensionDir: string): string {
  const path = join(extensionDir, 'manifest.json');
  if (!existsSync(path)) throw new Error(`There is no extension in ${extensionDir}: run “npm run build:test” first.`);
  const { key } = JSON.parse(readFileSync(path, 'utf8')) as { key: string };
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}
