/** Calibrations: who may be asked to judge an output without seeing the others, and that nobody is who has had a part in it. */
import type { CountersignEvent } from '../../lib/domain/events/event.ts';
import type { Queries } from '../database/database.ts';
import type { EventRefusal } from '../ledger/judge.ts';

const ASKED = 'countersign.calibration.asked.v1';
type Asked = Extract<CountersignEvent, { type: typeof ASKED }>;

/** What the team knows of those who are asked in a request. */
export interface Calibrations {
  /** Who may decide, as far as the collector knows: by a token, or by a company account that it has heard from. */
  deciding: Set<string>;
  /** By output: who has said anything of it, or had it made. */
  parts: Map<string, Set<string>>;
  /** By output: until when one is under way; outputs that the log has not are missing. */
  until: Map<string, string>;
}

/** Reads it; undefined where a request asks for none. */
export async function readCalibrations(
  queries: Queries,
  team: string,
  events: readonly CountersignEvent[],
  now: Date,
): Promise<Calibrations | undefined> {
  const asked = events.filter((event): event is Asked => event.type === ASKED);
  if (asked.length === 0) return undefined;
  const people = asked.flatMap(({ data }) => data.facts.seats.map(({ person }) => person));
  const subjects = [...new Set(asked.map(({ subject }) => subject))];
  const deciding = await queries.query<{ subject: string }>(
    `select p.subject from (select distinct jsonb_array_elements_text($2::jsonb) as subject) p
      where exists (select 1 from names n where n.team = $1 and n.subject = p.subject)
        or exists (select 1 from tokens t where t.team = $1 and t.subject = p.subject and t.revoked_at is null
          and t.role in ('reviewer', 'admin') and (t.expires_at is null or t.expires_at > $3::timestamptz))`,
    [team, JSON.stringify(people), now.toISOString()],
  );
  const parts = await queries.query<{ subject: string; people: string[]; until: string | null }>(
    `select s.subject, jsonb_agg(distinct e.authid) as people,
        max(e.event #>> '{data,facts,until}') filter (where e.type = '${ASKED}') as until
      from jsonb_array_elements_text($2::jsonb) as s(subject)
      join events e on e.team = $1 and e.subject = s.subject
      group by s.subject`,
    [team, JSON.stringify(subjects)],
  );
  return {
    deciding: new Set(deciding.map(({ subject }) => subject)),
    parts: new Map(parts.map(({ subject, people: some }) => [subject, new Set(some)])),
    until: new Map(parts.map(({ subject, until }) => [subject, until ?? ''])),
  };
}

/** An event that is stored now is known to those after it. */
export function tellCalibrations({ parts, until }: Calibrations, event: CountersignEvent, by: string): void {
  const known = parts.get(event.subject) ?? new Set();
  parts.set(event.subject, known.add(by));
  until.set(event.subject, event.type === ASKED ? event.data.facts.until : (until.get(event.subject) ?? ''));
}

/** Those who are asked may decide, and know nothing of the text yet; of one output nobody asks twice at a time. */
export function calibrationRefusal(
  event: CountersignEvent,
  found: Calibrations | undefined,
  now: Date,
): EventRefusal | undefined {
  if (event.type !== ASKED || !found) return undefined;
  const { seats, until } = event.data.facts;
  const parts = found.parts.get(event.subject);
  if (!parts) return { code: 'unknown_output', detail: 'The team has no such output.' };
  if (Date.parse(until) <= now.getTime()) return { code: 'calibration_over', detail: 'It would be over already.' };
  if (Date.parse(found.until.get(event.subject) || now.toISOString()) > now.getTime())
    return { code: 'calibrated_already', detail: 'Another calibration of this output is under way.' };
  if (seats.some(({ person }) => !found.deciding.has(person)))
    return { code: 'not_deciding', detail: 'Somebody who is asked does not decide in this team.' };
  return seats.some(({ person }) => parts.has(person))
    ? { code: 'had_a_part', detail: 'Somebody who is asked has had a part in this output.' }
    : undefined;
}
