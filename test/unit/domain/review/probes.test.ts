/** What becomes of test texts: what counts, from how many people on, and what it does to what reviewers are taken to miss. */
import { expect, test } from 'vitest';
import { VERDICTS } from '../../../../lib/domain/codes.ts';
import type { CountersignEvent } from '../../../../lib/domain/events/event.ts';
import { missOf, recordsOf } from '../../../../lib/domain/review/observed.ts';
import { reviewPlanOf } from '../../../../lib/domain/review/plan.ts';
import { addressLike, countable, probeOutcome, probesIn } from '../../../../lib/domain/review/probes.ts';
import { fc } from '../../property.ts';

const counted = (sequence: number, judged: number, missed: number, processId = 'faq'): CountersignEvent => {
  const facts = { processId, judged, missed, people: 5 };
  const whole: object = {
    ...{ specversion: '1.0', id: String(sequence), subject: `urn:countersign:probes:${sequence}` },
    ...{ type: 'countersign.probes.counted.v1', time: '2026-11-29T00:00:00.000Z', data: { facts } },
    ...(sequence > 0 ? { sequence: String(sequence).padStart(16, '0') } : {}),
  };
  return whole as CountersignEvent;
};

test('blocking or correcting it catches it, approving misses it, passing it on or leaving it says nothing', () => {
  expect(VERDICTS.map((verdict) => [verdict, probeOutcome(verdict)])).toEqual([
    ['approve', 'missed'],
    ['approve_with_notes', 'missed'],
    ['modify', 'caught'],
    ['block', 'caught'],
    ['escalate', 'passed'],
  ]);
  expect(probeOutcome(undefined)).toBe('passed');
});

test('nothing is counted of fewer than five people, however many they judged; who only passed on is none of them', () => {
  const of = (people: number, outcome: 'caught' | 'missed' | 'passed', each = 1) =>
    Array.from({ length: people * each }, (_, n) => ({ person: `${outcome}-${n % people}`, outcome }));
  expect(countable(of(4, 'caught', 20))).toBeUndefined();
  expect(countable([...of(4, 'missed'), ...of(3, 'passed')])).toBeUndefined();
  expect(countable([...of(3, 'caught', 2), ...of(2, 'missed'), ...of(3, 'passed')])).toEqual({
    ...{ judged: 8, missed: 2, people: 5 },
  });
});

test('the counts of a process are its own, in the team’s order; the newest few hundred count', () => {
  expect(probesIn([counted(2, 10, 4), counted(1, 20, 1), counted(3, 9, 9, 'mail'), counted(0, 50, 50)], 'faq')).toEqual(
    {
      ...{ judged: 30, missed: 5 },
    },
  );
  // What reviewers missed once is not held against them for ever.
  expect(probesIn([counted(1, 100, 100), counted(2, 200, 0), counted(3, 100, 10)], 'faq')).toEqual({
    ...{ judged: 300, missed: 10 },
  });
  fc.assert(
    fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 5 }), (order) => {
      const events = order.map((sequence) => counted(sequence, 80, sequence));
      expect(probesIn(events, 'faq')).toEqual({ judged: 320, missed: 2 + 3 + 4 + 5 });
    }),
  );
});

const nothing = () => ({
  ...{ observations: [], unanswered: 0, lookedAgain: 0, foundAgain: 0, blindAgain: 0, blindFound: 0 },
  reviewers: new Set<string>(),
});

test('what reviewers miss is the larger of what test texts and second looks say, each from thirty on', () => {
  expect(missOf(nothing(), { judged: 29, missed: 29 })).toBeUndefined();
  expect(missOf(nothing(), { judged: 40, missed: 10 })).toMatchObject({ miss: 0.25, n: 40, found: 10, isProbed: true });
  // 36 clean, 4 found at first; 2 of 36 were missed: 2 of 6.
  const observation = (defect: boolean) => ({ at: '', asked: true, defect });
  const looks = {
    ...nothing(),
    observations: [
      ...Array.from({ length: 36 }, () => observation(false)),
      ...Array.from({ length: 4 }, () => observation(true)),
    ],
    ...{ lookedAgain: 36, blindAgain: 36, blindFound: 2 },
  };
  const again = missOf(looks);
  expect(again?.miss).toBeCloseTo(1 / 3, 10);
  // Easy ones that everybody catches lower nothing.
  expect(missOf(looks, { judged: 200, missed: 0 })).toEqual(again);
  expect(missOf(looks, { judged: 50, missed: 20 })).toMatchObject({ miss: 0.4, isProbed: true });
});

test('the limit takes it: with one in four missed the row is longer, with more than half nothing is sampled', () => {
  const process = {
    ...{ publishes: false, publicInterest: 'never' as const },
    review: { mode: 'earned' as const, oneIn: 10, limit: 0.04, unacceptable: 0.2, miss: 0.1 },
  };
  const planWith = (judged: number, missed: number) =>
    reviewPlanOf(process, missOf(nothing(), { judged, missed })?.miss);
  const [before, after] = [planWith(0, 0), planWith(40, 10)];
  if (typeof before === 'string' || typeof after === 'string') throw new Error('There is a plan for both');
  expect(before.miss).toBe(0.1);
  expect(after.miss).toBe(0.25);
  expect(after.clean).toBeGreaterThan(before.clean);
  expect(planWith(40, 0)).toEqual(before);
  expect(planWith(40, 30)).toBe('unkept');
});

test('a count is of no output: it makes no stratum and no observation', () => {
  expect(recordsOf([counted(1, 30, 5)], { processId: 'faq', policyVersion: 'v1' }).size).toBe(0);
});

test('it stands at an address of the same form, where no conversation is', () => {
  const random = '3b8f00aa'.repeat(8);
  const like = addressLike('https://chat.example/c/68a1f0c2-1111-4222-8333-abcdefabcdef', random);
  expect(like).toMatch(/^https:\/\/chat\.example\/c\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
  expect(like).not.toContain('68a1f0c2');
  // What names no one conversation stays: a page of its own is what its tool has.
  expect(addressLike('https://chat.example/app/faq', random)).toBe('https://chat.example/app/faq');
  expect(addressLike('no address', random)).toBe('no address');
});
