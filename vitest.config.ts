import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { workersHere } from './scripts/machine.ts';
import { IS_NIGHT } from './test/nightly.ts';

/** What `npm run test:nightly` alone runs, and `npm run release`, for the reasons in CONTRIBUTING.md. */
const atNight = IS_NIGHT ? [] : ['**/*.nightly.*'];

/** Machines are shared: a test that is slow has not failed, one that hangs has. */
const limits = { testTimeout: 300_000, hookTimeout: 300_000, expect: { poll: { timeout: 240_000 } } };

/**
 * Rooms whose modules remember something for as long as the browser runs (settings, a database, what a page showed), and
 * what puts another module in the place of one of Node's: each file gets its own world. The files of all other rooms share
 * theirs: to make one costs three times what is tested in it.
 */
const APART = [
  ...['background', 'page', 'panel', 'settings', 'store', 'sync'].map((room) => `test/unit/${room}/**/*.test.{ts,tsx}`),
  'test/unit/collector/database/durability.test.ts',
];

const unit = (
  name: string,
  more: { include: string[]; exclude?: string[]; isolate: boolean; setupFiles?: string },
) => ({
  plugins: [WxtVitest()],
  test: { name, mockReset: true, pool: 'threads' as const, ...more, ...limits },
});

/** `unit…`: rules and parts by themselves. `contract`: what holds for the repository as a whole, and for what it builds. */
export default defineConfig({
  test: {
    maxWorkers: workersHere(),
    reporters: ['default', ['json', { outputFile: process.env.COUNTERSIGN_RESULTS ?? 'test-results/vitest.json' }]],
    projects: [
      unit('unit', { include: ['test/unit/**/*.test.{ts,tsx}'], exclude: APART, isolate: false }),
      unit('unit-apart', { include: APART, isolate: true, setupFiles: 'test/unit/own-locks.ts' }),
      { test: { name: 'contract', include: ['test/contract/**/*.test.ts'], exclude: atNight, ...limits } },
    ],
  },
});
