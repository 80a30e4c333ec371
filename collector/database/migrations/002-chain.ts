/** A hash chain over each team's log, times at which rows were taken, retention, and tokens that expire. */
import { type EventBody, GENESIS } from '../../../lib/domain/export/chained.ts';
import { commitToAuthor, linkOf, toSequence } from '../../chain.ts';
import type { Migration, Queries } from '../database.ts';

const PAGE = 500;

export const chain: Migration = {
  version: 2,
  steps: [
    // One identity for each database: the source of what the collector writes itself.
    `create table deployment (
      only_row boolean primary key default true check (only_row),
      collector_id uuid not null default gen_random_uuid()
    )`,
    'insert into deployment default values',
    'alter table tokens add column expires_at timestamptz',
    `alter table teams add column head text not null default '${GENESIS}', add column retention_days integer`,
    `alter table events add column recorded_at timestamptz, add column author_commitment text,
      add column author_salt text, add column link text, add column bare boolean`,
    'alter table contents add column recorded_at timestamptz',
    chainAll,
    'update contents set recorded_at = now()',
    `alter table events alter column recorded_at set not null, alter column author_commitment set not null,
      alter column link set not null, alter column bare set not null`,
    'alter table contents alter column recorded_at set not null',
    'create index contents_by_age on contents (team, recorded_at)',
  ],
};

/** Links every row there is. When they were taken was not kept: they were there by now. */
async function chainAll(queries: Queries): Promise<void> {
  const recordedAt = new Date().toISOString();
  const teams = await queries.query<{ team: string }>('select team from teams order by team');
  for (const { team } of teams) await chainTeam(queries, team, recordedAt);
}

interface OldRow {
  sequence: string;
  authid: string;
  event: EventBody;
  /** Its content was erased by hand, and nothing says when. */
  bare: boolean;
}

async function chainTeam(queries: Queries, team: string, recordedAt: string): Promise<void> {
  let head = GENESIS;
  for (let last = '0'; ; ) {
    const rows = await queries.query<OldRow>(
      `select sequence::text as sequence, authid, event, event #>> '{data,commitment}' is not null and not exists
          (select 1 from contents c where c.team = e.team and c.source = e.source and c.id = e.id) as bare
        from events e where team = $1 and sequence > $2::bigint order by e.sequence limit ${PAGE}`,
      [team, last],
    );
    const links = [];
    for (const { sequence, authid, event, bare } of rows) {
      const { salt, commitment } = commitToAuthor(authid);
      const author = commitment;
      head = linkOf(head, { team, sequence: toSequence(BigInt(sequence)), recordedAt, author, event, bare });
      links.push({ sequence, salt, author, link: head, bare });
      last = sequence;
    }
    await queries.query(
      `update events e set recorded_at = $3::timestamptz, author_salt = r.salt, author_commitment = r.author,
          link = r.link, bare = r.bare
        from jsonb_to_recordset($2::jsonb) as r(sequence bigint, salt text, author text, link text, bare boolean)
        where e.team = $1 and e.sequence = r.sequence`,
      [team, JSON.stringify(links), recordedAt],
    );
    if (rows.length < PAGE) break;
  }
  await queries.query('update teams set head = $2 where team = $1', [team, head]);
}
