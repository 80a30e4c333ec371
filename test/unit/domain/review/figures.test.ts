/** Charts, times with open ends and agreement against published values. */
import { describe, expect, it } from 'vitest';
import { cohenKappa, fleissKappa, krippendorffAlpha } from '../../../../lib/domain/review/agreement.ts';
import { shareLimits, signalsOf, xmrLimits } from '../../../../lib/domain/review/charts.ts';
import { survivalOf, timeFor } from '../../../../lib/domain/review/survival.ts';

describe('the p-chart of Montgomery’s orange juice (NIST handbook)', () => {
  const counts = [
    12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6,
  ];
  const outside = (of: readonly number[]) => {
    const { low, high } = shareLimits(
      of,
      of.map(() => 50),
      0,
    );
    return of.flatMap((count, at) => (count / 50 > high || count / 50 < low ? [at + 1] : []));
  };

  it('has its centre, its limits and its two points outside', () => {
    const { centre, low, high } = shareLimits(
      counts,
      counts.map(() => 50),
      0,
    );
    expect([centre, high, low].map((value) => value.toFixed(5))).toEqual(['0.23133', '0.41024', '0.05243']);
    expect(outside(counts)).toEqual([15, 23]);
  });

  it('has a third one outside when those two are left out', () => {
    const rest = counts.filter((_, at) => at !== 14 && at !== 22);
    const { centre, low, high } = shareLimits(
      rest,
      rest.map(() => 50),
      0,
    );
    expect([centre, high, low].map((value) => value.toFixed(4))).toEqual(['0.2150', '0.3893', '0.0407']);
    expect(outside(rest).map((at) => at + 1)).toEqual([21]);
  });
});

describe('the XmR chart', () => {
  it('leaves one leap out of its limits', () => {
    const values = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];
    const { centre, low, high } = xmrLimits(values);
    expect([centre, high, low].map((value) => value.toFixed(2))).toEqual(['1.94', '4.60', '-0.72']);
  });

  const trend = (values: number[]) =>
    signalsOf(values, { centre: 0, low: -99, high: 99 }).map(
      (found) => found.find(({ signal }) => signal === 'trend')?.direction ?? 0,
    );

  it('marks the seventh of a trend, and none where there is a tie', () => {
    expect(trend([1, 2, 3, 4, 5, 6, 7])).toEqual([0, 0, 0, 0, 0, 0, 1]);
    expect(trend([7, 6, 5, 4, 3, 2, 1])).toEqual([0, 0, 0, 0, 0, 0, -1]);
    expect(trend([1, 2, 3, 3, 4, 5, 6])).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('marks two of three near a limit, and what is between only if it is near itself', () => {
    const near = (row: number[]) =>
      signalsOf(
        row.map((value) => value * 2.5),
        { centre: 0, low: -3, high: 3 },
      ).map((found) => Number(found.some(({ signal }) => signal === 'near_limit')));
    expect(near([0, 0, 1, 0, 1, 0, 0])).toEqual([0, 0, 1, 0, 1, 0, 0]);
    expect(near([0, 0, 1, 1, 1, 0, 0])).toEqual([0, 0, 1, 1, 1, 0, 0]);
    expect(near([0, 0, 1, 0, 0, 1, 0])).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('time to an end, with some still open (aml, Miller 1997)', () => {
  const spells = [
    ...[9, 13, 18, 23, 31, 34, 48].map((length) => ({ length, ended: true })),
    ...[13, 28, 45, 161].map((length) => ({ length, ended: false })),
  ];

  it('has the published curve and errors', () => {
    const points = survivalOf(spells);
    expect(points.map(({ at }) => at)).toEqual([9, 13, 18, 23, 31, 34, 48]);
    expect(points.map(({ survival }) => survival.toFixed(3))).toEqual([
      '0.909',
      '0.818',
      '0.716',
      '0.614',
      '0.491',
      '0.368',
      '0.184',
    ]);
    expect(points.map(({ error }) => error.toFixed(4))).toEqual([
      '0.0867',
      '0.1163',
      '0.1397',
      '0.1526',
      '0.1642',
      '0.1627',
      '0.1535',
    ]);
  });

  it('has a median of 31, not the flattering 23 of those that have ended', () => {
    expect(timeFor(survivalOf(spells), 0.5)).toBe(31);
    expect(timeFor(survivalOf(spells.filter(({ ended }) => ended)), 0.5)).toBe(23);
    expect(timeFor(survivalOf(spells), 0.9)).toBeUndefined();
  });
});

describe('agreement', () => {
  it.each([
    [
      [
        [20, 5],
        [10, 15],
      ],
      '0.4000',
    ],
    [
      [
        [45, 15],
        [25, 15],
      ],
      '0.1304',
    ],
    [
      [
        [25, 35],
        [5, 35],
      ],
      '0.2593',
    ],
  ])('Cohen, %j', (table, expected) => {
    expect(cohenKappa(table).toFixed(4)).toBe(expected);
  });

  it('Fleiss, the table of fourteen reviewers and ten texts', () => {
    const table = [
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ];
    expect(fleissKappa(table).toFixed(5)).toBe('0.20993');
  });

  it('Krippendorff, data C: four reviewers, twelve texts, some without an answer', () => {
    const byText = [
      [1, 1, undefined, 1],
      [2, 2, 3, 2],
      [3, 3, 3, 3],
      [3, 3, 3, 3],
      [2, 2, 2, 2],
      [1, 2, 3, 4],
      [4, 4, 4, 4],
      [1, 1, 2, 1],
      [2, 2, 2, 2],
      [undefined, 5, 5, 5],
      [undefined, undefined, 1, 1],
      [undefined, undefined, 3, undefined],
    ];
    const answers = [0, 1, 2, 3].map((reviewer) => byText.map((text) => text[reviewer]));
    const alpha = (level: 'nominal' | 'ordinal' | 'interval' | 'ratio') => krippendorffAlpha(answers, level).toFixed(4);
    expect([alpha('nominal'), alpha('ordinal'), alpha('interval'), alpha('ratio')]).toEqual([
      '0.7434',
      '0.8154',
      '0.8491',
      '0.7974',
    ]);
  });
});
