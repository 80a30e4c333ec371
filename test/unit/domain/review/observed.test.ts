/** Which reviews count for a stratum, and that all who hold the same events agree on it. */

import { describe, expect, it } from 'vitest';
import type { Severity, Verdict } from '../../../../lib/domain/codes.ts';
import type { CountersignEvent } from '../../../../lib/domain/events/event.ts';
import { standingOf } from '../../../../lib/domain/review/mode.ts';
import { missOf, recordsOf } from '../../../../lib/domain/review/observed.ts';
import { fc } from '../../property.ts';
import { ANNA, LUCA, reportId, TRACE } from '../making.ts';

const UNDER = { processId: 'faq', policyVersion: 'v1' };
const hashOf = (n: number): string => `sha256:${String(n).padStart(64, '0')}`;
const idOf = (n: number): string => `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`;

let made = 0;
/** An event that the collector has put in order, unless it says otherwise. */
function event(type: string, subject: string, facts: object, over: object = {}): CountersignEvent {
  made += 1;
  const whole: object = {
    ...{ specversion: '1.0', id: idOf(made), source: ANNA, subject, type: `countersign.${type}.v1` },
    ...{ time: new Date(1_700_000_000_000 + made * 1_000).toISOString(), datacontenttype: 'application/json' },
    ...{ sequence: String(made).padStart(16, '0'), authid: 'anna', data: { facts }, ...over },
  };
  return whole as CountersignEvent;
}
const UNSENT = { sequence: undefined, authid: undefined };

const seen = (n: number, model = 'GPT-5') =>
  event('output.seen', hashOf(n), { outputId: `chatgpt:1:${n}`, trace: { ...TRACE, model } });
const decided = (n: number, verdict: Verdict, over: object = {}, inProcess: object = {}, reports: string[] = []) => {
  const facts = {
    ...{ decisionId: idOf(100_000 + made), verdict, reportIds: reports },
    inProcess: { ...UNDER, textHash: hashOf(n), answered: [], left: [], ...inProcess },
  };
  return event('decision.made', hashOf(n), facts, over);
};
const withdrawn = (decision: CountersignEvent, over: object = {}) =>
  event(
    'decision.withdrawn',
    decision.subject,
    { decisionId: (decision.data.facts as { decisionId: string }).decisionId },
    over,
  );
const reported = (n: number, severity: Severity) =>
  event('report.made', hashOf(n), { reportId: reportId(n), categories: ['factual'], severity });
const drawn = (n: number, outcome = 'ask') =>
  event('output.drawn', hashOf(n), {
    outcome,
    ...UNDER,
    stratum: STRATUM,
    rule: 'sampled',
    oneIn: 10,
    clean: 3,
    reviewed: 3,
    defects: 0,
  });

const STRATUM = 'faq|chatgpt|GPT-5';
const recordOf = (events: CountersignEvent[], from?: Severity) =>
  recordsOf(events, { ...UNDER, defectFrom: from }).get(STRATUM);
const found = (events: CountersignEvent[], from?: Severity) =>
  (recordOf(events, from)?.observations ?? []).map(({ defect }) => (defect ? 'x' : 'c')).join('');

const secondOf = (decision: CountersignEvent, verdict: Verdict, over: object = {}, under: object = {}) => {
  const secondId = idOf(200_000 + made);
  const { decisionId } = decision.data.facts as { decisionId: string };
  return [
    event('second.drawn', decision.subject, { secondId, decisionId, ...UNDER, oneIn: 10, person: 'marta', ...under }),
    event('second.given', decision.subject, { secondId, verdict }, { authid: 'marta', source: LUCA, ...over }),
  ];
};

const seconded = (first: Verdict, second: Verdict, over: object = {}, under: object = {}) => {
  const decision = decided(1, first);
  return [seen(1), decision, ...secondOf(decision, second, over, under)];
};

describe('what counts for a stratum', () => {
  it.each<[string, () => CountersignEvent[], string]>([
    ['an approval', () => [seen(1), decided(1, 'approve')], 'c'],
    ['a block', () => [seen(1), decided(1, 'block')], 'x'],
    ['a correction', () => [seen(1), decided(1, 'modify', {}, { textHash: hashOf(9) })], 'x'],
    ['what was only passed on', () => [seen(1), decided(1, 'escalate')], ''],
    ['one of another version', () => [seen(1), decided(1, 'approve', {}, { policyVersion: 'v2' })], ''],
    ['one of another process', () => [seen(1), decided(1, 'approve', {}, { processId: 'mail' })], ''],
    ['one whose text nobody has', () => [decided(1, 'approve')], ''],
    ['one of many at once', () => [seen(1), decided(1, 'approve', {}, { bulk: true })], ''],
    ['a defect among many at once', () => [seen(1), decided(1, 'block', {}, { bulk: true })], 'x'],
    ['a look at one’s own', () => [seen(1), decided(1, 'approve', {}, { selfReview: true })], ''],
    ['the approval of its correction', () => [seen(1), decided(1, 'approve', {}, { textHash: hashOf(9) })], ''],
    ['a second yes', () => [seen(1), decided(1, 'approve'), decided(1, 'approve')], 'c'],
    ['what a second look found', () => [seen(1), decided(1, 'approve'), decided(1, 'block')], 'cx'],
    ['a yes after a defect', () => [seen(1), decided(1, 'modify'), decided(1, 'approve')], 'x'],
    ['what a second review found', () => seconded('approve', 'block'), 'cx'],
    ['a second review that found nothing', () => seconded('approve', 'approve'), 'c'],
    ['a second review that passes it on', () => seconded('approve', 'escalate'), 'c'],
    ['one of another version', () => seconded('approve', 'block', {}, { policyVersion: 'v2' }), 'c'],
    ['one that the collector has not', () => seconded('approve', 'modify', UNSENT), 'cx'],
    ['a yes that the collector has not', () => [seen(1), decided(1, 'approve', UNSENT)], ''],
    ['a defect that it has not', () => [seen(1), decided(1, 'block', UNSENT)], 'x'],
  ])('%s', (_, events, row) => {
    expect(found(events())).toBe(row);
  });

  it('goes by the team’s order, whatever the clocks of those who looked say', () => {
    // The defect was found last, by somebody whose clock is a year slow.
    const slow = { time: '2022-11-30T09:00:00.000Z' };
    const looks = [seen(1), decided(1, 'approve'), seen(2), decided(2, 'approve'), seen(3), decided(3, 'block', slow)];
    expect(found(looks)).toBe('ccx');
    expect(found(looks.toReversed())).toBe('ccx');
  });

  it('takes back at once what spoke for it, and what spoke against it once the collector has that', () => {
    const yes = decided(1, 'approve');
    const no = decided(2, 'block');
    const both = [seen(1), yes, seen(2), no];
    expect(found([...both, withdrawn(yes, UNSENT)])).toBe('x');
    expect(found([...both, withdrawn(no, UNSENT)])).toBe('cx');
    expect(found([...both, withdrawn(no)])).toBe('c');
    expect(found([...both, withdrawn(no, { source: LUCA, authid: 'luca' })])).toBe('cx');
  });

  it('counts an upheld report from the severity that the policy names', () => {
    const upheld = [seen(1), reported(1, 'major'), decided(1, 'approve_with_notes', {}, {}, [reportId(1)])];
    expect([found(upheld), found(upheld, 'major'), found(upheld, 'critical')]).toEqual(['c', 'x', 'c']);
    const overruled = [seen(1), reported(1, 'critical'), decided(1, 'approve', {}, {}, [reportId(1)])];
    expect(found(overruled, 'minor')).toBe('c');
    const back = (over: object) => event('report.withdrawn', hashOf(1), { reportId: reportId(1), undone: false }, over);
    expect(found([...upheld, back(UNSENT)], 'major')).toBe('x');
    expect(found([...upheld, back({})], 'major')).toBe('c');
  });

  it('begins again with a new model', () => {
    const records = recordsOf([seen(1), decided(1, 'approve'), seen(2, 'GPT-6'), decided(2, 'block')], UNDER);
    expect([...records.keys()].sort()).toEqual(['faq|chatgpt|GPT-5', 'faq|chatgpt|GPT-6']);
  });

  it('says what the draw asked for, and what nobody has answered', () => {
    const record = recordOf([
      seen(1),
      drawn(1),
      decided(1, 'approve'),
      seen(2),
      drawn(2),
      seen(3),
      drawn(3, 'auto_accept'),
    ]);
    expect(record).toMatchObject({ unanswered: 1, observations: [{ asked: true, defect: false }] });
  });

  it('measures what reviewers miss from second looks by others, and says nothing from a few', () => {
    const second = { source: LUCA, authid: 'luca' };
    const looks = (n: number, again: Verdict) => [seen(n), decided(n, 'approve'), decided(n, again, second)];
    const defects = Array.from({ length: 9 }, (_, n) => [seen(200 + n), decided(200 + n, 'block')]).flat();
    const clean = (count: number) =>
      Array.from({ length: count }, (_, n) => looks(n, n < 1 ? 'block' : 'approve')).flat();
    const of = (events: CountersignEvent[]) => {
      const record = recordOf(events);
      return record && missOf(record)?.miss;
    };
    expect(of([...clean(29), ...defects])).toBeUndefined();
    // Nine found at first, one that was missed: one of ten.
    expect(of([...clean(30), ...defects])).toBeCloseTo(0.1, 10);
  });

  it('from those that were drawn, once there are thirty; whoever decided between two who differ has the last word', () => {
    const missed = (n: number) => record(n, 'block');
    function record(n: number, second: Verdict, between?: Verdict): CountersignEvent[] {
      const decision = decided(n, 'approve');
      const both = [seen(n), decision, ...secondOf(decision, second)];
      return between ? [...both, decided(n, between, { authid: 'piero' })] : both;
    }
    const all = (found: number) =>
      Array.from({ length: 30 }, (_, n) => (n < found ? missed(n + 1) : record(n + 1, 'approve'))).flat();
    const defects = Array.from({ length: 9 }, (_, n) => [seen(n + 100), decided(n + 100, 'block')]).flat();
    // Chosen by somebody: every one of them had a defect.
    const chosen = Array.from({ length: 20 }, (_, n) => {
      const by = { source: LUCA, authid: 'luca' };
      return [seen(n + 200), decided(n + 200, 'approve'), decided(n + 200, 'block', by)];
    }).flat();
    const of = (events: CountersignEvent[]) => {
      const found = recordOf(events);
      return found && missOf(found)?.miss;
    };
    expect(of([...all(1), ...defects])).toBeCloseTo(0.1, 10);
    // With them: fifty clean ones, of which 50/30 have a defect by the draw; found at first were nine.
    expect(of([...all(1), ...defects, ...chosen])).toBeCloseTo(50 / 30 / (50 / 30 + 9), 10);
    // Somebody else found it usable after both: nothing was missed.
    expect(of([...all(0).slice(4), ...record(1, 'block', 'approve'), ...defects])).toBe(0);
    expect(of([...all(0).slice(4), ...record(1, 'block', 'block'), ...defects])).toBeGreaterThan(0.09);
  });
});

describe('everybody who holds the same events', () => {
  const step = fc.record({
    text: fc.integer({ min: 1, max: 12 }),
    what: fc.constantFrom('approve', 'modify', 'block', 'report', 'withdraw', 'draw' as const),
    version: fc.constantFrom('v1', 'v2'),
    sent: fc.boolean(),
  });

  type Step = { text: number; what: string; version: string; sent: boolean };
  const eventOf = ({ text, what, version, sent }: Step, before: CountersignEvent[]): CountersignEvent[] => {
    const over = sent ? {} : UNSENT;
    if (what === 'report') return [reported(text, 'major')];
    if (what === 'draw') return [drawn(text)];
    if (what !== 'withdraw') return [decided(text, what as Verdict, over, { policyVersion: version })];
    const isLast = ({ type, subject }: CountersignEvent) =>
      type === 'countersign.decision.made.v1' && subject === hashOf(text);
    const last = before.findLast(isLast);
    return last ? [withdrawn(last, over)] : [];
  };
  function historyOf(steps: readonly Step[]): CountersignEvent[] {
    const events = Array.from({ length: 12 }, (_, n) => seen(n + 1));
    for (const one of steps) events.push(...eventOf(one, events));
    return events;
  }
  const PLAN = { clean: 3, oneIn: 10, miss: 0 };
  const modes = (events: CountersignEvent[]) =>
    ['v1', 'v2'].map((policyVersion) =>
      [...recordsOf(events, { processId: 'faq', policyVersion, defectFrom: 'major' })]
        .map(([key, { observations, unanswered }]) => [key, unanswered, standingOf(PLAN, observations)])
        .sort(),
    );

  it('agrees on every mode, in whatever order they came and however often', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer(), (steps, seed) => {
        const events = historyOf(steps);
        const shuffled = [...events, ...events.slice(0, 5).map((one) => ({ ...one }) as CountersignEvent)]
          .filter((one, at, all) => all.findIndex(({ id }) => id === one.id) === at)
          .map((one, at) => ({ one, key: Math.imul(at + 1, seed | 1) >>> 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(modes(shuffled)).toEqual(modes(events));
      }),
      { numRuns: 150 },
    );
  });

  it('never has it more open for what it has not yet heard of from the collector', () => {
    const STRICT = { full: 1, tightened: 1, sampled: 0, stopped: 2 };
    const openness = (events: CountersignEvent[]) => {
      const record = recordsOf(events, UNDER).get(STRATUM);
      return STRICT[standingOf(PLAN, record?.observations ?? []).mode];
    };
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const events = historyOf(steps);
        const ordered = events.filter(({ sequence }) => sequence !== undefined);
        expect(openness(events)).toBeGreaterThanOrEqual(openness(ordered));
      }),
      { numRuns: 150 },
    );
  });
});
