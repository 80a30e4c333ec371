/** Erasing and exporting, on both databases: what is gone is gone, what is left verifies. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { eraseBefore, eraseOutput, erasePerson } from '../../../../collector/ledger/erase.ts';
import { exportPerson } from '../../../../collector/ledger/person.ts';
import { applyRetention, readRetention, setRetention } from '../../../../collector/ledger/retention.ts';
import { verifyTeam } from '../../../../collector/ledger/verify/log.ts';
import { eventSchema, eventWith } from '../../../../lib/domain/events/event.ts';
import { DATABASES, openFresh } from '../databases.ts';
import { appOf, clientOf, newSource, outcomes, reportMade, SUBJECT } from '../fixtures.ts';
import { ADA, exported, findingsOf, LUCA, verifyLines, writeLog } from '../logs.ts';

describe.each(DATABASES)('erasing on $name', ({ fresh }) => {
  let database: SqlDatabase;
  let drop: () => Promise<void>;
  let team: string;
  const asked = () => ({ team, authid: 'boss', now: new Date() });
  const pull = async (name = 'reader') => {
    const client = await clientOf(appOf(database), database, team, 'reporter', name);
    return { client, events: (await client.pull('?limit=1000')).body.events };
  };
  const withContent = async () =>
    (await pull()).events.filter(({ data }) => data.sealed).map(({ sequence }) => Number(sequence));

  beforeAll(async () => {
    ({ database, drop } = await openFresh(fresh));
  });
  afterAll(async () => {
    await drop?.();
  });
  beforeEach(async () => {
    team = await writeLog(database);
  });

  const expectClean = async (erased: number) => {
    expect(await verifyTeam(database, team)).toMatchObject({ erased, findings: [] });
    expect(await verifyLines(await exported(database, team))).toMatchObject({ erased, findings: [] });
  };

  test('a person’s content: theirs is gone, others’ stays, the log says so and verifies', async () => {
    expect(await erasePerson(database, asked(), ADA, false)).toMatchObject({ rows: 5 });
    expect(await withContent()).toEqual([6, 7, 8]);
    await expectClean(5);
    const { events } = await pull();
    expect(events.slice(0, 5).map(({ authid }) => authid)).toEqual(Array(5).fill(ADA));
    const said = events.at(-1);
    expect(eventSchema.parse(said)).toMatchObject({ type: 'countersign.content.erased.v1', authid: 'boss' });
    expect(said?.data.facts).toMatchObject({
      reason: 'person',
      events: events.slice(0, 5).map(({ source, id }) => ({ source, id })),
    });
    expect(JSON.stringify(await database.query('select * from contents where team = $1', [team]))).not.toContain('Ada');
    expect(await erasePerson(database, asked(), ADA, false)).toMatchObject({ rows: 0 });
  });

  test('a person’s name too: nowhere in the database, their tokens end, the log verifies', async () => {
    for await (const _ of exportPerson(database, asked(), ADA));
    await erasePerson(database, asked(), ADA, true);
    await expectClean(6);
    for (const table of ['events', 'contents', 'tokens', 'teams'])
      expect(
        JSON.stringify(await database.query(`select * from ${table} where team = $1`, [team])),
        table,
      ).not.toContain(ADA);
    const { events } = await pull();
    const names = new Set(events.slice(0, 5).map(({ authid }) => authid));
    expect(names.size).toBe(1);
    expect([...names][0]).toMatch(/^erased:[0-9a-f-]{36}$/);
    expect(events.slice(5, 8).map(({ authid }) => authid)).toEqual(Array(3).fill(LUCA));
    const tokens = await database.query<{ revoked: boolean }>(
      `select revoked_at is not null as revoked from tokens where team = $1 order by subject like 'erased:%'`,
      [team],
    );
    expect(tokens.map(({ revoked }) => revoked)).toEqual([false, false, true]);
  });

  test('a name that was taken out without an erasure is found', async () => {
    await erasePerson(database, asked(), ADA, true);
    await database.query(`update events set authid = 'erased:other' where team = $1 and sequence = 2`, [team]);
    expect(await findingsOf(database, team)).toEqual(['author_changed 2']);
  });

  test('an output’s content: its text and what was written about it', async () => {
    expect(await eraseOutput(database, asked(), SUBJECT)).toMatchObject({ rows: 8 });
    expect(await withContent()).toEqual([]);
    await expectClean(8);
  });

  test('by age: what was taken before', async () => {
    await database.query(
      `update contents set recorded_at = now() - interval '31 days' where team = $1 and id in
      (select id from events where team = $1 and sequence <= 3)`,
      [team],
    );
    expect(await eraseBefore(database, asked(), new Date(Date.now() - 30 * 86_400_000))).toMatchObject({ rows: 3 });
    expect(await withContent()).toEqual([4, 5, 6, 7, 8]);
    await expectClean(3);
  });

  test('retention is set, said in the log, and applied to this team only', async () => {
    const other = await writeLog(database);
    expect(await readRetention(database, team)).toBeNull();
    await setRetention(database, team, 'boss', 30, new Date());
    expect(await readRetention(database, team)).toBe(30);
    expect(await applyRetention(database, new Date())).toEqual([]);
    const later = new Date(Date.now() + 31 * 86_400_000);
    expect(await applyRetention(database, later)).toMatchObject([{ team, rows: 8 }]);
    expect(await applyRetention(database, later)).toEqual([]);
    await expectClean(8);
    expect((await verifyTeam(database, other)).erased).toBe(0);
    const { events } = await pull();
    expect(events.slice(8).map(({ type, data }) => [type, data.facts])).toMatchObject([
      ['countersign.retention.changed.v1', { days: 30 }],
      ['countersign.content.erased.v1', { reason: 'retention' }],
    ]);
    await setRetention(database, team, 'boss', null, new Date());
    expect(await readRetention(database, team)).toBeNull();
  });

  test('what was erased does not come back with a repeated push', async () => {
    const { client, events } = await pull(LUCA);
    const before = events.slice(5, 7).map((event) => eventWith(event, { sequence: undefined, authid: undefined }));
    await erasePerson(database, asked(), LUCA, false);
    expect(outcomes(await client.push(before))).toEqual(['duplicate', 'duplicate']);
    expect(await withContent()).toEqual([1, 2, 3, 4, 5]);
  });

  test('an export holds all that a person wrote, with content, and their tokens; the log says that it was made', async () => {
    let text = '';
    for await (const piece of exportPerson(database, asked(), LUCA)) text += piece;
    const document = JSON.parse(text);
    expect(document).toMatchObject({ format: 'countersign-person', version: 1, team, person: LUCA });
    expect(document.events.map((event: { sequence: string }) => Number(event.sequence))).toEqual([6, 7, 8]);
    expect(document.events[0].data.sealed.content.comment).toBe('Luca 1');
    expect(document.tokens).toMatchObject([{ subject: LUCA, role: 'reviewer', revokedAt: null }]);
    expect(text).not.toContain('token_hash');
    const { events } = await pull();
    expect(events.at(-1)).toMatchObject({
      type: 'countersign.person.exported.v1',
      authid: 'boss',
      data: { sealed: { content: { person: LUCA } } },
    });
    await expectClean(0);
  });

  test('a log of more rows than one erasure names is erased in several', async () => {
    const many = await clientOf(appOf(database), database, team, 'reporter', 'many');
    for (let batch = 0; batch < 3; batch++)
      await many.push(await Promise.all(Array.from({ length: 400 }, () => reportMade(newSource()))));
    expect(await erasePerson(database, asked(), 'many', false)).toMatchObject({ rows: 1200 });
    await expectClean(1200);
  });

  test('erasing while others write: nothing of theirs is lost, and the log verifies', async () => {
    const writers = await Promise.all(
      Array.from({ length: 4 }, (_, at) => clientOf(appOf(database), database, team, 'reporter', `writer ${at}`)),
    );
    const write = async (client: (typeof writers)[number]) => {
      for (let round = 0; round < 8; round++)
        expect(outcomes(await client.push([await reportMade(newSource()), await reportMade(newSource())]))).toEqual([
          'stored',
          'stored',
        ]);
    };
    await Promise.all([
      ...writers.map(write),
      erasePerson(database, asked(), ADA, true),
      erasePerson(database, asked(), 'writer 0', false),
      eraseBefore(database, asked(), new Date()),
      setRetention(database, team, 'boss', 30, new Date()),
    ]);
    expect(await findingsOf(database, team)).toEqual([]);
    const { events } = await pull();
    expect(events.filter(({ type }) => type === 'countersign.report.made.v1')).toHaveLength(6 + 4 * 8 * 2);
    expect(JSON.stringify(events)).not.toContain(ADA);
  });
});
