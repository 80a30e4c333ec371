/** The sources as modules: what each imports and gives, with types counted, read by the parser that builds them. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'vite';
import { ROOT } from '../machine.ts';

export interface Import {
  /** What the source names, such as `../text.ts` or `zod`. */
  specifier: string;
  /** Path of the file in this repository, where it is one. */
  path?: string;
  /** Whether nothing of it is left once types are gone. `import { type X }` still loads the file, so it is not. */
  typeOnly: boolean;
  /** Names taken; `*` for all of them. */
  names: string[];
  line: number;
}

export interface Module {
  path: string;
  text: string;
  imports: Import[];
  /** Names that others may import, with the line of each. */
  exports: { name: string; line: number }[];
}

const SOURCE = /\.(?:ts|tsx|mjs)$/;

/** Paths of every source that is tracked, or would be with the next commit. */
export const sourcePaths = (): string[] =>
  execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
    .split('\n')
    .filter((path) => SOURCE.test(path) && existsSync(join(ROOT, path)));

export const readModules = (paths: readonly string[]): Module[] =>
  paths.map((path) => moduleOf(path, readFileSync(join(ROOT, path), 'utf8')));

/** One source as a module. Throws when it is no TypeScript. */
export function moduleOf(path: string, text: string): Module {
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const lineOf = lineFinder(text);
  const taken = (specifier: string, start: number, names: string[], typeOnly: boolean): Import => ({
    specifier,
    ...(specifier.startsWith('.') ? { path: normalize(join(dirname(path), specifier.split('?')[0] ?? '')) } : {}),
    typeOnly,
    names,
    line: lineOf(start),
  });
  const statics = module.staticImports.map(({ moduleRequest, entries, start, end }) =>
    taken(
      moduleRequest.value,
      start,
      entries.map(({ importName }) => importName.name ?? (importName.kind === 'Default' ? 'default' : '*')),
      /^import\s+type\b/.test(text.slice(start, end)),
    ),
  );
  const again = module.staticExports.flatMap(({ entries, start, end }) =>
    entries.flatMap(({ moduleRequest, importName }) =>
      moduleRequest
        ? [taken(moduleRequest.value, start, [importName.name ?? '*'], /^export\s+type\b/.test(text.slice(start, end)))]
        : [],
    ),
  );
  const dynamics = module.dynamicImports.map(({ moduleRequest, start }) =>
    taken(text.slice(moduleRequest.start + 1, moduleRequest.end - 1), start, ['*'], false),
  );
  const inTypes = [...text.matchAll(/\bimport\(\s*'([^']+)'\s*\)\.(\w+)/g)].map((match) =>
    taken(match[1] ?? '', match.index, [match[2] ?? '*'], true),
  );
  const exports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ exportName, start }) =>
      exportName.name ? [{ name: exportName.name, line: lineOf(start) }] : [],
    ),
  );
  return { path, text, imports: [...statics, ...again, ...dynamics, ...inTypes], exports };
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
