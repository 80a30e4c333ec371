/** The clock of a report: what starts it anew, what leaves it as it is, what ends it. */
import { describe, expect, it } from 'vitest';
import { waitingSince } from '../../../../lib/domain/decision/queue.ts';
import { makeEvent } from '../../../../lib/domain/events/event.ts';
import { ANNA, HASH, LUCA, reportId, seen, sequenced } from '../making.ts';
import { asked, at, clock, outputOf } from './timed.ts';

describe('the clock of a report', () => {
  const report = (verb: 'made' | 'amended', hour: number, category: 'factual' | 'good' = 'factual', n = 7) => {
    const severity = category === 'good' ? ('neutral' as const) : ('major' as const);
    const facts = { reportId: reportId(n), categories: [category], severity };
    return makeEvent(`countersign.report.${verb}.v1`, ANNA, HASH, facts, { passages: [] }, at(hour));
  };
  const declined = (hour: number, reports = [7]) =>
    makeEvent(
      'countersign.decision.made.v1',
      LUCA,
      HASH,
      { decisionId: reportId(91), verdict: 'approve', reportIds: reports.map(reportId) },
      {},
      at(hour),
    );
  const disputed = (hour: number) =>
    makeEvent(
      'countersign.report.disputed.v1',
      ANNA,
      HASH,
      { reportId: reportId(7) },
      { reason: 'It is wrong.' },
      at(hour),
    );

  it('begins anew when it is disputed, or changed after it was answered', async () => {
    const events = [await seen(), await report('made', 0), await declined(2)];
    expect(clock(3, events)).toBeUndefined();
    const waits = { for: ['person:luca'], dueAt: at(108).toISOString(), lapses: [] };
    for (const again of [await disputed(100), await report('amended', 100)]) {
      expect(clock(101, [...events, again])).toMatchObject(waits);
      expect(waitingSince(outputOf([...events, again]))).toBe(at(100).toISOString());
    }
  });

  it('begins when praise is changed into a problem, and ends when a problem is changed into praise', async () => {
    const praise = [await seen(), await report('made', 0, 'good')];
    expect(clock(1, praise)).toBeUndefined();
    const problem = [...praise, await report('amended', 50)];
    expect(clock(51, problem)).toMatchObject({ for: ['person:luca'], dueAt: at(58).toISOString() });
    expect(waitingSince(outputOf(problem))).toBe(at(50).toISOString());
    expect(clock(53, [...problem, await report('amended', 52, 'good')])).toBeUndefined();
  });

  it('goes on when it is changed while it waits: nobody is given more time by that', async () => {
    const events = [await seen(), await report('made', 0), await report('amended', 3)];
    expect(clock(4, events)?.dueAt).toBe(at(8).toISOString());
    expect(waitingSince(outputOf(events))).toBe(at(0).toISOString());
  });

  it('begins anew with a decision by somebody who had not seen it', async () => {
    const events = [await seen(), await report('made', 0), await report('made', 1, 'factual', 8), await declined(2)];
    expect(clock(3, events)?.dueAt).toBe(at(10).toISOString());
    expect(waitingSince(outputOf(events))).toBe(at(1).toISOString());
    expect(clock(3, [...events.slice(0, 3), await declined(2, [7, 8])])).toBeUndefined();
  });

  it('ends with the decision also where whoever decided has a clock that is slow', async () => {
    const told = [await seen(), await report('made', 0), await declined(-1)];
    expect(clock(1, sequenced(told))).toBeUndefined();
  });

  it('is since it was reported where it was passed on, whatever was arranged since', async () => {
    const events = [await seen(), await report('made', 0), await escalated(3), await assigned(5)];
    expect(waitingSince(outputOf(events))).toBe(at(0).toISOString());
    const alone = [await seen(), await escalated(3), await assigned(5)];
    expect(waitingSince(outputOf(alone))).toBe(at(3).toISOString());
  });

  it('is handed to nobody where nobody waits', async () => {
    const given = { handoffId: reportId(8), to: ['role:desk' as const], why: 'handed_off' as const };
    const handed = await makeEvent('countersign.handoff.made.v1', LUCA, HASH, given, {}, at(1));
    expect(clock(2, [await seen(), handed])).toBeUndefined();
    // What is asked a year later is not due at once.
    const asks = [await seen(), handed, await asked(9_000)];
    expect(clock(9_001, asks)).toMatchObject({ for: ['person:luca'], dueAt: at(9_008).toISOString(), lapses: [] });
  });

  const escalated = (hour: number) =>
    makeEvent(
      'countersign.decision.made.v1',
      LUCA,
      HASH,
      { decisionId: reportId(92), verdict: 'escalate', reportIds: [reportId(7)] },
      { note: 'For legal.' },
      at(hour),
    );
  const assigned = (hour: number) =>
    makeEvent(
      'countersign.assignment.made.v1',
      LUCA,
      HASH,
      { assignmentId: reportId(93), until: at(99).toISOString(), after: null },
      undefined,
      at(hour),
    );
});
