/**
 * No list says who is first, and no place in a list gives anybody away (pullreminders/backlog#168, langchain-ai/open-swe#2944): with
 * everybody called something else, and with one person's texts handed to another, all that the figures show and write is the same.
 */
import { describe, expect, it } from 'vitest';
import { VERDICTS } from '../../../../lib/domain/codes.ts';
import { changesIn } from '../../../../lib/domain/figures/changes.ts';
import { type CountedOutput, DIMENSIONS } from '../../../../lib/domain/figures/counted.ts';
import { monthsUpTo, RANGES, type Range } from '../../../../lib/domain/figures/months.ts';
import { costliestPatterns } from '../../../../lib/domain/figures/next-steps.ts';
import { figuresJson, type SheetHead, sheetOf } from '../../../../lib/domain/figures/sheet.ts';
import type { Tally } from '../../../../lib/domain/figures/tally.ts';
import { countOf, viewOf } from '../../../../lib/domain/figures/view.ts';
import { METRICS } from '../../../../lib/metrics/index.ts';
import { fc, runs } from '../../property.ts';
import { TRACE } from '../making.ts';
import { counted, decision, inProcess, NOW, report, SETTING, TALLY } from './making.ts';

const PEOPLE = 12;

const act = fc.record({
  reporter: fc.nat(PEOPLE - 1),
  decider: fc.nat(PEOPLE - 1),
  second: fc.nat(PEOPLE - 1),
  user: fc.nat(PEOPLE - 1),
  tool: fc.constantFrom('A', 'B'),
  month: fc.constantFrom('2026-09', '2026-10', '2026-11'),
  verdict: fc.constantFrom(...VERDICTS),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** What somebody is called. */
type Naming = (person: number) => string;

function outputOf(
  { reporter, decider, second, user, tool, month, verdict }: Act,
  at: number,
  name: Naming,
): CountedOutput {
  const [day, later] = [`${month}-10T09:00:00.000Z`, `${month}-11T09:00:00.000Z`];
  const of = (person: number) => ({ source: `urn:${name(person)}`, author: name(person) });
  const decisionId = `d${at}`;
  const given = { verdict: 'approve' as const, ...of(second), madeAt: later };
  return {
    ...counted({ trace: { ...TRACE, toolName: tool, tool: tool.toLowerCase(), completedAt: day } }),
    hash: `h${at}`,
    reports: [report({ ...of(reporter), reportId: `r${at}`, reportedAt: day })],
    decisions: [decision(verdict, { ...of(decider), decisionId, decidedAt: later })],
    reuses: [
      {
        ...{ reuseId: `u${at}`, origin: 'https://crm.example', kept: 1, changed: 0, part: 1, characters: 9 },
        ...{ status: 'approved' as const, ...of(user), reusedAt: later },
      },
    ],
    inProcess: inProcess({
      processId: 'faq',
      seconds: [{ secondId: `s${at}`, decisionId, person: name(second), drawnAt: later, given }],
    } as Parameters<typeof inProcess>[0]),
  };
}

const head: Omit<SheetHead, 'range' | 'split'> = {
  ...{ note: 'Not for the evaluation of staff.', madeAt: NOW, scope: 'team' },
  valueName: (value) => value,
};

/** All that the screen shows and the files say, of every range and split. */
function told(outputs: readonly CountedOutput[], tallies: readonly Tally[]): string {
  const counts = METRICS.map((metric) => ({
    id: metric.id,
    count: countOf(metric, outputs, SETTING, 'team', tallies),
  }));
  const pages = (Object.keys(RANGES) as Range[]).flatMap((range) =>
    [undefined, ...DIMENSIONS].map((split) => {
      const views = counts.map(({ id, count }) => ({ id, view: viewOf(count, { range, split }) }));
      const shown = views.map(({ id, view }) => ({ id, name: id, definition: '', view }));
      const files = [sheetOf(shown, { ...head, range, split }), figuresJson(shown, { ...head, range, split })];
      return [views, files, costliestPatterns(outputs, monthsUpTo(NOW, RANGES[range]), 'team')];
    }),
  );
  return JSON.stringify([pages, changesIn(outputs, { published: [], degraded: [] }, { now: NOW, scope: 'team' })]);
}

const talliesOf = (name: Naming): Tally[] =>
  Array.from({ length: PEOPLE }, (_, at) => ({ ...TALLY, source: `urn:day:${name(at)}`, stratum: 'faq|a|' }));

const crowd = fc.array(act, { minLength: 20, maxLength: 60 });

describe('figures of a team', () => {
  it('name nobody, and are the same whatever people are called', () => {
    fc.assert(
      fc.property(
        crowd,
        fc.shuffledSubarray(
          Array.from({ length: PEOPLE }, (_, at) => at),
          { minLength: PEOPLE },
        ),
        (acts, order) => {
          const [one, other]: [Naming, Naming] = [(at) => `Person-${at}-x`, (at) => `Somebody-${order[at]}-y`];
          const said = told(
            acts.map((each, at) => outputOf(each, at, one)),
            talliesOf(one),
          );
          expect(said).not.toMatch(/Person-/);
          expect(
            told(
              acts.map((each, at) => outputOf(each, at, other)),
              talliesOf(other),
            ),
          ).toBe(said);
        },
      ),
      { numRuns: runs(25) },
    );
  });

  it('are split by nothing that is a person', () => {
    expect(DIMENSIONS).toEqual(['tool', 'process', 'model', 'brief']);
  });
});
