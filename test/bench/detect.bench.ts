/**
 * What is found: (a) in saved pages of real tools, by their profiles; (b) in real chat components, with every profile
 * switched off, by evidence alone; (c) in pages with no AI text; (b) again for each component with weights that were
 * fitted without it; and the test pages on slower processors.
 */
import type { BenchOptions, Report } from '../../scripts/measure.ts';
import type { LabelledPage } from '../detect/contract.ts';
import { startDetectPages } from '../detect/server.ts';
import { launchChromium } from '../e2e/harness/chromium.ts';
import { judgeByEvidence } from './detect/evidence.ts';
import type { Judged } from './detect/judge.ts';
import { leaveOneOut } from './detect/leave-one-out.ts';
import { reportDelays, reportEarly, reportFalse, reportFound } from './detect/report.ts';
import { judgeSaved } from './detect/saved.ts';
import { worstOf } from './detect/slowed.ts';

type Wanted = (page: LabelledPage) => boolean;

const GOAL = 0.97;
/** How often each page is run on each processor, of which the worst run counts; and how many times slower it is made. */
const RUNS = 5;
const SLOWER = [1, 4, 10];

export default async function detect(report: Report, { only, throttle, runs }: BenchOptions): Promise<void> {
  const wanted: Wanted = ({ id }) => !only || id.includes(only);
  const times = Number(runs ?? RUNS);
  if (throttle) return slowed(report, wanted, throttle.split(',').map(Number), times);
  const server = await startDetectPages();
  const browser = await launchChromium();
  try {
    const saved = only ? [] : await judgeSaved(browser);
    if (saved.length > 0) reportFound(report, 'saved pages by profile', saved, 1, false);
    else console.log('  The saved pages are not there: profiles were not measured on them.');
    tellEvidence(report, await judgeByEvidence(browser, server, wanted), server.pages);
  } finally {
    await browser.close();
    await server.close();
  }
  console.log('  leave-one-out: each component with weights fitted without its pages');
  const judged = await leaveOneOut(wanted);
  for (const [component, pages] of judged) reportFound(report, `${component} left out`, pages, GOAL);
  reportFound(report, 'each component left out', [...judged.values()].flat(), GOAL);
  await slowed(report, (page) => page.split === 'test' && wanted(page), SLOWER, times);
}

async function slowed(report: Report, wanted: Wanted, factors: readonly number[], runs: number): Promise<void> {
  for (const slower of factors) {
    console.log(`  pages on a processor slowed ${slower} times, the worst of ${runs} runs`);
    const worst = await worstOf(wanted, slower, runs);
    const withAi = worst.filter(({ there }) => there > 0);
    const name = `slowed ${slower} times`;
    reportFound(report, name, withAi, GOAL);
    reportEarly(report, name, withAi);
    reportDelays(report, withAi, name);
    reportFalse(
      report,
      worst.filter(({ there }) => there === 0),
      worst,
      name,
    );
  }
}

function tellEvidence(report: Report, results: readonly Judged[], pages: readonly LabelledPage[]): void {
  const splitOf = new Map(pages.map(({ id, split }) => [id, split]));
  const withAi = results.filter(({ there }) => there > 0);
  for (const split of ['train', 'test'] as const) {
    const name = split === 'train' ? 'training pages' : 'test pages';
    reportFound(
      report,
      name,
      withAi.filter(({ id }) => splitOf.get(id) === split),
      GOAL,
    );
  }
  reportFound(report, 'all components', withAi, GOAL);
  reportDelays(report, withAi);
  reportFalse(
    report,
    results.filter(({ there }) => there === 0),
    results,
  );
}
