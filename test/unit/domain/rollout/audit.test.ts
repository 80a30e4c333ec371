/** What the audit measures, from tallies and texts; which processes are worth it; the baseline; and a pilot day by day. */
import { describe, expect, it, test } from 'vitest';
import { eventWith } from '../../../../lib/domain/events/event.ts';
import type { CountedOutput } from '../../../../lib/domain/figures/counted.ts';
import type { Tally } from '../../../../lib/domain/figures/tally.ts';
import { stratumOf } from '../../../../lib/domain/output/stratum.ts';
import { type GovernancePolicy, policySchema } from '../../../../lib/domain/policy/policy.ts';
import { baselinesIn, mayFreeze } from '../../../../lib/domain/rollout/baseline.ts';
import { dailyOf } from '../../../../lib/domain/rollout/daily.ts';
import { recordedOf } from '../../../../lib/domain/rollout/recorded.ts';
import { isFreezable, toFreeze } from '../../../../lib/domain/rollout/rollout.ts';
import { structureIn } from '../../../../lib/domain/rollout/structured.ts';
import { worthOf } from '../../../../lib/domain/rollout/worth.ts';
import { eventOf, TRACE } from '../making.ts';

const policyOf = (rollout?: object): GovernancePolicy =>
  policySchema.parse({
    ...{ format: 2, version: '7' },
    processes: [
      {
        ...{ id: 'faq', name: 'FAQ answers', applies: { tools: ['chatgpt'] }, risk: 'medium', publishes: false },
        ...{ publicInterest: 'never', review: { mode: 'full' }, owner: 'person:luca' },
        gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'reason' },
        ...(rollout ? { rollout } : {}),
      },
    ],
  }) as GovernancePolicy;
const processOf = (rollout?: object) => {
  const [process] = policyOf(rollout).processes ?? [];
  if (!process) throw new Error('no process');
  return process;
};

const dayAt = (day: number) => `2026-11-${String(day).padStart(2, '0')}`;
const tally = (day: number, found: number, process = 'faq', source = 'a'): Tally => ({
  ...{ day: dayAt(day), stratum: stratumOf(process, 'chatgpt', 'gpt-5'), found, words: found * 100, source },
  ...{ used: 0, edited: 0, held: 0, passed: 0, sampled: 0, missed: 0 },
});

let made = 0;
/** A text of a day, reviewed on it by somebody if anybody. */
const output = (day: number, by?: string, defect = false): CountedOutput => ({
  hash: `sha256:${++made}`,
  trace: { ...TRACE, completedAt: `${dayAt(day)}T08:00:00.000Z` },
  reports: [],
  decisions: by
    ? [
        {
          ...{ decisionId: `${made}`, verdict: defect ? 'block' : 'approve', reportIds: [], source: by, author: by },
          decidedAt: `${dayAt(day)}T10:00:00.000Z`,
        },
      ]
    : [],
});

describe('how much there is of a process', () => {
  it('is what browsers counted, of its own strata, and what stands in the record of a day that is not counted yet', () => {
    const tallies = [tally(2, 40), tally(2, 20, 'faq', 'b'), tally(3, 10), tally(3, 500, 'other'), tally(3, 500, '')];
    const recorded = recordedOf([output(2), output(4), output(4)], policyOf(), tallies).get('faq');
    expect(recorded).toMatchObject({ texts: 72, perDay: [2, 10, 60] });
  });
});

test('how texts are built: the share with a list, a table, code', () => {
  expect(structureIn([])).toBeUndefined();
  const texts = ['Plain words.', '1. One\n2. Two', 'Price\tDays\n10\t3', 'const a = 1;\nreturn a;'];
  expect(structureIn(texts)).toEqual({ texts: 4, list: 0.25, table: 0.25, code: 0.25 });
});

test('a process is worth it with enough texts that are alike enough; what is not known is said', () => {
  const found = (texts: number, apart?: number) => worthOf({ texts, apart }, processOf());
  expect([found(29, 0.5), found(30, 0.5), found(30, 0.86), found(30)]).toEqual(['few', 'worth', 'far', 'unknown']);
  expect(worthOf({ texts: 30, apart: 0.5 }, processOf({ phase: 'audit', texts: 31 }))).toBe('few');
});

const PEOPLE = ['anna', 'bice', 'carlo', 'dino', 'elsa'];

describe('the baseline', () => {
  const rollout = { phase: 'audit', defects: 0.1, withinHours: 4 };
  const recordOf = (people: readonly string[]) => {
    const outputs = Array.from({ length: 10 }, (_, n) => output(2, people[n % people.length], n === 0));
    const recorded = recordedOf(outputs, policyOf(rollout)).get('faq');
    if (!recorded) throw new Error('no record');
    return recorded;
  };

  it('has what the audit found and the figures that were chosen; of fewer than five people nothing of their work', () => {
    expect(toFreeze(processOf(rollout), recordOf(PEOPLE), 0.4)).toEqual({
      ...{ texts: 10, lengths: [TRACE.characters, TRACE.characters, TRACE.characters], apart: 0.4 },
      ...{ reviewed: 10, defects: 1, medianHours: 2, goals: { defects: 0.1, withinHours: 4 } },
    });
    const few = toFreeze(processOf(rollout), recordOf(PEOPLE.slice(0, 4)), undefined);
    expect(Object.keys(few).sort()).toEqual(['goals', 'lengths', 'texts']);
  });

  it('is frozen of ten reviewed texts or more, once success is chosen', () => {
    expect(isFreezable(processOf(rollout), { reviewed: 10 })).toBe(true);
    expect(isFreezable(processOf(rollout), { reviewed: 9 })).toBe(false);
    expect(isFreezable(processOf({ phase: 'audit' }), { reviewed: 10 })).toBe(false);
  });

  it('is for who answers for the process, or an administrator, in the audit', () => {
    const may = (subject: string, role: string, phase = 'audit') =>
      mayFreeze({ subject, role }, processOf({ phase }), policyOf());
    expect([may('luca', 'reviewer'), may('anna', 'reviewer'), may('boss', 'admin')]).toEqual([true, false, true]);
    expect([may('luca', 'reviewer', 'pilot'), may('boss', 'admin', 'scale')]).toEqual([false, false]);
  });

  it('that counts is the last in the team’s order, whichever came first', async () => {
    const frozen = async (texts: number, sequence: string) => {
      const event = await eventOf(
        'countersign.baseline.frozen.v1',
        { policyVersion: '7', from: '2026-10-01T00:00:00.000Z', until: '2026-11-01T00:00:00.000Z', texts, goals: {} },
        undefined,
        { subject: 'urn:countersign:process:faq' },
      );
      return eventWith(event, { sequence: sequence.padStart(16, '0') });
    };
    const events = [await frozen(20, '9'), await frozen(10, '3')];
    expect(baselinesIn(events).get('faq')?.texts).toBe(20);
    expect(baselinesIn(events.toReversed()).get('faq')?.texts).toBe(20);
  });
});

describe('a pilot day by day', () => {
  const daily = (outputs: CountedOutput[], fewest = 5, tallies: Tally[] = []) =>
    dailyOf({ id: 'faq', review: { mode: 'full' } }, { outputs, tallies, calendar: undefined, fewest });

  it('tells each day on which enough decided, with as many texts as browsers counted', () => {
    const outputs = [...PEOPLE, ...PEOPLE].map((by, n) => output(n < 5 ? 2 : 3, by, n === 0));
    expect(daily(outputs, 5, [tally(2, 30)])).toEqual([
      { from: dayAt(2), to: dayAt(2), texts: 30, looks: { reviewed: 5, defects: 1, medianHours: 2 } },
      { from: dayAt(3), to: dayAt(3), texts: 5, looks: { reviewed: 5, defects: 0, medianHours: 2 } },
    ]);
  });

  it('puts days of fewer people together, also the last ones with those before them', () => {
    const two = (day: number) => PEOPLE.slice(0, 2).map((by) => output(day, by));
    const five = (day: number) => PEOPLE.map((by) => output(day, by));
    const spans = daily([...two(2), ...five(3), ...five(4), ...two(5)]).map(({ from, to }) => [from, to]);
    expect(spans).toEqual([
      [dayAt(2), dayAt(3)],
      [dayAt(4), dayAt(5)],
    ]);
  });

  it('tells nothing of what fewer than five did in all of it; alone one sees one’s own', () => {
    const outputs = PEOPLE.slice(0, 4).map((by) => output(2, by));
    expect(daily(outputs)).toEqual([{ from: dayAt(2), to: dayAt(2), texts: 4 }]);
    expect(daily(outputs, 1)[0]?.looks).toEqual({ reviewed: 4, defects: 0, medianHours: 2 });
  });
});
