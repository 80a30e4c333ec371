/** What is only looked at stays as it is: links in mails and chats are opened by filters before anybody reads them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { openDatabase } from '../../../../collector/database/open.ts';
import { createApp } from '../../../../collector/http/app.ts';
import type { App } from '../../../../collector/http/parts.ts';
import { ROUTES } from '../../../../collector/http/routes/index.ts';
import { madeInMemory } from '../databases.ts';
import { clientOf, newSource, newTeam, quietLog, reportMade } from '../fixtures.ts';

let database: SqlDatabase;
let app: App;
let token: string;
beforeAll(async () => {
  database = await openDatabase(await madeInMemory());
  app = createApp({ database, log: quietLog, version: '0.0.0-test' });
  const admin = await clientOf(app, database, newTeam(), 'admin', 'boss');
  await admin.push([await reportMade(newSource(), 'wrong')]);
  token = admin.token;
});
afterAll(() => database?.close());

/** An address of a route, its parts filled in with what is not there. */
const filled = (path: string) => path.replace(/\{(\w+)\}/g, (_, name) => (name === 'number' ? '1' : 'nobody'));

const types = async () => (await database.query<{ type: string }>('select type from events')).map(({ type }) => type);
const rowsOf = async (name: string) =>
  `${name} ${(await database.query<{ n: string }>(`select count(*)::text as n from "${name}"`))[0]?.n}`;
/** How many rows each table but the log has: when a token was last used is noted in its own. */
async function rows(): Promise<string[]> {
  const tables = await database.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
  );
  return Promise.all(
    tables
      .map(({ name }) => name)
      .filter((name) => !/^(events|contents?|event_contents)$/.test(name))
      .map(rowsOf),
  );
}

test('nothing is decided, granted or changed by following an address, with a token or without', async () => {
  const before = { types: await types(), rows: await rows() };
  expect(before.types).toHaveLength(1);
  for (const { path } of ROUTES.filter(({ method }) => method === 'get'))
    for (const headers of [new Headers(), new Headers({ authorization: `Bearer ${token}` })])
      await (await app.request(filled(path), { headers })).body?.cancel();
  // That somebody took a person's record along is written down; nothing else is.
  const written = (await types()).filter((type) => !before.types.includes(type));
  expect(written.filter((type) => !type.includes('export'))).toEqual([]);
  expect(await rows()).toEqual(before.rows);
});
