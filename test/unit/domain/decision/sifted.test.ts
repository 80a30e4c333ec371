/** What of the queue is shown: filters, words, orders. */
import { describe, expect, test } from 'vitest';
import { isSieving, ordered, type Sieve, sifted, weightOf } from '../../../../lib/domain/decision/sifted.ts';
import type { Output } from '../../../../lib/domain/output/output.ts';
import type { Report } from '../../../../lib/domain/report/report.ts';
import { ANNA, LUCA, TRACE } from '../making.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-28T12:00:00.000Z');

const report = (n: number, more: Partial<Report> = {}): Report => ({
  ...{ reportId: String(n), hash: 'h', categories: ['factual'], severity: 'major', state: 'open', source: ANNA },
  ...{ reportedAt: new Date(NOW - n * DAY).toISOString(), updatedAt: '' },
  ...more,
});
const output = (hash: string, reports: Report[], more: Partial<Output> = {}): Output => ({
  ...{ hash, outputId: hash, trace: TRACE, status: 'reported', reports, decisions: [], openReports: reports.length },
  ...{ firstSeenAt: '', updatedAt: '', content: { text: `Text ${hash}.` } },
  ...more,
});

const minor = output('minor', [report(1, { severity: 'minor', content: { passages: [], comment: 'Perché così?' } })]);
const major = output('major', [report(9, { content: { passages: [], correction: 'Better.' } })], {
  trace: { ...TRACE, tool: 'copilot', toolName: 'Copilot', model: 'm1' },
});
const passedOn = output('passed', [report(4, { categories: ['outdated', 'harm'] })], { status: 'escalated' });
const erased = output('erased', [report(2, { categories: ['harm'], severity: 'critical' })], {
  content: undefined,
} as object);
const ALL = [minor, major, passedOn, erased];

const DUE: Record<string, string> = { major: '2026-11-28T11:00:00.000Z', passed: '2026-11-29T09:00:00.000Z' };
const underPolicy = ({ hash }: Output) => ({
  ...(hash === 'major' ? { processId: 'faq' } : {}),
  ...(DUE[hash] ? { dueAt: DUE[hash] } : {}),
});
const found = (sieve: Sieve): string[] => sifted(ALL, sieve, underPolicy, NOW).map(({ hash }) => hash);

describe('the sieve', () => {
  test.each<[Sieve, string[]]>([
    [{}, ['minor', 'major', 'passed', 'erased']],
    [{ words: '   ' }, ['minor', 'major', 'passed', 'erased']],
    [{ status: 'escalated' }, ['passed']],
    [{ severity: 'critical' }, ['erased']],
    [{ category: 'harm' }, ['passed', 'erased']],
    [{ category: 'harm', severity: 'major' }, ['passed']],
    [{ tool: 'copilot' }, ['major']],
    [{ model: 'm1' }, ['major']],
    [{ processId: 'faq' }, ['major']],
    [{ olderThanDays: 4 }, ['major', 'passed']],
    [{ due: 'over' }, ['major']],
    [{ due: 'soon' }, ['major', 'passed']],
    [{ processId: 'faq', due: 'soon' }, ['major']],
    [{ hasCorrection: true }, ['major']],
    [{ words: 'PERCHE cosi' }, ['minor']],
    [{ words: 'better copilot' }, ['major']],
    [{ words: 'better chatgpt' }, []],
  ])('%j', (sieve, hashes) => {
    expect(found(sieve)).toEqual(hashes);
  });

  test('whether anything is asked', () => {
    for (const nothing of [{}, { words: ' ' }, { words: '', status: undefined } as object])
      expect(isSieving(nothing)).toBe(false);
    expect(isSieving({ words: 'a' })).toBe(true);
    expect(isSieving({ hasCorrection: true })).toBe(true);
  });

  test('what was erased is not found by what it said', () => {
    const before = output('x', [report(1, { content: { passages: [], comment: 'secret' } })]);
    expect(sifted([before], { words: 'secret' })).toHaveLength(1);
    const { content: _, ...bare } = before;
    const after = { ...bare, reports: [report(1)] };
    expect(sifted([after], { words: 'secret' })).toEqual([]);
  });
});

test('weight is severity, people and sites; orders are by it and by time', () => {
  const seenByTwo = output('two', [report(1, { severity: 'minor' }), report(2, { severity: 'minor', source: LUCA })], {
    reuses: [{ origin: 'https://a' }, { origin: 'https://a' }, { origin: 'https://b' }] as Output['reuses'] & object,
  });
  expect(weightOf(seenByTwo)).toBe(1 * 2 * 3);
  expect(weightOf(erased)).toBe(25);
  expect(weightOf(output('asked', []))).toBe(0);
  const hashes = (order: Parameters<typeof ordered>[1]) =>
    ordered([major, seenByTwo, erased], order).map(({ hash }) => hash);
  expect(hashes('gravest')).toEqual(['major', 'two', 'erased']);
  expect(hashes('weight')).toEqual(['erased', 'two', 'major']);
  expect(hashes('oldest')).toEqual(['major', 'two', 'erased']);
  expect(ordered(ALL, 'due', underPolicy).map(({ hash }) => hash)).toEqual(['major', 'passed', 'erased', 'minor']);
  expect(hashes('newest')).toEqual(
    ['two', 'erased', 'major'].sort((a, b) => (a === 'major' ? 1 : b === 'major' ? -1 : 0)),
  );
});
