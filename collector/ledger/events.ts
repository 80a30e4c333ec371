/** The log: append with idempotency, a gapless sequence and a hash chain per team. */
import { isGoverned } from '../../lib/domain/decision/refused.ts';
import { type CountersignEvent, eventKey } from '../../lib/domain/events/event.ts';
import { type Author, commitToAuthor, type Tip } from '../chain.ts';
import type { Queries, SqlDatabase } from '../database/database.ts';
import { repeated } from '../database/retry.ts';
import { keepName } from '../people/directory.ts';
import type { Caller } from '../people/tokens.ts';
import { CLOCK_TYPES, markDue } from '../policy/due-marks.ts';
import { readGoverned } from '../policy/governed.ts';
import { readCalibrations } from '../review/calibrations.ts';
import { readDisputes } from '../review/disputes.ts';
import { drawProbes } from '../review/draw-probes.ts';
import { drawSeconds } from '../review/draw-seconds.ts';
import { drawBlocked } from '../review/second-looks.ts';
import { readSeconds } from '../review/seconds.ts';
import { admit, type Known, type Result } from './admit.ts';
import { readDuplicates } from './duplicates.ts';
import { insert, lockTeam } from './insert.ts';
import { type Judged, judge } from './judge.ts';
import { readKnown } from './known.ts';
import { inTurn } from './turns.ts';

const NOTHING_KNOWN = (): Known => ({ events: new Map(), owners: new Map() });

/** A request whose events were judged by themselves. */
interface Asked {
  caller: Caller;
  author: Author;
  judged: readonly Judged[];
  events: readonly CountersignEvent[];
  now: Date;
}

/** What became of each event, and the number of the last one that was written down, also of the collector's own. */
interface Appended {
  results: Result[];
  last?: string | undefined;
}

/** Judges `raw` events and stores those that pass, all or none of them. Answers for each, in their order. */
export async function appendEvents(
  database: SqlDatabase,
  caller: Caller,
  raw: readonly unknown[],
  now: Date,
): Promise<Appended> {
  const judged = raw.map(judge);
  const events = judged.flatMap(({ event }) => event ?? []);
  if (events.length === 0) return { results: admit(judged, caller, NOTHING_KNOWN(), 0n, now).results };
  await repeated(() => keepName(database, caller, now));
  const asked = { caller, author: commitToAuthor(caller.subject), judged, events, now };
  const marks = events.flatMap(({ type, subject }) => (CLOCK_TYPES.includes(type) ? subject : []));
  // Repeated where the answer of the database is lost: what was stored by then is known, and no second time.
  return inTurn(database, caller.team, () =>
    repeated(async () => {
      const done = await append(database, asked);
      await markDue(database, caller.team, marks, now);
      return done;
    }),
  );
}

/** What a policy may have a say in is judged holding the team: nothing comes between the question and the answer. */
async function append(database: SqlDatabase, asked: Asked): Promise<Appended> {
  const results = asked.events.some(isGoverned) ? undefined : await appendUnlocked(database, asked);
  return results ? appended(results) : database.transaction((queries) => appendLocked(queries, asked));
}

const appended = (results: Result[], drawn?: string): Appended => ({
  ...{ results, last: drawn ?? results.findLast(({ outcome }) => outcome === 'stored')?.sequence },
});

/**
 * Without holding the team: what was read holds if the log still ends where it did when the rows go in, which is one
 * statement. Undefined when somebody else was faster, another collector or an erasure, or the team is new.
 */
async function appendUnlocked(queries: Queries, asked: Asked): Promise<Result[] | undefined> {
  const { known, tip } = await readKnown(queries, asked.caller.team, asked.events);
  // What has come since that was read makes the insertion fail, so that a later reading is no harm.
  await readAbout(queries, asked, known);
  return tip && put(queries, asked, known, tip);
}

/** What the log says of what a request is about, where it is about that. */
async function readAbout(queries: Queries, { caller: { team }, events, now }: Asked, known: Known): Promise<void> {
  known.duplicates = await readDuplicates(queries, team, events);
  known.disputes = await readDisputes(queries, team, events);
  known.seconds = await readSeconds(queries, team, events);
  known.calibrations = await readCalibrations(queries, team, events, now);
}

/** Holding the team until the transaction ends. */
async function appendLocked(queries: Queries, asked: Asked): Promise<Appended> {
  const tip = await lockTeam(queries, asked.caller.team);
  const { known } = await readKnown(queries, asked.caller.team, asked.events);
  await readAbout(queries, asked, known);
  known.governed = await readGoverned(queries, asked.caller.team, asked.events, asked.now);
  const results = await put(queries, asked, known, tip);
  if (!results) throw new Error('A locked log has grown');
  if (!known.governed) return appended(results);
  const decisions = decisionsStored(asked.events, results);
  await noteJudged(queries, asked, known.governed.number, decisions);
  const stored = decisions.map(({ event }) => event);
  const { team } = asked.caller;
  const blocked = await drawBlocked(queries, team, known.governed, stored, asked.now);
  await drawProbes(queries, asked.caller, known.governed, stored, asked.now);
  return appended(results, (await drawSeconds(queries, asked.caller, known.governed, stored, asked.now)) ?? blocked);
}

type Decision = Extract<CountersignEvent, { type: 'countersign.decision.made.v1' }>;

/** Decisions that were stored, each with its number. */
function decisionsStored(events: readonly CountersignEvent[], results: readonly Result[]) {
  const stored = new Map(results.map((one) => [one.outcome === 'stored' ? eventKey(one) : '', one.sequence]));
  return events.flatMap((event): { event: Decision; sequence: string }[] => {
    const sequence = stored.get(eventKey(event));
    if (event.type !== 'countersign.decision.made.v1' || sequence === undefined) return [];
    stored.delete(eventKey(event));
    return [{ event, sequence }];
  });
}

async function put(
  queries: Queries,
  { judged, caller, author, now }: Asked,
  known: Known,
  tip: Tip,
): Promise<Result[] | undefined> {
  const { results, admitted } = admit(judged, caller, known, tip.sequence, now);
  return (await insert(queries, caller.team, author, admitted, tip, now)) && results;
}

/** Notes with which role somebody decided, and under which version. */
async function noteJudged(
  queries: Queries,
  { caller }: Asked,
  number: number,
  decisions: ReturnType<typeof decisionsStored>,
): Promise<void> {
  const rows = decisions.map(({ event, sequence }) => ({ sequence, decisionId: event.data.facts.decisionId }));
  if (rows.length === 0) return;
  await queries.query(
    `insert into judged (team, sequence, decision_id, role, policy_number)
      select $1, r.sequence::bigint, r."decisionId", $3, $4::bigint
      from jsonb_to_recordset($2::jsonb) as r(sequence text, "decisionId" text)`,
    [caller.team, JSON.stringify(rows), caller.role, number],
  );
}
