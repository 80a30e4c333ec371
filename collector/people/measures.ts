/** How many people have taken each measure of the policy in force. Who they are is nobody's business but their own. */
import { FEWEST_PEOPLE } from '../../lib/domain/figures/groups.ts';
import type { MeasureTotal } from '../../lib/domain/people/measure-totals.ts';
import type { Queries } from '../database/database.ts';
import { versionInForce } from '../policy/versions.ts';

/** Totals from `FEWEST_PEOPLE` up; where the policy asks for a measure again, of those who took it since. */
export async function measureTotals(queries: Queries, team: string, now: Date): Promise<MeasureTotal[]> {
  const policy = (await versionInForce(queries, team, now))?.policy;
  if (policy?.format !== 2 || !policy.literacy) return [];
  const today = now.toISOString().slice(0, 10);
  const asked = policy.literacy.map(({ id, again }) => ({
    id,
    since: again && again.since <= today ? again.since : null,
  }));
  const counted = await queries.query<{ id: string; people: number }>(
    `select m.id, count(distinct e.authid)::integer as people
      from jsonb_to_recordset($2::jsonb) as m(id text, since date)
      join events e on e.team = $1 and e.type = 'countersign.measure.taken.v1'
        and e.event #>> '{data,facts,measureId}' = m.id
        and (m.since is null or e.time >= m.since::timestamp at time zone 'utc')
      group by m.id`,
    [team, JSON.stringify(asked)],
  );
  const people = new Map(counted.map((row) => [row.id, row.people]));
  return policy.literacy.map(({ id, measure, reviewOn = null }) => {
    const count = people.get(id) ?? 0;
    return { measureId: id, measure, reviewOn, people: count < FEWEST_PEOPLE ? null : count };
  });
}
