/** The collector's own acts, written into the log of the team that they are about. */
import { actSubject, collectorSource } from '../../lib/domain/events/audit.ts';
import {
  type ContentOf,
  type CountersignEvent,
  type EventType,
  type FactsOf,
  makeEvent,
} from '../../lib/domain/events/event.ts';
import { toSequence } from '../chain.ts';
import type { Queries } from '../database/database.ts';
import { lockTeam } from '../ledger/insert.ts';
import { appendOwn } from './own.ts';

/** The author of what was done at the command line. */
export const OPERATOR = 'urn:countersign:operator';

type Noun = Parameters<typeof actSubject>[0];

/** An act before it is written down: its type, what it is about, what it says. */
interface Act<T extends EventType> {
  type: T;
  noun: Noun;
  /** UUID of the erasure, export or change. */
  actId: string;
  facts: FactsOf<T>;
  content?: ContentOf<T>;
}

/** The event of an act. */
async function eventOfAct<T extends EventType>(
  queries: Queries,
  { type, noun, actId, facts, content }: Act<T>,
  now: Date,
): Promise<CountersignEvent> {
  const source = await ownSource(queries);
  return makeEvent(type, source, actSubject(noun, actId), facts, content, now);
}

/** Writes an act down, in the transaction that does it. `authid`: who asked for it. Answers with its number. */
export async function record<T extends EventType>(
  queries: Queries,
  team: string,
  authid: string,
  act: Act<T>,
  now: Date,
): Promise<string> {
  const tip = await lockTeam(queries, team);
  const { sequence } = await appendOwn(queries, team, authid, [await eventOfAct(queries, act, now)], tip, now);
  return toSequence(sequence);
}

/** Writes down what the collector did with an output: that a time ran out on it, or what was drawn. Answers with the event's own number. */
export async function recordOn<T extends EventType>(
  queries: Queries,
  team: string,
  subject: string,
  type: T,
  facts: FactsOf<T>,
  now: Date,
): Promise<string> {
  const tip = await lockTeam(queries, team);
  const event = await makeEvent(type, await ownSource(queries), subject, facts, undefined, now);
  const { sequence } = await appendOwn(queries, team, OPERATOR, [event], tip, now);
  return toSequence(sequence);
}

async function ownSource(queries: Queries): Promise<string> {
  const [row] = await queries.query<{ id: string }>('select collector_id::text as id from deployment');
  if (!row) throw new Error('The database has no identity');
  return collectorSource(row.id);
}
