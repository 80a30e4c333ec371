/** One text under the address of another: from each role, before and after an upgrade, through a backup. On both databases. */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGzip } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writeWhole } from '../../../../collector/cli/files.ts';
import { restoreFrom } from '../../../../collector/cli/log-commands.ts';
import { backupLines } from '../../../../collector/database/backup.ts';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import type { App } from '../../../../collector/http/parts.ts';
import { checkStoredTexts } from '../../../../collector/ledger/texts.ts';
import { ROLES } from '../../../../lib/domain/codes.ts';
import { type CountersignEvent, eventWith, makeEvent } from '../../../../lib/domain/events/event.ts';
import { foldOutput } from '../../../../lib/domain/fold/output.ts';
import { addressed } from '../../../../lib/domain/output/address.ts';
import { DATABASES, openFresh } from '../databases.ts';
import * as make from '../fixtures.ts';
import { findingsOf } from '../logs.ts';

const { newSource, newTeam, outcomes, outputSeen, SUBJECT, TEXT } = make;
const FALSE_TEXT = 'The capital is Milan.';

describe.each(DATABASES)('a text under the address of another, on $name', ({ fresh }) => {
  let database: SqlDatabase;
  let drop: () => Promise<void>;
  let app: App;
  let team: string;
  const source = newSource();
  const clientOf = (role: Parameters<typeof make.clientOf>[3], subject?: string) =>
    make.clientOf(app, database, team, role, subject);

  beforeAll(async () => {
    ({ database, drop } = await openFresh(fresh));
    app = make.appOf(database);
  });
  beforeEach(() => {
    team = newTeam();
  });
  afterAll(async () => {
    await drop?.();
  });

  test.each(ROLES)('is not taken from a %s, alone or beside what is right', async (role) => {
    const client = await clientOf(role);
    const { hash, veiled = '' } = await addressed('Call 02 1234567.', 'Call •• •••••••.');
    const bare = await outputSeen(source, TEXT);
    const facts = bare.data.facts as Parameters<typeof makeEvent<'countersign.output.seen.v1'>>[3];
    const seenAt = (subject: string, content: { text: string; veiled?: string }) =>
      makeEvent('countersign.output.seen.v1', source, subject, facts, content);
    const batch = [
      await outputSeen(source, FALSE_TEXT, SUBJECT),
      bare,
      await seenAt(SUBJECT, { text: TEXT, veiled }),
      await seenAt(hash, { text: 'Call •• •••••••.' }),
      await seenAt(hash, { text: 'Call •• •••••••.', veiled }),
      await seenAt(hash, { text: 'Call ••••••••••.', veiled }),
      await seenAt(hash, { text: 'Call •• •••••••.', veiled: SUBJECT }),
    ];
    const lie = 'refused:content_does_not_hold';
    expect(outcomes(await client.push(batch))).toEqual([lie, 'stored', lie, lie, 'stored', lie, lie]);
    const texts = (await (await clientOf('admin')).pull()).body.events.map(({ data }) => data.sealed?.content);
    expect(texts).toEqual([{ text: TEXT }, { text: 'Call •• •••••••.', veiled }]);
  });

  const flag = (letters: string) =>
    `\u{1F3F4}${Array.from(letters, (letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('')}\u{E007F}`;
  /** What no version may take for the same text, though an earlier one did. */
  const APART: [string, string, string][] = [
    ['a figure in another column', 'Item\tNow\tNext\nFee\t10', 'Item\tNow\tNext\nFee\t\t10'],
    ['a figure where the first cell was', 'Task\tDone\nSign\t✓\nPay', 'Task\tDone\nSign\t✓\n\tPay'],
    ['a table for the words in a row', 'Fee 10 20', 'Fee\t\t10 20'],
    ['the flag of another country', '\u{1F3F4} pays.', `${flag('gbsct')} pays.`],
    ['figures that marks turn round', 'It costs 12 euro.', 'It costs \u202e12\u202c euro.'],
    ['another box', '☑ Pay', '☐ Pay'],
    ['another composition that is another letter', 'ﬁve', 'five'],
    ['a power', '10²', '102'],
  ];
  test.each(APART)('%s: neither stands under the address of the other', async (_, one, other) => {
    const client = await clientOf('reviewer');
    const [right, also] = [await outputSeen(source, one), await outputSeen(source, other)];
    expect(right.subject).not.toBe(also.subject);
    const lies = [await outputSeen(source, one, also.subject), await outputSeen(source, other, right.subject)];
    const lie = 'refused:content_does_not_hold';
    expect(outcomes(await client.push([...lies, right, also]))).toEqual([lie, lie, 'stored', 'stored']);
    expect(outcomes(await client.push(lies))).toEqual([lie, lie]);
  });

  test('changes nothing by taking the id of an event that is stored: what is stored first stays', async () => {
    const client = await clientOf('reporter');
    const right = await outputSeen(source, TEXT);
    const lie = { ...(await outputSeen(source, FALSE_TEXT, SUBJECT)), id: right.id };
    expect(outcomes(await client.push([right, lie]))).toEqual(['stored', 'refused:content_does_not_hold']);
    const other = { ...(await outputSeen(source, FALSE_TEXT)), id: right.id };
    expect(outcomes(await client.push([other]))).toEqual(['refused:conflict']);
  });

  /** What a collector of before had stored: the row that an attacker got in, an approval with it in view, and a right one. */
  async function storedBefore(): Promise<{ approved: string; blocked: string }> {
    const [ada, lea] = [await clientOf('reporter', 'ada'), await clientOf('reviewer', 'lea')];
    const [one, two] = [await outputSeen(source, 'First.'), await outputSeen(source, 'Second.')];
    const about = (event: CountersignEvent, subject: string) => eventWith(event, { subject });
    await ada.push([one, two, await outputSeen(source, TEXT)]);
    await lea.push([
      about(await make.decisionMade(source, 'approve'), one.subject),
      about(await make.decisionMade(source, 'block', { note: 'no' }), two.subject),
      await make.decisionMade(source, 'approve'),
    ]);
    await database.query(
      `update contents set content = '{"text":"Something else."}', text_holds = null where team = $1 and id in ($2, $3)`,
      [team, one.id, two.id],
    );
    await database.query('update contents set text_holds = null where team = $1', [team]);
    return { approved: one.subject, blocked: two.subject };
  }

  const statusOf = async (subject: string) => {
    const { events } = (await (await clientOf('reporter', 'eva')).pull()).body;
    return foldOutput(events.filter((event) => event.subject === subject))?.status;
  };

  test('is found once in what was stored before, is handed out no more, and what was approved with it is asked again', async () => {
    const { approved, blocked } = await storedBefore();
    expect(await checkStoredTexts(database)).toBe(2);
    const { events } = (await (await clientOf('reporter', 'eva')).pull()).body;
    expect(JSON.stringify(events)).not.toContain('Something else.');
    expect(events.map(({ type, authid }) => `${type.split('.')[1]} ${authid}`).slice(6)).toEqual([
      'decision urn:countersign:operator',
    ]);
    expect([await statusOf(approved), await statusOf(blocked), await statusOf(SUBJECT)]).toEqual([
      'escalated',
      'blocked',
      'approved',
    ]);
    expect(await checkStoredTexts(database)).toBe(0);
    expect((await (await clientOf('reporter', 'eva')).pull()).body.events).toHaveLength(7);
  });

  test('is found in a backup, whatever the file says of itself', async () => {
    const right = await outputSeen(source, TEXT);
    await (await clientOf('reporter')).push([right]);
    const path = join(tmpdir(), `${team}.gz`);
    const bend = async function* (lines: AsyncIterable<string>) {
      for await (const line of lines) yield line.replace(TEXT, FALSE_TEXT);
    };
    await writeWhole(path, bend(backupLines(database)), createGzip());
    const there = await openFresh(fresh);
    const restored = restoreFrom(
      there.database,
      path,
      () => undefined,
      () => undefined,
    );
    await expect(restored).rejects.toThrow('Not as it was written');
    const reader = await make.clientOf(make.appOf(there.database), there.database, team, 'reporter');
    expect((await reader.pull()).body.events.map(({ data }) => data.sealed)).toEqual([undefined]);
    await there.drop();
    await rm(path);
  });

  test('the log verifies with what the check wrote into it', async () => {
    const { id } = await outputSeen(source, TEXT);
    const client = await clientOf('reviewer');
    await client.push([{ ...(await outputSeen(source, TEXT)), id }, await make.decisionMade(source)]);
    await database.query('update contents set text_holds = null where team = $1', [team]);
    await checkStoredTexts(database);
    expect(await findingsOf(database, team)).toEqual([]);
  });
});
