/** What adding something costs: the files that `npm run new:…` writes and changes. */
import { describe, expect, it } from 'vitest';
import { moduleOf } from '../../scripts/house/modules.ts';
import { SCAFFOLDS } from '../../scripts/scaffolds/index.ts';
import { planned } from '../../scripts/scaffolds/plan.ts';
import { files, read, sources } from './tree.ts';

/** The files of a new thing as they would be, beside tests and words on screen. */
function planOf(kind: string, name: string, more?: string): Map<string, string> {
  const scaffold = SCAFFOLDS[kind];
  if (!scaffold) throw new Error(`Nothing makes a new ${kind}`);
  expect(name).toMatch(scaffold.name);
  return planned(scaffold.of(name, sources(files), read, more), read);
}

const beside = (plan: ReadonlyMap<string, string>): string[] =>
  [...plan.keys()].filter((path) => !/^(?:test|locales)\//.test(path)).sort();

describe('at most three files, besides tests and words', () => {
  it('an event type', () => {
    expect(beside(planOf('event', 'trial.made'))).toEqual([
      'docs/architecture.md',
      'lib/domain/events/index.ts',
      'lib/domain/events/trial-made.ts',
    ]);
  });

  it('a message about something that there are messages about', () => {
    expect(beside(planOf('message', 'report.try'))).toEqual([
      'lib/background/reports/reports.ts',
      'lib/messages/to-background/report.ts',
    ]);
  });

  it('a message about something new', () => {
    expect(beside(planOf('message', 'trial.make', 'lib/background/decisions/decisions.ts'))).toEqual([
      'lib/background/decisions/decisions.ts',
      'lib/messages/to-background/index.ts',
      'lib/messages/to-background/trial.ts',
    ]);
    expect(() => planOf('message', 'trial.make')).toThrow('name the file');
  });

  it('a route', () => {
    expect(beside(planOf('route', 'trials'))).toEqual([
      'collector/http/routes/index.ts',
      'collector/http/routes/trials.ts',
      'docs/collector.md',
    ]);
  });
});

describe('what a scaffold writes', () => {
  const plans = [
    planOf('tool', 'trial-chat'),
    planOf('target', 'trial-target'),
    planOf('metric', 'trial'),
    planOf('event', 'trial.made'),
    planOf('message', 'trial.make', 'lib/background/decisions/decisions.ts'),
    planOf('route', 'trials'),
  ];

  it('is TypeScript that imports what is there', () => {
    const known = new Set([...files, ...plans.flatMap((plan) => [...plan.keys()])]);
    const missing = plans.flatMap((plan) =>
      sources([...plan.keys()]).flatMap((path) =>
        moduleOf(path, plan.get(path) ?? '').imports.flatMap((taken) =>
          taken.path && !known.has(taken.path) ? [`${path}: ${taken.specifier}`] : [],
        ),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('stands in its registry', () => {
    const registries: [number, string, RegExp][] = [
      [0, 'lib/tools/index.ts', /\btrialChat\b[\s\S]*\btrialChat\b/],
      [1, 'lib/sync/targets/index.ts', /\btrialTarget\b[\s\S]*\btrialTarget\b/],
      [2, 'lib/metrics/index.ts', /\btrial\b[\s\S]*\btrial,/],
      [3, 'lib/domain/events/index.ts', /\btrialMade\b[\s\S]*\btrialMade\b/],
      [4, 'lib/messages/to-background/index.ts', /\btrialMessages\b[\s\S]*\.\.\.trialMessages\b/],
      [5, 'collector/http/routes/index.ts', /\btrialsAsked\b[\s\S]*\btrialsAsked\b/],
    ];
    for (const [at, path, twice] of registries) expect(plans[at]?.get(path)).toMatch(twice);
  });
});
