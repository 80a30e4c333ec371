/** What the team erased is erased in this browser too. Called within the transaction that stores the erasure. */
import { type CountersignEvent, eventKey, eventWith, type FactsOf } from '../../domain/events/event.ts';
import { renamed } from '../../domain/people/naming.ts';
import type { Database } from '../db.ts';
import { dropWords } from '../search/marks.ts';

/**
 * Applies the erasures among `events`: content goes, and a name where that was erased, also where others named that person in what
 * they did. Answers with the subjects touched.
 */
export async function applyErasures(db: Database, events: readonly CountersignEvent[]): Promise<string[]> {
  const subjects: string[] = [];
  for (const event of events)
    if (event.type === 'countersign.content.erased.v1') subjects.push(...(await applyErasure(db, event.data.facts)));
  await dropWords(db, subjects);
  return subjects;
}

type Erasure = FactsOf<'countersign.content.erased.v1'>;

async function applyErasure(db: Database, { events, pseudonym, named = [] }: Erasure): Promise<string[]> {
  const keys = events.map(eventKey);
  await db.contents.bulkDelete(keys);
  const written = (await db.events.bulkGet(keys)).flatMap((stored) => stored ?? []);
  if (pseudonym === undefined) return written.map(({ subject }) => subject);
  await db.events.bulkPut(
    written.map((stored) => ({ ...stored, event: eventWith(stored.event, { authid: pseudonym }) })),
  );
  // Read after that was written: somebody may have named themselves.
  const naming = (await db.events.bulkGet(named.map(eventKey))).flatMap((stored, at) =>
    stored ? { ...stored, event: withoutNames(stored.event, named[at]?.at ?? [], pseudonym) } : [],
  );
  await db.events.bulkPut(naming);
  return [...written, ...naming].map(({ subject }) => subject);
}

type Places = NonNullable<Erasure['named']>[number]['at'];

/** The event with a pseudonym in the place of some of those whom it names. */
export const withoutNames = (event: CountersignEvent, places: Places, pseudonym: string): CountersignEvent =>
  renamed(event, (name, at) => (places.includes(at) ? pseudonym : name));
