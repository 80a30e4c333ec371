/** What the team erased is erased in this browser too. Called within the transaction that stores the erasure. */
import { type CountersignEvent, eventKey, eventWith } from '../../domain/events/event.ts';
import type { Database } from '../db.ts';
import { dropWords } from '../search/marks.ts';

/** Applies the erasures among `events`: content goes, and a name where that was erased. Answers with the subjects touched. */
export async function applyErasures(db: Database, events: readonly CountersignEvent[]): Promise<string[]> {
  const subjects: string[] = [];
  for (const event of events) {
    if (event.type !== 'countersign.content.erased.v1') continue;
    const { events: erased, pseudonym } = event.data.facts;
    const keys = erased.map(eventKey);
    await db.contents.bulkDelete(keys);
    for (const stored of await db.events.bulkGet(keys)) {
      if (!stored) continue;
      subjects.push(stored.subject);
      if (pseudonym !== undefined)
        await db.events.put({ ...stored, event: eventWith(stored.event, { authid: pseudonym }) });
    }
  }
  await dropWords(db, subjects);
  return subjects;
}
