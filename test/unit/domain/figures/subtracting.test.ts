/**
 * Every number that a screen or a file gives, taken from every other in any way: none is left of fewer than five people. Each thing
 * that is counted has a weight of its own, so that a number tells of which things it is made, as no real one does.
 */
import { describe, expect, it } from 'vitest';
import { type CountedOutput, DIMENSIONS } from '../../../../lib/domain/figures/counted.ts';
import type { Figure } from '../../../../lib/domain/figures/figure.ts';
import { FEWEST_PEOPLE } from '../../../../lib/domain/figures/groups.ts';
import { monthsUpTo, RANGES, type Range } from '../../../../lib/domain/figures/months.ts';
import { costliestPatterns } from '../../../../lib/domain/figures/next-steps.ts';
import { figuresJson, numbersOf, type SheetHead, sheetOf } from '../../../../lib/domain/figures/sheet.ts';
import { countOf, type Measure, type Scope, type View, viewOf } from '../../../../lib/domain/figures/view.ts';
import { fc } from '../../property.ts';
import { TRACE } from '../making.ts';
import { counted, report, SETTING } from './making.ts';

/** So many weights are told apart in a number. */
const MOST = 45;

const someone = fc.record({
  person: fc.integer({ min: 0, max: 11 }),
  tool: fc.constantFrom('A', 'B', 'C'),
  model: fc.constantFrom('x', 'y', undefined),
  month: fc.constantFrom('2025-10', '2026-05', '2026-09', '2026-10', '2026-11'),
});
type Someone = typeof someone extends fc.Arbitrary<infer T> ? T : never;

const outputOf = ({ person, tool, model, month }: Someone, at: number): CountedOutput => {
  const completedAt = `${month}-10T09:00:00.000Z`;
  const trace = { ...TRACE, toolName: tool, completedAt, ...(model ? { model } : {}) };
  return {
    ...counted({ trace, reports: [report({ source: `p${person}`, reportedAt: completedAt })] }),
    hash: String(at),
  };
};

/** Counts each output by a weight of its own. */
const weighing: Measure<'share'> = {
  kind: 'share',
  observe: ({ hash, trace }) => [{ at: trace.completedAt, value: { count: 0, of: 2 ** Number(hash) } }],
};

const figuresIn = ({ figure, before, cells, months }: View): Figure[] => [
  ...[figure, before],
  ...cells.map((cell) => cell.figure),
  ...months.flatMap((month) => month.figure ?? []),
];

const SPLITS = [undefined, ...DIMENSIONS];
const ASKED = (Object.keys(RANGES) as Range[]).flatMap((range) => SPLITS.map((split) => ({ range, split })));
const HEAD = { note: '', madeAt: SETTING.now, scope: 'team' as const, valueName: (value: string) => value };

/** All numbers of a file: of the sheet those that stand alone in their cell, of the JSON each that is one. */
function numbersWritten(view: View, asked: Pick<SheetHead, 'range' | 'split'>): number[] {
  const shown = [{ id: 'weighing', name: '', definition: '', view }];
  const inSheet = sheetOf(shown, { ...HEAD, ...asked }).matchAll(/,(\d[\d.e+]*)\r/g);
  const inJson: number[] = [];
  JSON.parse(figuresJson(shown, { ...HEAD, ...asked }), (name, value) => {
    if (typeof value === 'number' && name !== 'fewestPeople') inJson.push(value);
    return value;
  });
  return [...inSheet.map(([, number]) => Number(number)), ...inJson];
}

/** Of which things each number is that can be had, on the screen, as a file, or as what costs most. */
function numbers(outputs: readonly CountedOutput[], scope: Scope): Set<number>[] {
  const count = countOf(weighing, outputs, SETTING, scope);
  const views = ASKED.map((asked) => viewOf(count, asked));
  const sums = views.flatMap(figuresIn).flatMap((figure) => numbersOf(figure).filter(([name]) => name === 'n'));
  const costly = (Object.keys(RANGES) as Range[]).flatMap((range) =>
    costliestPatterns(outputs, monthsUpTo(SETTING.now, RANGES[range]), scope).map(
      ({ hashes }) => new Set(hashes.map(Number)),
    ),
  );
  const shown = [...new Set(sums.map(([, sum]) => sum))].map(
    (sum) => new Set(outputs.flatMap((_, at) => (Math.floor(sum / 2 ** at) % 2 === 1 ? at : []))),
  );
  return [...shown, ...costly];
}

/** The fewest people of what no number tells apart: whatever is added or taken away, it goes as a whole. */
function fewestLeft(some: readonly Someone[], scope: Scope): number {
  const sets = numbers(some.map(outputOf), scope);
  const parts = Map.groupBy(some.entries(), ([at]) => sets.map((set) => Number(set.has(at))).join(''));
  const sizes = [...parts]
    .filter(([where]) => where.includes('1'))
    .map(([, things]) => new Set(things.map(([, { person }]) => person)).size);
  return Math.min(Number.POSITIVE_INFINITY, ...sizes);
}

describe('numbers taken from one another', () => {
  it('leave five people or more, or nothing', () => {
    fc.assert(
      fc.property(fc.array(someone, { maxLength: MOST }), (some) => {
        expect(fewestLeft(some, 'team')).toBeGreaterThanOrEqual(FEWEST_PEOPLE);
      }),
    );
  });

  it('are as many in a file as on the screen, and no other', () => {
    fc.assert(
      fc.property(fc.array(someone, { maxLength: MOST }), fc.constantFrom(...ASKED), (some, asked) => {
        const view = viewOf(countOf(weighing, some.map(outputOf), SETTING, 'team'), asked);
        const onScreen = new Set(
          figuresIn(view)
            .flatMap(numbersOf)
            .map(([, number]) => number),
        );
        expect(numbersWritten(view, asked).filter((number) => !onScreen.has(number))).toEqual([]);
      }),
    );
  });

  it('leave one person where nothing is held together: this would find it', () => {
    const told = fc.sample(fc.array(someone, { minLength: 20, maxLength: MOST }), 50);
    expect(told.some((some) => fewestLeft(some, 'own') < FEWEST_PEOPLE)).toBe(true);
  });
});
