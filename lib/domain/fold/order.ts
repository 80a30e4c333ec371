/**
 * The one order of events: the collector's sequence, else time, else id. Every fold goes by it, so that all browsers with
 * the same events agree, in whatever order they came.
 */
import type { CountersignEvent } from '../events/event.ts';

/** Sequenced events first, in sequence; then by time; then by id. */
export function compareEvents(a: CountersignEvent, b: CountersignEvent): number {
  if (a.sequence && b.sequence) return a.sequence < b.sequence ? -1 : a.sequence > b.sequence ? 1 : 0;
  if (a.sequence || b.sequence) return a.sequence ? -1 : 1;
  return compareText(a.time, b.time) || compareText(a.id, b.id);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
