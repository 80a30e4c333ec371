import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it, vi } from 'vitest';
import { lazyModule } from '../../../scripts/release/lazy-data.ts';

const DATA = createRequire(import.meta.url).resolve('libphonenumber-js/metadata.max.json');

const builtOf = async (json: string): Promise<Record<string, unknown>> => {
  const url = `data:text/javascript,${encodeURIComponent(lazyModule(json))}`;
  return ((await import(/* @vite-ignore */ url)) as { default: Record<string, unknown> }).default;
};

it.each([
  ['the numbering plans of all countries', readFileSync(DATA, 'utf8')],
  [
    'names and signs of every kind',
    JSON.stringify({ 'a b': [1, null, '"’\\n'], proto: { é: `\`$${'{1}'}` }, 1: '\u2028' }),
  ],
])('what is built of data has the same members: %s', async (_, json) => {
  expect({ ...(await builtOf(json)) }).toEqual(JSON.parse(json));
});

it('is read when it is first asked for, and once', async () => {
  const parse = vi.spyOn(JSON, 'parse');
  const built = await builtOf('{"plans":[1],"version":4}');
  parse.mockClear(); // what made the module read it, and is not part of it
  expect(Object.keys(built)).toEqual(['plans', 'version']);
  expect(parse).not.toHaveBeenCalled();
  expect([built.plans, built.version, built.plans]).toEqual([[1], 4, [1]]);
  expect(parse).toHaveBeenCalledTimes(1);
});
