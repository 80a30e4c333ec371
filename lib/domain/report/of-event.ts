/** The report that an event is about. Zod-free. */
import type { CountersignEvent } from '../events/event.ts';

/** The report that an event makes, changes, disputes or takes back; undefined where it is about none. */
export function reportIdOf({ type, data: { facts } }: CountersignEvent): string | undefined {
  return type.startsWith('countersign.report.') && 'reportId' in facts ? facts.reportId : undefined;
}
