/** Who gives a second review: whoever was drawn for it, or asked in a calibration, and once. */
import type { CountersignEvent } from '../../lib/domain/events/event.ts';
import type { Queries } from '../database/database.ts';
import type { EventRefusal } from '../ledger/judge.ts';
import type { Caller } from '../people/tokens.ts';
import { readTold } from '../policy/told.ts';

const DRAWN = 'countersign.second.drawn.v1';
const ASKED = 'countersign.calibration.asked.v1';
const GIVEN = 'countersign.second.given.v1';

/** What the log says of the second reviews of a request. */
export interface Seconds {
  /** By id: of which output, who was drawn, or asked in a calibration, and until when they may say something. */
  drawn: Map<string, { subject: string; person: string; until?: string }>;
  given: Set<string>;
}

/** Reads it; undefined where a request gives none. */
export async function readSeconds(
  queries: Queries,
  team: string,
  events: readonly CountersignEvent[],
): Promise<Seconds | undefined> {
  const subjects = events.flatMap(({ type, subject }) => (type === GIVEN ? subject : []));
  if (subjects.length === 0) return undefined;
  const told = await readTold(queries, team, [...new Set(subjects)], [DRAWN, ASKED, GIVEN]);
  const found: Seconds = { drawn: new Map(), given: new Set() };
  for (const { event } of [...told.values()].flat()) tellSeconds(found, event);
  return found;
}

/** An event that is stored now is known to those after it. */
export function tellSeconds({ drawn, given }: Seconds, event: CountersignEvent): void {
  if (event.type === DRAWN)
    drawn.set(event.data.facts.secondId, { subject: event.subject, person: event.data.facts.person });
  if (event.type === ASKED) {
    const { seats, until } = event.data.facts;
    // An id that is taken is nobody's seat: nobody is put in the place of whoever was drawn.
    for (const { secondId, person } of seats)
      if (!drawn.has(secondId)) drawn.set(secondId, { subject: event.subject, person, until });
  }
  if (event.type === GIVEN) given.add(event.data.facts.secondId);
}

/** Only whoever was drawn gives one, once. */
export function secondRefusal(
  event: CountersignEvent,
  { subject }: Pick<Caller, 'subject'>,
  found: Seconds | undefined,
  now: Date,
): EventRefusal | undefined {
  if (event.type !== GIVEN || !found) return undefined;
  const { secondId } = event.data.facts;
  const drawn = found.drawn.get(secondId);
  if (drawn?.subject !== event.subject)
    return { code: 'unknown_second', detail: 'Nobody was drawn for such a second review of this output.' };
  if (drawn.person !== subject) return { code: 'not_yours', detail: 'Somebody else was drawn for this second review.' };
  if (drawn.until !== undefined && Date.parse(drawn.until) <= now.getTime())
    return { code: 'calibration_over', detail: 'The calibration is over: what the others said is seen.' };
  return found.given.has(secondId)
    ? { code: 'given_already', detail: 'The second review was given, and what was seen since cannot be unseen.' }
    : undefined;
}
