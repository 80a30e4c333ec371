/** Absences: told by whoever is away, half-open in time, followed for a few steps and never in a circle. */
import { describe, expect, it } from 'vitest';
import { eventWith, makeEvent } from '../../../../lib/domain/events/event.ts';
import { absencesIn, inPlaceOf, standInsOf } from '../../../../lib/domain/people/delegation.ts';
import { fc } from '../../property.ts';
import { ANNA, LUCA, reportId } from '../making.ts';

const [SINCE, UNTIL, DURING] = ['2026-11-02T00:00:00Z', '2026-11-09T00:00:00.000Z', '2026-11-05T00:00:00.000Z'];
const away = (from: string, to: string) => ({ from, to, since: SINCE, until: UNTIL });

const said = (n: number, to: string, at: number, over: { source?: string; until?: string } = {}) =>
  makeEvent(
    'countersign.delegation.made.v1',
    over.source ?? ANNA,
    `urn:countersign:delegation:${reportId(n)}`,
    { delegationId: reportId(n), to, since: SINCE, until: over.until ?? UNTIL },
    undefined,
    new Date(Date.UTC(2026, 10, 1, at)),
  );

describe('absences of the log', () => {
  it('are by their authors, and the last word of each counts, in whatever order they come', async () => {
    const events = [
      eventWith(await said(1, 'luca', 1), { authid: 'anna' }),
      eventWith(await said(1, 'pia', 2), { authid: 'anna' }),
      eventWith(await said(1, 'ugo', 3, { source: LUCA }), { authid: 'luca' }),
    ];
    const expected = [
      { delegationId: reportId(1), ...away('anna', 'pia') },
      { delegationId: reportId(1), ...away('luca', 'ugo') },
    ];
    void fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (shuffled) => {
        expect(absencesIn(shuffled, { source: ANNA, subject: 'anna' })).toEqual(expected);
      }),
    );
  });

  it('stand in the order of their last words, as the collector reads them: it is the first in whose place one decides', async () => {
    const words = [
      eventWith(await said(1, 'pia', 1), { authid: 'anna' }),
      eventWith(await said(2, 'pia', 2, { source: LUCA }), { authid: 'luca' }),
      eventWith(await said(1, 'pia', 3, { until: '2026-11-10T00:00:00.000Z' }), { authid: 'anna' }),
    ];
    const absences = absencesIn(words, { source: ANNA, subject: 'anna' });
    expect(inPlaceOf('pia', absences, DURING)).toEqual(['luca', 'anna']);
  });

  it('that the team’s log has not taken yet are this browser’s own, and of nobody else', async () => {
    const [own, other] = [await said(1, 'luca', 1), await said(2, 'luca', 1, { source: LUCA })];
    expect(absencesIn([own, other], { source: ANNA, subject: 'anna' })).toMatchObject([{ from: 'anna', to: 'luca' }]);
    expect(absencesIn([own], { source: ANNA, subject: undefined })).toEqual([]);
  });
});

describe('standing in', () => {
  it('begins at the first instant and ends before the last, however the times are written', () => {
    const [one] = [away('luca', 'pia')];
    const at = (now: string) => inPlaceOf('pia', [one], now);
    expect(at('2026-11-01T23:59:59.999Z')).toEqual([]);
    expect(at('2026-11-02T00:00:00.000Z')).toEqual(['luca']);
    expect(at('2026-11-08T23:59:59.999Z')).toEqual(['luca']);
    expect(at('2026-11-09T00:00:00Z')).toEqual([]);
  });

  it('goes on for three steps, and round a circle once', () => {
    const chain = [away('a', 'b'), away('b', 'c'), away('c', 'd'), away('d', 'e')];
    expect(standInsOf('a', chain, DURING)).toEqual(['b', 'c', 'd']);
    expect(inPlaceOf('e', chain, DURING)).toEqual(['d', 'c', 'b']);
    const circle = [away('a', 'b'), away('b', 'c'), away('c', 'a')];
    expect(standInsOf('a', circle, DURING)).toEqual(['b', 'c']);
  });

  it('is the same relation from both ends', () => {
    const person = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const any = fc.array(
      fc.tuple(person, person).map(([from, to]) => away(from, to)),
      { maxLength: 8 },
    );
    void fc.assert(
      fc.property(any, person, person, (delegations, from, to) => {
        expect(standInsOf(from, delegations, DURING).includes(to)).toBe(
          inPlaceOf(to, delegations, DURING).includes(from),
        );
      }),
    );
  });
});
