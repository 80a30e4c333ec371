/**
 * How often charts cry wolf, by simulation beside theory (governance.md 5.7): one rule alone by its exact run length, the four NHS
 * rules together by the published way of working it out, and the Bernoulli CUSUM beside its exact chain.
 */
import { describe, expect, it } from 'vitest';
import { signalsOf } from '../../../../lib/domain/review/charts.ts';
import { cusumStep, runLength } from '../../../../lib/domain/review/cusum.ts';

/** Numbers that look drawn, the same ones in each run (mulberry32). */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const draw = drawing(20_261_128);
/** One of a normal distribution (Box and Muller). */
const normal = (): number => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());

const LIMITS = { centre: 0, low: -3, high: 3 };
const RUNS = 3_000;

type Signal = ReturnType<typeof signalsOf>[number][number]['signal'];

/** What the longest rule looks back at, the point itself among them. */
const BACK = 7;

/** How many points until one of some rules tells something, by what is known at that point. */
function pointsUntil(shift: number, rules: readonly Signal[]): number {
  const last: number[] = [];
  for (let length = 1; ; length += 1) {
    last.push(normal() + shift);
    if (last.length > BACK) last.shift();
    if (
      signalsOf(last, LIMITS)
        .at(-1)
        ?.some(({ signal }) => rules.includes(signal))
    )
      return length;
  }
}

const mean = (of: (run: number) => number, runs = RUNS): number =>
  Array.from({ length: runs }, (_, run) => of(run)).reduce((sum, length) => sum + length, 0) / runs;

/** Within 5 % of what theory says. */
const isNear = (found: number, theory: number): void => expect(Math.abs(found / theory - 1)).toBeLessThan(0.05);

const NHS: readonly Signal[] = ['outside', 'trend', 'one_side', 'near_limit'];

describe('run lengths of an XmR chart whose spread is known', () => {
  it.each<[number, readonly Signal[], number]>([
    [0, ['outside'], 370.4],
    [1, ['outside'], 43.89],
    [2, ['outside'], 6.3],
    [0, NHS, 81.3],
    [1, NHS, 10.4],
  ])('with the mean %d deviations off, by %j: %d', (shift, rules, theory) => {
    isNear(
      mean(() => pointsUntil(shift, rules)),
      theory,
    );
  });
});

describe('run lengths of the Bernoulli CUSUM', () => {
  it.each([
    [{ m: 30, h: 60 }, 0.02],
    [{ m: 30, h: 60 }, 0.1],
    [{ m: 30, h: 90 }, 0.05],
    [{ m: 61, h: 120 }, 0.025],
  ])('of %j at a share of %d are those of its exact chain', (plan, share) => {
    isNear(
      mean(() => untilSignal(plan, share)),
      runLength(plan, share),
    );
  });
});

function untilSignal(plan: { m: number; h: number }, share: number): number {
  let sum = 0;
  for (let length = 1; ; length += 1) {
    sum = cusumStep(sum, draw() < share, plan);
    if (sum >= plan.h) return length;
  }
}
