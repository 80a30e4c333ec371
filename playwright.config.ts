import { defineConfig } from 'playwright/test';
import { workersHere } from './scripts/machine.ts';
import { SOON, STEP_LIMIT_MS, TEST_LIMIT_MS } from './test/e2e/harness/limits.ts';
import { IS_NIGHT } from './test/nightly.ts';

/** What `npm run test:nightly` alone runs, for the reasons in CONTRIBUTING.md. */
const atNight = IS_NIGHT ? [] : ['**/*.nightly.test.ts', '**/*.nightly.firefox.test.ts'];

/** Whole browsers with the built extension. Names tell the project: `*.firefox.test.ts` runs in Firefox. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  forbidOnly: true,
  // Node itself takes the types out, as it does for everything in `scripts`: to have them taken out for it costs ten seconds of a core.
  build: { external: ['**/*.ts'] },
  // A file's tests share its browsers, which cost more to start than most tests to run: a file stays in one worker, and the
  // next file of that worker takes them, with the extension put in anew (test/e2e/harness/profile/idle.ts).
  fullyParallel: false,
  workers: workersHere(),
  timeout: TEST_LIMIT_MS,
  // What fails has failed: nothing is run again to be green.
  retries: 0,
  expect: { timeout: STEP_LIMIT_MS, toPass: { intervals: SOON } },
  reporter: [['list'], ['json', { outputFile: process.env.COUNTERSIGN_RESULTS ?? 'test-results/e2e.json' }]],
  projects: [
    { name: 'chromium', testMatch: '**/*.test.ts', testIgnore: ['**/*.firefox.test.ts', ...atNight] },
    { name: 'firefox', testMatch: '**/*.firefox.test.ts', testIgnore: atNight },
  ],
});
