/** Of which outputs others may be duplicates: of those that the team has, and that are not duplicates themselves. */
import type { CountersignEvent } from '../../lib/domain/events/event.ts';
import type { Queries } from '../database/database.ts';
import { readTold } from '../policy/told.ts';
import type { EventRefusal } from './judge.ts';

const TYPES = ['output.seen', 'duplicate.marked', 'handling.ended'].map((name) => `countersign.${name}.v1`);

/** What the log says of the outputs of a request that are called duplicates, and of those that they are called duplicates of. */
export interface Duplicates {
  /** The team has them. */
  outputs: Set<string>;
  /** Those that are duplicates now, with the ids of the marks that nobody took back. */
  marked: Map<string, Set<string>>;
}

/** Reads it; undefined where a request marks none. */
export async function readDuplicates(
  queries: Queries,
  team: string,
  events: readonly CountersignEvent[],
): Promise<Duplicates | undefined> {
  const others = events.flatMap((event) =>
    event.type === 'countersign.duplicate.marked.v1' ? [event.subject, event.data.facts.of] : [],
  );
  if (others.length === 0) return undefined;
  const told = await readTold(queries, team, [...new Set(others)], TYPES);
  const found: Duplicates = { outputs: new Set(), marked: new Map() };
  for (const { event } of [...told.values()].flat()) tellDuplicates(found, event);
  return found;
}

/** An event that is stored now is known to those after it. */
export function tellDuplicates({ outputs, marked }: Duplicates, event: CountersignEvent): void {
  if (event.type === 'countersign.output.seen.v1') outputs.add(event.subject);
  const marks = marked.get(event.subject) ?? new Set();
  if (event.type === 'countersign.duplicate.marked.v1')
    marked.set(event.subject, marks.add(event.data.facts.duplicateId));
  if (event.type === 'countersign.handling.ended.v1') marks.delete(event.data.facts.handlingId);
}

/** Two that were duplicates of one another would both be gone from every queue, decided by nobody. */
export function duplicateRefusal(event: CountersignEvent, found: Duplicates | undefined): EventRefusal | undefined {
  if (event.type !== 'countersign.duplicate.marked.v1' || !found) return undefined;
  const { of } = event.data.facts;
  if (of === event.subject || (found.marked.get(of)?.size ?? 0) > 0)
    return { code: 'is_duplicate', detail: 'The other output is a duplicate itself: nobody would decide on either.' };
  return found.outputs.has(of)
    ? undefined
    : { code: 'unknown_output', detail: 'The team’s log has no such output that this could be a duplicate of.' };
}
