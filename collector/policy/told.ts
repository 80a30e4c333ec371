/** What the log says of some outputs. */
import type { CountersignEvent } from '../../lib/domain/events/event.ts';
import type { Queries } from '../database/database.ts';
import type { Told } from './happened.ts';

/** The events of these types, by output, in the order of the log, without their content. */
export async function readTold(
  queries: Queries,
  team: string,
  subjects: readonly string[],
  types: readonly string[],
): Promise<Map<string, Told[]>> {
  const rows = await queries.query<{ event: CountersignEvent; by: string; ms: string }>(
    `select e.event, e.authid as by, round((extract(epoch from e.recorded_at) * 1000)::numeric)::text as ms
      from jsonb_array_elements_text($2::jsonb) as s(subject)
      cross join lateral (
        select * from events where team = $1 and subject = s.subject order by sequence
      ) e
      where e.type in (select jsonb_array_elements_text($3::jsonb))
      order by e.sequence`,
    [team, JSON.stringify(subjects), JSON.stringify(types)],
  );
  const told = rows.map(({ event, by, ms }): Told => ({ event, by, at: new Date(Number(ms)).toISOString() }));
  const bySubject = Map.groupBy(told, ({ event }) => event.subject);
  return new Map(subjects.map((subject) => [subject, bySubject.get(subject) ?? []]));
}
