/** A rehearsed escalation: who it has come to, when an answer is in time, and that a pilot's condition is met by one that was. */
import { expect, test } from 'vitest';
import { type CountersignEvent, eventWith, type FactsOf, makeEvent } from '../../../../lib/domain/events/event.ts';
import { processSubject } from '../../../../lib/domain/gate/stops.ts';
import { newId } from '../../../../lib/domain/ids.ts';
import type { GovernancePolicy } from '../../../../lib/domain/policy/policy.ts';
import type { Process } from '../../../../lib/domain/policy/process.ts';
import { recordedOf } from '../../../../lib/domain/rollout/recorded.ts';
import {
  isRehearsedIn,
  mayAnswer,
  mayRehearse,
  rehearsalAt,
  rehearsalsIn,
} from '../../../../lib/domain/rollout/rehearsal.ts';
import { rolloutOf } from '../../../../lib/domain/rollout/rollout.ts';

const processOf = (more: Partial<Process> = {}): Process => ({
  ...{ id: 'faq', name: 'FAQ', applies: { tools: ['chatgpt'] }, risk: 'medium', publishes: false },
  ...{ publicInterest: 'never', review: { mode: 'full' }, owner: 'person:luca', rollout: { phase: 'pilot' } },
  gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'never' },
  escalation: [
    { to: ['person:bea'], remindAfterHours: 2, escalateAfterHours: 4 },
    { to: ['role:admin'], escalateAfterHours: 8 },
  ],
  ...more,
});
/** Monday to Friday, nine to five, in a place without summer time. */
const CALENDAR = { timeZone: 'UTC', days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' };

/** The hours of Friday 6 November 2026. */
const at = (hour: number, day = 6): string => new Date(Date.UTC(2026, 10, day, hour)).toISOString();
const ID = newId();

async function said(by: string, time: string, facts: object, process = 'faq'): Promise<CountersignEvent> {
  const event = await makeEvent(
    'countersign.escalation.rehearsed.v1',
    `urn:countersign:installation:${newId()}`,
    processSubject(process),
    { rehearsalId: ID, policyVersion: '7', ...facts } as FactsOf<'countersign.escalation.rehearsed.v1'>,
    undefined,
    new Date(time),
  );
  return eventWith(event, { authid: by });
}
const started = (by: string, time = at(10), to = ['person:bea']) => said(by, time, { act: 'started', to });
const answered = (by: string, time: string, step: number, process?: string) =>
  said(by, time, { act: 'answered', step }, process);

async function standing(events: readonly Promise<CountersignEvent>[], now: string, process = processOf()) {
  const [rehearsal] = rehearsalsIn(await Promise.all(events));
  if (!rehearsal) throw new Error('nothing is rehearsed');
  return rehearsalAt(rehearsal, process, now, CALENDAR);
}

test('it waits for the first step, then for the next by the business calendar, and says who did not answer', async () => {
  const start = [started('luca')];
  expect(await standing(start, at(13))).toEqual({
    ...{ state: 'waits', for: ['person:bea'], step: 0, dueAt: at(14), remindAt: at(12), lapses: [] },
  });
  // Four hours of it on Friday, three of them until five; then the weekend.
  expect(await standing(start, at(14))).toMatchObject({
    ...{ state: 'waits', for: ['role:admin'], step: 1, dueAt: at(14, 9) },
    lapses: [{ waitedFor: ['person:bea'], dueAt: at(14) }],
  });
  expect(await standing(start, at(13, 9))).toMatchObject({ state: 'waits', step: 1 });
  expect(await standing(start, at(14, 9))).toMatchObject({ state: 'unanswered', for: ['role:admin'] });
});

test('only an answer at the first step is in time; none is one’s own, of another process, or a second one', async () => {
  const state = async (...events: Promise<CountersignEvent>[]) => {
    const one = await standing([started('luca'), ...events], at(16));
    return `${one.state} ${one.step}`;
  };
  expect(await state(answered('bea', at(13), 0))).toBe('inTime 0');
  expect(await state(answered('anna', at(15), 1))).toBe('late 1');
  // What the collector took as the second step's answer is late, whatever time the browser says.
  expect(await state(answered('anna', at(11), 1))).toBe('late 1');
  expect(await state(answered('luca', at(11), 0))).toBe('waits 1');
  expect(await state(answered('bea', at(11), 0, 'other'))).toBe('waits 1');
  expect(await state(answered('anna', at(15), 1), answered('bea', at(15.5), 0))).toBe('late 1');
});

test('rules that name others in the first step, or a pilot that is over, void it', async () => {
  const events = [started('luca'), answered('bea', at(11), 0)];
  const [, second] = processOf().escalation ?? [];
  if (!second) throw new Error('no second step');
  expect(await standing(events, at(12), processOf({ escalation: [second] }))).toMatchObject({ state: 'void' });
  expect(await standing(events, at(12), processOf({ rollout: { phase: 'scale' } }))).toMatchObject({ state: 'void' });
  expect(await standing(events, at(12), processOf({ escalation: [] }))).toMatchObject({ state: 'void' });
});

test('who answers for the process, passes its texts on, or administers starts one, in the pilot alone', () => {
  const may = (subject: string, role: string, process = processOf()) => mayRehearse({ subject, role }, process, {});
  const named = processOf({ authority: { escalate: ['person:dora'] } });
  expect([may('luca', 'reviewer', named), may('dora', 'reviewer', named), may('boss', 'admin', named)]).toEqual([
    ...[true, true, true],
  ]);
  expect([may('anna', 'reviewer', named), may('rita', 'reporter')]).toEqual([false, false]);
  expect(may('anna', 'reviewer')).toBe(true);
  expect(may('boss', 'admin', processOf({ rollout: { phase: 'audit' } }))).toBe(false);
  expect(may('boss', 'admin', processOf({ escalation: [] }))).toBe(false);
});

test('whoever it has come to answers, or stands in for them; not whoever started it, in nobody’s place either', async () => {
  const waits = await standing([started('luca')], at(11));
  const may = (subject: string, starter: string, delegations: { from: string; to: string }[] = []) =>
    mayAnswer(waits, {
      ...{ person: { subject, role: 'reviewer' }, roles: [], now: at(11), starter },
      delegations: delegations.map((one) => ({ ...one, since: at(8), until: at(18) })),
    });
  expect([may('bea', 'luca'), may('anna', 'luca'), may('bea', 'bea')]).toEqual([true, false, false]);
  const away = [{ from: 'bea', to: 'anna' }];
  expect([may('anna', 'luca', away), may('anna', 'anna', away), may('anna', 'bea', away)]).toEqual([
    ...[true, false, false],
  ]);
  expect(
    mayAnswer(
      { ...waits, state: 'unanswered' },
      {
        ...{ person: { subject: 'bea', role: 'reviewer' }, roles: [], delegations: [], now: at(11), starter: 'luca' },
      },
    ),
  ).toBe(false);
});

test('a pilot’s condition is met by a rehearsal that was answered in time, and a rehearsal is no text and no review', async () => {
  const process = processOf();
  const policy: GovernancePolicy = { format: 2, version: '7', processes: [process] };
  const recorded = recordedOf([], policy).get('faq');
  if (!recorded) throw new Error('no record');
  const conditionAfter = async (since: string, ...events: Promise<CountersignEvent>[]) => {
    const rehearsals = rehearsalsIn(await Promise.all(events));
    const isRehearsed = isRehearsedIn(rehearsals, process, since, policy);
    const found = rolloutOf(process, recorded, { trained: undefined, isReviewOver: undefined, isRehearsed });
    return found?.conditions.find(({ of }) => of === 'rehearsed')?.state;
  };
  const inTime = () => answered('bea', at(11), 0);
  expect(await conditionAfter(at(0))).toBe('missing');
  expect(await conditionAfter(at(0), started('luca'))).toBe('missing');
  expect(await conditionAfter(at(0), started('luca'), answered('boss', at(15), 1))).toBe('missing');
  expect(await conditionAfter(at(0), started('luca'), inTime())).toBe('met');
  // Of the last thirty days, as everything that the roll-out counts.
  expect(await conditionAfter(at(12), started('luca'), inTime())).toBe('missing');
  expect(recorded).toMatchObject({ texts: 0, reviewed: 0, people: 0 });
});
