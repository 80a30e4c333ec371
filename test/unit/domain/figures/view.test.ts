/** A metric over months: the range, the one before, its parts, and what is not shown. */
import { describe, expect, it } from 'vitest';
import { countedFrom, monthsUpTo, type Range } from '../../../../lib/domain/figures/months.ts';
import { cellOf, figuresJson, type SheetHead, sheetOf } from '../../../../lib/domain/figures/sheet.ts';
import { countOf, dimensionsIn, type Scope, viewOf } from '../../../../lib/domain/figures/view.ts';
import { acceptance } from '../../../../lib/metrics/acceptance.ts';
import { TRACE } from '../making.ts';
import { counted, decision, NOW, report, SETTING } from './making.ts';

const at = (month: string) => `${month}-10T09:00:00.000Z`;

/** Outputs that were decided on in a month, each of which another person reported. */
const decidedIn = (month: string, count: number, approved: number, tool = 'ChatGPT') =>
  Array.from({ length: count }, (_, index) =>
    counted({
      trace: { ...TRACE, toolName: tool },
      reports: [report({ source: `${tool} ${index}`, reportedAt: at(month) })],
      decisions: [decision(index < approved ? 'approve' : 'block', { decidedAt: at(month) })],
    }),
  );

const outputs = [
  ...decidedIn('2026-11', 12, 9),
  ...decidedIn('2026-11', 10, 2, '=cmd|calc'),
  ...decidedIn('2026-10', 3, 3),
  ...decidedIn('2026-09', 20, 10),
];
const view = ({ scope = 'team', ...over }: { scope?: Scope; range?: Range; split?: 'tool' } = {}) =>
  viewOf(countOf(acceptance, outputs, SETTING, scope), { range: 'month', ...over });

describe('a view', () => {
  it('is of the months of its range, and of as many before', () => {
    expect(view().figure).toMatchObject({ n: 22, count: 11 });
    expect(view({ range: 'quarter' }).figure).toMatchObject({ n: 42, count: 21 });
    expect(view({ range: 'quarter' }).before.n).toBe(0);
    expect(view({ range: 'quarter', scope: 'own' }).figure.n).toBe(45);
  });

  it('says that it leaves a month with too few people out, and not how much that is', () => {
    const { before, months } = view();
    expect(before.n).toBe(0);
    expect([view().leftOut, view({ range: 'quarter' }).leftOut]).toEqual([false, true]);
    expect(months.at(-2)).toEqual({ month: '2026-10' });
    expect(months).toHaveLength(12);
  });

  it('is split by what differs', () => {
    expect(dimensionsIn(outputs)).toEqual(['tool']);
    expect(view({ split: 'tool' }).cells.map(({ value, figure }) => [value, figure.n])).toEqual([
      ['ChatGPT', 12],
      ['=cmd|calc', 10],
    ]);
  });
});

it('months are those of UTC, over the turn of a year', () => {
  expect(monthsUpTo('2026-01-31T23:59:59.000Z', 3)).toEqual(['2025-11', '2025-12', '2026-01']);
  expect(monthsUpTo('2026-03-31T00:00:00.000Z', 2, 1)).toEqual(['2026-01', '2026-02']);
  expect(countedFrom(NOW)).toBe('2024-12-01T00:00:00.000Z');
});

describe('as a file', () => {
  const head: SheetHead = {
    note: 'Not for the evaluation of staff.',
    madeAt: NOW,
    scope: 'team',
    range: 'month',
    split: 'tool',
    valueName: (value) => value,
  };
  const shown = [{ id: 'acceptance', name: 'Acceptance', definition: 'what it counts', view: view({ split: 'tool' }) }];

  it('no cell is a formula, whatever a page calls itself', () => {
    const sheet = sheetOf(shown, head);
    expect(sheet).toContain(`"acceptance","Acceptance","tool","'=cmd|calc","n",10\r\n`);
    expect(sheet.split('\r\n')[0]).toBe('"Not for the evaluation of staff."');
    for (const start of ['=', '+', '-', '@', '\t', '\r', '|', ' =', '\n-', '\uFF1D'])
      expect(cellOf(`${start}1+1`)).toMatch(/^"'/);
    expect(cellOf('He said "no"')).toBe('"He said ""no"""');
    expect(cellOf(-1)).toBe('-1');
  });

  it('the JSON has the same, with the definition and from how many people on', () => {
    const json = JSON.parse(figuresJson(shown, head));
    expect(json).toMatchObject({
      note: head.note,
      fewestPeople: 5,
      metrics: [{ definition: 'what it counts', range: { n: 22 } }],
    });
  });
});
