/** From which month on the limits of a figure's chart are computed anew, and why. */
import type { CountersignEvent } from '../events/event.ts';
import { compareEvents } from '../fold/order.ts';

/** One as the log has it last. */
export interface Rebase {
  rebaseId: string;
  metric: string;
  /** The first month of the new limits. */
  from: string;
  /** Missing once it was erased. */
  reason?: string;
}

const SUBJECT = 'urn:countersign:metric:';

/** What a rebase is about. */
export const metricSubject = (metric: string): string => `${SUBJECT}${metric}`;

/** Those that hold, the earliest month first; of each the last word counts, whoever said it. */
export function rebasesIn(events: readonly CountersignEvent[]): Rebase[] {
  const last = new Map<string, Rebase | undefined>();
  for (const event of events.toSorted(compareEvents)) {
    if (event.type !== 'countersign.limits.rebased.v1') continue;
    const { rebaseId, from } = event.data.facts;
    const reason = event.data.sealed?.content.reason;
    const said = { rebaseId, metric: event.subject.slice(SUBJECT.length), ...(reason === undefined ? {} : { reason }) };
    last.set(rebaseId, from === null ? undefined : { ...said, from });
  }
  return [...last.values()]
    .flatMap((one) => one ?? [])
    .sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
}

/** The points of a chart in stretches, each of which has limits of its own. */
export function rebasedStretches<P extends { month: string }>(
  points: readonly P[],
  rebases: readonly Pick<Rebase, 'from'>[],
): P[][] {
  const begun = (month: string) => rebases.filter(({ from }) => from <= month).length;
  return [...Map.groupBy(points, ({ month }) => begun(month)).values()];
}
