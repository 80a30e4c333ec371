/** What the rules of the policy are asked by: the version in force, and what the team's log says of the outputs of a request. */
import { isGoverned } from '../../lib/domain/decision/refused.ts';
import type { CountersignEvent } from '../../lib/domain/events/event.ts';
import { eventWith } from '../../lib/domain/events/event.ts';
import { processSubject, stoppedIn, withStops } from '../../lib/domain/gate/stops.ts';
import type { GovernancePolicy } from '../../lib/domain/policy/policy.ts';
import { toSequence } from '../chain.ts';
import type { Queries } from '../database/database.ts';
import { ASKED_TYPES, type Told } from './happened.ts';
import { readTold } from './told.ts';
import { namesInForceBy, versionInForce } from './versions.ts';

/** Somebody decides in another's place for a while. */
interface Delegated {
  from: string;
  to: string;
  since: string;
  until: string;
}

/** Who broke the glass last in a process, and whether somebody else has looked at it since. */
interface Bypassed {
  by: string;
  subject: string;
  reviewed: boolean;
}

/** The policy in force at the moment of a request, and all that its rules ask of the log. */
export interface Governed {
  number: number;
  policy: GovernancePolicy;
  /** Names of the versions that are or were in force. */
  names: ReadonlySet<string>;
  delegations: Delegated[];
  /** By process. */
  bypasses: Map<string, Bypassed>;
  /** By output, in the order of the log. It grows while events are admitted. */
  told: Map<string, Told[]>;
  /** Outputs whose words the log holds. */
  held: Set<string>;
}

/** Reads it, holding the team; undefined where no policy has a say in these events. */
export async function readGoverned(
  queries: Queries,
  team: string,
  events: readonly CountersignEvent[],
  now: Date,
): Promise<Governed | undefined> {
  const asked = events.filter(isGoverned);
  if (asked.length === 0) return undefined;
  const version = await versionInForce(queries, team, now);
  if (version?.policy.format !== 2) return undefined;
  const subjects = [...new Set(asked.map(({ subject }) => subject))];
  return {
    ...{ number: version.number, policy: await withStopsOf(queries, team, version.policy) },
    names: await namesInForceBy(queries, team, now),
    delegations: await readDelegations(queries, team),
    bypasses: await readBypasses(queries, team),
    told: await readTold(queries, team, subjects, ASKED_TYPES),
    held: await readHeld(queries, team, subjects),
  };
}

/**
 * The rules with what of them somebody has stopped. `lateral`, here and below: one look into an index for each subject, where a plain
 * join reads all events of the team.
 */
export async function withStopsOf(queries: Queries, team: string, policy: GovernancePolicy): Promise<GovernancePolicy> {
  const subjects = (policy.processes ?? []).map(({ id }) => processSubject(id));
  const rows = await queries.query<{ event: CountersignEvent; sequence: string }>(
    `select e.event, e.sequence::text as sequence from jsonb_array_elements_text($2::jsonb) as s(subject)
      cross join lateral (
        select * from events where team = $1 and subject = s.subject and type = 'countersign.process.stopped.v1' order by sequence
      ) e`,
    [team, JSON.stringify(subjects)],
  );
  const events = rows.map(({ event, sequence }) => eventWith(event, { sequence: toSequence(BigInt(sequence)) }));
  return withStops(policy, stoppedIn(events));
}

/** Those of some outputs whose words were not erased. */
async function readHeld(queries: Queries, team: string, subjects: readonly string[]): Promise<Set<string>> {
  const rows = await queries.query<{ subject: string }>(
    `select s.subject from jsonb_array_elements_text($2::jsonb) as s(subject)
      cross join lateral (
        select 1 from events e
          cross join lateral (
            select 1 from contents where team = $1 and source = e.source and id = e.id and text_holds limit 1
          ) c
          where e.team = $1 and e.subject = s.subject and e.type = 'countersign.output.seen.v1' limit 1
      ) h`,
    [team, JSON.stringify(subjects)],
  );
  return new Set(rows.map(({ subject }) => subject));
}

/** The last word of each person on each absence: nobody speaks for somebody else's. */
async function readDelegations(queries: Queries, team: string): Promise<Delegated[]> {
  return queries.query<Delegated>(
    `select * from (
        select distinct on (authid, event #>> '{data,facts,delegationId}') authid as "from", sequence,
          event #>> '{data,facts,to}' as "to", event #>> '{data,facts,since}' as since,
          event #>> '{data,facts,until}' as until
        from events where team = $1 and type = 'countersign.delegation.made.v1'
        order by authid, event #>> '{data,facts,delegationId}', sequence desc
      ) d order by sequence`,
    [team],
  );
}

async function readBypasses(queries: Queries, team: string): Promise<Map<string, Bypassed>> {
  const rows = await queries.query<Bypassed & { processId: string }>(
    `select b."processId", b.authid as by, b.subject, exists (
        select 1 from events d where d.team = $1 and d.subject = b.subject and d.sequence > b.sequence
          and d.type = 'countersign.decision.made.v1'
          and (d.authid <> b.authid or d.event #>> '{data,facts,inProcess,selfReview}' = 'true')
          and d.event #>> '{data,facts,verdict}' <> 'escalate'
          and not exists (
            select 1 from events w where w.team = $1 and w.subject = d.subject and w.authid = d.authid
              and w.source = d.source and w.type = 'countersign.decision.withdrawn.v1'
              and w.event #>> '{data,facts,decisionId}' = d.event #>> '{data,facts,decisionId}'
          )
      ) as reviewed
      from (
        select distinct on (event #>> '{data,facts,processId}') event #>> '{data,facts,processId}' as "processId",
          authid, subject, sequence
        from events where team = $1 and type = 'countersign.gate.overridden.v1'
          and event #>> '{data,facts,kind}' = 'bypass'
        order by event #>> '{data,facts,processId}', sequence desc
      ) b`,
    [team],
  );
  return new Map(rows.map(({ processId, ...rest }) => [processId, rest]));
}

/** An event that is stored now is known to those after it in the same request. Its content is of no use here. */
export function tellGoverned({ told, bypasses, held }: Governed, event: CountersignEvent, by: string, now: Date): void {
  const { facts, commitment } = event.data;
  const bare = eventWith(event, {}, { facts, ...(commitment === undefined ? {} : { commitment }) });
  if (event.type === 'countersign.output.seen.v1' && event.data.sealed) held.add(event.subject);
  told.get(event.subject)?.push({ event: bare, by, at: now.toISOString() });
  if (event.type === 'countersign.gate.overridden.v1' && event.data.facts.kind === 'bypass')
    bypasses.set(event.data.facts.processId, { by, subject: event.subject, reviewed: false });
  for (const bypass of bypasses.values()) if (bypass.subject === event.subject) lookedAt(bypass, event, by);
}

function lookedAt(bypass: Bypassed, event: CountersignEvent, by: string): void {
  if (event.type === 'countersign.decision.made.v1' && event.data.facts.verdict !== 'escalate')
    bypass.reviewed ||= bypass.by !== by || event.data.facts.inProcess?.selfReview === true;
  // Until the next request asks the log, nobody has looked: another may have, but the stricter answer does no harm.
  if (event.type === 'countersign.decision.withdrawn.v1') bypass.reviewed = false;
}
