/** Figures against published values, and what is said of few. */
import { describe, expect, it } from 'vitest';
import { differenceOf, figureOf } from '../../../../lib/domain/figures/figure.ts';

const share = (count: number, of: number) =>
  figureOf(
    'share',
    Array.from({ length: of }, (_, at) => at < count),
  );

describe('a share', () => {
  it('has Wilson’s interval (Newcombe 1998: 81 of 263)', () => {
    const { rate, interval } = share(81, 263);
    expect(rate).toBeCloseTo(0.308, 3);
    expect(interval?.[0]).toBeCloseTo(0.2553, 4);
    expect(interval?.[1]).toBeCloseTo(0.3662, 4);
  });

  it('is no rate under ten, and none of nothing', () => {
    expect(share(9, 9)).toEqual({ kind: 'share', n: 9, count: 9 });
    expect(share(0, 0)).toEqual({ kind: 'share', n: 0, count: 0 });
    expect(share(0, 20).interval?.[1]).toBeCloseTo(0.1611, 4);
  });

  it('differs between limits (Newcombe 1998, method 10: 56 of 70 against 48 of 80)', () => {
    const limits = differenceOf(share(56, 70), share(48, 80));
    expect(limits?.[0]).toBeCloseTo(0.0524, 4);
    expect(limits?.[1]).toBeCloseTo(0.3339, 4);
    expect(differenceOf(share(5, 9), share(48, 80))).toBeUndefined();
  });
});

describe('a time', () => {
  // Maintained arm of `aml` (survival): + is still open.
  const AML = '9 13 13+ 18 23 28+ 31 34 45+ 48 161+';
  const spells = AML.split(' ').map((text) => ({ length: Number.parseInt(text, 10), ended: !text.endsWith('+') }));

  it('has the median with open ones counted: 31, not 23; its limits are 18 and not yet known', () => {
    const figure = figureOf('time', spells);
    expect(figure).toMatchObject({ n: 11, open: 4, median: 31, interval: [18, undefined] });
    expect(figure.p90).toBeUndefined();
  });

  it('says nothing of nine', () => {
    expect(figureOf('time', spells.slice(0, 9)).median).toBeUndefined();
  });
});

describe('agreement', () => {
  it('is raw, kappa and alpha of the same answers', () => {
    const answers = [
      ...Array(20).fill(['yes', 'yes']),
      ...Array(15).fill(['no', 'no']),
      ...Array(15).fill(['yes', 'no']),
    ];
    const figure = figureOf('agreement', answers as string[][]);
    expect(figure.raw).toBeCloseTo(0.7, 10);
    // 55 yes and 45 no: by chance 0.505.
    expect(figure.kappa).toBeCloseTo((0.7 - 0.505) / 0.495, 10);
    // Alpha corrects for how few they are: 1 - 99 * 0.3 / (2 * 55 * 45 / 100).
    expect(figure.alpha).toBeCloseTo(1 - (99 * 0.3) / ((2 * 55 * 45) / 100), 10);
  });

  it('takes data C of Krippendorff (2011): nominal alpha .743', () => {
    const text = '11*1 2232 3333 3333 2222 1234 4444 1121 2222 *555 **11 **3*';
    const answers = text.split(' ').map((unit) => [...unit].filter((one) => one !== '*'));
    expect(
      figureOf(
        'agreement',
        answers.filter(({ length }) => length > 1),
      ).alpha,
    ).toBeCloseTo(0.7434, 4);
  });
});

it('counts stand with the most frequent first, and n is things, not names', () => {
  expect(figureOf('counts', [['a', 'b'], ['b']])).toEqual({
    kind: 'counts',
    n: 2,
    parts: [
      { name: 'b', count: 2 },
      { name: 'a', count: 1 },
    ],
  });
});
