/** What somebody with the database in hand can do to it: each of these is found by `verify`. On both databases. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { eraseOutput, erasePerson } from '../../../../collector/ledger/erase.ts';
import { setRetention } from '../../../../collector/ledger/retention.ts';
import { createToken, revokeToken } from '../../../../collector/people/tokens.ts';
import { DATABASES_OF_MANY, openFresh } from '../databases.ts';
import { appOf, clientOf, newSource, outputSeen } from '../fixtures.ts';
import { ADA, findingsOf, LUCA, writeLog } from '../logs.ts';

/**
 * A log of eight rows of two people (`writeLog`), then: 9 sets the retention, 10 is an output whose text was erased by 11, 12
 * erases the name of Luca. Two tokens besides theirs, one of them ended.
 */
async function written(database: SqlDatabase): Promise<string> {
  const team = await writeLog(database);
  const now = new Date();
  await setRetention(database, team, 'root', 365, now);
  const other = await outputSeen(newSource(), 'Another text.');
  const client = await clientOf(appOf(database), database, team, 'reporter', 'eva');
  await client.push([other]);
  await eraseOutput(database, { team, authid: 'root', now }, other.subject);
  await erasePerson(database, { team, authid: 'root', now }, LUCA, true);
  await createToken(database, { team, subject: 'rita', role: 'reporter' }, new Date(Date.now() + 86_400_000));
  const { tokenId } = await createToken(database, { team, subject: 'bad', role: 'admin' });
  await revokeToken(database, tokenId);
  return team;
}

const event = (number: number) => `team = $1 and sequence = ${number}`;
const ofRow = (number: number) =>
  `team = $1 and (source, id) = (select source, id from events where team = $1 and sequence = ${number})`;
const json = (path: string, value: string, number = 3) =>
  `update events set event = jsonb_set(event, '{${path}}', '${value}') where ${event(number)}`;
const column = (set: string, number = 3) => `update events set ${set} where ${event(number)}`;

/** What is done, the statements that do it, and what is found (the kinds, each once). */
const MANIPULATIONS: [what: string, statements: string[], found: string[]][] = [
  ['a fact changed', [json('data,facts,severity', '"minor"')], ['changed']],
  ['a verdict turned', [json('data,facts,verdict', '"block"', 8)], ['changed']],
  ['the commitment changed', [json('data,commitment', `"sha256:${'0'.repeat(64)}"`)], ['changed', 'content_changed']],
  ['the time in the event changed', [json('time', '"2020-01-01T00:00:00.000Z"')], ['changed']],
  [
    'the subject in event and column changed',
    [json('subject', `"sha256:${'1'.repeat(64)}"`), column(`subject = 'sha256:${'1'.repeat(64)}'`)],
    ['changed'],
  ],
  ['the subject column changed', [column(`subject = 'sha256:${'1'.repeat(64)}'`)], ['column_changed']],
  ['the type column changed', [column("type = 'countersign.report.withdrawn.v1'")], ['column_changed']],
  [
    'the source column changed',
    [column("source = 'urn:countersign:installation:x'")],
    ['content_missing', 'content_stray'],
  ],
  ['the id column changed', [column("id = 'other'")], ['content_missing', 'content_stray']],
  ['the time column changed', [column("time = time + interval '1 hour'")], ['column_changed']],
  ['the size column made small', [column('bytes = 0')], ['column_changed']],
  ['the size column made huge', [column('bytes = 2000000000')], ['column_changed']],
  ['the size of an erased row made small', [column('bytes = 1', 10)], ['column_changed']],
  ['when it was taken changed', [column("recorded_at = recorded_at - interval '1 day'")], ['changed']],
  [
    'when content was taken changed, to keep it for longer',
    [`update contents set recorded_at = now() + interval '9 years' where ${ofRow(3)}`],
    ['column_changed'],
  ],
  ['the author changed', [column("authid = 'eve'")], ['author_changed']],
  [
    'the author changed with a new salt',
    [column(`authid = 'eve', author_salt = '${'0'.repeat(32)}'`)],
    ['author_changed'],
  ],
  ['the author’s name taken away', [column("authid = 'erased:x', author_salt = null")], ['author_changed']],
  [
    'the author’s commitment changed',
    [column(`author_commitment = 'sha256:${'0'.repeat(64)}'`)],
    ['author_changed', 'changed'],
  ],
  ['said to have come without content', [column('bare = true'), `delete from contents where ${ofRow(3)}`], ['changed']],
  [
    'content changed',
    [`update contents set content = '{"passages":[],"comment":"fine"}' where ${ofRow(3)}`],
    ['content_changed'],
  ],
  [
    'content changed with its salt',
    [`update contents set salt = '${'0'.repeat(32)}' where ${ofRow(3)}`],
    ['content_changed'],
  ],
  ['content deleted', [`delete from contents where ${ofRow(3)}`], ['content_missing']],
  [
    'a text said to be false, so that nobody gets it',
    [`update contents set text_holds = false where ${ofRow(1)}`],
    ['column_changed'],
  ],
  ['a row deleted', [`delete from contents where ${ofRow(3)}`, `delete from events where ${event(3)}`], ['left_out']],
  [
    'the last row cut off',
    [`delete from events where ${event(12)}`],
    ['author_changed', 'content_missing', 'truncated'],
  ],
  [
    'the last row cut off, and the end set back',
    [
      `delete from events where ${event(12)}`,
      `update teams set last_sequence = 11, head = (select link from events where ${event(11)}) where team = $1`,
    ],
    ['author_changed', 'content_missing'],
  ],
  [
    'rows swapped',
    [column('sequence = 99', 3), column('sequence = 3', 4), `update events set sequence = 4 where ${event(99)}`],
    ['changed'],
  ],
  [
    'a row put in',
    [
      `insert into events select team, 13, source, 'new', subject, type, time, authid, jsonb_set(event, '{id}', '"new"'), bytes, recorded_at, author_commitment, author_salt, link, bare from events where ${event(9)}`,
    ],
    ['added', 'changed'],
  ],
  ['a link changed', [column(`link = 'sha256:${'0'.repeat(64)}'`)], ['changed']],
  ['the head changed', [`update teams set head = 'sha256:${'0'.repeat(64)}' where team = $1`], ['head_differs']],
  ['the team’s row deleted', ['delete from teams where team = $1'], ['added', 'retention_changed']],
  ['retention set to keep for ever', ['update teams set retention_days = null where team = $1'], ['retention_changed']],
  ['retention set to a day', ['update teams set retention_days = 1 where team = $1'], ['retention_changed']],
  [
    'erased content put back',
    [
      `insert into contents (team, source, id, salt, content, recorded_at, text_holds) select team, source, id, '${'0'.repeat(32)}', '{"text":"x"}', recorded_at, true from events where ${event(10)}`,
    ],
    ['content_back', 'content_changed'],
  ],
  [
    'content for a type that has none',
    [
      `insert into contents (team, source, id, salt, content, recorded_at, text_holds) select team, source, id, '${'0'.repeat(32)}', '{}', recorded_at, true from events where ${event(9)}`,
    ],
    ['content_changed'],
  ],
  [
    'an erased name put back',
    [column(`authid = '${LUCA}', author_salt = '${'0'.repeat(32)}'`, 6)],
    ['author_changed', 'content_back'],
  ],
  ['another pseudonym', [column("authid = 'erased:other'", 6)], ['author_changed']],
  [
    'content of no event',
    [`insert into contents (team, source, id, salt, content, recorded_at) values ($1, 'x', 'y', 'z', '{}', now())`],
    ['content_stray'],
  ],
  ['a token raised', ["update tokens set role = 'admin' where team = $1 and subject = 'rita'"], ['token_changed']],
  [
    'a token that has ended made good again',
    ["update tokens set revoked_at = null where team = $1 and subject = 'bad'"],
    ['token_changed'],
  ],
  [
    'a token that ends by itself made to last',
    ["update tokens set expires_at = null where team = $1 and subject = 'rita'"],
    ['token_changed'],
  ],
  [
    'a token given to somebody else',
    ["update tokens set subject = 'eve' where team = $1 and subject = 'rita'"],
    ['token_changed'],
  ],
  [
    'a token given another secret',
    ["update tokens set token_hash = 'sha256:mine' || random() where team = $1 and subject = 'rita'"],
    ['token_changed'],
  ],
  [
    'a token slipped in',
    [
      "insert into tokens (team, token_id, token_hash, subject, role) values ($1, 't' || random(), 'h' || random(), 'eve', 'admin')",
    ],
    ['token_added'],
  ],
  [
    'a token ended by hand',
    [`update tokens set revoked_at = now() where team = $1 and subject = '${ADA}'`],
    ['token_changed'],
  ],
  ['a token deleted', ["delete from tokens where team = $1 and subject = 'rita'"], ['token_missing']],
  [
    'a token raised, and what was written down of it',
    [
      "update tokens set role = 'admin' where team = $1 and subject = 'rita'",
      `update token_acts set act = jsonb_set(act, '{role}', '"admin"') where team = $1 and act ->> 'tokenId' = (select token_id from tokens where team = $1 and subject = 'rita')`,
    ],
    ['people_changed'],
  ],
  [
    'that a token has ended taken away',
    [
      "update tokens set revoked_at = null where team = $1 and subject = 'bad'",
      `delete from token_acts where team = $1 and act ->> 'act' = 'ended' and number = (select max(number) from token_acts where team = $1)`,
    ],
    ['people_changed'],
  ],
];

describe.each(DATABASES_OF_MANY)('done by hand on $name', ({ fresh }) => {
  let database: SqlDatabase;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database, drop } = await openFresh(fresh));
    // What an attacker who may change tables would do first.
    await database.query('alter table contents drop constraint contents_team_source_id_fkey');
  });
  afterAll(() => drop?.());

  test('nothing: nothing is found', async () => {
    expect(await findingsOf(database, await written(database))).toEqual([]);
  });

  test.each(MANIPULATIONS)('%s', async (_, statements, found) => {
    const team = await written(database);
    for (const statement of statements) if (!statement.startsWith('alter')) await database.query(statement, [team]);
    const kinds = (await findingsOf(database, team)).map((finding) => finding.split(' ')[0]);
    expect([...new Set(kinds)].sort()).toEqual(found);
  });
});
