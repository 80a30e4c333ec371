/** Limits that are computed anew from a month on: old months say nothing of new ones any more. */
import { expect, test } from 'vitest';
import { makeEvent } from '../../../../lib/domain/events/event.ts';
import { chartLimits, FEWEST_FOR_LIMITS } from '../../../../lib/domain/figures/charted.ts';
import { metricSubject, rebasedStretches, rebasesIn } from '../../../../lib/domain/figures/rebases.ts';
import { installationSource, newId } from '../../../../lib/domain/ids.ts';
import { shareLimits } from '../../../../lib/domain/review/charts.ts';
import { fc } from '../../property.ts';

const month = (at: number) => new Date(Date.UTC(2025, at)).toISOString().slice(0, 7);
const points = (counts: readonly number[]) =>
  counts.map((count, at) => ({ month: month(at), count, n: 50, weighted: false }));
const HALF = FEWEST_FOR_LIMITS;
const [BEFORE, AFTER] = [Array.from({ length: HALF }, () => 40), Array.from({ length: HALF }, () => 5)];

test('before and after each have limits of their own months alone', () => {
  const limits = chartLimits(points([...BEFORE, ...AFTER]), [{ from: month(HALF) }]);
  const of = (counts: number[]) =>
    shareLimits(
      counts,
      counts.map(() => 50),
      0,
    );
  expect(limits.get(month(HALF - 1))).toEqual(of(BEFORE));
  expect(limits.get(month(HALF))).toEqual(of(AFTER));
  // Together they are of nothing that there is: what the chart showed before.
  expect(chartLimits(points([...BEFORE, ...AFTER]), []).get(month(HALF))?.centre).toBe(0.45);
});

test('a stretch of few months has none yet', () => {
  const limits = chartLimits(points([...BEFORE, 5, 5]), [{ from: month(HALF) }]);
  expect([...limits.keys()]).toEqual(BEFORE.map((_, at) => month(at)));
});

test('no point is lost or in two stretches, and no stretch goes over a rebase', () => {
  const at = fc.integer({ min: 0, max: 23 });
  fc.assert(
    fc.property(fc.uniqueArray(at), fc.array(at), (months, froms) => {
      const all = months.sort((a, b) => a - b).map((each) => ({ month: month(each) }));
      const rebases = froms.map((each) => ({ from: month(each) }));
      const stretches = rebasedStretches(all, rebases);
      expect(stretches.flat()).toEqual(all);
      for (const some of stretches)
        for (const { from } of rebases)
          expect(new Set(some.map((point) => point.month >= from)).size).toBeLessThanOrEqual(1);
    }),
  );
});

test('the last word of each counts, in whatever order they came', async () => {
  const source = installationSource(newId());
  const [one, other] = [newId(), newId()];
  const said = (rebaseId: string, from: string | null, second: number) =>
    makeEvent(
      'countersign.limits.rebased.v1',
      source,
      metricSubject('defects'),
      { rebaseId, from },
      { reason: `of ${second}` },
      new Date(Date.UTC(2026, 1, 1, 0, 0, second)),
    );
  const events = await Promise.all([said(one, '2026-02', 1), said(other, '2025-10', 2), said(one, null, 3)]);
  for (const some of [events, events.toReversed()])
    expect(rebasesIn(some)).toEqual([{ rebaseId: other, metric: 'defects', from: '2025-10', reason: 'of 2' }]);
  expect(rebasesIn(events.slice(0, 2)).map(({ from }) => from)).toEqual(['2025-10', '2026-02']);
});
