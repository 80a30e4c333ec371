/** Whoever changes, leaves out, moves, adds or cuts off a row of the log is found, in the database and in a file. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linkOf } from '../../../../collector/chain.ts';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { makeKeys, privateKeyOf, publicKeyOf, signHead } from '../../../../collector/ledger/head.ts';
import type { LogRow } from '../../../../collector/ledger/log-lines.ts';
import { readRows } from '../../../../collector/ledger/log-lines.ts';
import { commitTo } from '../../../../lib/domain/output/hash.ts';
import { fc } from '../../property.ts';
import { DATABASES, openFresh } from '../databases.ts';
import { exported, findingsOf, found, headOf, verifyLines, writeLog } from '../logs.ts';

/** Rows of `writeLog`. */
const ROWS = 8;

describe.each(DATABASES)('a log on $name', ({ fresh }) => {
  let database: SqlDatabase;
  let drop: () => Promise<void>;
  let team: string;
  let lines: string[];

  beforeAll(async () => {
    ({ database, drop } = await openFresh(fresh));
    team = await writeLog(database);
    lines = await exported(database, team);
  });
  afterAll(async () => {
    await drop?.();
  });

  /** Does something to a log's tables that no program of ours does, and says what is found. */
  const tampered = async (statement: string): Promise<string[]> => {
    const other = await writeLog(database);
    await database.query(statement, [other]);
    return findingsOf(database, other);
  };

  test('verifies, in the database and as a file', async () => {
    expect(await findingsOf(database, team)).toEqual([]);
    expect(await verifyLines(lines)).toMatchObject({ team, rows: ROWS, erased: 0, findings: [] });
    expect(lines).toHaveLength(ROWS + 2);
  });

  test('has links that anybody can compute from the format as documented', async () => {
    const rows: LogRow[] = [];
    for await (const row of readRows(database, team, { upTo: 1_000n })) rows.push(row);
    let previous = `sha256:${'0'.repeat(64)}`;
    for (const { sequence, recordedAt, author, event, bare, link, authid, authorSalt } of rows) {
      expect(linkOf(previous, { team, sequence, recordedAt, author, event, bare })).toBe(link);
      expect(await commitTo(authorSalt ?? '', authid)).toBe(author);
      previous = link;
    }
    expect((await headOf(database, team)).link).toBe(previous);
  });

  test.each([
    [
      'facts',
      `update events set event = jsonb_set(event, '{data,facts,severity}', '"minor"') where team = $1 and sequence = 3`,
      ['changed 3'],
    ],
    [
      'commitment',
      `update events set event = jsonb_set(event, '{data,commitment}', '"sha256:0"') where team = $1 and sequence = 3`,
      ['changed 3', 'content_changed 3'],
    ],
    [
      'time of taking',
      `update events set recorded_at = recorded_at + interval '1 second' where team = $1 and sequence = 3`,
      ['changed 3'],
    ],
    ['author', `update events set authid = 'eve' where team = $1 and sequence = 3`, ['author_changed 3']],
    ['author’s salt', `update events set author_salt = null where team = $1 and sequence = 3`, ['author_changed 3']],
    [
      'content',
      `update contents set content = jsonb_set(content, '{comment}', '"fine"') where team = $1 and id = (select id from events where team = $1 and sequence = 3)`,
      ['content_changed 3'],
    ],
    ['link', `update events set link = 'sha256:0' where team = $1 and sequence = 3`, ['changed 3', 'changed 4']],
    ['mark of bareness', 'update events set bare = true where team = $1 and sequence = 3', ['changed 3']],
  ])('finds a row whose %s was changed', async (_what, statement, findings) => {
    expect(await tampered(statement)).toEqual(findings);
  });

  test('finds a row that was left out', async () => {
    const gone = `with c as (delete from contents where team = $1 and id = (select id from events where team = $1 and sequence = 3))
      delete from events where team = $1 and sequence = 3`;
    const other = await writeLog(database);
    // The embedded database and PostgreSQL both check the reference at the end of the statement.
    await database.query(gone, [other]);
    expect(await findingsOf(database, other)).toEqual(['left_out 3']);
    await database.query('update events set sequence = -sequence where team = $1 and sequence > 3', [other]);
    await database.query('update events set sequence = -sequence - 1 where team = $1 and sequence < 0', [other]);
    expect(await findingsOf(database, other)).toEqual(
      [3, 4, 5, 6, 7].map((at) => `changed ${at}`).concat('truncated 8'),
    );
  });

  test('finds rows that were reordered', async () => {
    const other = await writeLog(database);
    await database.query('update events set sequence = 100 + sequence where team = $1 and sequence in (3, 4)', [other]);
    await database.query('update events set sequence = 107 - sequence where team = $1 and sequence > 100', [other]);
    expect(await findingsOf(database, other)).toEqual(['changed 3', 'changed 4', 'changed 5']);
  });

  const COPY = `insert into events (team, sequence, source, id, subject, type, time, authid, event, bytes, recorded_at,
      author_commitment, author_salt, link, bare)
    select team, 9, source, gen_random_uuid()::text, subject, type, time, authid, event, bytes, recorded_at,
      author_commitment, author_salt, link, true from events where team = $1 and sequence = 8`;

  test('finds a row that was added', async () => {
    expect(await tampered(COPY)).toEqual(['changed 9', 'added 9']);
  });

  test('finds a row that was added with a link that fits, once a head was kept or the head is read', async () => {
    const other = await writeLog(database);
    const kept = await headOf(database, other);
    await database.query(COPY, [other]);
    await database.query(
      `update events set event = jsonb_set(event, '{id}', to_jsonb(id)) where team = $1 and sequence = 9`,
      [other],
    );
    const rows: LogRow[] = [];
    for await (const row of readRows(database, other, { upTo: 1_000n })) rows.push(row);
    const [before, added] = rows.slice(-2);
    if (!before || !added) throw new Error('no rows');
    const link = linkOf(before.link, { ...added, named: undefined, team: other });
    const bytes = Buffer.byteLength(JSON.stringify(added.event));
    await database.query('update events set link = $2, bytes = $3 where team = $1 and sequence = 9', [
      other,
      link,
      bytes,
    ]);
    expect(await findingsOf(database, other)).toEqual(['added 9']);
    await database.query('update teams set head = $2, last_sequence = 9 where team = $1', [other, link]);
    expect(await findingsOf(database, other, { kept })).toEqual([]);
  });

  test('finds that the end was cut off: by the team’s row, and where that was cut too by a kept head', async () => {
    const other = await writeLog(database);
    const kept = await headOf(database, other);
    await database.query(
      'delete from contents where team = $1 and id in (select id from events where team = $1 and sequence > 6)',
      [other],
    );
    await database.query('delete from events where team = $1 and sequence > 6', [other]);
    expect(await findingsOf(database, other)).toEqual(['truncated 8']);
    await database.query(
      'update teams set last_sequence = 6, head = (select link from events where team = $1 and sequence = 6) where team = $1',
      [other],
    );
    expect(await findingsOf(database, other)).toEqual([]);
    expect(await findingsOf(database, other, { kept })).toEqual(['truncated 8']);
  });

  test('finds by a kept head that the whole chain was written anew', async () => {
    const [ours, forged] = [await writeLog(database), await writeLog(database)];
    const kept = { ...(await headOf(database, ours)), team: forged };
    expect(await findingsOf(database, forged, { kept })).toEqual(['head_differs 8']);
  });

  test('finds content that is gone without an erasure in the log', async () => {
    expect(
      await tampered(
        'delete from contents where team = $1 and id = (select id from events where team = $1 and sequence = 2)',
      ),
    ).toEqual(['content_missing 2']);
  });

  test('as a file: every line that is changed, left out, moved, doubled or cut off is found', async () => {
    const [third, fourth] = [lines[3] ?? '', lines[4] ?? ''];
    const without = (at: number) => lines.filter((_, index) => index !== at);
    expect(found(await verifyLines(lines.with(3, third.replace('major', 'minor'))))).toEqual(['changed 3']);
    expect(found(await verifyLines(without(3)))).toEqual(['left_out 3']);
    expect(found(await verifyLines(lines.with(3, fourth).with(4, third)))).toEqual(['out_of_order 3']);
    expect(found(await verifyLines(lines.toSpliced(4, 0, third)))).toEqual(['added 3']);
    expect(found(await verifyLines(lines.slice(0, -1)))).toEqual(['truncated']);
    expect(found(await verifyLines(without(ROWS)))).toEqual(['truncated 8']);
    expect(found(await verifyLines(lines.with(3, '{')))).toEqual(['unreadable', 'left_out 3']);
    await expect(verifyLines(lines.slice(1))).rejects.toThrow('not an exported log');
    await expect(verifyLines([])).rejects.toThrow('not an exported log');
  });

  test('as a file: no single value can be changed unnoticed', async () => {
    const places = lines.slice(1).flatMap((line, at) => leaves(JSON.parse(line)).map((path) => ({ at: at + 1, path })));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), fc.constantFrom('x', 0, true, null), async ({ at, path }, value) => {
        const changed = changedAt(JSON.parse(lines[at] ?? ''), path, value);
        const text = JSON.stringify(changed);
        fc.pre(text !== lines[at] && path.join('.') !== 'head.at');
        expect(found(await verifyLines(lines.with(at, text)))).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

/** Paths of all values in a document that hold no others. */
function leaves(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, part]) => leaves(part, [...path, key]));
}

function changedAt(value: unknown, [key, ...rest]: string[], to: unknown): unknown {
  if (key === undefined) return to;
  if (Array.isArray(value)) return value.with(Number(key), changedAt(value[Number(key)], rest, to));
  return { ...(value as object), [key]: changedAt((value as Record<string, unknown>)[key], rest, to) };
}

describe('signed heads', () => {
  const head = {
    team: 'acme',
    sequence: '0000000000000001',
    link: `sha256:${'a'.repeat(64)}`,
    at: '2026-01-01T00:00:00.000Z',
  };
  const [ours, theirs] = [makeKeys(), makeKeys()];
  const HEADER = JSON.stringify({ format: 'countersign-log', version: 1, team: 'acme' });
  /** What is found of the signature of a head: the log itself is empty, which is found too. */
  const verify = async (signed: typeof head, key = ours.publicKey) =>
    found(await verifyLines([HEADER, JSON.stringify({ head: signed })], { key: publicKeyOf(key) }));

  test('hold by their key, and by no other, changed or unsigned', async () => {
    const signed = await signHead(head, privateKeyOf(ours.privateKey));
    expect(await verify(signed)).toEqual(['truncated 1']);
    expect(await verify(signed, theirs.publicKey)).toEqual(['truncated 1', 'signature_invalid 1']);
    expect(await verify({ ...signed, sequence: '0000000000000000' })).toContain('signature_invalid 0');
    expect(await verify(head)).toContain('signature_invalid 1');
    expect(await verify({ ...head, ...{ signature: 'x.y.z' } })).toContain('signature_invalid 1');
  });

  test('a key that is none is refused', () => {
    expect(() => privateKeyOf('x')).toThrow('not a key in PEM');
    expect(() => privateKeyOf(ours.publicKey)).toThrow('not a key in PEM');
  });
});
