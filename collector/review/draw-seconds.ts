/**
 * Second reviews: one in so many decisions is judged again by somebody who does not see the first. Which one, and who gives
 * it, is drawn under the key of the policy's version, so that nobody chooses either.
 */
import type { CountersignEvent } from '../../lib/domain/events/event.ts';
import { newId } from '../../lib/domain/ids.ts';
import { authorityOf } from '../../lib/domain/people/authority.ts';
import { isOneOf } from '../../lib/domain/policy/party.ts';
import type { Process } from '../../lib/domain/policy/process.ts';
import { isDrawnByKey, personDrawn, secondLot } from '../../lib/domain/review/draw.ts';
import { recordOn } from '../acts/acts.ts';
import type { Queries } from '../database/database.ts';
import type { Caller } from '../people/tokens.ts';
import type { Governed } from '../policy/governed.ts';
import type { happenedTo } from '../policy/happened.ts';
import { readTold } from '../policy/told.ts';
import { drawKey } from './draw-keys.ts';

const GIVEN = 'countersign.second.given.v1';
const LOOK = 'countersign.decision.drawn.v1';

type Made = Extract<CountersignEvent, { type: 'countersign.decision.made.v1' }>;

/** Draws among decisions that were stored just now. Holding the team. Answers with the number of the last that was written down. */
export async function drawSeconds(
  queries: Queries,
  { team, subject: by }: Caller,
  governed: Governed,
  stored: readonly Made[],
  now: Date,
): Promise<string | undefined> {
  let last: string | undefined;
  for (const event of stored) last = (await drawOne(queries, team, by, governed, event, now)) ?? last;
  return last;
}

async function drawOne(
  queries: Queries,
  team: string,
  by: string,
  governed: Governed,
  { subject, data: { facts } }: Made,
  now: Date,
): Promise<string | undefined> {
  const { policy, number, told } = governed;
  const process = policy.processes?.find(({ id }) => id === facts.inProcess?.processId);
  const oneIn = process?.review.secondOneIn;
  if (!process || oneIn === undefined || facts.verdict === 'escalate') return undefined;
  // Taken back within the same request, or decided once more: there is nothing to set a second one against.
  if (!isLast(told.get(subject) ?? [], facts.decisionId)) return undefined;
  const key = await drawKey(queries, team, number, now);
  if (!(await isDrawnByKey(key, secondLot(subject), oneIn))) return undefined;
  if (await isLookedAt(queries, team, subject, facts.decisionId)) return undefined;
  const people = await peopleFor(queries, team, subject, governed, process, now);
  const person = await personDrawn(
    key,
    subject,
    people.filter((one) => one !== by),
  );
  if (person === undefined) return undefined;
  const under = { processId: process.id, policyVersion: policy.version };
  const drawn = { secondId: newId(), decisionId: facts.decisionId, ...under, oneIn, person };
  return recordOn(queries, team, subject, 'countersign.second.drawn.v1', drawn, now);
}

const MOVES: ReadonlySet<string> = new Set(['countersign.decision.made.v1', 'countersign.decision.withdrawn.v1']);

const isLast = (told: Parameters<typeof happenedTo>[0], decisionId: string): boolean => {
  const last = told.findLast(({ event }) => MOVES.has(event.type))?.event;
  return last?.type === 'countersign.decision.made.v1' && last.data.facts.decisionId === decisionId;
};

/** Nobody judges the same text a second time twice, nor one that was blocked and drawn: whoever looks at that decides anew. */
async function isLookedAt(queries: Queries, team: string, subject: string, decisionId: string): Promise<boolean> {
  const told = (await readTold(queries, team, [subject], [GIVEN, LOOK])).get(subject) ?? [];
  return told.some(
    ({ event }) => event.type === GIVEN || (event.type === LOOK && event.data.facts.decisionId === decisionId),
  );
}

/** A company account that decided in a process within so long is still there to do so. */
const LATELY = '90 days';

interface Candidate {
  subject: string;
  role: string;
  /** They decided in this process before. */
  decided: boolean;
}

/**
 * Who may give one: whoever holds a token that decides, or decided in the process lately, and has had no part in the output,
 * so that nothing of it is known to them.
 */
async function peopleFor(
  queries: Queries,
  team: string,
  subject: string,
  { policy, delegations }: Governed,
  process: Process,
  now: Date,
): Promise<string[]> {
  const rows = await queries.query<Candidate>(
    `with lately as (
        select distinct e.authid as subject, j.role, true as decided
        from judged j join events e on e.team = j.team and e.sequence = j.sequence
        where j.team = $1 and e.recorded_at > $4::timestamptz - interval '${LATELY}'
          and e.event #>> '{data,facts,inProcess,processId}' = $3
      ), held as (
        select subject, role from tokens where team = $1 and revoked_at is null and role in ('reviewer', 'admin')
          and (expires_at is null or expires_at > $4::timestamptz)
      ), ended as (
        select subject from tokens where team = $1 except select subject from held
      )
      select subject, max(role) as role, bool_or(decided) as decided from (
        select * from lately where subject not in (select subject from ended)
        union all select subject, role, false from held
      ) c
      where not exists (select 1 from events p where p.team = $1 and p.subject = $2 and p.authid = c.subject)
      group by subject order by subject`,
    [team, subject, process.id, now.toISOString()],
  );
  const roles = policy.roles ?? [];
  return rows.flatMap(({ decided, ...person }) => {
    if (isOneOf(person, process.designers ?? [], roles)) return [];
    const asked = {
      verb: 'approve' as const,
      person,
      process,
      roles,
      delegations,
      authors: [],
      now: now.toISOString(),
    };
    return decided || authorityOf({ ...asked, seenAt: asked.now }).may ? person.subject : [];
  });
}
