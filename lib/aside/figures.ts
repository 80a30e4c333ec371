/** Counts figures, beside the page that shows them. */
import { changesIn } from '../domain/figures/changes.ts';
import type { CountedOutput } from '../domain/figures/counted.ts';
import { hasLimits, limitsOf } from '../domain/figures/limits.ts';
import { countedFrom, monthsUpTo, RANGES } from '../domain/figures/months.ts';
import { costliestPatterns, waitingPastDue } from '../domain/figures/next-steps.ts';
import { dayOf } from '../domain/figures/tally.ts';
import { counterOf, dimensionsIn, viewOf } from '../domain/figures/view.ts';
import { METRICS } from '../metrics/index.ts';
import { countedPages } from '../store/ask/counted.ts';
import { degradedProfiles } from '../store/ask/degraded.ts';
import { knownOf } from '../store/ask/known.ts';
import { publishedVersions } from '../store/ask/published.ts';
import { reviewedEvents } from '../store/ask/review/reviewed.ts';
import { talliesSince } from '../store/ask/tallies.ts';
import type { FiguresAnswer, FiguresAsked } from './asked.ts';

type Metric = (typeof METRICS)[number];
type Counting = Pick<FiguresAsked, 'scope' | 'setting'>;

const counting = (metric: Metric, { setting, scope }: Counting) => counterOf(metric, setting, scope);

const known = knownOf<CountedPages>('counted');
type CountedPages = Awaited<ReturnType<typeof countedPages>>;

/** What figures are counted from; read once, as long as nothing of it changes. */
const pagesSince = (from: string): Promise<CountedPages> => known(from, () => countedPages(from));

/** Reads what figures are counted from before anybody asks: it takes as long as the page takes to stand there. */
export const prepareFigures = async (): Promise<void> => {
  await pagesSince(countedFrom(new Date().toISOString()));
};

async function count(asked: Counting) {
  const from = countedFrom(asked.setting.now);
  const { setting, scope } = asked;
  const others = Promise.all([
    talliesSince(dayOf(from), scope === 'own'),
    publishedVersions(),
    degradedProfiles(from),
    hasLimits(setting) ? reviewedEvents().then((events) => limitsOf(events, setting, scope)) : [],
  ]);
  // It is waited for below, where what fails is heard of.
  others.catch(() => undefined);
  const counters = METRICS.map((metric) => ({ id: metric.id, counter: counting(metric, asked) }));
  const outputs: CountedOutput[] = [];
  for (let page: CountedPages | undefined = await pagesSince(from); page; page = await page.next?.()) {
    for (const { counter } of counters) counter.add(page.outputs);
    for (const output of page.outputs) outputs.push(output);
  }
  const [tallies, published, degraded, limits] = await others;
  return {
    outputs: outputs.length + tallies.length,
    dimensions: dimensionsIn(outputs),
    counts: counters.map(({ id, counter }) => ({ id, count: counter.count(tallies) })),
    changes: changesIn(outputs, { published, degraded }, { now: setting.now, scope }),
    limits,
    texts: outputs,
  };
}

/** The last count: another range or split of it is not counted again. */
let last: { key: string; counted: ReturnType<typeof count> } | undefined;

export async function figuresOf({ range, split, ...asked }: FiguresAsked): Promise<FiguresAnswer> {
  const key = `${asked.scope} ${asked.setting.now}`;
  if (last?.key !== key) last = { key, counted: count(asked) };
  const { counts, texts, ...counted } = await last.counted;
  const { setting, scope } = asked;
  const patterns = costliestPatterns(texts, monthsUpTo(setting.now, RANGES[range]), scope);
  const next = { patterns, late: waitingPastDue(texts, setting) };
  return { ...counted, ...next, views: counts.map(({ id, count }) => ({ id, view: viewOf(count, { range, split }) })) };
}
