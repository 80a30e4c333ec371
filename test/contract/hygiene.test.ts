/** What must stand nowhere in this repository. Patterns are put together from parts, so that this file may stay in it. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/machine.ts';
import { files, read, sources, within } from './tree.ts';

const TEXT =
  /\.(?:ts|tsx|mjs|js|json|yml|yaml|md|html|css|svg|grit|npmrc)$|^\.(?:npmrc|gitignore)$|^\.ci\/run$|LICENSE$/;
const texts = files.filter((path) => TEXT.test(path));
const code = sources(files);
const tests = code.filter((path) => path.startsWith('test/'));
const product = sources(within('lib', 'components', 'entrypoints'));

/** `path:line: text` of each line (or piece) that matches. */
function hits(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    [...read(path).matchAll(new RegExp(pattern, 'gm'))].map((match) => {
      const line = match.input.slice(0, match.index).split('\n').length;
      return `${path}:${line}: ${match[0].trim()}`;
    }),
  );
}

interface Rule {
  what: string;
  paths: readonly string[];
  pattern: RegExp;
  /** Something that it has to find, in pieces that are harmless by themselves. */
  example: string[];
}

const FORBIDDEN: Rule[] = [
  {
    what: 'tests that do not run, or that keep others from running',
    paths: tests,
    pattern:
      /\b(?:it|test|describe|suite)\.(?:skip|only|todo|fixme|fails|skipIf|runIf)\b|\bx(?:it|test|describe)\(|\bf(?:it|describe)\(/,
    example: ['it', '.skip("x")'],
  },
  {
    what: 'type errors talked away',
    paths: code,
    pattern: /@ts-(?:ignore|nocheck|expect-error)/,
    example: ['// @ts', '-ignore'],
  },
  {
    what: 'assertions that say nothing',
    paths: tests,
    pattern: /\bexpect\((?:true|false|null|undefined|\d+|'[^']*')\)/,
    example: ['expect', '(true).toBe(true)'],
  },
  {
    what: 'lengths that lib/domain/limits.ts does not name',
    paths: sources(within('lib/domain', 'lib/sync', 'lib/tools', 'components')).filter(
      (path) => path !== 'lib/domain/limits.ts',
    ),
    pattern: /(?<!Math)\.max\(\d[\d_]+\)|\bmaxLength=\{\d\d/,
    example: ['z.string()', '.max(500)'],
  },
  {
    what: 'keys of browser.storage that lib/settings/items.ts does not name',
    paths: product.filter((path) => !['items.ts', 'family.ts'].some((name) => path === `lib/settings/${name}`)),
    pattern: /\bstorage\.defineItem\b|['"`](?:local|session|sync):\w/,
    example: ["'loc", "al:mine'"],
  },
  {
    what: 'errors that vanish',
    paths: code,
    pattern: /catch\s*(?:\([^)]*\)\s*)?\{\s*\}|\.catch\(\s*\(\w*\)\s*=>\s*\{\s*\}\s*\)/,
    example: ['try { x() } catch', ' (error) {}'],
  },
  {
    what: 'tests that wait for time to pass instead of for what they expect',
    // Power is cut at any time, which is nothing to be waited for.
    paths: tests.filter((path) => /\.test\.ts$|^test\/e2e\/(?!targets\/cuts\.ts)/.test(path)),
    pattern: /\bwaitForTimeout\(|new Promise\([^;]{0,60}setTimeout\(|from 'node:timers\/promises'|\bsleep\(/,
    example: ['await new Promise', '((resolve) => setTimeout(resolve, 100))'],
  },
  {
    what: 'properties with a seed of the day: what they find is not of the change',
    paths: tests.filter((path) => path !== 'test/unit/property.ts'),
    pattern: /from ['"]fast-check/,
    example: ['import fc from ', "'fast-check'"],
  },
  {
    what: 'messages to the console that nobody reads',
    paths: product,
    pattern: /\bconsole\.(?:log|trace|dir|table)\(/,
    example: ['console', '.log("x")'],
  },
  {
    what: 'paths of somebody’s machine',
    paths: texts,
    pattern: /(?<![\w.*}])\/(?:work|root|home|Users)\/[\w.-]+/,
    example: ['see /', 'home/ada/notes'],
  },
  {
    what: 'hosts of a package registry',
    paths: texts,
    pattern: /\bregistry\.[a-z-]+\.(?:org|com|dev)\b|\bdeb\.debian\.org\b/,
    example: ['https://registry', '.example.org/zod'],
  },
];

describe('nowhere in this repository', () => {
  it.each(FORBIDDEN)('$what', ({ paths, pattern }) => {
    expect(hits(paths, pattern)).toEqual([]);
  });

  it.each(FORBIDDEN)('(and that would be found: $what)', ({ pattern, example }) => {
    expect(example.join('')).toMatch(pattern);
  });
});

describe('the lock file', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, object> };

  it('says nothing of where packages were fetched from', () => {
    const resolved = Object.entries(packages).filter(([, entry]) => 'resolved' in entry);
    expect(resolved.map(([path]) => path)).toEqual([]);
    expect(read('.npmrc')).toMatch(/^omit-lockfile-registry-resolved=true$/m);
  });

  it('names the optional packages of every platform: npm ci refuses a file that does not', () => {
    const names = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
    const asked = Object.values(packages).flatMap((entry) =>
      Object.keys((entry as { optionalDependencies?: Record<string, string> }).optionalDependencies ?? {}),
    );
    expect(
      asked.filter((name) => !names.has(name)),
      'run: node scripts/complete-lock.ts',
    ).toEqual([]);
  });

  it('pins every direct dependency to one version', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const versions = Object.entries({ ...dependencies, ...devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });
});

it('every test is run by a runner: its place and name are known', () => {
  const known = /^test\/(?:unit|contract)\/.*\.test\.tsx?$|^test\/e2e\/.*\.test\.ts$/;
  expect(files.filter((path) => /\.(?:test|spec)\.\w+$/.test(path) && !known.test(path))).toEqual([]);
});

it('every folder in which something is looked for is there', () => {
  expect([texts, code, tests, product].map((paths) => paths.length > 0)).toEqual([true, true, true, true]);
});

it('nothing is a link: what is linked to is somewhere else on another machine', () => {
  const tracked = execFileSync('git', ['ls-files', '-s'], { cwd: ROOT, encoding: 'utf8' }).split('\n');
  expect(tracked.filter((line) => line.startsWith('120000 '))).toEqual([]);
});
