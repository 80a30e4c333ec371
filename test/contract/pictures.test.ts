/** Pictures in the documents are those that the demo makes: none is drawn by hand, and none is left over. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { IN_DOCUMENTS, PICTURES_FOLDER } from '../../scripts/demo/pictures.ts';
import { ROOT } from '../../scripts/machine.ts';
import { files, read } from './tree.ts';

const made = Object.keys(IN_DOCUMENTS).map((name) => `${name}.png`);
const shown = (path: string) =>
  [...read(path).matchAll(/\]\((?:docs\/)?pictures\/([^)]+\.png)\)/g)].map(([, name]) => name);

it('every picture of a document is made by the demo, and every one that it makes for them is shown', () => {
  const documents = files.filter((path) => path === 'README.md' || /^docs\/.*\.md$/.test(path));
  expect([...new Set(documents.flatMap(shown))].sort()).toEqual([...made].sort());
  expect(shown('README.md').length).toBeGreaterThan(0);
});

it('the folder holds them and no other', () => {
  const there = readdirSync(join(ROOT, PICTURES_FOLDER)).filter((name) => name.endsWith('.png'));
  expect(there.sort()).toEqual([...made].sort());
});

it('each is one that the demo takes', () => {
  const played = read('scripts/demo/main-job.ts');
  for (const name of Object.values(IN_DOCUMENTS)) expect(played).toContain(`'${name}')`);
});
