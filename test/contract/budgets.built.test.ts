/** What a page has to load because of us, as it is shipped. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { built } from './tree.ts';

const KB = 1024;
const DETECTOR = 'content-scripts/detector.js';
const OVERLAY = 'content-scripts/overlay.js';
const size = (path: string) => gzipSync(built('chrome-mv3', path), { level: 9 }).length;

/** Words that the libraries carry into every bundle that holds them. */
const MARKS = {
  react: /react\.element|react\.transitional\.element|__SECRET_INTERNALS|__CLIENT_INTERNALS/,
  zod: /ZodError|invalid_union|unrecognized_keys/,
  dexie: /Dexie|IDBKeyRange/,
};

it('the detector has at most 15 KB (gzip)', () => {
  expect(size(DETECTOR)).toBeLessThanOrEqual(15 * KB);
});

it('the overlay has at most 130 KB (gzip)', () => {
  expect(size(OVERLAY)).toBeLessThanOrEqual(130 * KB);
});

describe('the detector carries no library that it does not need', () => {
  it.each(Object.entries(MARKS))('%s', (_, mark) => {
    expect(built('chrome-mv3', DETECTOR)).not.toMatch(mark);
  });
});

it('the marks are the libraries’ own: the background and the overlay do carry them', () => {
  expect(built('chrome-mv3', 'background.js')).toMatch(MARKS.zod);
  expect(built('chrome-mv3', 'background.js')).toMatch(MARKS.dexie);
  expect(built('chrome-mv3', OVERLAY)).toMatch(MARKS.react);
});
