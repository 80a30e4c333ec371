/** The log: append with idempotency, a gapless sequence and a hash chain per team. */
import type { CountersignEvent } from '../../lib/domain/events/event.ts';
import { type Author, commitToAuthor, type Tip, toSequence } from '../chain.ts';
import type { Queries, SqlDatabase } from '../database/database.ts';
import type { Caller } from '../people/tokens.ts';
import { admit, type Known, type Result } from './admit.ts';
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

/** Judges `raw` events and stores those that pass, all or none of them. Answers for each, in their order. */
export async function appendEvents(
  database: SqlDatabase,
  caller: Caller,
  raw: readonly unknown[],
  now: Date,
): Promise<Result[]> {
  const judged = raw.map(judge);
  const events = judged.flatMap(({ event }) => event ?? []);
  if (events.length === 0) return admit(judged, caller, NOTHING_KNOWN(), 0n, now).results;
  const asked = { caller, author: commitToAuthor(caller.subject), judged, events, now };
  return inTurn(database, caller.team, async () => {
    const results = await appendUnlocked(database, asked);
    return results ?? database.transaction((queries) => appendLocked(queries, asked));
  });
}

/**
 * Without holding the team: what was read holds if the log still ends where it did when the rows go in, which is one
 * statement. Undefined when somebody else was faster, another collector or an erasure, or the team is new.
 */
async function appendUnlocked(queries: Queries, asked: Asked): Promise<Result[] | undefined> {
  const { known, tip } = await readKnown(queries, asked.caller.team, asked.events);
  return tip && put(queries, asked, known, tip);
}

/** Holding the team until the transaction ends. */
async function appendLocked(queries: Queries, asked: Asked): Promise<Result[]> {
  const tip = await lockTeam(queries, asked.caller.team);
  const { known } = await readKnown(queries, asked.caller.team, asked.events);
  const results = await put(queries, asked, known, tip);
  if (!results) throw new Error('A locked log has grown');
  return results;
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

/** Appends what the collector itself has to say, after `tip`, which the caller has locked. Answers with the new end. */
export async function appendOwn(
  queries: Queries,
  team: string,
  authid: string,
  events: readonly CountersignEvent[],
  tip: Tip,
  now: Date,
): Promise<Tip> {
  const admitted = events.map((event, at) => ({ event, sequence: toSequence(tip.sequence + BigInt(at + 1)) }));
  const end = await insert(queries, team, commitToAuthor(authid), admitted, tip, now);
  if (!end) throw new Error('A locked log has grown');
  return end;
}
