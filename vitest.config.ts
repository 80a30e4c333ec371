import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** `unit`: rules and parts by themselves. `contract`: what holds for the repository as a whole, and for what it builds. */
export default defineConfig({
  test: {
    // Half of what the tests do is waiting for a collector, a database or a disk.
    maxWorkers: Math.max(2, availableParallelism()),
    reporters: ['default', ['json', { outputFile: process.env.COUNTERSIGN_RESULTS ?? 'test-results/vitest.json' }]],
    projects: [
      {
        plugins: [WxtVitest()],
        // Machines are shared: a test that is slow has not failed, one that hangs has.
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          mockReset: true,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'contract', include: ['test/contract/**/*.test.ts'], testTimeout: 60_000 } },
    ],
  },
});
