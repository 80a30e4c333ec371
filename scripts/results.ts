/** What the test runners counted, read from their JSON reports. */
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from './machine.ts';

export interface Counts {
  passed: number;
  failed: number;
  /** Names of what failed, each with what was said of it in the lines below. */
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

export const failure = (name: string, said = ''): Counts => ({
  ...NOTHING,
  failed: 1,
  failures: [withReason(name, said)],
});

/** Of a long account the first lines say what happened. Where a log is cut, its end is what is left: there the reason must stand. */
const MOST_LINES = 16;

/** A name and, indented below it, why. */
function withReason(name: string, said: string): string {
  const lines = stripVTControlCharacters(said)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, MOST_LINES);
  return [name, ...lines.map((line) => `          ${line}`)].join('\n');
}

interface VitestReport {
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages?: string[] }[];
  }[];
}

export function readVitest(path: string): Counts {
  const { testResults } = read<VitestReport>(path);
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status, failureMessages }) => ({
      name: `${relative(ROOT, name)} › ${fullName}`,
      status,
      said: failureMessages?.join('\n') ?? '',
    })),
  );
  const failures = tests.filter(({ status }) => status === 'failed').map(({ name, said }) => withReason(name, said));
  // A file that could not even be loaded, or whose hooks threw, has no failed test of its own.
  for (const { name, status, message, assertionResults } of testResults)
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed'))
      failures.push(withReason(relative(ROOT, name), message));
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const notRun = tests.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ name }) => name);
  return { passed, failed: failures.length, failures, notRun };
}

interface PlaywrightTest {
  status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
  results: { errors: { message?: string; snippet?: string }[] }[];
}

interface PlaywrightSuite {
  file: string;
  specs: { title: string; tests: PlaywrightTest[] }[];
  suites?: PlaywrightSuite[];
}

export function readPlaywright(path: string): Counts {
  const report = read<{ suites: PlaywrightSuite[]; errors: { message?: string }[] }>(path);
  const fromSuites = report.suites.map(countSuite).reduce(add, NOTHING);
  return report.errors
    .map(({ message = '' }) => failure(message.split('\n')[0] || 'error', message))
    .reduce(add, fromSuites);
}

function countSuite(suite: PlaywrightSuite): Counts {
  const own = suite.specs.flatMap(({ title, tests }) =>
    tests.map((test) => countTest(test, `test/e2e/${suite.file} › ${title}`)),
  );
  return [...own, ...(suite.suites ?? []).map(countSuite)].reduce(add, NOTHING);
}

function countTest({ status, results }: PlaywrightTest, name: string): Counts {
  if (status === 'expected') return { ...NOTHING, passed: 1 };
  const errors = results.flatMap((result) => result.errors);
  const said = errors.flatMap(({ message, snippet }) => [message ?? '', snippet ?? '']).join('\n');
  return status === 'skipped' ? { ...NOTHING, notRun: [name] } : failure(name, said);
}

function read<T>(path: string): T {
  if (!existsSync(path)) throw new Error('the runner ended without a report');
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
