/** The mode of a stratum: by the rules that the policy names, and in the long run below its limit. */
import { describe, expect, it } from 'vitest';
import { aoql, cspCharacter } from '../../../../lib/domain/review/csp.ts';
import { type Observation, standingOf } from '../../../../lib/domain/review/mode.ts';
import { type ReviewPlan, reviewPlanOf } from '../../../../lib/domain/review/plan.ts';
import { IS_NIGHT } from '../../../nightly.ts';
import { inside, plannedBy, streamThrough } from './earning.ts';

const PLAN: ReviewPlan = { clean: 3, oneIn: 10, miss: 0 };
const looked = (row: string): Observation[] =>
  [...row].map((one, at) => ({ at: `t${at}`, defect: one === 'x' || one === 'X', asked: one !== 'u' && one !== 'X' }));
const modeAfter = (row: string, plan = PLAN) => standingOf(plan, looked(row)).mode;

describe('the mode of a stratum', () => {
  it.each([
    ['', 'full'],
    ['cc', 'full'],
    ['ccc', 'sampled'],
    ['cxccc', 'sampled'],
    ['cxcc', 'full'],
    ['cccccc', 'sampled'],
    ['ccccx', 'tightened'],
    ['cccxcc', 'tightened'],
    ['cccxccc', 'sampled'],
    ['cccxcxcc', 'tightened'],
  ])('after %j is %s', (row, mode) => {
    expect(modeAfter(row)).toBe(mode);
  });

  it('while it samples, counts what was drawn for it, and every defect whoever found it', () => {
    // u: looked at by somebody's choice; X: a defect found so.
    const chosen = standingOf(PLAN, looked('cccuuuu'));
    expect([chosen.mode, chosen.reviewed]).toEqual(['sampled', 3]);
    expect(modeAfter('cccuX')).toBe('tightened');
    expect(modeAfter('uuu')).toBe('sampled');
  });

  it('stops where the share is what the policy calls unacceptable, and stays so', () => {
    const plan = plannedBy({ mode: 'earned', clean: 20, oneIn: 10, limit: 0.05, unacceptable: 0.2 });
    expect(modeAfter('xcxcxcxcxcxcxcxcxcxc', plan)).toBe('stopped');
    expect(modeAfter(`${'xc'.repeat(20)}${'c'.repeat(500)}`, plan)).toBe('stopped');
    expect(modeAfter(`${'c'.repeat(19)}x`.repeat(100), plan)).not.toBe('stopped');
  });

  it('opens by the sequential test a long record that no row ever would, as docs/review.md has it', () => {
    const plan = plannedBy({ mode: 'earned', oneIn: 100, limit: 0.02 });
    const record = (texts: number) =>
      Array.from({ length: texts }, (_, n) => ({ at: `t${n}`, defect: n % 129 === 128, asked: true }));
    const { opens, ...rowAlone } = plan;
    expect([plan.clean, opens !== undefined]).toEqual([130, true]);
    expect([standingOf(plan, record(639)).mode, standingOf(plan, record(640)).mode]).toEqual(['full', 'sampled']);
    expect(standingOf(rowAlone, record(5_000)).mode).toBe('full');
    // One that refuses begins again; where the rules name a row there is none.
    expect(plannedBy({ mode: 'earned', oneIn: 100, limit: 0.02, clean: 130 })).not.toHaveProperty('opens');
  });

  it('says when it changed and when a defect was found last', () => {
    expect(standingOf(PLAN, looked('cccx'))).toMatchObject({ since: 't3', defectAt: 't3', run: 0, defects: 1 });
  });
});

describe('the plan', () => {
  it.each([
    [{ mode: 'full', clean: 1, oneIn: 2 }, 'full'],
    [{ mode: 'earned' }, 'incomplete'],
    [{ mode: 'earned', clean: 30 }, 'incomplete'],
    // They miss more than they see.
    [{ mode: 'earned', oneIn: 10, limit: 0.05, miss: 0.51 }, 'unkept'],
  ] as const)('of %j is none: %s', (review, why) => {
    expect(reviewPlanOf({ review, ...inside })).toBe(why);
  });

  it('never samples what may inform the public', () => {
    const review = { mode: 'earned', clean: 1, oneIn: 100 } as const;
    expect(reviewPlanOf({ review, publishes: true, publicInterest: 'ask' })).toBe('public');
    expect(reviewPlanOf({ review, publishes: true, publicInterest: 'always' })).toBe('public');
  });

  it('asks for a longer run of clean ones where reviewers miss more', () => {
    const review = { mode: 'earned', clean: 30, oneIn: 10, limit: 0.0355 } as const;
    const runs = [0, 0.2, 0.5].map((measured) => plannedBy(review, measured).clean);
    // The published limit of (30, 1/10) is 3.55 %: with reviewers who miss none the run stays as it is.
    expect(runs[0]).toBe(30);
    expect(runs).toEqual(runs.toSorted((a, b) => a - b));
    expect(runs[1]).toBeGreaterThan(30);
  });

  // A threshold that does nothing (Vigil-SOC/vigil#725), or that works the wrong way round (prebid/salesagent#383).
  it('opens sooner under a looser limit than under a stricter one, on the very same record', () => {
    const plans = [0.02, 0.0355, 0.05, 0.1].map((limit) => plannedBy({ mode: 'earned', oneIn: 10, limit }));
    const runs = plans.map(({ clean }) => clean);
    expect(runs).toEqual([...new Set(runs)].sort((a, b) => b - a));
    const record = looked('c'.repeat(runs.at(-1) ?? 0));
    const modes = plans.map((plan) => standingOf(plan, record).mode);
    expect([modes.at(0), modes.at(-1)]).toEqual(['full', 'sampled']);
    const shares = [5, 10, 50].map((oneIn) => plannedBy({ mode: 'earned', oneIn, limit: 0.05 }).clean);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it('uses what the policy takes reviewers to miss until more is measured', () => {
    const review = { mode: 'earned', oneIn: 10, limit: 0.05, miss: 0.2 } as const;
    expect(plannedBy(review, 0.1)).toEqual(plannedBy(review));
    expect(plannedBy(review, 0.5).clean).toBeGreaterThan(plannedBy(review).clean);
  });
});

/** One long enough that chance is a tenth of the limit; the nightly run has ten times as many. */
const TEXTS = IS_NIGHT ? 1_000_000 : 100_000;
const SHARES = [0.001, 0.005, 0.01, 0.02, 0.03, 0.04, 0.05, 0.067, 0.08, 0.1, 0.15, 0.2, 0.3, 0.5];
const LIMIT = 0.05;

describe.each([0, 0.2, 0.5])('in the long run, with reviewers who miss %d of the defects', (miss) => {
  const rules = [
    ['a run of clean ones', { mode: 'earned', clean: 20, oneIn: 10, limit: LIMIT, unacceptable: 0.2, miss }],
    ['whichever test opens first', { mode: 'earned', oneIn: 10, limit: LIMIT, unacceptable: 0.2, miss }],
  ] as const;
  it.each(rules)('less than the limit goes out, by %s', (_, review) => {
    const plan = plannedBy(review);
    const over = SHARES.filter(
      (share) => streamThrough(plan, { texts: TEXTS, share: () => share, miss }).outgoing > LIMIT,
    );
    expect(over).toEqual([]);
  });

  it.each(rules)('nor after a sudden change or in a slow drift, by %s', (_, review) => {
    const plan = plannedBy(review);
    for (const to of [0.05, 0.1, 0.3, 0.5]) {
      const sudden = (part: number) => (part < 0.5 ? 0.005 : to);
      const drift = (part: number) => 0.001 + (to - 0.001) * part;
      for (const share of [sudden, drift])
        expect(streamThrough(plan, { texts: TEXTS, share, miss }).outgoing).toBeLessThanOrEqual(LIMIT);
    }
  });
});

describe('a plan that takes reviewers to see everything', () => {
  /** Dodge's (21, 1/10), whose published limit is 5 %, without anything that stops. */
  const NAIVE: ReviewPlan = { clean: 21, oneIn: 10, miss: 0 };
  const WORST = aoql(NAIVE, 0.5).at;

  it.each([0.2, 0.5])('breaks the limit where they miss %d', (miss) => {
    const { outgoing } = streamThrough(NAIVE, { texts: TEXTS, share: () => 0.12, miss });
    expect(outgoing).toBeGreaterThan(LIMIT * 1.2);
    expect(streamThrough(NAIVE, { texts: TEXTS, share: () => WORST, miss: 0.5 }).outgoing).toBeGreaterThan(LIMIT * 2);
  });

  it('and lets through what its exact character says', () => {
    for (const miss of [0, 0.2, 0.5]) {
      const exact = cspCharacter(NAIVE, 0.067, miss);
      const run = streamThrough(NAIVE, { texts: TEXTS, share: () => 0.067, miss });
      expect(Math.abs(run.outgoing - exact.outgoing)).toBeLessThan(0.004);
      expect(Math.abs(run.reviewed - exact.reviewed)).toBeLessThan(0.04);
    }
  });
});
