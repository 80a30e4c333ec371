/** A calibration as a browser folds it: nobody sees what another said before it is over, in whatever order it came. */
import { describe, expect, test } from 'vitest';
import { answersOf, calibrationEndsAt, isDivided, isOver } from '../../../../lib/domain/decision/calibration.ts';
import { awaitsDecision } from '../../../../lib/domain/decision/queue.ts';
import { type CountersignEvent, eventWith } from '../../../../lib/domain/events/event.ts';
import { foldOutput } from '../../../../lib/domain/fold/output.ts';
import { agreement } from '../../../../lib/metrics/agreement.ts';
import { fc } from '../../property.ts';
import { ANNA, decided, eventOf, reportId, seen } from '../making.ts';

const PEOPLE = ['marta', 'luca', 'nora'];
const UNTIL = '2027-01-01T00:00:00.000Z';
const DURING = '2026-12-01T00:00:00.000Z';
const seatOf = (person: string) => reportId(7_000 + PEOPLE.indexOf(person));
const sourceOf = (person: string) =>
  `urn:countersign:installation:${String(PEOPLE.indexOf(person)).padStart(8, '4')}-4444-4444-8444-444444444444`;

const asked = (people = PEOPLE) =>
  eventOf(
    'countersign.calibration.asked.v1',
    {
      calibrationId: reportId(6_000),
      seats: people.map((person) => ({ secondId: seatOf(person), person })),
      until: UNTIL,
    },
    undefined,
    { source: ANNA },
  );
const says = async (person: string, verdict: 'approve' | 'block', seat = seatOf(person)) =>
  eventWith(
    await eventOf(
      'countersign.second.given.v1',
      { secondId: seat, verdict },
      { note: `${person} says why` },
      { source: sourceOf(person) },
    ),
    { authid: person },
  );
const numbered = (events: readonly CountersignEvent[]) =>
  events.map((event, at) => eventWith(event, { sequence: String(at + 1).padStart(16, '0') }));
const shown = (events: readonly CountersignEvent[], person?: string, now = DURING) =>
  foldOutput(events, undefined, undefined, person, now);
const seatsOf = (output: ReturnType<typeof shown>) => output?.inProcess?.calibrations?.[0]?.seats ?? [];

describe('while it is under way', () => {
  test('nobody is shown what another said, whatever order it came in, those who have judged no more than those who have not', async () => {
    const events = numbered([
      ...[await seen(), await decided('block', []), await asked()],
      ...[await says('marta', 'approve'), await says('luca', 'block')],
    ]);
    const viewer = fc.constantFrom('marta', 'luca', 'nora', 'boss', undefined);
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), viewer, (some, person) => {
        const output = shown(some, person);
        expect(JSON.stringify(output)).not.toContain('says why');
        expect(output?.status).toBe(person === 'nora' ? 'unreviewed' : 'blocked');
        // Whoever is asked has it in line; of the others it is only counted how many have judged.
        if (person === 'nora') expect(output).toMatchObject({ blind: { secondId: seatOf('nora'), until: UNTIL } });
        else expect(seatsOf(output).filter(({ hasGiven }) => hasGiven)).toHaveLength(2);
        expect(output && awaitsDecision(output)).toBe(person === 'nora');
      }),
    );
  });

  test('three people or more judge, each on one seat', async () => {
    await expect(asked(['marta', 'luca'])).rejects.toThrow();
    await expect(asked(['marta', 'luca', 'luca'])).rejects.toThrow();
  });

  test('only whoever has the seat sits on it, once', async () => {
    const events = [await seen(), await asked(), await says('luca', 'block', seatOf('marta'))];
    expect(seatsOf(shown(numbered(events))).some(({ hasGiven }) => hasGiven)).toBe(false);
    const twice = numbered([
      ...[await seen(), await asked(), await says('marta', 'block'), await says('marta', 'approve')],
      ...[await says('luca', 'block'), await says('nora', 'block')],
    ]);
    expect(seatsOf(shown(twice)).map(({ given }) => given?.verdict)).toEqual(['block', 'block', 'block']);
  });
});

describe('it is over', () => {
  test('once all have judged: everybody sees all of it, and it moves no status', async () => {
    const said = [await says('marta', 'approve'), await says('luca', 'block'), await says('nora', 'approve')];
    const events = numbered([await seen(), await asked(), ...said]);
    for (const person of [...PEOPLE, undefined]) {
      const output = shown(events, person);
      expect(output).toMatchObject({ status: 'unreviewed' });
      expect(output?.blind).toBeUndefined();
      expect(JSON.stringify(output)).toContain('nora says why');
      const [calibration] = output?.inProcess?.calibrations ?? [];
      expect(calibration && isDivided(calibration)).toBe(true);
    }
  });

  test('by itself: whoever has not judged is asked no more, and the figure of agreement has those who did', async () => {
    const said = [await says('marta', 'approve'), await says('luca', 'approve')];
    const events = numbered([await seen(), await asked(), ...said]);
    expect(shown(events, 'nora', DURING)?.blind).toBeDefined();
    const after = shown(events, 'nora', UNTIL);
    expect(after?.blind).toBeUndefined();
    const [calibration] = after?.inProcess?.calibrations ?? [];
    expect(calibration && [isOver(calibration, UNTIL), answersOf(calibration)]).toEqual([true, ['usable', 'usable']]);
    const [before] = shown(events)?.inProcess?.calibrations ?? [];
    expect(calibrationEndsAt(before && [before], DURING)).toBe(UNTIL);
    const observed = (now: string) => {
      const output = shown(events, undefined, now);
      return output ? agreement.observe(output, { now, processes: new Map() }).map(({ value }) => value) : [];
    };
    expect(observed(DURING)).toEqual([]);
    expect(observed(UNTIL)).toEqual([['usable', 'usable']]);
  });
});
