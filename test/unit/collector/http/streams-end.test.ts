/** A stream ends with its token, however busy the team is; and nobody leaves one open by asking for its head. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { openDatabase } from '../../../../collector/database/open.ts';
import { createApp } from '../../../../collector/http/app.ts';
import { doubtOf, type Live, openLive } from '../../../../collector/http/live.ts';
import { createMetrics } from '../../../../collector/http/metrics.ts';
import { type Listening, listenAt } from '../../../../collector/http/server.ts';
import { revokeToken } from '../../../../collector/people/tokens.ts';
import { DATABASES, freshPostgres, openFresh } from '../databases.ts';
import { type Client, clientOf, newSource, newTeam, quietLog, reportMade } from '../fixtures.ts';
import { hear } from '../sse.ts';

/** Longer than these tests: no beat asks in the place of what is tested. */
const BEAT_MS = 60_000;

async function run(database: SqlDatabase) {
  const live = await openLive(database, () => undefined);
  const metrics = createMetrics();
  const app = createApp({ database, log: quietLog, version: '0', live, metrics, beatMs: BEAT_MS });
  const listening = await listenAt(app, { host: '127.0.0.1', port: 0 });
  return { app, live, metrics, listening };
}
type Running = Awaited<ReturnType<typeof run>>;
const stop = async ({ live, listening }: { live: Live; listening: Listening }) => {
  await live.close();
  await listening.stop();
};

/** Pushes on and on until it is told to stop. */
function busy(client: Client): () => Promise<void> {
  let on = true;
  const working = (async () => {
    const source = newSource();
    while (on) await client.push([await reportMade(source)]);
  })();
  return async () => {
    on = false;
    await working;
  };
}

/** Reads a stream to its end. */
async function ended(hearing: Awaited<ReturnType<typeof hear>>): Promise<void> {
  while ((await hearing.next()) !== undefined);
}

describe.each(DATABASES)('streams on $name', ({ fresh }) => {
  let database: SqlDatabase;
  let drop: () => Promise<void>;
  let running: Running;
  beforeAll(async () => {
    ({ database, drop } = await openFresh(fresh));
    running = await run(database);
  });
  afterAll(async () => {
    await stop(running);
    await drop?.();
  });

  test.each([false, true])('end at once when their token is revoked; the team busy: %s', async (isBusy) => {
    const team = newTeam();
    const [ada, root] = [
      await clientOf(running.app, database, team, 'reporter', 'ada'),
      await clientOf(running.app, database, team, 'admin', 'root'),
    ];
    const hearing = await hear(running.listening.url, ada.token);
    const rest = isBusy ? busy(root) : async () => undefined;
    const headers = { authorization: `Bearer ${root.token}` };
    const done = ended(hearing);
    expect((await running.app.request(`/v1/tokens/${ada.tokenId}`, { method: 'DELETE', headers })).status).toBe(204);
    await done;
    await rest();
  });

  test('end when the name of their person is erased', async () => {
    const team = newTeam();
    const [ada, root] = [
      await clientOf(running.app, database, team, 'reporter', 'ada'),
      await clientOf(running.app, database, team, 'admin', 'root'),
    ];
    const hearing = await hear(running.listening.url, ada.token);
    const done = ended(hearing);
    const headers = { authorization: `Bearer ${root.token}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ person: 'ada', identity: true });
    expect((await running.app.request('/v1/erasures', { method: 'POST', headers, body })).status).toBe(200);
    await done;
  });

  test('HEAD opens none, and gives no document out', async () => {
    const team = newTeam();
    const root = await clientOf(running.app, database, team, 'admin', 'root');
    const before = (await running.metrics.read()).text;
    for (const path of ['/v1/live', '/v1/me/export', '/v1/people/ada/export'])
      for (let at = 0; at < 9; at++) {
        const headers = { authorization: `Bearer ${root.token}` };
        const response = await fetch(running.listening.url + path, { method: 'HEAD', headers });
        expect([response.status, await response.text()]).toEqual([200, '']);
      }
    const streams = (text: string) => /^countersign_live_streams (\d+)$/m.exec(text)?.[1];
    expect(streams((await running.metrics.read()).text)).toBe(streams(before));
    expect((await root.pull()).body.events).toEqual([]);
  });
});

test('a token that the command line ends ends its streams at every collector', async () => {
  const { place, drop } = await freshPostgres();
  const database = await openDatabase(place);
  const running = await run(database);
  const team = newTeam();
  const ada = await clientOf(running.app, database, team, 'reporter', 'ada');
  const hearing = await hear(running.listening.url, ada.token);
  const done = ended(hearing);
  const elsewhere = await openDatabase(place);
  await revokeToken(elsewhere, ada.tokenId);
  await elsewhere.notify([doubtOf(team)]);
  await done;
  await elsewhere.close();
  await stop(running);
  await database.close();
  await drop();
});
