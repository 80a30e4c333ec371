/** `npm run new:tool|target|metric|event|message|route -- NAME`: the files, the registry line, the row in the documents. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runPackage } from './children.ts';
import { sourcePaths } from './house/modules.ts';
import { ROOT } from './machine.ts';
import { SCAFFOLDS } from './scaffolds/index.ts';
import { planned } from './scaffolds/plan.ts';

const [what = '', name = '', more, ...rest] = process.argv.slice(2);
const kind = Object.hasOwn(SCAFFOLDS, what) ? SCAFFOLDS[what] : undefined;
if (!kind?.name.test(name) || rest.length > 0 || (more && what !== 'message')) {
  console.error('Say what it is called, for example:');
  for (const [each, { example }] of Object.entries(SCAFFOLDS)) console.error(`npm run new:${each} -- ${example}`);
  process.exit(1);
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const scaffold = kind.of(name, sourcePaths(), read, more);
const there = Object.keys(scaffold.files).filter((path) => existsSync(join(ROOT, path)));
if (there.length > 0) {
  console.error(`There is one already: ${there.join(', ')}`);
  process.exit(1);
}

const changed = planned(scaffold, read);
for (const [path, text] of changed) {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), text);
  console.log(`${Object.hasOwn(scaffold.files, path) ? 'wrote' : 'changed'} ${path}`);
}
const sources = [...changed.keys()].filter((path) => /\.(?:ts|json)$/.test(path));
const { code, said } = await runPackage('@biomejs/biome/bin/biome', ['check', '--write', ...sources]);
if (code !== 0) console.error(said);
console.log(`Now ${scaffold.next}; ${scaffold.see} says how, and “npm run check” whether it is right.`);
