/** Rates of all texts: their groups are of five browsers, the same for all of them, and no view less another leaves fewer. */
import { describe, expect, it } from 'vitest';
import { DIMENSIONS } from '../../../../lib/domain/figures/counted.ts';
import { figureOf } from '../../../../lib/domain/figures/figure.ts';
import { FEWEST_PEOPLE, MERGED } from '../../../../lib/domain/figures/groups.ts';
import { talliedGroups } from '../../../../lib/domain/figures/tallied.ts';
import { noCounts, type Tally } from '../../../../lib/domain/figures/tally.ts';
import { countOf, type Scope, viewOf } from '../../../../lib/domain/figures/view.ts';
import { defects } from '../../../../lib/metrics/defects.ts';
import { reviewed } from '../../../../lib/metrics/reviewed.ts';
import { fc } from '../../property.ts';
import { TRACE } from '../making.ts';
import { counted, decision, report, SETTING } from './making.ts';

const tally = (source: string, day: string, stratum = '|chatgpt|', found = 10): Tally => ({
  ...{ ...noCounts(), source, day, stratum, found },
});
/** One day on which so many browsers counted. */
const team = (count: number, day = '2026-11-02', stratum?: string) =>
  Array.from({ length: count }, (_, at) => tally(`${day} ${at} ${stratum}`, day, stratum));

describe('a rate of all texts', () => {
  const decided = counted({
    trace: { ...TRACE, completedAt: '2026-11-03T10:00:00.000Z' },
    reports: [report({ severity: 'critical' })],
    decisions: [decision('block')],
  });
  const view = (tallies: Tally[], scope: Scope = 'team', outputs = [decided]) =>
    viewOf(countOf(reviewed, outputs, SETTING, scope, tallies), { range: 'month', split: 'tool' });

  it('is of what five browsers or more counted on one day', () => {
    expect(view(team(5)).figure).toMatchObject({ n: 50, count: 1, rate: 0.02 });
    expect(view(team(4))).toMatchObject({ figure: { n: 0 }, leftOut: true });
    expect(view(team(1), 'own').figure).toMatchObject({ n: 10, count: 1 });
  });

  it('takes one browser of five days for no more than one', () => {
    const one = ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06'].map((day) => tally(day, day));
    expect(view(one).figure.n).toBe(0);
  });

  it('calls a tool as pages do, and merges one that few use', () => {
    const cells = view([...team(6), ...team(2, '2026-11-02', '|claude|')]).cells;
    expect(cells.map(({ value, figure }) => [value, figure.n])).toEqual([[MERGED, 80]]);
    expect(view([...team(6), ...team(5, '2026-11-02', '|claude|')]).cells.map(({ value }) => value)).toEqual([
      TRACE.toolName,
      'claude',
    ]);
  });

  it('is none where more happened than was counted, and per thousand where few of many count', () => {
    const many = Array.from({ length: 51 }, () => decided);
    expect(view(team(5), 'team', many).figure).toEqual({ kind: 'share', n: 50, count: 51 });
    const grave = viewOf(countOf(defects, [decided], SETTING, 'team', team(5)), { range: 'month' }).figure;
    expect(grave).toMatchObject({ per: 1000, rate: 0.02, count: 1 });
  });

  it('counts what happened to a text whose process was chosen since, and nothing of the day that is not over', () => {
    const elsewhere = { ...decided, trace: { ...decided.trace, process: { processId: 'faq', name: 'FAQ' } } };
    const today = { ...decided, trace: { ...decided.trace, completedAt: SETTING.now } };
    expect(view(team(5), 'team', [elsewhere, today]).figure).toMatchObject({ n: 50, count: 1 });
  });

  it('has limits by the weights where they have weights', () => {
    const figure = figureOf('share', [
      { count: 25, of: 0, squares: 625, per: 1000 },
      { count: 0, of: 1000, squares: 0, per: 1000 },
    ]);
    expect(figure.weighted).toBe(true);
    expect(figure.interval?.map((limit) => Math.round(limit * 10_000))).toEqual([0, 740]);
  });
});

it('no two views of any rates, however they are taken from each other, leave fewer than five browsers', () => {
  const made = fc.record({
    browser: fc.nat(9),
    day: fc.constantFrom('2026-10-30', '2026-11-02', '2026-11-03'),
    tool: fc.constantFrom('a', 'b', 'c'),
    model: fc.constantFrom('', 'x'),
  });
  fc.assert(
    fc.property(fc.array(made, { maxLength: 60 }), (some) => {
      const tallies = some.map(({ browser, day, tool, model }) => tally(`${browser}`, day, `|${tool}|${model}`, 1));
      const kept = new Set(['2026-10', '2026-11']);
      const asked = { tallies, outputs: [], today: '2026-11-28', kept, fewest: FEWEST_PEOPLE, observe: () => [] };
      const { groups } = talliedGroups({ ...asked, ofTally: ({ found }) => ({ count: 0, of: found }) });
      const cells = DIMENSIONS.flatMap((dimension) => [
        ...Map.groupBy(groups, ({ values }) => values[dimension]).values(),
      ]);
      for (const one of cells)
        for (const other of cells)
          for (const group of one.filter((each) => !other.includes(each))) {
            const days = Map.groupBy(
              group.things.flatMap(({ people }) => people),
              (name) => name.slice(0, 10),
            );
            const most = Math.max(...[...days.values()].map((names) => new Set(names).size));
            expect(most).toBeGreaterThanOrEqual(FEWEST_PEOPLE);
          }
      // Another rate of the same tallies has the very same groups: the one taken from the other leaves nothing.
      const other = talliedGroups({ ...asked, ofTally: ({ used }) => ({ count: used, of: used }) }).groups;
      expect(other.map(({ month, values }) => [month, values])).toEqual(
        groups.map(({ month, values }) => [month, values]),
      );
    }),
  );
});
