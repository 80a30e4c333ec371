/** How big things are, what is imported in a circle, and what nobody imports. */
import { dirname } from 'node:path';
import { type ESTree, parseSync } from 'vite';
import { isProduct } from './breaches.ts';
import type { Module } from './modules.ts';

/** A folder may hold this many files, so that somebody who looks into it sees all of it at once. */
const FILES_PER_FOLDER = 15;
/** Registries hold a file for each of their entries (WXT finds the scripts in `entrypoints` by their names), and `components/ui` each control by its name. */
const WIDE = [
  'components/ui',
  'entrypoints',
  'lib/tools',
  'lib/sync/targets',
  'lib/metrics',
  'test/unit/metrics',
  'lib/domain/events',
  'lib/messages/to-background',
  'test/detect/live',
];
const CLASS_LINES = 150;
const CLASS_FIELDS = 10;

/** `folder: n files` for each folder of the product or of its tests that holds too many. */
export function crowdedFolders(paths: readonly string[]): string[] {
  return [...filesByFolder(paths, (path) => isProduct(path) || path.startsWith('test/'))]
    .filter(([folder, files]) => files > FILES_PER_FOLDER && !WIDE.includes(folder))
    .map(([folder, files]) => `${folder}: ${files} files (at most ${FILES_PER_FOLDER})`);
}

export function filesByFolder(paths: readonly string[], counts = isProduct): Map<string, number> {
  const files = new Map<string, number>();
  for (const path of paths.filter((path) => counts(path)))
    files.set(dirname(path), (files.get(dirname(path)) ?? 0) + 1);
  return files;
}

/** Groups of files that import each other, types counted. */
export function circles(modules: readonly Module[]): string[][] {
  const known = new Set(modules.map(({ path }) => path));
  const next = new Map(modules.map(({ path, imports }) => [path, imports.flatMap((taken) => taken.path ?? [])]));
  const reached = new Map([...known].map((path) => [path, reachedFrom(path, next)]));
  const grouped = new Set<string>();
  return [...known].flatMap((path) => {
    if (grouped.has(path) || !reached.get(path)?.has(path)) return [];
    const group = [...(reached.get(path) ?? [])].filter((other) => reached.get(other)?.has(path)).sort();
    for (const member of group) grouped.add(member);
    return [group];
  });
}

/** Every file that one leads to; itself only where a way leads back. */
function reachedFrom(path: string, next: ReadonlyMap<string, readonly string[]>): Set<string> {
  const seen = new Set<string>();
  const waiting = [...(next.get(path) ?? [])];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    waiting.push(...(next.get(at) ?? []));
  }
  return seen;
}

/** Exports that no other file takes: `file:line: name`. What a framework calls by place (entry points) is left out. */
export function unusedExports(modules: readonly Module[], isCalledByPlace: (path: string) => boolean): string[] {
  const taken = new Map<string, Set<string>>();
  for (const { path: from, imports } of modules)
    for (const { path, names } of imports) {
      if (path === undefined || path === from) continue;
      const names_ = taken.get(path) ?? new Set();
      for (const name of names) names_.add(name);
      taken.set(path, names_);
    }
  return modules
    .filter(({ path }) => !isCalledByPlace(path))
    .flatMap(({ path, exports }) => {
      const names = taken.get(path);
      if (names?.has('*')) return [];
      return exports.filter(({ name }) => !names?.has(name)).map(({ name, line }) => `${path}:${line}: ${name}`);
    });
}

/** `name: file:line, file:line` for each name that two files export: who searches for it must find one thing. */
export function namesTwice(modules: readonly Module[]): string[] {
  const places = new Map<string, string[]>();
  for (const { path, exports } of modules)
    for (const { name, line } of exports)
      if (name !== 'default') places.set(name, [...(places.get(name) ?? []), `${path}:${line}`]);
  return [...places].filter(([, found]) => found.length > 1).map(([name, found]) => `${name}: ${found.join(', ')}`);
}

interface Sizes {
  functions: number[];
  /** `file: Name, n lines, n fields` for each class that is too big. */
  bigClasses: string[];
}

/** Lines of every function with a body of its own, and classes that hold too much. */
export function sizes(modules: readonly Module[]): Sizes {
  const functions: number[] = [];
  const bigClasses: string[] = [];
  for (const { path, text } of modules.filter((module) => isProduct(module.path))) {
    const linesOf = (node: { start: number; end: number }) => text.slice(node.start, node.end).split('\n').length;
    walk(parseSync(path, text).program, (node) => {
      if (/^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type))
        functions.push(linesOf(node));
      if (!/^Class(?:Declaration|Expression)$/.test(node.type)) return;
      const { id, body } = node as ESTree.Class;
      const fields = body.body.filter(({ type }) => type === 'PropertyDefinition').length;
      if (linesOf(node) <= CLASS_LINES && fields <= CLASS_FIELDS) return;
      bigClasses.push(`${path}: ${id?.name ?? 'class'}, ${linesOf(node)} lines, ${fields} fields`);
    });
  }
  return { functions, bigClasses };
}

interface Node {
  type: string;
  start: number;
  end: number;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function walk(node: Node, look: (node: Node) => void): void {
  look(node);
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, look);
}

/** Median, ninth decile and maximum. */
export function spread(numbers: readonly number[]): { median: number; p90: number; max: number } {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { median: at(0.5), p90: at(0.9), max: sorted.at(-1) ?? 0 };
}
