/** Files stay small enough to be read in one go. (Functions: the linter counts their lines.) */
import { expect, it } from 'vitest';
import { files, read, sources, within } from './tree.ts';

const lines = (path: string) => read(path).trimEnd().split('\n').length;
const longerThan = (limit: number, paths: readonly string[]) =>
  paths.filter((path) => lines(path) > limit).map((path) => `${path}: ${lines(path)} lines`);

it('a source file has at most 300 lines', () => {
  expect(longerThan(300, [...sources(files), ...files.filter((path) => path.endsWith('.css'))])).toEqual([]);
});

it('an entry point only puts things together: at most 80 lines', () => {
  expect(longerThan(80, within('entrypoints'))).toEqual([]);
});
