/** What a page has to load because of us, as it is shipped: each content script with what it may weigh and may hold. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildDir } from '../../../scripts/machine.ts';
import { built } from '../tree.ts';

const KB = 1024;
const FOLDER = 'content-scripts';
const scriptOf = (name: string) => built('chrome-mv3', join(FOLDER, `${name}.js`));

/** Words that the libraries carry into every bundle that holds them. */
const MARKS = {
  react: /react\.element|react\.transitional\.element|__SECRET_INTERNALS|__CLIENT_INTERNALS/,
  zod: /ZodError|invalid_union|unrecognized_keys/,
  dexie: /Dexie|IDBKeyRange/,
};
type Library = keyof typeof MARKS;

/** KB after gzip at most, and the libraries that it needs. The detector is in every frame, the others where they are needed. */
const BUDGETS: Record<string, { atMost: number; needs?: Library[] }> = {
  detector: { atMost: 13.9 },
  reader: { atMost: 18.8 },
  formulas: { atMost: 4 },
  cited: { atMost: 2 },
  gate: { atMost: 12 },
  'gate-writes': { atMost: 1 },
  brief: { atMost: 2 },
  health: { atMost: 5.5 },
  learner: { atMost: 16.6 },
  lessons: { atMost: 13.4 },
  passages: { atMost: 8 },
  selection: { atMost: 3 },
  reuse: { atMost: 9 },
  teacher: { atMost: 13.6 },
  overlay: { atMost: 90, needs: ['react'] },
};

it('every content script has a budget', () => {
  const scripts = readdirSync(join(buildDir('chrome-mv3'), FOLDER)).map((file) => file.replace(/\.js$/, ''));
  expect(scripts.sort()).toEqual(Object.keys(BUDGETS).sort());
});

describe.each(Object.entries(BUDGETS))('%s', (name, { atMost, needs = [] }) => {
  it(`has at most ${atMost} KB (gzip)`, () => {
    expect(gzipSync(scriptOf(name), { level: 9 }).length / KB).toBeLessThanOrEqual(atMost);
  });

  it('is in ASCII: of any other, browsers keep the source in twice its size', () => {
    expect(scriptOf(name)).not.toMatch(/[^\0-\x7f]/);
  });

  it.each(Object.entries(MARKS).filter(([library]) => !needs.includes(library as Library)))(
    'does not carry %s',
    (_, mark) => {
      expect(scriptOf(name)).not.toMatch(mark);
    },
  );
});

it('the marks are the libraries’ own: the background and the overlay do carry them', () => {
  expect(built('chrome-mv3', 'background.js')).toMatch(MARKS.zod);
  expect(built('chrome-mv3', 'background.js')).toMatch(MARKS.dexie);
  expect(scriptOf('overlay')).toMatch(MARKS.react);
});

/** What a page of ours loads before anything is drawn: its script and all that this imports, without what is loaded later. */
const firstScriptsOf = (page: string): string[] =>
  [...built('chrome-mv3', `${page}.html`).matchAll(/(?:src|href)="\/(chunks\/[^"]+\.js)"/g)].map(
    ([, path]) => path ?? '',
  );

it.each(['sidepanel', 'figures', 'record', 'policy'])(
  '%s opens without the numbering plans of all countries: what masks is loaded where somebody masks',
  (page) => {
    const scripts = firstScriptsOf(page);
    expect(scripts.length).toBeGreaterThan(1);
    for (const script of scripts) expect(built('chrome-mv3', script), script).not.toContain('country_calling_codes');
  },
);

it('the scripts with the numbering plans hold them as a text, which is read when it is asked for', () => {
  expect(built('chrome-mv3', 'background.js')).toMatch(/JSON\.parse\([`'"]\{"version":4,"country_calling_codes"/);
});
