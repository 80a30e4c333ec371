/** Against published values: Newcombe 1998, Stat. Med. 17, table I. */
import { describe, expect, it } from 'vitest';
import {
  cleanNeeded,
  clopperPearson,
  incompleteBeta,
  upperLimit,
  wilson,
} from '../../../../lib/domain/review/intervals.ts';

const rounded = (interval: readonly number[]) => interval.map((value) => value.toFixed(4));

describe('intervals of 95 %', () => {
  it.each([
    [81, 263, ['0.2553', '0.3662'], ['0.2527', '0.3676']],
    [0, 20, ['0.0000', '0.1611'], ['0.0000', '0.1684']],
    [1, 29, ['0.0061', '0.1718'], ['0.0009', '0.1776']],
    [10, 14, ['0.4535', '0.8828'], ['0.4190', '0.9161']],
  ])('%i of %i', (count, of, byWilson, exact) => {
    expect(rounded(wilson(count, of))).toEqual(byWilson);
    expect(rounded(clopperPearson(count, of))).toEqual(exact);
  });

  it.each([
    [1, 100, ['0.0018', '0.0545']],
    [3, 200, ['0.0051', '0.0432']],
  ])('Wilson, %i of %i', (count, of, expected) => {
    expect(rounded(wilson(count, of))).toEqual(expected);
  });

  it('says nothing of a share of nothing', () => {
    expect([wilson(0, 0), clopperPearson(0, 0), upperLimit(0, 0)]).toEqual([[0, 1], [0, 1], 1]);
  });
});

it('the upper limit of none of so many', () => {
  expect([upperLimit(0, 30), upperLimit(0, 59)].map((value) => value.toFixed(4))).toEqual(['0.0950', '0.0495']);
});

it('clean ones in a row that rule out a share of defects', () => {
  expect([0.1, 0.05, 0.02, 0.01].map((share) => cleanNeeded(share))).toEqual([29, 59, 149, 299]);
});

it('the incomplete beta function meets the binomial sum', () => {
  // P(X >= 3) of 10 at 0.2, by hand: 1 - (0.8^10 + 10 * 0.2 * 0.8^9 + 45 * 0.04 * 0.8^8)
  expect(incompleteBeta(0.2, 3, 8)).toBeCloseTo(1 - (0.8 ** 10 + 2 * 0.8 ** 9 + 1.8 * 0.8 ** 8), 14);
});
