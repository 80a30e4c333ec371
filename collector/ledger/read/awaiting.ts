/** What waits for a decision, for a browser that has only just joined: it is read before the log is, which may be long. */
import type { CountersignEvent, EventType } from '../../../lib/domain/events/event.ts';
import type { Queries } from '../../database/database.ts';
import { PAGE_BYTES, type StampedRow, stamped } from './pages.ts';

/** What makes an output wait, again where it was decided on before. */
const ASKING: readonly EventType[] = [
  'countersign.report.made.v1',
  'countersign.report.amended.v1',
  'countersign.report.disputed.v1',
  'countersign.approval.requested.v1',
  'countersign.gate.overridden.v1',
  'countersign.decision.withdrawn.v1',
  'countersign.decision.drawn.v1',
  'countersign.second.drawn.v1',
];
const DECIDED: EventType = 'countersign.decision.made.v1';

/** Conditions of just the form that the indexes have which hold no more than these (migrations 10 and 11): with others, the log is read. */
const ASKS = `(type in (${ASKING.map((type) => `'${type}'`).join(', ')})
  or (type = '${DECIDED}' and (event #>> '{data,facts,verdict}') = 'escalate'))`;
const SETTLES = `type = '${DECIDED}' and (event #>> '{data,facts,verdict}') <> 'escalate'`;

/** Events of one output that are read here. One with more comes with the log alone: of a part of them it would have another status. */
const MOST_OF_ONE = 100;

/** Of a team, with the most outputs, the most events of one, and the most bytes. */
export const AWAITING = `with made as (
    select subject, max(sequence) as at from events where team = $1 and ${ASKS} group by subject
  ), settled as (
    select subject, max(sequence) as at from events where team = $1 and ${SETTLES} group by subject
  ), asked as (
    select made.subject, made.at from made left join settled on settled.subject = made.subject
    where settled.at is null or made.at > settled.at
  ), chosen as (
    (select subject, at from asked order by at limit $2::integer / 2)
    union (select subject, at from asked order by at desc limit $2::integer - $2::integer / 2)
  ), theirs as (
    select c.subject, c.at, e.* from chosen c cross join lateral (
      select sequence, source, id, type, authid, event, bytes from events
      where team = $1 and subject = c.subject order by sequence limit $3::integer + 1
    ) e
  ), whole as (
    select subject, sum(sum(bytes)) over (order by at) as bytes from theirs
    group by subject, at having count(*) <= $3::integer
  )
  select s.sequence::text as sequence, s.event, s.authid, c.salt, c.content
  from whole w join theirs s on s.subject = w.subject left join lateral (
    select salt, content from contents where team = $1 and source = s.source and id = s.id
      and (text_holds or s.type <> 'countersign.output.seen.v1') limit 1
  ) c on true
  where w.bytes <= $4::bigint order by s.sequence`;

/**
 * All that the log has on some outputs on which somebody waits: half of those that wait longest, and half of the newest, at
 * most `most`, each whole or not at all. Without folding a log of any length: an output waits here when it was asked about after its last decision, or
 * passed on. A few that were settled in another way may come too; whoever folds the events sees that.
 */
export async function readAwaiting(queries: Queries, team: string, most: number): Promise<CountersignEvent[]> {
  const rows = await queries.query<StampedRow>(AWAITING, [team, most, MOST_OF_ONE, PAGE_BYTES]);
  return rows.map(stamped);
}
