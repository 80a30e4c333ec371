/** `npm run pack:collector`: the collector as a package, `.output/countersign-collector-VERSION.tgz`. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './children.ts';
import { buildCollector } from './collector/bundle.ts';
import { ROOT } from './machine.ts';

const output = join(ROOT, '.output');
const folder = join(output, 'collector');
const packages = await buildCollector(folder);
const isPackage = (name: string) => /^countersign-collector-.*\.tgz$/.test(name);
for (const name of readdirSync(output).filter(isPackage)) rmSync(join(output, name));
const { code, said } = await run('npm', ['pack', folder, '--pack-destination', output]);
if (code !== 0) throw new Error(said);
for (const name of readdirSync(output).filter(isPackage)) {
  const megabytes = (statSync(join(output, name)).size / 1e6).toFixed(1);
  console.log(`.output/${name}  ${megabytes} MB, with ${packages.length} packages built in`);
}
