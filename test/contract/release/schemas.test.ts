/** Schemas are made when something is first checked by them: a page that opens, or a worker that wakes, needs few of hundreds. */
import { expect, test } from 'vitest';
import { read, sources, within } from '../tree.ts';

/** A constant of a module that is a schema as soon as the module is loaded. */
const AT_ONCE = /^(?:export )?const \w+(?:: [^=\n]+)? = z\s*\.(?!lazy\(|registry[<(])\w+/gm;

test('a schema of its own that is made at once is found, and one that waits is not', () => {
  const found = (text: string) => text.match(AT_ONCE) ?? [];
  expect(found('export const nameSchema = z.string();')).toHaveLength(1);
  expect(found('const name = z\n  .string()\n  .max(3);')).toHaveLength(1);
  expect(found('export const nameSchema = z.lazy(() => z.string());\nconst names = z.registry<Facts>();')).toEqual([]);
});

test('no module makes a schema when it is loaded', () => {
  const made = sources(within('lib', 'components', 'entrypoints')).flatMap((path) =>
    (read(path).match(AT_ONCE) ?? []).map((text) => `${path}: ${text}`),
  );
  expect(made).toEqual([]);
});
