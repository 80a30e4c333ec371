/** Cited pages on this computer are asked for by the test build, and by no other. */
import { expect, it } from 'vitest';
import { built } from '../tree.ts';

/** The host by itself, as a rule for addresses has it: not within a pattern of sites. */
const GRANTED = /[`'"]127\.0\.0\.1[`'"]/;

it.each(['chrome-mv3', 'firefox-mv3'] as const)('%s grants no source of this computer', (build) => {
  expect(built(build, 'background.js')).not.toMatch(GRANTED);
});

it('the mark is the right one: the test build does', () => {
  expect(built('chrome-mv3-test', 'background.js')).toMatch(GRANTED);
});
