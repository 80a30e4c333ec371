/** From what figures are counted from to what a replay goes by: the first look, what it is worth, what reviewers miss, and what the record leaves out. */
import { describe, expect, it } from 'vitest';
import type { Severity, Verdict } from '../../../../../lib/domain/codes.ts';
import { type CountersignEvent, eventWith, makeEvent } from '../../../../../lib/domain/events/event.ts';
import { type CountedOutput, countedOf } from '../../../../../lib/domain/figures/counted.ts';
import type { Tally } from '../../../../../lib/domain/figures/tally.ts';
import { foldOutput } from '../../../../../lib/domain/fold/output.ts';
import { addressOf } from '../../../../../lib/domain/output/address.ts';
import { stratumOf } from '../../../../../lib/domain/output/stratum.ts';
import { type GovernancePolicy, policySchema } from '../../../../../lib/domain/policy/policy.ts';
import type { Process } from '../../../../../lib/domain/policy/process.ts';
import { missOf, recordsOf } from '../../../../../lib/domain/review/observed.ts';
import { firstLook } from '../../../../../lib/domain/review/replay/first-look.ts';
import { missIn } from '../../../../../lib/domain/review/replay/missed.ts';
import { processReplay } from '../../../../../lib/domain/review/replay/replay-of.ts';
import { dailyOf } from '../../../../../lib/domain/rollout/daily.ts';
import { recordedOf } from '../../../../../lib/domain/rollout/recorded.ts';
import { ANNA, reportId, TRACE } from '../../making.ts';
import { chances } from '../earning.ts';

const policyWith = (review: Process['review']): GovernancePolicy =>
  policySchema.parse({
    ...{ format: 2, version: 'v1' },
    processes: [
      {
        ...{ id: 'faq', name: 'FAQ answers', applies: { tools: ['chatgpt'] }, risk: 'medium', publishes: false },
        ...{ publicInterest: 'never', review },
        gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'reason' },
      },
    ],
  }) as GovernancePolicy;

const MONDAY = Date.parse('2026-11-02T08:00:00.000Z');
const HOUR_MS = 3_600_000;
const timeOf = (hour: number): string => new Date(MONDAY + hour * HOUR_MS).toISOString();

interface Had {
  verdict?: Verdict;
  /** Said in the decision itself. */
  more?: object;
  /** Who reported it and how gravely. */
  reported?: { by: string; severity: Severity; hour?: number };
  stated?: string;
  model?: string;
}

/** One that is complete in an hour, and decided on by Luca two hours later. Its hash passes in every lot. */
function had(hour: number, { verdict, more, reported, stated, model }: Had): CountedOutput {
  const hash = `sha256:${hour.toString(16).padStart(56, '0')}ffffffff`;
  const inProcess = { processId: 'faq', policyVersion: 'v1', textHash: hash, answered: [], left: [], ...more };
  const by = reported?.by ?? '';
  const report = {
    ...{ reportId: reportId(hour), hash, categories: ['factual' as const], severity: reported?.severity ?? 'neutral' },
    ...{ state: 'decided' as const, source: by, author: by, reportedAt: timeOf(hour + (reported?.hour ?? 1)) },
    updatedAt: timeOf(hour + 1),
  };
  const decision = {
    ...{ decisionId: reportId(hour), reportIds: reported ? [report.reportId] : [], source: 'luca', author: 'luca' },
    ...{ decidedAt: timeOf(hour + 2), inProcess },
  };
  const trace = { ...TRACE, completedAt: timeOf(hour), ...(model ? { model } : {}) };
  return countedOf({
    ...{ hash, outputId: `chatgpt:1:${hour}`, trace: { ...trace, ...(stated ? { statedConfidence: stated } : {}) } },
    ...{ status: 'unreviewed', reports: reported ? [report] : [], checks: [], updatedAt: '' },
    decisions: verdict ? [{ ...decision, verdict }] : [],
  } as unknown as Parameters<typeof countedOf>[0]);
}

const EARNED = { mode: 'earned', clean: 3, oneIn: 10 } as const;
const clean = [0, 1, 2].map((hour) => had(hour, { verdict: 'approve' }));
const replayOf = (outputs: readonly CountedOutput[], review: Process['review'] = EARNED) => {
  const [found] = processReplay(outputs, policyWith(review), timeOf(0));
  if (!found) throw new Error('The policy has a process');
  return found;
};

describe('the first look at a text', () => {
  const verdicts = (...said: Verdict[]) =>
    had(1, { verdict: 'approve' }).decisions.flatMap((one) =>
      said.map((verdict, n) => ({ ...one, verdict, decidedAt: timeOf(n) })),
    );
  it.each<[Verdict[], object | undefined]>([
    [[], undefined],
    [['escalate'], undefined],
    [['escalate', 'block'], { defect: true, at: timeOf(1), by: 'luca' }],
    [['approve', 'modify'], { defect: false, at: timeOf(0), by: 'luca' }],
  ])('of %j', (said, look) => {
    expect(firstLook({ ...had(1, {}), decisions: verdicts(...said) })).toEqual(look);
  });

  const noted = had(5, { verdict: 'approve_with_notes', reported: { by: 'marta', severity: 'major' } });

  it.each<[Severity | undefined, boolean]>([
    [undefined, false],
    ['neutral', true],
    ['major', true],
    ['critical', false],
  ])(
    'where rules call a report from %s on a defect, one that was approved with a major note is one: %s',
    (from, defect) => {
      expect(firstLook(noted, from)?.defect).toBe(defect);
      const review = { mode: 'full', ...(from ? { defectFrom: from } : {}) } as const;
      const policy = policyWith(review);
      // The same in a replay, in a pilot's figures and in what it is held against before it grows.
      expect(recordedOf([noted], policy).get('faq')?.defects).toBe(Number(defect));
      const [day] = dailyOf({ id: 'faq', review }, { outputs: [noted], tallies: [], calendar: undefined, fewest: 1 });
      expect(day?.looks?.defects).toBe(Number(defect));
      const saved = replayOf([...clean, noted, had(9, { verdict: 'approve' })], {
        ...EARNED,
        ...review,
        mode: 'earned',
      });
      expect(saved.replay.modes).toEqual({
        full: 0,
        sampled: 0,
        tightened: 0,
        stopped: 0,
        [defect ? 'tightened' : 'sampled']: 1,
      });
    },
  );
});

describe('what a replay goes by', () => {
  it('what a colleague reported before it was looked at is looked at; what its reviewer reported, or anybody later, is in the lot', () => {
    const by = (who: string, hour?: number) =>
      had(6, { verdict: 'block', reported: { by: who, severity: 'minor', ...(hour === undefined ? {} : { hour }) } });
    const { replay } = replayOf([...clean, by('marta')]);
    expect([replay.slipped, replay.modes.tightened]).toEqual([0, 1]);
    for (const output of [by('luca'), by('marta', 3)]) expect(replayOf([...clean, output]).replay.slipped).toBe(1);
  });

  it('what its tool is less sure of than the rules ask for is looked at', () => {
    const unsure = had(6, { verdict: 'block', stated: 'Confidence: 60 %' });
    expect(unsure.trace.stated).toBe(0.6);
    expect(replayOf([...clean, unsure]).replay.slipped).toBe(1);
    expect(replayOf([...clean, unsure], { ...EARNED, confidence: 0.6 }).replay.slipped).toBe(1);
    expect(replayOf([...clean, unsure], { ...EARNED, confidence: 0.7 }).replay).toMatchObject({ slipped: 0, saved: 0 });
  });

  it.each([{ bulk: true }, { selfReview: true }, { textHash: 'sha256:other' }])(
    'a yes with %j opens nothing',
    (more) => {
      const weak = [0, 1, 2, 3].map((hour) => had(hour, { verdict: 'approve', more }));
      expect(replayOf(weak).replay).toMatchObject({ asked: 4, saved: 0, modes: { full: 1 } });
      // A block says something however it came about.
      expect(firstLook(had(1, { verdict: 'block', more }))).not.toHaveProperty('isWeak');
    },
  );
});

describe('of which kinds of text the record says nothing now', () => {
  const DAY = 24;
  const later = (count: number, model?: string) =>
    Array.from({ length: count }, (_, n) => had((20 + n) * DAY, model ? { model } : {}));

  it('names a kind that went on for two weeks without a look, since when, and one that nobody ever looked at', () => {
    const { gaps } = replayOf([...clean, ...later(12), ...later(10, 'GPT-6')]);
    expect(gaps).toEqual([
      { tool: 'ChatGPT', since: timeOf(2), texts: 12 },
      { tool: 'ChatGPT', model: 'GPT-6', texts: 10 },
    ]);
  });

  it('counts those that browsers found and nobody said anything of, by their kind', () => {
    const tally = (day: number, model: string, found: number, process = 'faq'): Tally => ({
      ...{ day: timeOf(day * DAY).slice(0, 10), stratum: stratumOf(process, 'chatgpt', model), found },
      ...{ source: ANNA, words: 0, used: 0, edited: 0, held: 0, passed: 0, sampled: 0, missed: 0 },
    });
    const tallies = [
      tally(0, '', 5),
      tally(30, '', 7),
      tally(31, '', 8),
      tally(2, 'GPT-6', 40),
      tally(2, '', 90, 'mail'),
    ];
    const beside = { tallies, probes: new Map(), fewest: 5 };
    const [found] = processReplay(clean, policyWith(EARNED), timeOf(0), beside);
    expect(found?.gaps).toEqual([
      { tool: 'ChatGPT', model: 'GPT-6', texts: 40 },
      { tool: 'ChatGPT', since: timeOf(2), texts: 15 },
    ]);
    expect(found?.replay.carries).toMatchObject({ texts: 60, reviewed: 3 });
  });

  it('and none where few wait, or all came within two weeks of a look', () => {
    expect(replayOf([...clean, ...later(9)]).gaps).toEqual([]);
    const soon = Array.from({ length: 12 }, (_, n) => had(DAY + n, {}));
    expect(replayOf([...clean, ...soon]).gaps).toEqual([]);
  });
});

const PEOPLE = ['anna', 'bice', 'carlo', 'dino', 'elsa'];
const COLLECTOR = 'urn:countersign:collector:33333333-3333-4333-8333-333333333333';

const sourceOf = (person: string): string =>
  `urn:countersign:installation:0000000${PEOPLE.indexOf(person)}-0000-4000-8000-000000000000`;

/** Histories of many texts, as a team’s log has them: decisions, some again by others, some judged blind, some settled between. */
async function histories(count: number): Promise<CountersignEvent[][]> {
  const chance = chances(20_261_130);
  const oneOf = <T>(of: readonly T[]): T => of[Math.floor(chance() * of.length)] as T;
  const verdict = (): Verdict => oneOf(['approve', 'approve', 'approve', 'approve', 'block', 'escalate'] as const);
  let order = 0;
  const nextTime = () => new Date(MONDAY + ++order * 60_000);
  const put = (events: CountersignEvent[], authid: string, event: CountersignEvent) =>
    events.push(eventWith(event, { sequence: String(order).padStart(16, '0'), authid }));

  async function decide(events: CountersignEvent[], subject: string): Promise<string> {
    const by = oneOf(PEOPLE);
    const bulk = chance() < 0.1 ? { bulk: true } : {};
    const inProcess = { processId: 'faq', policyVersion: 'v1', textHash: subject, answered: [], left: [], ...bulk };
    const facts = { decisionId: reportId(++order), verdict: verdict(), reportIds: [], inProcess };
    const note = { note: 'Looked at.' };
    put(events, by, await makeEvent('countersign.decision.made.v1', sourceOf(by), subject, facts, note, nextTime()));
    return facts.decisionId;
  }

  async function judgeAgain(events: CountersignEvent[], subject: string, decisionId: string): Promise<void> {
    const person = oneOf(PEOPLE);
    const secondId = reportId(++order);
    const drawn = { secondId, decisionId, processId: 'faq', policyVersion: 'v1', oneIn: 2, person };
    const draw = await makeEvent('countersign.second.drawn.v1', COLLECTOR, subject, drawn, undefined, nextTime());
    put(events, COLLECTOR, draw);
    const facts = { secondId, verdict: oneOf(['approve', 'approve', 'block'] as const) };
    const given = await makeEvent('countersign.second.given.v1', sourceOf(person), subject, facts, {}, nextTime());
    put(events, person, given);
  }

  const all: CountersignEvent[][] = [];
  for (let n = 0; n < count; n++) {
    const text = `Answer ${n}.`;
    const subject = addressOf({ text });
    const events: CountersignEvent[] = [];
    const seen = { outputId: `chatgpt:1:${n}`, trace: TRACE };
    put(events, 'marta', await makeEvent('countersign.output.seen.v1', ANNA, subject, seen, { text }, nextTime()));
    const decisionId = await decide(events, subject);
    if (chance() < 0.3) await decide(events, subject);
    if (chance() < 0.4) await judgeAgain(events, subject, decisionId);
    if (chance() < 0.2) await decide(events, subject);
    all.push(events);
  }
  return all;
}

describe('what reviewers miss, as a replay counts it', () => {
  it('is what the events of the same texts say, by which the gate goes', async () => {
    const texts = await histories(400);
    const [process] = policyWith({ mode: 'full' }).processes ?? [];
    if (!process) throw new Error('The policy has a process');
    const record = recordsOf(texts.flat(), { processId: 'faq', policyVersion: 'v1' }).get(
      stratumOf('faq', 'chatgpt', ''),
    );
    const measured = record && missOf(record);
    expect(measured?.isBlind).toBe(true);
    expect(measured?.miss).toBeGreaterThan(0.1);
    const counted = texts.flatMap((events) => {
      const output = foldOutput(events);
      return output ? countedOf(output) : [];
    });
    const measuring = { tallies: [], probes: new Map(), fewest: 5 };
    expect(missIn(counted, process, measuring)).toBe(measured?.miss);
    // Nothing of it is told of fewer people; what test texts show is of five in any case, and the larger counts.
    expect(missIn(counted, process, { ...measuring, fewest: 6 })).toBeUndefined();
    const probes = new Map([['faq', { judged: 40, missed: 39 }]]);
    expect(missIn(counted, process, { fewest: 6, probes })).toBe(39 / 40);
    const said = processReplay(counted, policyWith({ ...EARNED, limit: 0.2, unacceptable: 0.9 }), '', measuring);
    expect(said[0]?.replay.miss).toBe(measured?.miss);
  });
});
