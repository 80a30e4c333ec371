/** An extension whose worker does nothing but answer: what waking one costs at the least. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Any key gives it an id that is known beforehand. */
const KEY = Buffer.from('a worker that only answers').toString('base64');

const FILES = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'Only answers',
    version: '1',
    key: KEY,
    background: { service_worker: 'background.js' },
    content_scripts: [{ matches: ['http://127.0.0.1/*'], js: ['content.js'] }],
  }),
  'background.js': 'chrome.runtime.onMessage.addListener((message, sender, reply) => { reply({ ok: true }); });',
  'content.js': '',
};

/** Writes it into a folder of its own; `remove` deletes that. */
export async function onlyAnswers(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-only-answers-'));
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
