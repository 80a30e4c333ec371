/** The limit that the rules name and the one with what reviewers miss, against the published values of CSP-1. */
import { expect, test } from 'vitest';
import type { Verdict } from '../../../../lib/domain/codes.ts';
import { ownSeconds, paceOf } from '../../../../lib/domain/decision/second.ts';
import type { CountersignEvent } from '../../../../lib/domain/events/event.ts';
import { hasLimits, limitsOf } from '../../../../lib/domain/figures/limits.ts';
import type { Process } from '../../../../lib/domain/policy/process.ts';
import { aoql } from '../../../../lib/domain/review/csp.ts';
import { wilson } from '../../../../lib/domain/review/intervals.ts';
import { fc } from '../../property.ts';
import { ANNA, TRACE } from '../making.ts';

const processOf = (review: Partial<Process['review']>): Process => ({
  ...{ id: 'faq', name: 'FAQ', applies: { tools: ['chatgpt'] }, risk: 'medium', publishes: false },
  ...{ publicInterest: 'never', review: { mode: 'earned', oneIn: 10, ...review } },
  gate: { mode: 'off', unreviewed: 'pass', reported: 'pass', override: 'never' },
});
const ruled = (review: Partial<Process['review']>) => ({
  processes: new Map([['faq', processOf(review)]]),
  policyVersion: 'v1',
});

/** `clean` looks of so many people, each drawn for a second one, which finds `missed` defects; and defects that were found at first. */
function looks(clean: number, missed: number, defects: number, people = 5): CountersignEvent[] {
  const events: object[] = [];
  const say = (type: string, n: number, facts: object, authid: string) => {
    const at = events.length + 1;
    events.push({
      ...{ specversion: '1.0', id: String(at), source: ANNA, subject: `sha256:${n}`, type: `countersign.${type}.v1` },
      ...{ time: new Date(1_700_000_000_000 + at * 1_000).toISOString(), sequence: String(at).padStart(16, '0') },
      ...{ authid, data: { facts } },
    });
  };
  for (let n = 0; n < clean + defects; n++) {
    const under = { processId: 'faq', policyVersion: 'v1' };
    const verdict: Verdict = n < clean ? 'approve' : 'block';
    const inProcess = { ...under, textHash: `sha256:${n}`, answered: [], left: [] };
    say('output.seen', n, { outputId: `chatgpt:1:${n}`, trace: { ...TRACE, model: 'GPT-5' } }, 'rita');
    say('decision.made', n, { decisionId: `d${n}`, verdict, reportIds: [], inProcess }, `first-${n % (people - 1)}`);
    if (n >= clean) continue;
    say('second.drawn', n, { secondId: `s${n}`, decisionId: `d${n}`, ...under, oneIn: 1, person: 'marta' }, '');
    say('second.given', n, { secondId: `s${n}`, verdict: n < missed ? 'block' : 'approve' }, 'marta');
  }
  return events as CountersignEvent[];
}

test('reviewers who miss one in five: 3.5 % by the rules is 5.4 %, and a longer row keeps it', () => {
  // 50 clean, 2 of them with a defect, 8 found at first: 2 of 10 are missed.
  const review = { clean: 30, unacceptable: 0.2 };
  const [limit, ...others] = limitsOf(looks(50, 2, 8), ruled(review), 'team');
  expect(others).toEqual([]);
  expect(limit).toMatchObject({ processId: 'faq', tool: 'ChatGPT', model: 'GPT-5', clean: 30, oneIn: 10 });
  // governance.md 5.3, and the table of docs/review.md.
  expect(limit?.named).toBeCloseTo(0.03545, 5);
  expect(limit?.corrected?.outgoing).toBeCloseTo(0.054, 3);
  if (!limit || typeof limit.measured !== 'object') throw new Error('Nothing is measured');
  const { miss, n, found, interval, isBlind } = limit.measured;
  expect({ miss, n, found, isBlind }).toEqual({ miss: 0.2, n: 50, found: 2, isBlind: true });
  const [low, high] = wilson(2, 50);
  expect(interval).toEqual([(50 * low) / (50 * low + 8), (50 * high) / (50 * high + 8)]);
  const [least, most] = limit.corrected?.interval ?? [0, 0];
  expect(least).toBeLessThan(limit.corrected?.outgoing ?? 0);
  expect(most).toBeGreaterThan(limit.corrected?.outgoing ?? 1);
  // Where the rules name the limit, the row grows until it holds.
  const [kept] = limitsOf(looks(50, 2, 8), ruled({ ...review, limit: 0.04 }), 'team');
  expect(kept?.named).toBe(0.04);
  expect(kept?.cleanNow).toBeGreaterThan(30);
  expect(aoql({ clean: kept?.cleanNow ?? 0, oneIn: 10 }, 0.2, 0.1).outgoing).toBeLessThanOrEqual(0.04);
});

test('nothing is said of a few people, nor from a few looks, nor where nothing is earned', () => {
  const review = { clean: 30, unacceptable: 0.2 };
  const [few] = limitsOf(looks(50, 2, 8, 4), ruled(review), 'team');
  expect(few).toMatchObject({ measured: 'few' });
  expect(few).not.toHaveProperty('corrected');
  expect(few).not.toHaveProperty('cleanNow');
  expect(limitsOf(looks(50, 2, 8, 4), ruled(review), 'own')[0]?.corrected).toBeDefined();
  const [none] = limitsOf(looks(29, 2, 8), ruled(review), 'team');
  expect(none?.measured).toBeUndefined();
  expect(none).toMatchObject({ cleanNow: 30 });
  expect(limitsOf(looks(50, 2, 8), ruled({ mode: 'full' }), 'team')).toEqual([]);
  expect(hasLimits(ruled({ mode: 'full' }))).toBe(false);
  expect(hasLimits(ruled(review))).toBe(true);
  expect(hasLimits({ ...ruled(review), policyVersion: undefined })).toBe(false);
});

test('what the rules take reviewers to miss is said in numbers while nothing shows that they miss more', () => {
  const review = { clean: 30, unacceptable: 0.2, limit: 0.04, miss: 0.2 };
  const outgoing = expect.closeTo(0.054, 3);
  const [unknown] = limitsOf(looks(29, 2, 8), ruled(review), 'team');
  expect(unknown).toMatchObject({ named: 0.04, clean: 30, assumed: { miss: 0.2, outgoing } });
  expect(unknown?.cleanNow).toBeGreaterThan(30);
  // Of few people the same, and not the row: it would say what they miss.
  const [few] = limitsOf(looks(50, 25, 8, 4), ruled(review), 'team');
  expect(few).toMatchObject({ measured: 'few', assumed: { miss: 0.2, outgoing } });
  expect(few).not.toHaveProperty('cleanNow');
  // 1 of 9 is missed: the rules take more. 2 of 10 are: they take no more.
  expect(limitsOf(looks(50, 1, 8), ruled(review), 'team')[0]?.assumed?.miss).toBe(0.2);
  expect(limitsOf(looks(50, 2, 8), ruled(review), 'team')[0]).not.toHaveProperty('assumed');
  expect(limitsOf(looks(29, 2, 8), ruled({ ...review, miss: undefined }), 'team')[0]).not.toHaveProperty('assumed');
});

test('where more is missed than seen no row holds, and that is said', () => {
  const [limit] = limitsOf(looks(40, 20, 8), ruled({ clean: 30, limit: 0.05 }), 'team');
  expect(limit?.measured).toMatchObject({ found: 20 });
  expect(limit).not.toHaveProperty('cleanNow');
});

test('the more is missed, the more goes out: the corrected limit is never below that of who misses nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 5, max: 20 }), (missed, defects) => {
      const [limit] = limitsOf(looks(40, missed, defects), ruled({ clean: 30, unacceptable: 0.3 }), 'team');
      const { outgoing, interval } = limit?.corrected ?? { outgoing: 0, interval: [0, 0] };
      expect(outgoing).toBeGreaterThanOrEqual((limit?.named ?? 1) - 1e-9);
      expect(interval[0]).toBeLessThanOrEqual(outgoing + 1e-9);
    }),
    { numRuns: 25 },
  );
});

test('what second reviews say of one’s own decisions, and how fast those came', () => {
  const own = (first: Verdict, second: Verdict, settled?: Verdict) => {
    const decision = { decisionId: 'a', verdict: first, reportIds: [], source: ANNA, decidedAt: '' };
    const later = settled ? [{ ...decision, decisionId: 'b', verdict: settled }] : [];
    const given = { verdict: second, source: ANNA, madeAt: '' };
    const review = { secondId: 's', decisionId: 'a', processId: 'faq', policyVersion: 'v1', person: 'm', drawnAt: '' };
    const seconds = [{ ...review, given, ...(settled ? { settledBy: 'b' } : {}) }];
    return { decision, output: { decisions: [decision, ...later], inProcess: { seconds } } };
  };
  expect(
    ownSeconds([
      ...[own('approve', 'approve'), own('approve', 'block'), own('approve', 'block', 'approve')],
      ...[own('approve', 'block', 'modify'), own('block', 'approve'), own('approve', 'escalate')],
    ]),
  ).toEqual({ again: 5, same: 1, usable: 4, missed: 2 });
  expect(paceOf([])).toBeUndefined();
  const at = (minute: number) => new Date(minute * 60_000).toISOString();
  // The lunch between is none.
  expect(paceOf([at(3), at(0), at(1), at(90), at(92)])).toEqual({ medianMs: 120_000, of: 3 });
});
