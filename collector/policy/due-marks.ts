/** Marks outputs that are to be looked at because a time may have run out. */
import type { Policy } from '../../lib/domain/policy/policy.ts';
import type { Queries } from '../database/database.ts';

/** Whether anything can run out under a policy. */
const hasClocks = (policy: Policy | undefined): boolean =>
  policy?.format === 2 && (policy.processes ?? []).some(({ escalation }) => (escalation?.length ?? 0) > 0);

/** Another policy, another calendar: from when it holds, everything that waits is looked at anew. */
export async function markAllDue(queries: Queries, team: string, policy: Policy, at: Date): Promise<void> {
  await queries.query('update due set at = least(at, $2::timestamptz) where team = $1', [team, at.toISOString()]);
  if (!hasClocks(policy)) return;
  await queries.query(
    `insert into due (team, subject, at)
      select distinct $1, subject, $2::timestamptz from events
      where team = $1 and type in ('countersign.approval.requested.v1', 'countersign.report.made.v1', 'countersign.handoff.made.v1')
      on conflict (team, subject) do nothing`,
    [team, at.toISOString()],
  );
}
