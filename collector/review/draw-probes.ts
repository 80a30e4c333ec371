/**
 * Test texts: after one in so many of somebody's decisions one is put among what waits for them. Whether, which, when and what
 * it looks like is drawn under the key of the policy's version; no event says so, and nobody else hears of it.
 */
import type { CountersignEvent } from '../../lib/domain/events/event.ts';
import { newId } from '../../lib/domain/ids.ts';
import type { Trace } from '../../lib/domain/output/trace.ts';
import { isDrawnByKey, macOf, oneDrawn, shareDrawn } from '../../lib/domain/review/draw.ts';
import { addressLike, probeLot } from '../../lib/domain/review/probes.ts';
import type { Queries } from '../database/database.ts';
import type { Caller } from '../people/tokens.ts';
import type { Governed } from '../policy/governed.ts';
import { drawKey } from './draw-keys.ts';

type Made = Extract<CountersignEvent, { type: 'countersign.decision.made.v1' }>;

/** Draws among decisions that were stored just now. Holding the team. Those who enter test texts see them all, and get none. */
export async function drawProbes(
  queries: Queries,
  caller: Caller,
  governed: Governed,
  stored: readonly Made[],
  now: Date,
): Promise<void> {
  if (caller.role === 'admin') return;
  for (const event of stored) await drawOne(queries, caller, governed, event, now);
}

async function drawOne(
  queries: Queries,
  { team, subject: person }: Caller,
  { policy, number }: Governed,
  { subject, data: { facts } }: Made,
  now: Date,
): Promise<void> {
  const process = policy.processes?.find(({ id }) => id === facts.inProcess?.processId);
  const oneIn = process?.review.probeOneIn;
  if (!process || oneIn === undefined || facts.verdict === 'escalate') return;
  const key = await drawKey(queries, team, number, now);
  if (!(await isDrawnByKey(key, probeLot('whether', subject), oneIn))) return;
  const probe = await oneDrawn(key, await leftFor(queries, team, process.id, person), (one) =>
    probeLot('which', subject, one),
  );
  const like = await traceLike(queries, team, process.id, subject, key);
  if (probe === undefined || !like) return;
  const showsAt = new Date(now.getTime() + (await shareDrawn(key, probeLot('when', subject))) * MOST_LATER_MS);
  await give(queries, { team, person, probe, processId: process.id, like, showsAt });
}

/** Some time within a working half-day: what comes right after a decision would be known by that. */
const MOST_LATER_MS = 4 * 3_600_000;

/** Those that somebody has not had, of what stands in the process; none while one still waits for them. */
async function leftFor(queries: Queries, team: string, processId: string, person: string): Promise<string[]> {
  const rows = await queries.query<{ id: string }>(
    `select probe_id as id from probes p
      where team = $1 and process_id = $2 and retired_at is null and made_by <> $3
        and not exists (select 1 from probes_given g where g.team = $1 and g.person = $3
          and (g.probe_id = p.probe_id or g.answered_at is null))
      order by probe_id`,
    [team, processId, person],
  );
  return rows.map(({ id }) => id);
}

/** So many of the last texts that were decided on in the process: it looks like one of them. */
const MOST_LIKE = 30;

/** Where a text like it comes from: of another one of the process than the one just decided on, where there is one. */
async function traceLike(
  queries: Queries,
  team: string,
  processId: string,
  subject: string,
  key: string,
): Promise<{ trace: Trace; random: string } | undefined> {
  const rows = await queries.query<{ subject: string; trace: Trace }>(
    `select s.subject, s.event #> '{data,facts,trace}' as trace from (
        select e.subject, max(e.sequence) as last from judged j
          join events e on e.team = j.team and e.sequence = j.sequence
          where j.team = $1 and e.event #>> '{data,facts,inProcess,processId}' = $2
          group by e.subject order by last desc limit ${MOST_LIKE}
      ) d cross join lateral (
        select * from events where team = $1 and subject = d.subject and type = 'countersign.output.seen.v1'
          order by sequence limit 1
      ) s`,
    [team, processId],
  );
  const others = rows.filter((row) => row.subject !== subject);
  const of = others.length > 0 ? others : rows;
  const drawn = await oneDrawn(
    key,
    of.map((row) => row.subject),
    (one) => probeLot('like', subject, one),
  );
  const trace = of.find((row) => row.subject === drawn)?.trace;
  return trace && { trace, random: await macOf(key, probeLot('like', subject)) };
}

interface Given {
  team: string;
  person: string;
  probe: string;
  processId: string;
  like: { trace: Trace; random: string };
  showsAt: Date;
}

/** Its hash is random: it is the address of no text, and no text in a page is ever taken for it. */
async function give(queries: Queries, { team, person, probe, processId, like, showsAt }: Given): Promise<void> {
  const { tool, toolName, model, conversationId, messageId, pageUrl, pageTitle, evidence } = like.trace;
  const foundAt = showsAt.toISOString();
  const trace: Omit<Trace, 'characters'> = {
    ...{ tool, toolName, pageUrl: addressLike(pageUrl, like.random), citations: [], evidence },
    ...(model ? { model } : {}),
    ...(conversationId ? { conversationId: newId() } : {}),
    ...(messageId ? { messageId: newId() } : {}),
    ...(pageTitle ? { pageTitle: toolName } : {}),
    ...{ startedAt: foundAt, completedAt: foundAt },
  };
  await queries.query(
    `insert into probes_given (team, given_id, probe_id, process_id, person, hash, trace, shows_at)
      values ($1, $2, $3, $4, $5, 'sha256:' || $6, $7::jsonb, $8::timestamptz)`,
    [team, newId(), probe, processId, person, randomHash(), JSON.stringify(trace), foundAt],
  );
}

const randomHash = (): string => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex');
