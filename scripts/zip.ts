/** `npm run zip`: the packages for the stores; the Firefox one has to pass Mozilla's own checker. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runPackage } from './children.ts';
import { buildDir, ROOT } from './machine.ts';

const output = join(ROOT, '.output');

async function step(what: string, path: string, args: string[]): Promise<void> {
  console.log(`${what} …`);
  const { code, said } = await runPackage(path, args);
  if (code === 0) return;
  console.error(said);
  console.error(`FAILED: ${what}`);
  process.exit(1);
}

const zips = () => readdirSync(output, { withFileTypes: true }).filter((file) => file.name.endsWith('.zip'));
try {
  for (const { name } of zips()) rmSync(join(output, name));
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error; // nothing was built yet
}

for (const browser of ['chrome', 'edge', 'firefox'])
  await step(`packing for ${browser}`, 'wxt/bin/wxt.mjs', ['zip', '-b', browser]);
const firefox = buildDir('firefox-mv3');
await step('web-ext lint', '../scripts/stores/node_modules/web-ext/bin/web-ext.js', [
  'lint',
  '--source-dir',
  firefox,
  '--no-config-discovery',
]);

for (const { name } of zips()) {
  const kilobytes = Math.round(statSync(join(output, name)).size / 1024);
  console.log(`.output/${name}  ${kilobytes} KB`);
}
