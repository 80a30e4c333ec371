/** The clock of an output as screens show it: due, reminded, run out, paused; with and without a collector that writes lapses down. */
import { describe, expect, it } from 'vitest';
import { nextToJudge } from '../../../../lib/domain/decision/clock.ts';
import type { CountersignEvent } from '../../../../lib/domain/events/event.ts';
import { makeEvent } from '../../../../lib/domain/events/event.ts';
import { foldOutput } from '../../../../lib/domain/fold/output.ts';
import type { Process } from '../../../../lib/domain/policy/process.ts';
import { ANNA, HASH, LUCA, reportId, seen } from '../making.ts';
import { asked, at, clock, FAQ, UNDER } from './timed.ts';

const questioned = (hour: number) =>
  makeEvent('countersign.information.asked.v1', LUCA, HASH, { questionId: reportId(50) }, { text: 'Which?' }, at(hour));
const answered = (hour: number) =>
  makeEvent('countersign.information.given.v1', ANNA, HASH, { questionId: reportId(50) }, { text: 'This.' }, at(hour));
const decided = (hour: number) =>
  makeEvent(
    'countersign.decision.made.v1',
    LUCA,
    HASH,
    { decisionId: reportId(90), verdict: 'block', reportIds: [] },
    { note: 'No.' },
    at(hour),
  );

describe('the clock of an output', () => {
  it('runs for nobody until somebody asks, and after somebody has decided', async () => {
    expect(clock(1, [await seen()])).toBeUndefined();
    expect(clock(3, [await seen(), await asked(0), await decided(2)])).toBeUndefined();
  });

  it('runs for nobody once the report is taken back that somebody handed on', async () => {
    const facts = { reportId: reportId(7), categories: ['factual' as const], severity: 'major' as const };
    const report = await makeEvent('countersign.report.made.v1', ANNA, HASH, facts, { passages: [] }, at(0));
    const given = { handoffId: reportId(8), to: ['role:desk' as const], why: 'handed_off' as const };
    const handed = await makeEvent('countersign.handoff.made.v1', LUCA, HASH, given, {}, at(1));
    const gone = { reportId: reportId(7), undone: false };
    const back = await makeEvent('countersign.report.withdrawn.v1', ANNA, HASH, gone, undefined, at(2));
    expect(clock(3, [await seen(), report, handed])?.for).toEqual(['role:desk']);
    expect(clock(3, [await seen(), report, handed, back])).toBeUndefined();
  });

  it('stands once the exception that was asked for is granted: whoever asked waits for nobody', async () => {
    const ask = makeEvent(
      'countersign.approval.requested.v1',
      ANNA,
      HASH,
      { requestId: reportId(2), kind: 'exception', ...UNDER },
      {},
      at(0),
    );
    const grant = makeEvent(
      'countersign.gate.overridden.v1',
      LUCA,
      HASH,
      {
        ...{ exceptionId: reportId(70), kind: 'exception', ...UNDER, requestId: reportId(2) },
        until: at(26).toISOString(),
      },
      { reason: 'The customer waits.' },
      at(2),
    );
    expect(clock(3, [await seen(), await ask])).toMatchObject({ for: ['person:luca'] });
    expect(clock(30, [await seen(), await ask, await grant])).toBeUndefined();
    // What somebody asked besides is not answered by it.
    const still = clock(3, [await seen(), await ask, await asked(1), await grant]);
    expect(still).toMatchObject({ for: ['person:luca'], dueAt: at(8).toISOString() });
  });

  it('names who is waited for and until when; there nobody’s silence turns into an answer', async () => {
    const events = [await seen(), await asked(0)];
    expect(clock(7.9, events)).toMatchObject({ for: ['person:luca'], dueAt: at(8).toISOString(), lapses: [] });
    expect(clock(8, events)).toMatchObject({
      ...{ for: ['role:desk'], dueAt: at(12).toISOString(), isReminding: false },
      lapses: [{ waitedFor: ['person:luca'], dueAt: at(8).toISOString() }],
    });
    expect(clock(10, events)).toMatchObject({ isReminding: true, isOver: false });
    const last = clock(13, events);
    expect(last).toMatchObject({ for: ['person:piero'], isOver: true, isReminding: false });
    expect(last?.lapses).toHaveLength(2);
  });

  it('keeps what nobody answers waiting for as long as it takes: a year later it is still with the last one, and can be decided', async () => {
    const events = [await seen(), await asked(0)];
    const year = 365 * 24;
    expect(clock(year, events)).toMatchObject({ for: ['person:piero'], isOver: true });
    expect(foldOutput(events)?.status).toBe('unreviewed');
    expect(clock(year + 1, [...events, await decided(year)])).toBeUndefined();
  });

  it('says that it is over where no step comes after', async () => {
    const { escalation: _, ...alone } = FAQ;
    const events = [await seen(), await asked(0)];
    expect(clock(8, events, alone)).toMatchObject({ isOver: true, lapses: [], dueAt: at(8).toISOString() });
  });

  it('shows a lapse of the collector once, and goes on from it', async () => {
    const facts = { handoffId: reportId(60), waitedFor: ['person:luca' as const], to: ['role:desk' as const] };
    const lapse = await makeEvent(
      'countersign.handoff.lapsed.v1',
      'urn:countersign:collector:33333333-3333-4333-8333-333333333333',
      HASH,
      { ...facts, why: 'lapsed', step: 0, dueAt: at(8).toISOString() },
      undefined,
      at(8.1),
    );
    const shown = clock(9, [await seen(), await asked(0), lapse]);
    expect(shown).toMatchObject({ for: ['role:desk'], dueAt: at(12.1).toISOString() });
    expect(shown?.lapses).toEqual([{ waitedFor: ['person:luca'], dueAt: at(8).toISOString() }]);
  });

  it('stands still while a question is open, and goes on with the answer', async () => {
    const open = [await seen(), await asked(0), await questioned(2)];
    expect(clock(100, open)).toMatchObject({ isPaused: true, lapses: [], for: ['person:luca'] });
    expect(clock(100, open)?.dueAt).toBeUndefined();
    expect(clock(31, [...open, await answered(30)])).toMatchObject({ isPaused: false, dueAt: at(36).toISOString() });
  });

  it('is not held for ever by a question that was decided without an answer', async () => {
    const events = [await seen(), await asked(0), await questioned(2), await decided(3), await asked(10, 2)];
    expect(clock(11, events)).toMatchObject({ isPaused: false, dueAt: at(18).toISOString() });
  });
});

describe('who comes next where somebody cannot judge', () => {
  const handed = (hour: number, step: number) =>
    makeEvent(
      'countersign.handoff.made.v1',
      LUCA,
      HASH,
      { handoffId: reportId(70 + step), to: FAQ.escalation?.[step]?.to ?? ['person:luca'], why: 'handed_off', step },
      {},
      at(hour),
    );
  const next = (hour: number, events: readonly CountersignEvent[], process = FAQ) => {
    const output = foldOutput(events);
    return output && nextToJudge(output, process, at(hour).toISOString());
  };

  it('is the next step, from wherever it is: asked, passed on before, or run out; after the last one nobody', async () => {
    const events = [await seen(), await asked(0)];
    expect(next(1, events)).toEqual({ to: ['role:desk'], step: 0 });
    expect(next(9, events)).toEqual({ to: ['person:piero'], step: 1 });
    expect(next(2, [...events, await handed(1, 0)])).toEqual({ to: ['person:piero'], step: 1 });
    expect(next(3, [...events, await handed(1, 0), await handed(2, 1)])).toBeUndefined();
  });

  it('is the fallback approver where no step is left, once', async () => {
    const process: Process = { ...FAQ, escalation: [], fallback: ['person:ada'] };
    const events = [await seen(), await asked(0)];
    expect(next(1, events, process)).toEqual({ to: ['person:ada'] });
    const facts = { handoffId: reportId(80), to: ['person:ada' as const], why: 'handed_off' as const };
    const gone = await makeEvent('countersign.handoff.made.v1', LUCA, HASH, facts, {}, at(1));
    expect(next(2, [...events, gone], process)).toBeUndefined();
  });

  it('at a step that the rules do not have, or not any more, is where it was: what is due goes on', async () => {
    const events = [await seen(), await asked(0), await handed(1, 7)];
    expect(clock(2, events)).toMatchObject({ dueAt: at(9).toISOString(), lapses: [] });
    expect(clock(10, events)).toMatchObject({ for: ['role:desk'], dueAt: at(13).toISOString() });
    const later = [...events.slice(0, 2), await handed(1, 0), await handed(2, 7)];
    expect(clock(3, later)).toMatchObject({ dueAt: at(6).toISOString(), lapses: [] });
    expect(next(3, later)).toEqual({ to: ['person:piero'], step: 1 });
    // Of a chain that has become shorter the last step is the last.
    const shorter: Process = { ...FAQ, escalation: FAQ.escalation?.slice(0, 1) ?? [] };
    expect(clock(20, [...events.slice(0, 2), await handed(1, 0), await handed(2, 1)], shorter)).toMatchObject({
      ...{ isOver: true, dueAt: at(6).toISOString() },
    });
  });

  it('has the whole time of their step, and is neither a yes nor a no', async () => {
    const events = [await seen(), await asked(0), await handed(1, 0)];
    expect(clock(2, events)).toMatchObject({ for: ['role:desk'], dueAt: at(5).toISOString(), lapses: [] });
    const output = foldOutput(events);
    expect(output?.status).toBe('unreviewed');
    expect(output?.decisions).toEqual([]);
  });
});
