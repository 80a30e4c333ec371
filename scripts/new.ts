/** `npm run new:tool|target|metric -- NAME`: the files, the registry line and the row in the documents. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runPackage } from './children.ts';
import { ROOT } from './machine.ts';
import { constantOf, type Kind, SCAFFOLDS, type Scaffold } from './scaffolds.ts';

const [kind, id, ...rest] = process.argv.slice(2);
if (!kind || !Object.hasOwn(SCAFFOLDS, kind) || !id || rest.length > 0 || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
  console.error('Usage: npm run new:tool|new:target|new:metric -- a-name-like-this');
  process.exit(1);
}

const scaffold = SCAFFOLDS[kind as Kind](id);
const there = Object.keys(scaffold.files).filter((path) => existsSync(join(ROOT, path)));
if (there.length > 0) {
  console.error(`There is one already: ${there.join(', ')}`);
  process.exit(1);
}

for (const [path, text] of Object.entries(scaffold.files)) write(path, text);
write(scaffold.registry.path, registered(scaffold, id));
write(scaffold.document.path, documented(scaffold));
const changed = [...Object.keys(scaffold.files), scaffold.registry.path];
const { code, said } = await runPackage('@biomejs/biome/bin/biome', ['check', '--write', ...changed]);
if (code !== 0) console.error(said);
console.log(`Now ${scaffold.next}; ${scaffold.document.path} says how, and “npm run check” whether it is right.`);

function write(path: string, text: string): void {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), text);
  console.log(`wrote ${path}`);
}

/** The registry with one more import and one more entry, sorted by the ids' files. */
function registered({ registry: { path, list } }: Scaffold, newId: string): string {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const declaration = new RegExp(`(export const ${list}: [^=]+= )\\[([^\\]]*)\\]`);
  const [whole, start, entries] = declaration.exec(text) ?? [];
  if (whole === undefined) throw new Error(`${path} has no list called ${list}`);
  const imported = new Map(
    [...text.matchAll(/import \{ (\w+) \} from '\.\/([\w-]+)\.ts';/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  );
  imported.set(constantOf(newId), newId);
  const names = [...(entries ?? '').split(',').map((entry) => entry.trim()), constantOf(newId)].filter(Boolean);
  const fileOf = (name: string) => imported.get(name) ?? name;
  const sorted = names.sort((a, b) => (fileOf(a) < fileOf(b) ? -1 : 1));
  const extended = text.replace(whole, `${start}[${sorted.join(', ')}]`);
  // Biome sorts the imports afterwards.
  return extended.replace(/(^import .*\n)(?!import)/m, `$1import { ${constantOf(newId)} } from './${newId}.ts';\n`);
}

/** The document with one more row in its table, sorted by id. */
function documented({ document: { path, table, row } }: Scaffold): string {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const [before, rows, after] = text.split(new RegExp(`(?<=<!-- ${table} -->\\n)|(?=<!-- /${table} -->)`));
  if (rows === undefined || after === undefined) throw new Error(`${path} has no table <!-- ${table} -->`);
  const [heading, line, ...entries] = rows.trimEnd().split('\n');
  const idOf = (entry: string) => /`([^`]+)`/.exec(entry)?.[1] ?? '';
  const sorted = [...entries, row].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  return `${before}${[heading, line, ...sorted].join('\n')}\n${after}`;
}
