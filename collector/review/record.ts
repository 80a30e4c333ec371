/** What a team's log says of all that was reviewed or drawn under a version of its policy. */
import { type CountersignEvent, eventWith } from '../../lib/domain/events/event.ts';
import { toSequence } from '../chain.ts';
import type { Queries } from '../database/database.ts';

/** What the record of a stratum is made of. */
export const RECORD_TYPES = [
  ...['output.seen', 'decision.made', 'decision.withdrawn', 'output.drawn', 'process.chosen'],
  ...['second.drawn', 'second.given'],
  ...['report.made', 'report.amended', 'report.withdrawn'],
].map((name) => `countersign.${name}.v1`);

/** The events of those outputs, in the team's order and as it is stamped on them, without their content. */
export async function readReviewed(
  queries: Queries,
  team: string,
  { number, version }: { number: number; version: string },
): Promise<CountersignEvent[]> {
  const rows = await queries.query<{ event: CountersignEvent; authid: string; sequence: string }>(
    `with reviewed as (
        select e.subject from judged j join events e on e.team = j.team and e.sequence = j.sequence
          where j.team = $1 and j.policy_number = $2::bigint
        union
        select subject from events where team = $1 and type = 'countersign.output.drawn.v1'
          and event #>> '{data,facts,policyVersion}' = $3
      )
      select event, authid, sequence::text as sequence from (
        select e.event, e.authid, e.sequence from reviewed s
          cross join lateral (select * from events where team = $1 and subject = s.subject order by sequence) e
          where e.type in (select jsonb_array_elements_text($4::jsonb))
        union all
        select event, authid, sequence from events where team = $1 and type = 'countersign.probes.counted.v1'
      ) r order by r.sequence`,
    [team, number, version, JSON.stringify(RECORD_TYPES)],
  );
  return rows.map(({ event, authid, sequence }) =>
    eventWith(event, { sequence: toSequence(BigInt(sequence)), authid }),
  );
}
