/** The pool of test texts, and what becomes of those that somebody was given. Everything of them stands beside the log. */
import type { Verdict } from '../../lib/domain/codes.ts';
import { newId } from '../../lib/domain/ids.ts';
import type { WaitingProbe } from '../../lib/domain/review/given-probe.ts';
import { countable, type ProbeOutcome, probeOutcome } from '../../lib/domain/review/probes.ts';
import { OPERATOR, record } from '../acts/acts.ts';
import type { Queries, SqlDatabase } from '../database/database.ts';
import { redone } from '../database/retry.ts';
import { lockTeam } from '../ledger/insert.ts';
import type { Caller } from '../people/tokens.ts';
import { versionInForce } from '../policy/versions.ts';

/** A test text as somebody enters it. */
interface ProbeEntered {
  processId: string;
  text: string;
  prompt?: string | undefined;
  /** What is wrong with it. */
  flaw: string;
}

type Who = Pick<Caller, 'team' | 'subject'>;

export async function addProbe(
  queries: Queries,
  { team, subject }: Who,
  { processId, text, prompt = '', flaw }: ProbeEntered,
  now: Date,
): Promise<string> {
  const probeId = newId();
  await queries.query(
    `insert into probes (team, probe_id, process_id, text, prompt, flaw, made_by, made_at)
      values ($1, $2, $3, $4, nullif($5, ''), $6, $7, $8::timestamptz)`,
    [team, probeId, processId, text, prompt, flaw, subject, now.toISOString()],
  );
  return probeId;
}

/** Those that are given, the newest first. What became of each is not in it: it would be of one person. */
export const listProbes = (
  queries: Queries,
  team: string,
): Promise<(Omit<ProbeEntered, 'prompt'> & { probeId: string; prompt: string | null })[]> =>
  queries.query(
    `select probe_id as "probeId", process_id as "processId", text, prompt, flaw from probes
      where team = $1 and retired_at is null order by made_at desc, probe_id`,
    [team],
  );

/** It is given to nobody any more, and taken out of the queues in which it waits. False where the team has no such text. */
export async function retireProbe(queries: Queries, team: string, probeId: string, now: Date): Promise<boolean> {
  const rows = await queries.query(
    `update probes set retired_at = $3::timestamptz
      where team = $1 and probe_id = $2 and retired_at is null returning probe_id`,
    [team, probeId, now.toISOString()],
  );
  return rows.length > 0;
}

/** Those that wait for somebody by now, under rules that still have any. */
export async function probesFor(queries: Queries, { team, subject }: Who, now: Date): Promise<WaitingProbe[]> {
  const version = await versionInForce(queries, team, now);
  const processes = version?.policy.format === 2 ? (version.policy.processes ?? []) : [];
  const probed = processes.filter(({ review, stopped }) => review.probeOneIn !== undefined && !stopped);
  if (probed.length === 0) return [];
  return queries.query<WaitingProbe>(
    `select g.given_id as "givenId", g.hash, g.process_id as "processId", p.text, p.prompt, g.trace
      from probes_given g join probes p on p.team = g.team and p.probe_id = g.probe_id
      where g.team = $1 and g.person = $2 and g.answered_at is null and g.shows_at <= $3::timestamptz
        and p.retired_at is null and g.process_id in (select jsonb_array_elements_text($4::jsonb))
      order by g.shows_at`,
    [team, subject, now.toISOString(), JSON.stringify(probed.map(({ id }) => id))],
  );
}

interface Answered {
  outcome: ProbeOutcome;
  /** What was wrong with it. */
  flaw: string;
  /** Of the count that it completed. */
  sequence?: string;
}

/**
 * Somebody judged the one that they were given, or left it (`verdict` undefined): they hear what it was. The first answer
 * stands. Undefined where they were given no such one: nobody answers for another.
 */
export function answerProbe(
  database: SqlDatabase,
  { team, subject }: Who,
  givenId: string,
  verdict: Verdict | undefined,
  now: Date,
): Promise<Answered | undefined> {
  return redone(database, async (queries) => {
    await lockTeam(queries, team);
    const [given] = await queries.query<{ processId: string; flaw: string; answered: ProbeOutcome | null }>(
      `select g.process_id as "processId", p.flaw, g.outcome as answered
        from probes_given g join probes p on p.team = g.team and p.probe_id = g.probe_id
        where g.team = $1 and g.given_id = $2 and g.person = $3 and g.shows_at <= $4::timestamptz
          and (g.answered_at is null or g.outcome is not null)`,
      [team, givenId, subject, now.toISOString()],
    );
    if (!given) return undefined;
    const { processId, flaw, answered } = given;
    if (answered) return { outcome: answered, flaw };
    const outcome = probeOutcome(verdict);
    await queries.query(
      `update probes_given set answered_at = $3::timestamptz, outcome = $4 where team = $1 and given_id = $2`,
      [team, givenId, now.toISOString(), outcome],
    );
    const sequence = await countNow(queries, team, processId, now);
    return { outcome, flaw, ...(sequence === undefined ? {} : { sequence }) };
  });
}

/** Writes a count once five people are in it. From then on the database knows no more of a single one than that it was given. */
async function countNow(queries: Queries, team: string, processId: string, now: Date): Promise<string | undefined> {
  const judged = await queries.query<{ person: string; outcome: ProbeOutcome }>(
    `select person, outcome from probes_given
      where team = $1 and process_id = $2 and outcome is not null and not counted`,
    [team, processId],
  );
  const count = countable(judged);
  if (!count) return undefined;
  await queries.query(
    `update probes_given set counted = true, outcome = null
      where team = $1 and process_id = $2 and outcome is not null and not counted`,
    [team, processId],
  );
  const act = { type: 'countersign.probes.counted.v1', noun: 'probes', actId: newId() } as const;
  return record(queries, team, OPERATOR, { ...act, facts: { processId, ...count } }, now);
}
