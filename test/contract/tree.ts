/** The repository as the contract tests see it. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDir, ROOT } from '../../scripts/machine.ts';

/** Every file that is tracked, or would be with the next commit. */
export const files: readonly string[] = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path && existsSync(join(ROOT, path)));

export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Names of a folder's TypeScript files without their ending, or none where there is no such folder. */
export function modulesIn(folder: string): string[] {
  const path = join(ROOT, folder);
  if (!existsSync(path)) return [];
  const names = readdirSync(path).filter((name) => name.endsWith('.ts'));
  return names.map((name) => name.slice(0, -3)).sort();
}

export const within = (...folders: string[]): string[] =>
  files.filter((path) => folders.some((folder) => path.startsWith(`${folder}/`)));

export const sources = (paths: readonly string[]): string[] => paths.filter((path) => /\.(?:ts|tsx|mjs)$/.test(path));

/** A file of a build. The build has to be there: `npm test` makes all of them. */
export function built(build: string, path: string): string {
  const file = join(buildDir(build), path);
  if (!existsSync(file))
    throw new Error(`${build}/${path} is missing: run “npm run build” and “npm run build:test” first.`);
  return readFileSync(file, 'utf8');
}

/** Ids in the first column of the table between `<!-- name -->` and `<!-- /name -->` in a document. */
export function documented(path: string, name: string): string[] {
  const table = read(path).split(`<!-- ${name} -->`)[1]?.split(`<!-- /${name} -->`)[0];
  if (table === undefined) throw new Error(`${path} has no table between <!-- ${name} --> and <!-- /${name} -->`);
  return [...table.matchAll(/^\| `([^`]+)` \|/gm)].map((row) => row[1] ?? '');
}
