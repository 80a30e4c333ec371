/** Working time: what is due when, over nights, weekends, holidays, pauses and the hours that clocks skip. */

import { describe, expect, it } from 'vitest';
import { type Calendar, dueAt, hoursBetween } from '../../../../lib/domain/policy/calendar.ts';
import { calendarSchema } from '../../../../lib/domain/policy/governance.ts';
import { fc } from '../../property.ts';

const ROME: Calendar = calendarSchema.parse({
  ...{
    timeZone: 'Europe/Rome',
    days: [1, 2, 3, 4, 5],
    from: '09:00',
    to: '18:00',
    holidays: ['2026-12-08', '2026-12-25'],
  },
});

describe('due', () => {
  it.each([
    ['within a day', '2026-11-25T08:00:00Z', 4, '2026-11-25T12:00:00.000Z'],
    ['over a night', '2026-11-25T16:00:00Z', 4, '2026-11-26T11:00:00.000Z'],
    ['over a weekend', '2026-11-27T16:00:00Z', 4, '2026-11-30T11:00:00.000Z'],
    ['from a Sunday', '2026-11-29T10:00:00Z', 1, '2026-11-30T09:00:00.000Z'],
    ['over a holiday', '2026-12-07T16:00:00Z', 4, '2026-12-09T11:00:00.000Z'],
    ['where the clock went forward, an hour earlier in UTC', '2026-03-27T16:00:00Z', 2, '2026-03-30T08:00:00.000Z'],
    ['where the clock went back, an hour later in UTC', '2026-10-23T15:00:00Z', 2, '2026-10-26T09:00:00.000Z'],
  ])('%s', (_, from, hours, due) => {
    expect(dueAt(from, hours, ROME)).toBe(due);
  });

  it('does not come while something waits for an answer', () => {
    const pauses = [{ from: '2026-11-25T09:00:00Z', to: '2026-11-25T11:00:00Z' }];
    expect(dueAt('2026-11-25T08:00:00Z', 4, ROME, pauses)).toBe('2026-11-25T14:00:00.000Z');
    expect(dueAt('2026-11-25T08:00:00Z', 4, ROME, [{ from: '2026-11-25T09:00:00Z' }])).toBeUndefined();
  });

  it('counts every hour without a calendar', () => {
    expect(dueAt('2026-11-27T16:00:00Z', 30)).toBe('2026-11-28T22:00:00.000Z');
  });
});

it.each([
  '0000-01-01T00:00:00Z',
  '0000-02-29T12:00:00.000Z',
  '0500-06-01T00:00:00Z',
  '0999-12-31T23:59:59Z',
  '9999-12-31T20:00:00Z',
])('a time that no clock of ours shows (%s) is worked out all the same: a client may send any', (from) => {
  expect(() => dueAt(from, 8, ROME)).not.toThrow();
  expect(() => hoursBetween(from, '2026-11-25T08:00:00Z', ROME)).not.toThrow();
});

it('what is said to have been asked in the year 500 is due', () => {
  expect(Date.parse(dueAt('0500-06-01T00:00:00Z', 8, ROME) ?? '')).toBeLessThan(Date.UTC(2026, 0, 1));
  expect(Date.parse(dueAt('0500-06-01T00:00:00Z', 8) ?? '')).toBeLessThan(Date.UTC(2026, 0, 1));
});

it('a pause never makes anything due sooner, also one that two clocks tell backwards, or that others lie in', () => {
  const time = fc
    .integer({ min: -20, max: 60 })
    .map((n) => new Date(Date.UTC(2026, 10, 25, 8) + n * 3_600_000).toISOString());
  const pause = fc.record({ from: time, to: time });
  void fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.array(pause, { maxLength: 4 }), (hours, pauses) => {
      const from = '2026-11-25T08:00:00.000Z';
      for (const calendar of [undefined, ROME]) {
        const [before, due] = [dueAt(from, hours, calendar), dueAt(from, hours, calendar, pauses)];
        expect(Date.parse(due ?? '')).toBeGreaterThanOrEqual(Date.parse(before ?? ''));
        expect(due && hoursBetween(from, due, calendar, pauses)).toBeCloseTo(hours, 6);
      }
    }),
  );
});

it('what is due after so many hours is so many hours away', () => {
  const time = fc
    .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) })
    .map((at) => new Date(at).toISOString());
  void fc.assert(
    fc.property(time, fc.integer({ min: 1, max: 200 }), (from, hours) => {
      const due = dueAt(from, hours, ROME);
      expect(due && hoursBetween(from, due, ROME)).toBeCloseTo(hours, 6);
    }),
  );
});

it('a day that ends before it begins, and a place that is none, are no calendar', () => {
  expect(calendarSchema.safeParse({ ...ROME, to: '08:00' }).success).toBe(false);
  expect(calendarSchema.safeParse({ ...ROME, timeZone: 'Europe/Atlantis' }).success).toBe(false);
});
