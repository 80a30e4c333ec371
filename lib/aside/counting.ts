/** Counts figures, beside the page that shows them, from whatever reads what they are counted from. */
import { changesIn, type Degraded, type Published } from '../domain/figures/changes.ts';
import type { CountedOutput } from '../domain/figures/counted.ts';
import { countedFrom, monthsUpTo, RANGES } from '../domain/figures/months.ts';
import { costliestPatterns, waitingPastDue } from '../domain/figures/next-steps.ts';
import { dayOf, type Tally } from '../domain/figures/tally.ts';
import { counterOf, dimensionsIn, viewOf } from '../domain/figures/view.ts';
import { METRICS } from '../metrics/index.ts';
import type { CountedPage } from '../store/rows/pages.ts';
import type { FiguresAnswer, FiguresAsked } from './asked.ts';

type Metric = (typeof METRICS)[number];
type Counting = Pick<FiguresAsked, 'scope' | 'setting'>;

const counting = (metric: Metric, { setting, scope }: Counting) => counterOf(metric, setting, scope);

/** What reads. */
export interface Read {
  pages(from: string): Promise<CountedPage>;
  tallies(day: string, own: boolean): Promise<Tally[]>;
  published(): Promise<Published[]>;
  degraded(from: string): Promise<Degraded[]>;
  /** All is read, or nobody waits for it any more. */
  done?(): void;
}

async function count(asked: Counting, read: Read) {
  const from = countedFrom(asked.setting.now);
  const { setting, scope } = asked;
  const first = read.pages(from);
  const others = Promise.all([read.tallies(dayOf(from), scope === 'own'), read.published(), read.degraded(from)]);
  // It is waited for below, where what fails is heard of.
  others.catch(() => undefined);
  const counters = METRICS.map((metric) => ({ id: metric.id, counter: counting(metric, asked) }));
  const outputs: CountedOutput[] = [];
  for (let page: CountedPage | undefined = await first; page; page = await page.next?.()) {
    for (const { counter } of counters) counter.add(page.outputs);
    for (const output of page.outputs) outputs.push(output);
  }
  const [tallies, published, degraded] = await others;
  return {
    outputs: outputs.length + tallies.length,
    dimensions: dimensionsIn(outputs),
    counts: counters.map(({ id, counter }) => ({ id, count: counter.count(tallies) })),
    changes: changesIn(outputs, { published, degraded }, { now: setting.now, scope }),
    texts: outputs,
  };
}

async function counted(asked: Counting, reading: () => Promise<Read>): ReturnType<typeof count> {
  const read = await reading();
  try {
    return await count(asked, read);
  } finally {
    read.done?.();
  }
}

/** Answers with figures. Another range or split of the last count is not counted again. */
export function figuresBy(reading: () => Promise<Read>): (asked: FiguresAsked) => Promise<FiguresAnswer> {
  let last: { key: string; counted: ReturnType<typeof count> } | undefined;
  return async ({ range, split, ...asked }) => {
    const key = `${asked.scope} ${asked.setting.now}`;
    if (last?.key !== key) last = { key, counted: counted(asked, reading) };
    const { counts, texts, ...others } = await last.counted;
    const { setting, scope } = asked;
    const patterns = costliestPatterns(texts, monthsUpTo(setting.now, RANGES[range]), scope);
    const next = { patterns, late: waitingPastDue(texts, setting) };
    return {
      ...{ ...others, ...next },
      views: counts.map(({ id, count }) => ({ id, view: viewOf(count, { range, split }) })),
    };
  };
}
