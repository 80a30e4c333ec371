import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { workersHere } from './scripts/machine.ts';

/** Machines are shared: a test that is slow has not failed, one that hangs has. */
const limits = { testTimeout: 300_000, hookTimeout: 300_000 };

/** `unit`: rules and parts by themselves. `contract`: what holds for the repository as a whole, and for what it builds. */
export default defineConfig({
  test: {
    maxWorkers: workersHere(),
    reporters: ['default', ['json', { outputFile: process.env.COUNTERSIGN_RESULTS ?? 'test-results/vitest.json' }]],
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          mockReset: true,
          ...limits,
        },
      },
      { test: { name: 'contract', include: ['test/contract/**/*.test.ts'], ...limits } },
    ],
  },
});
