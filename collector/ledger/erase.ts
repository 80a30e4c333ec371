/**
 * Erases content: the rows of the log stay, and with them what they commit to, so that the chain still verifies. Each
 * erasure is written into the log, naming the rows, so that browsers erase their copies too.
 */
import { ERASURE_LIMIT, type ErasureReason } from '../../lib/domain/events/audit.ts';
import type { FactsOf } from '../../lib/domain/events/event.ts';
import { newId } from '../../lib/domain/ids.ts';
import { record } from '../acts/acts.ts';
import type { Queries, SqlDatabase } from '../database/database.ts';
import { endTokensOf } from '../people/tokens.ts';
import { namedIn, renameIn } from './erase-named.ts';
import { lockTeam } from './insert.ts';

/** Who asked for an erasure, in which team, and when. */
export interface Asked {
  team: string;
  authid: string;
  now: Date;
}

/** How many rows lost their content, or their author's name; the number of the last erasure in the log, if any. */
export interface Erased {
  rows: number;
  last?: string;
}

interface Key {
  source: string;
  id: string;
}

/** Rows that are looked at in one statement; a log of millions is passed over in pieces, and never locked for long. */
const WINDOW = 20_000n;

/**
 * Erases what a person wrote in a team. With `identity` a pseudonym takes the place of their name in every row, also where
 * others named them, and their tokens end. What was done stays when this is interrupted; doing it again does the rest.
 */
export async function erasePerson(database: SqlDatabase, asked: Asked, person: string, identity: boolean) {
  if (!identity) return inWindows(database, asked, 'person', `e.authid = $4 and ${HAS_CONTENT}`, person);
  const pseudonym = `erased:${newId()}`;
  await endTokensOf(database, asked.team, person, pseudonym);
  const about = await inWindows(database, asked, 'person', NAMES_PERSON, person);
  const named = await overWindows(database, asked, namedIn('$4'), person, (queries, keys) =>
    eraseNames(queries, asked, keys, { person, pseudonym }),
  );
  await forgetProbes(database, asked.team, person, pseudonym);
  const own = await inWindows(database, asked, 'person', 'e.authid = $4', person, pseudonym);
  return sum(sum(about, named), own);
}

const HAS_CONTENT = `exists (select 1 from contents c where c.team = e.team and c.source = e.source and c.id = e.id)`;
/** The collector's own acts about the person. */
const NAMES_PERSON = `e.source like 'urn:countersign:collector:%' and exists (select 1 from contents c
  where c.team = e.team and c.source = e.source and c.id = e.id and c.content ->> 'person' = $4)`;

/** Erases all content of an output: its text, and what was written about it. */
export const eraseOutput = (database: SqlDatabase, asked: Asked, hash: string): Promise<Erased> =>
  inWindows(database, asked, 'output', `e.subject = $4 and ${HAS_CONTENT}`, hash);

const sum = (one: Erased, other: Erased): Erased => {
  const last = other.last ?? one.last;
  return { rows: one.rows + other.rows, ...(last === undefined ? {} : { last }) };
};

/** Erases content that was taken before a time. */
export async function eraseBefore(database: SqlDatabase, asked: Asked, before: Date): Promise<Erased> {
  for (let all: Erased = { rows: 0 }; ; ) {
    const erased = await database.transaction(async (queries) => {
      await lockTeam(queries, asked.team);
      const keys = await queries.query<Key>(
        `select source, id from contents where team = $1 and recorded_at < $2::timestamptz
          order by recorded_at limit ${ERASURE_LIMIT}`,
        [asked.team, before.toISOString()],
      );
      return eraseKeys(queries, asked, 'retention', keys);
    });
    all = sum(all, erased);
    if (erased.rows < ERASURE_LIMIT) return all;
  }
}

/** Erases content, and the author's name where there is a `pseudonym`, of the rows that a condition is true of. */
const inWindows = (
  database: SqlDatabase,
  asked: Asked,
  reason: ErasureReason,
  condition: string,
  value: string,
  pseudonym?: string,
): Promise<Erased> =>
  overWindows(database, asked, condition, value, (queries, keys) => eraseKeys(queries, asked, reason, keys, pseudonym));

/** Passes over the log as it is now. A row that comes meanwhile is of after the erasure. */
async function overWindows(
  database: SqlDatabase,
  asked: Asked,
  condition: string,
  value: string,
  erase: (queries: Queries, keys: Key[]) => Promise<Erased>,
): Promise<Erased> {
  const last = await lastSequence(database, asked.team);
  let all: Erased = { rows: 0 };
  for (let after = 0n; after < last; ) {
    const { erased, next } = await database.transaction(async (queries) => {
      await lockTeam(queries, asked.team);
      const end = after + WINDOW < last ? after + WINDOW : last;
      const found = await queries.query<Key & { sequence: string }>(
        `select e.source, e.id, e.sequence::text as sequence from events e
          where e.team = $1 and e.sequence > $2::bigint and e.sequence <= $3::bigint and ${condition}
          order by e.sequence limit ${ERASURE_LIMIT}`,
        [asked.team, after.toString(), end.toString(), value],
      );
      const keys = found.map(({ source, id }) => ({ source, id }));
      const full = found.length === ERASURE_LIMIT;
      const done = await erase(queries, keys);
      return { erased: done, next: full ? BigInt(found.at(-1)?.sequence ?? end) : end };
    });
    all = sum(all, erased);
    after = next;
  }
  return all;
}

async function eraseKeys(
  queries: Queries,
  asked: Asked,
  reason: ErasureReason,
  keys: Key[],
  pseudonym?: string,
): Promise<Erased> {
  if (keys.length === 0) return { rows: 0 };
  const params = [asked.team, JSON.stringify(keys)];
  await queries.query(
    `delete from contents c using jsonb_to_recordset($2::jsonb) as k(source text, id text)
      where c.team = $1 and c.source = k.source and c.id = k.id`,
    params,
  );
  if (pseudonym !== undefined)
    await queries.query(
      `update events e set authid = $3, author_salt = null
        from jsonb_to_recordset($2::jsonb) as k(source text, id text)
        where e.team = $1 and e.source = k.source and e.id = k.id`,
      [...params, pseudonym],
    );
  const said = { reason, events: keys, ...(pseudonym === undefined ? {} : { pseudonym }) };
  return { rows: keys.length, last: await recordErasure(queries, asked, said) };
}

/** A pseudonym takes the place of a person whom others named in the facts of some rows. */
async function eraseNames(
  queries: Queries,
  asked: Asked,
  keys: Key[],
  { person, pseudonym }: { person: string; pseudonym: string },
): Promise<Erased> {
  const named = await renameIn(queries, asked.team, keys, person, pseudonym);
  if (named.length === 0) return { rows: 0 };
  const said = { reason: 'person' as const, events: [], named, pseudonym };
  return { rows: named.length, last: await recordErasure(queries, asked, said) };
}

type Said = Omit<FactsOf<'countersign.content.erased.v1'>, 'erasureId'>;

function recordErasure(queries: Queries, { team, authid, now }: Asked, said: Said): Promise<string> {
  const erasureId = newId();
  const facts = { erasureId, ...said };
  const act = { type: 'countersign.content.erased.v1', noun: 'erasure', actId: erasureId, facts } as const;
  return record(queries, team, authid, act, now);
}

/** Who made test texts and who was given them stands beside the log. */
async function forgetProbes(queries: Queries, team: string, person: string, pseudonym: string): Promise<void> {
  for (const sql of [
    'update probes set made_by = $3 where team = $1 and made_by = $2',
    'update probes_given set person = $3 where team = $1 and person = $2',
  ])
    await queries.query(sql, [team, person, pseudonym]);
}

async function lastSequence(queries: Queries, team: string): Promise<bigint> {
  const [row] = await queries.query<{ last: string }>('select last_sequence::text as last from teams where team = $1', [
    team,
  ]);
  return BigInt(row?.last ?? 0);
}
