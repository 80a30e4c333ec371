/** Processes that somebody stopped by the right that the rules give them, beside those that the rules stop themselves. */
import type { CountersignEvent } from '../events/event.ts';
import { compareEvents } from '../fold/order.ts';
import type { GovernancePolicy } from '../policy/policy.ts';

const SUBJECT = 'urn:countersign:process:';

/** What a stop of a process is about. */
export const processSubject = (processId: string): string => `${SUBJECT}${processId}`;

/** The process that a stop is about. */
export const processOfSubject = (subject: string): string => subject.slice(SUBJECT.length);

/** Ids of the processes that stand still; of each the last word counts, in the order of the log. */
export function stoppedIn(events: readonly CountersignEvent[]): ReadonlySet<string> {
  const stopped = new Set<string>();
  for (const { type, subject, data } of events.toSorted(compareEvents)) {
    if (type !== 'countersign.process.stopped.v1') continue;
    const processId = processOfSubject(subject);
    if ('stopped' in data.facts && data.facts.stopped) stopped.add(processId);
    else stopped.delete(processId);
  }
  return stopped;
}

/** The rules as they hold while these processes stand still: the very same where none of them does. */
export function withStops<P extends Pick<GovernancePolicy, 'processes'>>(policy: P, stopped: ReadonlySet<string>): P {
  if (!policy.processes?.some(({ id }) => stopped.has(id))) return policy;
  const processes = policy.processes.map((process) =>
    stopped.has(process.id) ? { ...process, stopped: true } : process,
  );
  return { ...policy, processes };
}
