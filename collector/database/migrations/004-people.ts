/**
 * A chain of its own over what was done with tokens, so that one that was raised, made good again or slipped in is found; an
 * index for whose a use is; contents taken when their rows were, to the millisecond;
 * and the size of each row as it is checked.
 */

import { GENESIS } from '../../../lib/domain/export/chained.ts';
import { newSalt } from '../../../lib/domain/output/hash.ts';
import { commitNow, hashOf, tokenLinkOf } from '../../chain.ts';
import type { Migration, Queries } from '../database.ts';

export const people: Migration = {
  version: 4,
  steps: [
    `create index events_reuse_told on events (team, (event #>> '{data,facts,reuseId}'), sequence)
      where type = 'countersign.output.reused.v1'`,
    `update contents c set recorded_at = e.recorded_at from events e
      where e.team = c.team and e.source = c.source and e.id = c.id and c.recorded_at <> e.recorded_at`,
    measureAll,
    'alter table tokens add column person_salt text',
    'create table people (team text primary key, last_number bigint not null, head text not null)',
    `create table token_acts (
      team text not null,
      number bigint not null,
      act jsonb not null,
      recorded_at timestamptz not null,
      link text not null,
      primary key (team, number)
    )`,
    takeOver,
  ],
};

/** Rows at once: contents may be megabytes each. */
const PAGE = 100;

interface Sized {
  team: string;
  sequence: string;
  event: { data: object };
  bytes: number;
  salt: string | null;
  content: unknown;
  /** Whether it came with content that is not there: then that is in its size, and no longer known. */
  less: boolean;
}

/** How large each row is, as it is measured now: earlier collectors have counted in other ways. */
async function measureAll(queries: Queries): Promise<void> {
  for (let [team, after] = ['', '0']; ; ) {
    const rows = await queries.query<Sized>(
      `select e.team, e.sequence::text as sequence, e.event, e.bytes, c.salt, c.content,
          e.event #>> '{data,commitment}' is not null and c.salt is null as less
        from events e left join contents c on c.team = e.team and c.source = e.source and c.id = e.id
        where (e.team, e.sequence) > ($1, $2::bigint) order by e.team, e.sequence limit ${PAGE}`,
      [team, after],
    );
    const wrong = rows.flatMap((row) => {
      const size = sizeOf(row);
      return (row.less ? row.bytes < size : row.bytes !== size) ? { team: row.team, sequence: row.sequence, size } : [];
    });
    await queries.query(
      `update events e set bytes = r.size from jsonb_to_recordset($1::jsonb) as r(team text, sequence bigint, size integer)
        where e.team = r.team and e.sequence = r.sequence`,
      [JSON.stringify(wrong)],
    );
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    [team, after] = [last.team, last.sequence];
  }
}

const sizeOf = ({ event, salt, content }: Sized): number =>
  Buffer.byteLength(
    JSON.stringify(salt === null ? event : { ...event, data: { ...event.data, sealed: { salt, content } } }),
  );

interface Token {
  team: string;
  tokenId: string;
  hash: string;
  subject: string;
  name: string | null;
  role: string;
  ms: string | null;
  ended: boolean;
}

/** What tokens there are by now stands at the beginning of the chain. */
async function takeOver(queries: Queries): Promise<void> {
  const tokens = await queries.query<Token>(
    `select team, token_id as "tokenId", token_hash as hash, subject, name, role, revoked_at is not null as ended,
        round((extract(epoch from expires_at) * 1000)::numeric)::text as ms
      from tokens order by team, token_id`,
  );
  const recordedAt = new Date().toISOString();
  for (const [team, own] of Map.groupBy(tokens, (token) => token.team)) {
    let [head, number] = [GENESIS, 0];
    const rows = [];
    for (const { tokenId, hash, subject, name, role, ms, ended } of own) {
      const salt = newSalt();
      await queries.query('update tokens set person_salt = $3 where team = $1 and token_id = $2', [
        team,
        tokenId,
        salt,
      ]);
      const expiresAt = ms === null ? null : new Date(Number(ms)).toISOString();
      const made = {
        act: 'made',
        tokenId,
        role,
        expiresAt,
        person: commitNow(salt, { subject, name }),
        token: hashOf(hash),
      };
      for (const act of ended ? [made, { act: 'ended', tokenId }] : [made]) {
        number++;
        head = tokenLinkOf(head, { team, number, recordedAt, act });
        rows.push({ number, act, link: head });
      }
    }
    await queries.query(
      `insert into token_acts (team, number, act, recorded_at, link)
        select $1, r.number, r.act, $3::timestamptz, r.link
        from jsonb_to_recordset($2::jsonb) as r(number bigint, act jsonb, link text)`,
      [team, JSON.stringify(rows), recordedAt],
    );
    await queries.query('insert into people (team, last_number, head) values ($1, $2, $3)', [team, number, head]);
  }
}
