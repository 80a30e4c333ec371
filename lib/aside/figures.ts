/** Counts figures, beside the page that shows them. */
import { changesIn } from '../domain/figures/changes.ts';
import type { CountedOutput } from '../domain/figures/counted.ts';
import { hasLimits, limitsOf } from '../domain/figures/limits.ts';
import { countedFrom, monthsUpTo, RANGES } from '../domain/figures/months.ts';
import { costliestPatterns, waitingPastDue } from '../domain/figures/next-steps.ts';
import { dayOf, type Tally } from '../domain/figures/tally.ts';
import { countOf, dimensionsIn, viewOf } from '../domain/figures/view.ts';
import { METRICS } from '../metrics/index.ts';
import { countedSince } from '../store/ask/counted.ts';
import { degradedProfiles } from '../store/ask/degraded.ts';
import { publishedVersions } from '../store/ask/published.ts';
import { reviewedEvents } from '../store/ask/review/reviewed.ts';
import { talliesSince } from '../store/ask/tallies.ts';
import type { FiguresAnswer, FiguresAsked } from './asked.ts';

type Metric = (typeof METRICS)[number];
type Counting = Pick<FiguresAsked, 'scope' | 'setting'>;

const counting = (
  metric: Metric,
  outputs: readonly CountedOutput[],
  tallies: readonly Tally[],
  { setting, scope }: Counting,
) => countOf(metric, outputs, setting, scope, tallies);

async function count(asked: Counting) {
  const from = countedFrom(asked.setting.now);
  const { setting, scope } = asked;
  const [outputs, tallies, published, degraded, limits] = await Promise.all([
    countedSince(from),
    talliesSince(dayOf(from), asked.scope === 'own'),
    publishedVersions(),
    degradedProfiles(from),
    hasLimits(setting) ? reviewedEvents().then((events) => limitsOf(events, setting, scope)) : [],
  ]);
  const changes = changesIn(outputs, { published, degraded }, { now: asked.setting.now, scope: asked.scope });
  const counts = METRICS.map((metric) => ({ id: metric.id, count: counting(metric, outputs, tallies, asked) }));
  return {
    outputs: outputs.length + tallies.length,
    dimensions: dimensionsIn(outputs),
    counts,
    changes,
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
