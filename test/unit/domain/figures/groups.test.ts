/** No view, and no view taken from another, leaves fewer than five people. */
import { describe, expect, it } from 'vitest';
import { DIMENSIONS } from '../../../../lib/domain/figures/counted.ts';
import { FEWEST_PEOPLE, grouped, MERGED, type PlacedThing } from '../../../../lib/domain/figures/groups.ts';
import { fc } from '../../property.ts';

const thing = (person: string, tool: string, model = '', month = '2026-11'): PlacedThing<number> => ({
  month,
  stratum: { tool, model, process: '', brief: 'without' },
  people: [person],
  value: 1,
});
const people = (things: readonly PlacedThing<unknown>[]) => new Set(things.flatMap((one) => one.people)).size;
const crowd = (count: number, tool: string, model = '') =>
  Array.from({ length: count }, (_, at) => thing(`${tool}${model}${at}`, tool, model));

describe('groups', () => {
  it('with enough people stand alone', () => {
    const { groups, leftOut } = grouped([...crowd(5, 'A'), ...crowd(6, 'B')], FEWEST_PEOPLE);
    expect(groups.map(({ values }) => values.tool).sort()).toEqual(['A', 'B']);
    expect(leftOut).toEqual(new Set());
  });

  it('too small with their model keep their tool', () => {
    const { groups } = grouped([...crowd(3, 'A', 'x'), ...crowd(3, 'A', 'y'), ...crowd(5, 'B', 'z')], FEWEST_PEOPLE);
    expect(groups.map(({ values }) => [values.tool, values.model])).toEqual([
      ['B', 'z'],
      ['A', MERGED],
    ]);
  });

  it('that are alone too small are merged, and with the smallest other where that is still too few', () => {
    const { groups } = grouped([...crowd(9, 'A'), ...crowd(5, 'B'), ...crowd(2, 'C')], FEWEST_PEOPLE);
    expect(groups.map(({ values, things }) => [values.tool, things.length]).sort()).toEqual([
      [MERGED, 7],
      ['A', 9],
    ]);
  });

  it('of a month with too few people are in no figure, which is said, and not how many that are', () => {
    const quiet = crowd(4, 'A').map((one) => ({ ...one, month: '2026-10' }));
    expect(grouped([...quiet, ...crowd(5, 'A')], FEWEST_PEOPLE)).toMatchObject({
      leftOut: new Set(['2026-10']),
      groups: [{ month: '2026-11' }],
    });
  });

  it('of one person alone are not merged at all', () => {
    expect(grouped([thing('me', 'A'), thing('me', 'B')], 1).groups).toHaveLength(2);
  });
});

it('any two views, of any months and split by anything, differ by whole groups of five people or more', () => {
  const someone = fc.record({
    person: fc.integer({ min: 0, max: 11 }),
    tool: fc.constantFrom('A', 'B', 'C'),
    model: fc.constantFrom('x', 'y', ''),
    month: fc.constantFrom('2026-09', '2026-10', '2026-11'),
  });
  fc.assert(
    fc.property(fc.array(someone, { maxLength: 80 }), (some) => {
      const things = some.map(({ person, tool, model, month }) => thing(`p${person}`, tool, model, month));
      const { groups, leftOut } = grouped(things, FEWEST_PEOPLE);
      expect(groups.flatMap((group) => group.things)).toHaveLength(
        things.filter(({ month }) => !leftOut.has(month)).length,
      );
      for (const group of groups) expect(people(group.things)).toBeGreaterThanOrEqual(FEWEST_PEOPLE);
      // A view is a set of cells; a cell is a set of whole groups. So is what is left of one view without another.
      const cells = DIMENSIONS.flatMap((dimension) => [
        ...Map.groupBy(groups, ({ values }) => values[dimension]).values(),
      ]);
      for (const one of cells)
        for (const other of cells) {
          const left = one.filter((group) => !other.includes(group)).flatMap((group) => group.things);
          expect(left.length === 0 || people(left) >= FEWEST_PEOPLE).toBe(true);
        }
    }),
  );
});
