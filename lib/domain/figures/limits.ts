/**
 * What goes out with a defect at most on the long run, where review is earned: as the rules name it, and with what reviewers
 * are measured to miss. Nothing is said of what a few people miss.
 */
import type { CountersignEvent } from '../events/event.ts';
import { stratumParts } from '../output/stratum.ts';
import type { Process } from '../policy/process.ts';
import { aoql, cleanFor } from '../review/csp.ts';
import { type MeasuredMiss, missOf, recordsOf } from '../review/observed.ts';
import { type ReviewPlan, reviewPlanOf } from '../review/plan.ts';
import { probesIn } from '../review/probes.ts';
import { FEWEST_PEOPLE } from './groups.ts';
import type { Scope, Setting } from './view.ts';

/** What the rules have of a stratum. */
export interface ShownLimit {
  processId: string;
  /** The tool as people call it. */
  tool: string;
  model: string;
  /** The limit that the rules name; where they name a row only, what that row lets out with reviewers who miss nothing. */
  named: number;
  /** The row of clean ones that the rules ask for, one in how many after it, and the row that holds with what is missed. */
  clean: number;
  oneIn: number;
  /** Undefined where no row keeps the limit: nothing is sampled. */
  cleanNow?: number;
  /** What reviewers miss; `few`: too few people took part to say; undefined: too few second looks. */
  measured?: MeasuredMiss | 'few';
  /** What the rules' own row lets out with what is missed, between the limits of that. */
  corrected?: { outgoing: number; interval: readonly [number, number] };
  /** What the rules take reviewers to miss, where nothing shows that they miss more, and what their own row lets out with that. */
  assumed?: { miss: number; outgoing: number };
}

type Ruled = Pick<Setting, 'processes' | 'policyVersion'>;

const isEarned = (process: Process): boolean => typeof reviewPlanOf(process) !== 'string';

/** Whether any process of the rules has a limit to show. */
export const hasLimits = ({ processes, policyVersion }: Ruled): boolean =>
  policyVersion !== undefined && [...processes.values()].some(isEarned);

/** Of every stratum in which something was reviewed under the rules in force, by its key. */
export function limitsOf(
  events: readonly CountersignEvent[],
  { processes, policyVersion }: Ruled,
  scope: Scope,
): ShownLimit[] {
  if (policyVersion === undefined) return [];
  const names = toolNames(events);
  return [...processes.values()].filter(isEarned).flatMap((process) => {
    const { defectFrom } = process.review;
    const records = recordsOf(events, { processId: process.id, policyVersion, defectFrom });
    const probes = probesIn(events, process.id);
    return [...records].sort(byKey).flatMap(([stratum, record]) => {
      const parts = stratumParts(stratum);
      const base = namedBy(process);
      if (!parts || !base) return [];
      const place = { processId: process.id, tool: names.get(parts.tool) ?? parts.tool, model: parts.model, ...base };
      const measured = missOf(record, probes);
      // The row that it takes would say what they miss.
      if (scope === 'team' && isOfFew(measured, record.reviewers.size))
        return { ...place, measured: 'few', ...assumedBy(undefined, base, process) };
      const plan = reviewPlanOf(process, measured?.miss);
      const now = typeof plan === 'string' ? {} : { cleanNow: plan.clean };
      const shown = { ...place, ...now, ...assumedBy(measured, base, process) };
      return measured ? { ...shown, measured, corrected: correctedBy(measured, base, process) } : shown;
    });
  });
}

/** Test texts are counted from five people up; second looks are not. */
const isOfFew = (measured: MeasuredMiss | undefined, people: number): boolean =>
  measured !== undefined && !measured.isProbed && people < FEWEST_PEOPLE;

/** What each tool is called, by its id. */
const toolNames = (events: readonly CountersignEvent[]): Map<string, string> =>
  new Map(
    events.flatMap((event) =>
      event.type === 'countersign.output.seen.v1'
        ? [[event.data.facts.trace.tool, event.data.facts.trace.toolName] as const]
        : [],
    ),
  );

const byKey = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : 1;

/** The rules' own numbers, as if reviewers missed nothing. */
function namedBy({
  review: { clean, oneIn, limit },
}: Process): Pick<ShownLimit, 'named' | 'clean' | 'oneIn'> | undefined {
  if (oneIn === undefined) return undefined;
  const row = clean ?? (limit === undefined ? undefined : cleanFor(limit, oneIn, 0, 1));
  return row === undefined ? undefined : { clean: row, oneIn, named: limit ?? aoql({ clean: row, oneIn }).outgoing };
}

type Row = Pick<ShownLimit, 'clean' | 'oneIn'>;

/** What the same row lets out with reviewers who miss so many, below the share of defects at which everything stops. */
const letOut = (missed: number, row: Row, process: Process): number =>
  aoql(row, missed, stopsAt(reviewPlanOf(process, missed), missed)).outgoing;

const correctedBy = ({ miss, interval: [low, high] }: MeasuredMiss, row: Row, process: Process) => ({
  outgoing: letOut(miss, row, process),
  interval: [letOut(low, row, process), letOut(high, row, process)] as const,
});

/** What the rules take counts until more is known to be missed. */
function assumedBy(measured: MeasuredMiss | undefined, row: Row, process: Process): Pick<ShownLimit, 'assumed'> {
  const { miss = 0 } = process.review;
  return miss > (measured?.miss ?? 0) ? { assumed: { miss, outgoing: letOut(miss, row, process) } } : {};
}

/** Beyond this share everything stops for certain; without a stop nothing is certain but that all of it may be defective. */
function stopsAt(plan: ReviewPlan | string, miss: number): number {
  const stops = typeof plan === 'string' ? undefined : plan.stops;
  return stops ? Math.min(1, 1 / stops.m / (1 - miss)) : 1;
}
