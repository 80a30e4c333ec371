/**
 * Checks what receipts and the record of a stratum are read by: a row for each decision that was made under a policy, of that decision
 * and no other, and under the version that held then. The role in it is the collector's word: the log says who decided, not as what.
 */
import { OPERATOR } from '../../acts/acts.ts';
import type { Queries } from '../../database/database.ts';
import type { Finding } from './findings.ts';

interface Row {
  sequence: string;
  /** What is there; null where there is no row. */
  there: string | null;
  /** What has to be there; null where nothing has. */
  wanted: string | null;
}

/** What is wrong with those rows; nothing wrong: no findings. */
export async function verifyJudged(queries: Queries, team: string): Promise<Finding[]> {
  const rows = await queries.query<Row>(
    `with wanted as (
        select e.sequence, e.event #>> '{data,facts,decisionId}' || ' ' || p.number as what
        from events e cross join lateral (
          select number, policy from policies
          where team = $1 and sequence < e.sequence and in_force_from <= e.recorded_at order by number desc limit 1
        ) p
        where e.team = $1 and e.type = 'countersign.decision.made.v1' and e.authid <> $2
          and (p.policy ->> 'format')::integer = 2
      ), there as (select sequence, decision_id || ' ' || policy_number as what from judged where team = $1)
      select lpad(coalesce(w.sequence, t.sequence)::text, 16, '0') as sequence, t.what as there, w.what as wanted
      from wanted w full join there t on t.sequence = w.sequence
      where t.what is distinct from w.what order by 1`,
    [team, OPERATOR],
  );
  return rows.map(({ sequence, there, wanted }) => ({
    kind: 'judged_changed',
    sequence,
    detail: detailOf(there, wanted),
  }));
}

function detailOf(there: string | null, wanted: string | null): string {
  if (wanted === null) return 'A decision is noted that was not made under a policy.';
  return there === null
    ? 'Under which policy the decision was made is gone.'
    : 'The decision, or the policy under which it was made, is noted as another.';
}
