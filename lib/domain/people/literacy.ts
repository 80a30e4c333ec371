/**
 * Measures of AI literacy (AI Act art. 4): what the policy names, who took which, and whom it asks again. A measure that was
 * taken is that, and no proof of what somebody knows.
 */
import type { CountersignEvent } from '../events/event.ts';
import { isOneOf, type Person } from '../policy/party.ts';
import type { GovernancePolicy } from '../policy/policy.ts';

/** `again`: it was taken before what it is about changed. */
type MeasureState = 'open' | 'taken' | 'again';

export interface AskedMeasure {
  measureId: string;
  measure: string;
  evidence?: string;
  state: MeasureState;
  /** When it was taken last. */
  takenAt?: string;
  /** What has changed since it was taken, in the words of the policy. */
  why?: string;
}

/** When this browser's person took each measure last. `subject`: who they are in the team, where there is one. */
export function takenIn(
  events: readonly CountersignEvent[],
  own: { source: string; subject: string | undefined },
): Map<string, string> {
  const last = new Map<string, string>();
  for (const { type, source, authid, time, data } of events) {
    if (type !== 'countersign.measure.taken.v1' || !('measureId' in data.facts)) continue;
    const isOwn = authid !== undefined && own.subject !== undefined ? authid === own.subject : source === own.source;
    const { measureId } = data.facts;
    if (isOwn && time > (last.get(measureId) ?? '')) last.set(measureId, time);
  }
  return last;
}

/** The measures that a policy names for somebody, and how it stands with each. Whoever works alone is asked all of them. */
export function measuresFor(
  policy: Pick<GovernancePolicy, 'literacy' | 'roles'>,
  person: Person | undefined,
  taken: ReadonlyMap<string, string>,
  now: string,
): AskedMeasure[] {
  const own = (policy.literacy ?? []).filter(
    ({ audience }) => !person || isOneOf(person, audience, policy.roles ?? []),
  );
  return own.map(({ id, measure, evidence, again }) => {
    const takenAt = taken.get(id);
    const isOld =
      takenAt !== undefined && again !== undefined && isFrom(again.since, now) && !isFrom(again.since, takenAt);
    return {
      ...{ measureId: id, measure, state: takenAt === undefined ? 'open' : isOld ? 'again' : 'taken' },
      ...(evidence ? { evidence } : {}),
      ...(takenAt === undefined ? {} : { takenAt }),
      ...(isOld ? { why: again.why } : {}),
    };
  });
}

/** Whether an instant is on a day or after it, in universal time: the same in every browser. */
const isFrom = (day: string, instant: string): boolean => instant.slice(0, day.length) >= day;
