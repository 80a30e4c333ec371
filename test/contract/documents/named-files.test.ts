/** Comments and documents that name a file of this repository name one that is there. */
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { files, read, sources } from '../tree.ts';

const there = new Set(files);
const folders = new Set(files.flatMap((path) => path.split('/').map((_, at, parts) => parts.slice(0, at).join('/'))));
const names = new Set(files.map((path) => basename(path)));

/** `lib/page/read/text.ts`, `docs/policy.md`; not `lib/…/x.ts`, `lib/sync/targets/<name>.ts` or `lib/*.ts`. */
const PATH = /(?<![\w./@$}-])(?:lib|components|entrypoints|collector|scripts|test|docs|locales|public)\/[\w./-]+/g;
/** `ending.ts` in backticks, as documents name a file of the folder that they speak of. */
const NAME = /`([\w-]+\.(?:ts|tsx|mjs|css|yml))`/g;
const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm;

const isThere = (path: string): boolean => {
  const plain = path.replace(/[.,/]+$/, '');
  return there.has(plain) || folders.has(plain) || there.has(`${plain}.ts`);
};

/** Names of files that are not there, in a text. What is cut off (`<name>`, `*`, `$`) names no file. */
function lost(text: string): string[] {
  const paths = [...text.matchAll(PATH)].filter(
    ({ index, 0: path }) => !/[<*${[(]/.test(text[index + path.length] ?? ''),
  );
  return [
    ...paths.map(([path]) => path).filter((path) => !isThere(path)),
    ...[...text.matchAll(NAME)].flatMap(([, name = '']) => (names.has(name) ? [] : [name])),
  ];
}

/** Made by a build, or by whoever follows the document. */
const ELSEWHERE = /^(?:test-results|my-|docs\/pictures)|public\/managed|\/my-|countersign\.yml$/;
const documents = files.filter((path) => path.endsWith('.md') && path !== 'CHANGELOG.md');
const commented = sources(files).filter((path) => !/scaffold|test\/contract\//.test(path));

describe('files that are named', () => {
  it.each(documents)('in %s are there', (path) => {
    expect(lost(read(path)).filter((name) => !ELSEWHERE.test(name))).toEqual([]);
  });

  it('in comments are there', () => {
    const found = commented.flatMap((path) =>
      lost((read(path).match(COMMENT) ?? []).join('\n'))
        .filter((name) => !ELSEWHERE.test(name))
        .map((name) => `${path}: ${name}`),
    );
    expect(found).toEqual([]);
  });

  it('(and one that is not there would be found)', () => {
    expect(lost('See `lib/page/no-such-file.ts`, and `nowhere.ts`, but lib/sync/targets/<name>.ts.')).toEqual([
      ...['lib/page/no-such-file.ts', 'nowhere.ts'],
    ]);
  });
});
