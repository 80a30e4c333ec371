/** Measures of AI literacy: whose, when they were taken, and what asks again. */
import { expect, it } from 'vitest';
import { eventWith, makeEvent } from '../../../../lib/domain/events/event.ts';
import { measuresFor, takenIn } from '../../../../lib/domain/people/literacy.ts';
import { ANNA, LUCA, reportId } from '../making.ts';

const took = (measureId: string, at: string, source = ANNA) =>
  makeEvent(
    'countersign.measure.taken.v1',
    source,
    `urn:countersign:measure:${reportId(1)}`,
    { measureId, policyVersion: '1' },
    undefined,
    new Date(at),
  );

const POLICY = {
  roles: [{ id: 'editors', name: 'Editors', members: ['person:anna'] }],
  literacy: [
    { id: 'first-flag', audience: ['role:reporter'], measure: 'Practice page' },
    { id: 'how-to-approve', audience: ['role:editors'], measure: 'What an approval says', evidence: 'Course of May' },
  ],
};
const ANNA_REPORTS = { subject: 'anna', role: 'reporter' };
const NOW = '2026-11-20T10:00:00.000Z';
const states = (...[policy, person, taken]: Head) =>
  measuresFor(policy, person, taken, NOW).map(({ measureId, state }) => [measureId, state]);
type Head = [...Parameters<typeof measuresFor>] extends [...infer H, string] ? H : never;

it('are those of this browser’s person, by any of their browsers, and the last time counts', async () => {
  const events = [
    await took('first-flag', '2026-11-02T00:00:00.000Z'),
    eventWith(await took('first-flag', '2026-11-03T00:00:00.000Z', LUCA), { authid: 'anna' }),
    eventWith(await took('how-to-approve', '2026-11-03T00:00:00.000Z'), { authid: 'luca' }),
  ];
  expect(takenIn(events, { source: ANNA, subject: 'anna' })).toEqual(
    new Map([['first-flag', '2026-11-03T00:00:00.000Z']]),
  );
  expect(takenIn(events, { source: LUCA, subject: 'ugo' })).toEqual(new Map());
});

it('are asked of the audience that the policy names, and of whoever works alone all of them', () => {
  const nothing = new Map<string, string>();
  expect(states(POLICY, ANNA_REPORTS, nothing)).toEqual([
    ['first-flag', 'open'],
    ['how-to-approve', 'open'],
  ]);
  expect(states(POLICY, { subject: 'pia', role: 'reporter' }, nothing)).toEqual([['first-flag', 'open']]);
  expect(states(POLICY, { subject: 'pia', role: 'admin' }, nothing)).toEqual([]);
  expect(states(POLICY, undefined, nothing)).toHaveLength(2);
});

it('a new version asks nobody again, but for the measure of which it says what has changed', () => {
  const taken = new Map([['first-flag', '2026-11-02T23:59:59.000Z']]);
  const [first] = POLICY.literacy;
  const changed = (since: string) => ({
    literacy: first ? [{ ...first, again: { since, why: 'Answers now come with sources.' } }] : [],
  });
  expect(states({ ...POLICY, literacy: POLICY.literacy.slice(0, 1) }, ANNA_REPORTS, taken)).toEqual([
    ['first-flag', 'taken'],
  ]);
  expect(measuresFor(changed('2026-11-03'), ANNA_REPORTS, taken, NOW)[0]).toMatchObject({
    state: 'again',
    why: 'Answers now come with sources.',
  });
  // Taken on that day or later, or a day that is still to come.
  expect(states(changed('2026-11-02'), ANNA_REPORTS, taken)).toEqual([['first-flag', 'taken']]);
  expect(states(changed('2026-12-01'), ANNA_REPORTS, taken)).toEqual([['first-flag', 'taken']]);
});
