/** Somebody whom others named in what they did is erased there too, of every type that names anybody, and the log verifies. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendOwn } from '../../../../collector/acts/own.ts';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { erasePerson } from '../../../../collector/ledger/erase.ts';
import { lockTeam } from '../../../../collector/ledger/insert.ts';
import { verifyTeam } from '../../../../collector/ledger/verify/log.ts';
import { type CountersignEvent, eventWith } from '../../../../lib/domain/events/event.ts';
import { namesIn, namingTypes } from '../../../../lib/domain/people/naming.ts';
import { DATABASES, openFresh } from '../databases.ts';
import { appOf, clientOf, newTeam, outcomes } from '../fixtures.ts';
import { exported, findingsOf, verifyLines } from '../logs.ts';
import { NAMING } from '../people/naming.ts';

/** As a company's directory has them: with what JSON and patterns have to escape. */
const BEA = 'bea "b" o\'neil_%@example.com';

test('every type that names people has an example here', () => {
  expect(Object.keys(NAMING).sort()).toEqual(namingTypes().sort());
});

describe.each(DATABASES)('erasing whom others named on $name', ({ fresh }) => {
  let database: SqlDatabase;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database, drop } = await openFresh(fresh));
  });
  afterAll(() => drop?.());
  const asked = (team: string) => ({ team, authid: 'boss', now: new Date() });

  /** A team whose log holds these, written by a colleague. */
  async function teamWith(events: readonly CountersignEvent[]): Promise<string> {
    const team = newTeam();
    await database.transaction(async (queries) => {
      await appendOwn(queries, team, 'colleague', events, await lockTeam(queries, team), new Date());
    });
    return team;
  }
  const examples = (person: string) => Promise.all(Object.values(NAMING).map((make) => make(person)));
  const pulled = async (team: string) =>
    (await (await clientOf(appOf(database), database, team, 'reviewer', 'colleague')).pull('?limit=1000')).body.events;

  async function everyTable(team: string): Promise<string> {
    const tables = await database.query<{ name: string }>(
      `select table_name as name from information_schema.columns where column_name = 'team' and table_schema = 'public'`,
    );
    const rows = await Promise.all(
      tables.map(({ name }) => database.query(`select * from ${name} where team = $1`, [team])),
    );
    return JSON.stringify(rows);
  }

  test('their name is in no table, others’ names stay, and the log verifies, also as a file', async () => {
    const events = [...(await examples(BEA)), ...(await examples('carl'))];
    const team = await teamWith(events);
    await clientOf(appOf(database), database, team, 'reviewer', BEA);
    expect(await everyTable(team)).toContain("o'neil");
    await erasePerson(database, asked(team), BEA, true);
    expect(await everyTable(team)).not.toContain('neil');
    expect(await verifyTeam(database, team)).toMatchObject({ findings: [] });
    expect(await verifyLines(await exported(database, team))).toMatchObject({ findings: [] });
    const after = (await pulled(team)).slice(0, events.length);
    const erased = new Set<string>();
    for (const [at, event] of after.entries()) {
      const names = namesIn(events[at] ?? event);
      const now = namesIn(event);
      expect(now).toHaveLength(names.length);
      for (const [place, name] of names.entries())
        if (name === BEA) erased.add(now[place] ?? '');
        else expect(now[place]).toBe(name);
    }
    expect([...erased]).toEqual([expect.stringMatching(/^erased:[0-9a-f-]{36}$/)]);
    expect(await erasePerson(database, asked(team), BEA, true)).toMatchObject({ rows: 0 });
  });

  test('a browser that sends what it named them in once more is told that it is there', async () => {
    const team = newTeam();
    const client = await clientOf(appOf(database), database, team, 'reviewer', 'colleague');
    const event = await NAMING['countersign.delegation.made.v1']?.(BEA);
    expect(outcomes(await client.push([event]))).toEqual(['stored']);
    await erasePerson(database, asked(team), BEA, true);
    expect(outcomes(await client.push([event]))).toEqual(['duplicate']);
    if (!event) throw new Error('no delegation');
    const other = eventWith(event, {}, { facts: { ...event.data.facts, until: '2027-01-01T00:00:00.000Z' } });
    expect(outcomes(await client.push([other]))).toEqual(['refused:conflict']);
  });

  test('a name that was changed, taken out without an erasure, or put back is found', async () => {
    const team = await teamWith(await examples(BEA));
    const rename = (to: string, sequence: number) =>
      database.query(
        `update events set event = jsonb_set(event, '{data,facts,to}', to_jsonb($3::text)) where team = $1 and sequence = $2::bigint`,
        [team, String(sequence), to],
      );
    await rename('carl', 1);
    expect(await findingsOf(database, team)).toContain('author_changed 1');
    await rename(BEA, 1);
    expect(await findingsOf(database, team)).toEqual([]);
    await rename('erased:1', 2);
    await database.query(`update events set named = named #- '{0,salt}' where team = $1 and sequence = 2`, [team]);
    expect(await findingsOf(database, team)).toContain('author_changed 2');
    await rename('carl', 2);
    expect(await findingsOf(database, team)).toContain('author_changed 2');
    await rename(BEA, 2);
    await erasePerson(database, asked(team), BEA, true);
    const before = await database.query<{ named: unknown; event: unknown }>(
      'select named, event from events where team = $1 and sequence = 1',
      [team],
    );
    expect(JSON.stringify(before)).not.toContain('salt');
    await database.query(`update events set named = '[]' where team = $1 and sequence = 1`, [team]);
    await rename(BEA, 1);
    expect(await findingsOf(database, team)).toContain('content_back 1');
  });

  test('rows of before names could be erased lose theirs as well', async () => {
    const team = await teamWith(await examples(BEA));
    await plain(team);
    expect(await findingsOf(database, team)).toEqual([]);
    await erasePerson(database, asked(team), BEA, true);
    expect(await everyTable(team)).not.toContain('neil');
    expect(await findingsOf(database, team)).toEqual([]);
    await database.query(
      `update events set event = jsonb_set(event, '{data,facts,to}', '"erased:other"') where team = $1 and sequence = 1`,
      [team],
    );
    expect(await findingsOf(database, team)).toEqual(['author_changed 1']);
  });

  /** Chains a log as it was before: its links commit to the names. */
  async function plain(team: string): Promise<void> {
    await database.query('update events set named = null where team = $1', [team]);
    const { linkOf } = await import('../../../../collector/chain.ts');
    const { GENESIS } = await import('../../../../lib/domain/export/chained.ts');
    let link = GENESIS;
    for (const line of (await exported(database, team)).slice(1, -1)) {
      const row = JSON.parse(line);
      link = linkOf(link, { ...row, team });
      await database.query('update events set link = $3 where team = $1 and sequence = $2::bigint', [
        ...[team, row.sequence, link],
      ]);
    }
    await database.query('update teams set head = $2 where team = $1', [team, link]);
  }
});
