/** What of the queue is shown: words, weight, times. */
import { describe, expect, test } from 'vitest';
import { packed } from '../../../../lib/domain/decision/packed-line.ts';
import { compareDue, hasTerms, isSieving, termsOf, weightOf } from '../../../../lib/domain/decision/sifted.ts';
import type { Output } from '../../../../lib/domain/output/output.ts';
import type { Report } from '../../../../lib/domain/report/report.ts';
import { ANNA, LUCA, TRACE } from '../making.ts';

const report = (n: number, more: Partial<Report> = {}): Report => ({
  ...{ reportId: String(n), hash: 'h', categories: ['factual'], severity: 'minor', state: 'open', source: ANNA },
  ...{ reportedAt: '', updatedAt: '' },
  ...more,
});
const output = (reports: Report[], more: Partial<Output> = {}): Output => ({
  ...{ hash: 'h', outputId: 'o', trace: TRACE, status: 'reported', reports, decisions: [], openReports: 1 },
  ...{ firstSeenAt: '', updatedAt: '', content: { text: 'La resa è gratuita.' } },
  ...more,
});

test('whether anything is asked', () => {
  for (const nothing of [{}, { words: ' ' }, { words: '', status: undefined } as object])
    expect(isSieving(nothing)).toBe(false);
  expect(isSieving({ words: 'a' })).toBe(true);
  expect(isSieving({ hasCorrection: true })).toBe(true);
});

describe('words', () => {
  const said = output([report(1, { content: { passages: [], comment: 'Perché così?' } })]);
  test.each([
    ['', true],
    ['PERCHE cosi', true],
    ['gratu resa', true],
    ['chatgpt resa', true],
    ['atuita', false],
    ['resa copilot', false],
  ])('%j', (words, isFound) => {
    expect(hasTerms(said, termsOf(words))).toBe(isFound);
  });

  test('what was erased is not found by what it said', () => {
    const before = output([report(1, { content: { passages: [], comment: 'secret' } })]);
    expect(hasTerms(before, ['secret'])).toBe(true);
    expect(hasTerms(output([report(1)]), ['secret'])).toBe(false);
  });
});

test('weight is severity, people and sites', () => {
  const seenByTwo = output([report(1), report(2, { source: LUCA })], {
    reuses: [{ origin: 'https://a' }, { origin: 'https://a' }, { origin: 'https://b' }] as Output['reuses'] & object,
  });
  expect(weightOf(seenByTwo)).toBe(1 * 2 * 3);
  expect(weightOf(output([report(1, { severity: 'critical' })]))).toBe(25);
  expect(weightOf(output([]))).toBe(0);
});

test('what is due first comes first; what is never due comes last, the weightiest and oldest of it before', () => {
  const line = [
    { since: '2', weight: 1 },
    { since: '1', weight: 1 },
    { since: '3', weight: 5 },
    { since: '9', weight: 0, dueAt: '2026-11-29' },
    { since: '9', weight: 0, dueAt: '2026-11-28' },
  ];
  expect(line.toSorted(compareDue).map(({ since, dueAt }) => dueAt ?? since)).toEqual([
    ...['2026-11-28', '2026-11-29', '3', '1', '2'],
  ]);
});

test('a packed line gives back what was put in, says where each stands, and how long it is beyond what is known', () => {
  const hashes = [1, 2, 255].map((n) => `sha256:${n.toString(16).padStart(64, '0')}`);
  const line = packed(hashes, 9);
  expect(line.slice(0, 9)).toEqual(hashes);
  expect(line.length).toBe(9);
  expect([line.at(2), line.at(3), line.at(-1)]).toEqual([hashes[2], undefined, undefined]);
  expect(hashes.map((hash) => line.indexOf(hash))).toEqual([0, 1, 2]);
  expect([line.indexOf(`sha256:${'f'.repeat(64)}`), line.indexOf('no hash')]).toEqual([-1, -1]);
});
