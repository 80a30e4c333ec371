import { availableParallelism } from 'node:os';
import { defineConfig } from 'playwright/test';

/** Whole browsers with the built extension. Names tell the project: `*.firefox.test.ts` runs in Firefox. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  forbidOnly: true,
  fullyParallel: true,
  // Most of a test is waiting for what a person or a server would do.
  workers: Math.min(4, 2 * availableParallelism()),
  timeout: 90_000,
  // Whole browsers on a shared machine: what fails is run once more, and `npm test` names what passed only then.
  retries: 1,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: process.env.COUNTERSIGN_RESULTS ?? 'test-results/e2e.json' }]],
  projects: [
    { name: 'chromium', testMatch: '**/*.test.ts', testIgnore: '**/*.firefox.test.ts' },
    { name: 'firefox', testMatch: '**/*.firefox.test.ts' },
  ],
});
