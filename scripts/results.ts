/** What the test runners counted, read from their JSON reports. */
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { ROOT } from './machine.ts';

export interface Counts {
  passed: number;
  failed: number;
  /** Names of what failed. */
  failures: string[];
  /** Names of tests that were left out, or stood behind something that failed. */
  notRun: string[];
}

export const NOTHING: Counts = { passed: 0, failed: 0, failures: [], notRun: [] };

export const add = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  failures: [...a.failures, ...b.failures],
  notRun: [...a.notRun, ...b.notRun],
});

export const failure = (name: string): Counts => ({ ...NOTHING, failed: 1, failures: [name] });

interface VitestReport {
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

export function readVitest(path: string): Counts {
  const { testResults } = read<VitestReport>(path);
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({ name: `${relative(ROOT, name)} › ${fullName}`, status })),
  );
  const failures = tests.filter(({ status }) => status === 'failed').map(({ name }) => name);
  // A file that could not even be loaded, or whose hooks threw, has no failed test of its own.
  for (const { name, status, assertionResults } of testResults)
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed'))
      failures.push(relative(ROOT, name));
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const notRun = tests.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ name }) => name);
  return { passed, failed: failures.length, failures, notRun };
}

interface PlaywrightSuite {
  file: string;
  specs: { title: string; tests: { status: 'expected' | 'unexpected' | 'flaky' | 'skipped' }[] }[];
  suites?: PlaywrightSuite[];
}

export function readPlaywright(path: string): Counts {
  const report = read<{ suites: PlaywrightSuite[]; errors: { message?: string }[] }>(path);
  const fromSuites = report.suites.map(countSuite).reduce(add, NOTHING);
  return report.errors.map(({ message }) => failure(message?.split('\n')[0] ?? 'error')).reduce(add, fromSuites);
}

function countSuite(suite: PlaywrightSuite): Counts {
  const own = suite.specs.flatMap(({ title, tests }) =>
    tests.map(({ status }) => countTest(status, suite.file, title)),
  );
  return [...own, ...(suite.suites ?? []).map(countSuite)].reduce(add, NOTHING);
}

function countTest(status: string, file: string, title: string): Counts {
  if (status === 'expected') return { ...NOTHING, passed: 1 };
  const name = `test/e2e/${file} › ${title}`;
  return status === 'skipped' ? { ...NOTHING, notRun: [name] } : failure(name);
}

function read<T>(path: string): T {
  if (!existsSync(path)) throw new Error('the runner ended without a report');
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
