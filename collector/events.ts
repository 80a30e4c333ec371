/** The log: append with idempotency, a gapless sequence and a hash chain per team. */
import type { CountersignEvent } from '../lib/domain/event.ts';
import { admit, type Known, type Result } from './admit.ts';
import { type Author, commitToAuthor, type Tip, toSequence } from './chain.ts';
import type { Database, Queries } from './database.ts';
import { insert, lockTeam } from './insert.ts';
import { type Judged, judge } from './judge.ts';
import { knownEvents, knownOwners } from './known.ts';
import type { Caller } from './tokens.ts';

const NOTHING_KNOWN = (): Known => ({ events: new Map(), owners: new Map() });

/** Judges `raw` events and stores those that pass, in one transaction. Answers for each, in their order. */
export async function appendEvents(
  database: Database,
  caller: Caller,
  raw: readonly unknown[],
  now: Date,
): Promise<Result[]> {
  const judged = await Promise.all(raw.map(judge));
  const events = judged.flatMap(({ event }) => event ?? []);
  if (events.length === 0) return admit(judged, caller, NOTHING_KNOWN(), 0n, now).results;
  const author = await commitToAuthor(caller.subject);
  return database.transaction((queries) => append(queries, caller, author, judged, events, now));
}

async function append(
  queries: Queries,
  caller: Caller,
  author: Author,
  judged: readonly Judged[],
  events: readonly CountersignEvent[],
  now: Date,
): Promise<Result[]> {
  const { team } = caller;
  const tip = await lockTeam(queries, team);
  const known: Known = {
    events: await knownEvents(queries, team, events),
    owners: await knownOwners(queries, team, events),
  };
  const { results, admitted } = admit(judged, caller, known, tip.sequence, now);
  await insert(queries, team, author, admitted, tip, now);
  return results;
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
  return insert(queries, team, await commitToAuthor(authid), admitted, tip, now);
}
