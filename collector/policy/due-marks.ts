/** Marks outputs that are to be looked at because a time may have run out. */
import type { Policy } from '../../lib/domain/policy/policy.ts';
import type { Queries } from '../database/database.ts';

/** What starts, stops or moves a clock, and what a time that ran out is written down as. */
export const CLOCK_TYPES = [
  ...[
    'approval.requested',
    'gate.overridden',
    'report.made',
    'report.amended',
    'report.disputed',
    'report.withdrawn',
    'decision.made',
    'decision.withdrawn',
    'decision.drawn',
    'handoff.made',
    'handoff.lapsed',
  ],
  ...['information.asked', 'information.given', 'process.chosen', 'output.seen'],
  ...['second.drawn', 'second.given'],
].map((name) => `countersign.${name}.v1`);

/** Whether anything can run out under a policy. */
const hasClocks = (policy: Policy): boolean =>
  policy.format === 2 && (policy.processes ?? []).some(({ escalation }) => (escalation?.length ?? 0) > 0);

/** Has these outputs looked at as soon as somebody comes to it, where the team has a policy. */
export async function markDue(queries: Queries, team: string, subjects: readonly string[], at: Date): Promise<void> {
  if (subjects.length === 0) return;
  await queries.query(
    `insert into due (team, subject, at) select $1, s, $3::timestamptz from jsonb_array_elements_text($2::jsonb) as s
      where exists (select 1 from policies where team = $1) order by s
      on conflict (team, subject) do update set at = least(due.at, excluded.at)`,
    [team, JSON.stringify([...new Set(subjects)]), at.toISOString()],
  );
}

/** Another policy, another calendar: from when it holds, everything that may wait is looked at anew. */
export async function markAllDue(queries: Queries, team: string, policy: Policy, at: Date): Promise<void> {
  await queries.query('update due set at = least(at, $2::timestamptz) where team = $1', [team, at.toISOString()]);
  if (hasClocks(policy)) await markTeam(queries, team, at);
}

/** Has everything looked at that was asked for, reported or handed on in a team. */
export const markTeam = (queries: Queries, team: string, at: Date) =>
  queries.query(
    `insert into due (team, subject, at)
      select distinct $1, subject, $2::timestamptz from events
      where team = $1 and type in ('countersign.approval.requested.v1', 'countersign.report.made.v1',
        'countersign.handoff.made.v1', 'countersign.decision.made.v1')
      order by 2
      on conflict (team, subject) do nothing`,
    [team, at.toISOString()],
  );
