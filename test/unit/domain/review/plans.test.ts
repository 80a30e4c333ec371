/** Sequential test, continuous sampling and CUSUM against published and exact values. */
import { describe, expect, it } from 'vitest';
import { aoql, type CspPlan, cleanFor, cspCharacter } from '../../../../lib/domain/review/csp.ts';
import { type CusumPlan, cusumOf, gammaOf, runLength } from '../../../../lib/domain/review/cusum.ts';
import {
  firstAccept,
  refuseNumber,
  type SprtPlan,
  sprtCharacter,
  sprtLines,
  sprtVerdict,
} from '../../../../lib/domain/review/sprt.ts';

describe('the sequential test', () => {
  const NIST: SprtPlan = { p0: 0.01, p1: 0.1, alpha: 0.05, beta: 0.1 };

  it('has the lines of the NIST handbook', () => {
    const { accept, refuse, slope } = sprtLines(NIST);
    expect([accept, refuse, slope].map((value) => value.toFixed(5))).toEqual(['0.93886', '1.20538', '0.03975']);
  });

  it('accepts and refuses where the handbook’s table does', () => {
    expect([0, 1, 2, 3, 4].map((defects) => firstAccept(NIST, defects))).toEqual([24, 49, 74, 100, 125]);
    expect([19, 20, 46, 71, 96, 121].map((reviewed) => refuseNumber(NIST, reviewed))).toEqual([2, 3, 4, 5, 6, 7]);
    expect([sprtVerdict(NIST, 23, 0), sprtVerdict(NIST, 24, 0), sprtVerdict(NIST, 19, 2)]).toEqual([
      'go_on',
      'accept',
      'refuse',
    ]);
  });

  it.each([
    [0.02, 0.08, 36],
    [0.01, 0.05, 55],
    [0.02, 0.1, 27],
  ])('between %d and %d first accepts after %i', (p0, p1, first) => {
    expect(firstAccept({ p0, p1, alpha: 0.05, beta: 0.1 }, 0)).toBe(first);
  });

  it.each([
    [0.02, 0.08, ['0.9686', '61.51', '0.0992', '53.95']],
    [0.02, 0.1, ['0.9714', '41.77', '0.0970', '35.20']],
  ])('between %d and %d: exact, so that nobody expects 5 %%', (p0, p1, expected) => {
    const plan = { p0, p1, alpha: 0.05, beta: 0.1 };
    const [good, bad] = [sprtCharacter(plan, p0), sprtCharacter(plan, p1)];
    expect([
      good.accepts.toFixed(4),
      good.reviewed.toFixed(2),
      bad.accepts.toFixed(4),
      bad.reviewed.toFixed(2),
    ]).toEqual(expected);
  });
});

describe('continuous sampling', () => {
  it.each<[CspPlan, string]>([
    [{ clean: 12, oneIn: 4 }, '4.714'],
    [{ clean: 21, oneIn: 10 }, '4.992'],
    [{ clean: 30, oneIn: 10 }, '3.545'],
    [{ clean: 59, oneIn: 10 }, '1.833'],
    [{ clean: 20, oneIn: 5 }, '3.441'],
    [{ clean: 50, oneIn: 20 }, '2.972'],
  ])('%j has its limit', (plan, percent) => {
    expect((100 * aoql(plan).outgoing).toFixed(3)).toBe(percent);
  });

  it.each<[CspPlan, string]>([
    [{ clean: 12, oneIn: 4 }, '0.1204'],
    [{ clean: 30, oneIn: 10 }, '0.0666'],
    [{ clean: 59, oneIn: 10 }, '0.0347'],
  ])('%j has it where it is worst', (plan, at) => {
    expect(aoql(plan).at.toFixed(4)).toBe(at);
  });

  it('reviews and lets out what the formulas say', () => {
    const at = (share: number) => cspCharacter({ clean: 30, oneIn: 10 }, share);
    expect([at(0.01).outgoing.toFixed(6), at(0.01).reviewed.toFixed(5), at(0.01).until.toFixed(2)]).toEqual([
      ...['0.008694', '0.13059', '35.19'],
    ]);
    expect([at(0.02).outgoing.toFixed(6), at(0.02).reviewed.toFixed(5)]).toEqual(['0.016616', '0.16922']);
    expect([at(0.1).outgoing.toFixed(6), at(0.1).reviewed.toFixed(5), at(0.1).until.toFixed(1)]).toEqual([
      ...['0.027616', '0.72384', '225.9'],
    ]);
  });

  it('lets out more when reviewers miss some', () => {
    const missed = (miss: number) => (100 * cspCharacter({ clean: 30, oneIn: 10 }, 0.0666, miss).outgoing).toFixed(1);
    expect([missed(0), missed(0.2), missed(0.5)]).toEqual(['3.5', '4.7', '5.9']);
  });

  it('keeps its limit with more clean ones in a row, and says where no plan does', () => {
    const clean = cleanFor(0.035, 10, 0.2, 0.15);
    expect(aoql({ clean: clean ?? 0, oneIn: 10 }, 0.2, 0.15).outgoing).toBeLessThanOrEqual(0.035);
    expect(aoql({ clean: (clean ?? 0) - 1, oneIn: 10 }, 0.2, 0.15).outgoing).toBeGreaterThan(0.035);
    // Half of everything is missed, and up to 40 % may be wrong: 20 % would go out with all of it reviewed.
    expect(cleanFor(0.035, 10, 0.5, 0.4)).toBeUndefined();
  });
});

describe('Bernoulli CUSUM', () => {
  it.each<[CusumPlan, [share: number, length: string][]]>([
    [
      { m: 30, h: 60 },
      [
        [0.02, '530.5'],
        [0.05, '86.0'],
        [0.1, '32.4'],
      ],
    ],
    [
      { m: 30, h: 75 },
      [
        [0.02, '907.6'],
        [0.05, '109.3'],
        [0.06, '80.0'],
        [0.1, '37.8'],
      ],
    ],
    [
      { m: 30, h: 90 },
      [
        [0.02, '1655.9'],
        [0.05, '138.5'],
        [0.1, '46.1'],
      ],
    ],
    [
      { m: 61, h: 120 },
      [
        [0.01, '961.4'],
        [0.025, '165.1'],
        [0.05, '63.2'],
      ],
    ],
    [
      { m: 61, h: 180 },
      [
        [0.01, '2923.5'],
        [0.025, '266.3'],
        [0.05, '90.6'],
      ],
    ],
  ])('%j signals after so many', (plan, lengths) => {
    expect(lengths.map(([share]) => [share, runLength(plan, share).toFixed(1)])).toEqual(lengths);
  });

  it('has the published γ', () => {
    expect([gammaOf(0.02, 0.05), gammaOf(0.02, 0.06)].map((value) => value.toFixed(4))).toEqual(['0.0328', '0.0365']);
  });

  it('signals in whole numbers, and begins anew', () => {
    const row = Array.from({ length: 6 }, (_, at) => at % 3 !== 1);
    expect(cusumOf(row, { m: 4, h: 5 })).toEqual([
      { sum: 3, signal: false },
      { sum: 2, signal: false },
      { sum: 5, signal: true },
      { sum: 3, signal: false },
      { sum: 2, signal: false },
      { sum: 5, signal: true },
    ]);
  });
});
