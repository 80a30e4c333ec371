/**
 * The log as a file, line by line. Nobody stands in it, neither as who did something nor as whom it names, but where the rules let
 * anybody look at single colleagues; and what one browser counted of a day never does: counts are told from five browsers up.
 */
import type { CountersignEvent } from '../events/event.ts';
import { renamed } from '../people/naming.ts';

interface LoggedEvent {
  event: CountersignEvent;
  /** What it says is held back from this person: see `blind`. */
  isHidden?: true;
}

const isTally = ({ type }: CountersignEvent): boolean => type === 'countersign.outputs.tallied.v1';

/** Who did it; empty where that is not to be told. */
export const personTold = ({ event, isHidden }: LoggedEvent, mayTell: boolean): string =>
  mayTell && !isHidden && !isTally(event) ? (event.authid ?? event.source) : '';

/** An event as a line of JSON. */
export function logJson({ event, isHidden }: LoggedEvent, mayTell: boolean): string {
  const { id, type, subject, time, sequence } = event;
  if (isHidden || isTally(event)) return lineOfJson({ id, type, subject, time, sequence, hidden: true });
  if (mayTell) return lineOfJson(event);
  const { authid: _, source: __, ...told } = renamed(event, () => '');
  return lineOfJson(told.type === 'countersign.content.erased.v1' ? withoutErased(told) : told);
}

/** Which events an erasure took says that all of them were one person's. */
function withoutErased<E extends { data: { facts: { erasureId: string; reason: string } } }>({
  data,
  ...event
}: E): object {
  const { erasureId, reason } = data.facts;
  return { ...event, data: { ...data, facts: { erasureId, reason } } };
}

const lineOfJson = (value: object): string => `${JSON.stringify(value)}\n`;
