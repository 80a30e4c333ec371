/** "Something to pull": at once, to the team's own listeners, across collectors, and for as long as the token is good. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { openDatabase } from '../../../../collector/database/open.ts';
import { createApp } from '../../../../collector/http/app.ts';
import { type Live, openLive } from '../../../../collector/http/live.ts';
import type { App } from '../../../../collector/http/parts.ts';
import { type Listening, listenAt } from '../../../../collector/http/server.ts';
import { revokeToken } from '../../../../collector/people/tokens.ts';
import { DATABASES, type Fresh, freshPostgres, openFresh } from '../databases.ts';
import { clientOf, newSource, newTeam, quietLog, reportMade, sequence } from '../fixtures.ts';
import { hear } from '../sse.ts';

interface Running {
  database: SqlDatabase;
  live: Live;
  app: App;
  listening: Listening;
}

async function run(database: SqlDatabase): Promise<Running> {
  const live = await openLive(database, () => undefined);
  const app = createApp({ database, log: quietLog, version: '0', live, beatMs: 50 });
  return { database, live, app, listening: await listenAt(app, { host: '127.0.0.1', port: 0 }) };
}

async function stop({ live, listening }: Running): Promise<void> {
  await live.close();
  await listening.stop();
}

describe.each(DATABASES)('a stream on $name', ({ fresh }) => {
  let running: Running;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const opened = await openFresh(fresh);
    drop = opened.drop;
    running = await run(opened.database);
  });
  afterAll(async () => {
    await stop(running);
    await drop?.();
  });
  const clientIn = (team: string, subject = 'ada') =>
    clientOf(running.app, running.database, team, 'reporter', subject);

  test('says where the log ends, then whenever it grows, and nothing of another team', async () => {
    const [ours, theirs] = [await clientIn(newTeam()), await clientIn(newTeam())];
    await ours.push([await reportMade(newSource())]);
    const hearing = await hear(running.listening.url, ours.token);
    expect([hearing.status, hearing.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    expect(hearing.headers.get('cache-control')).toBe('no-store');
    expect(await hearing.next()).toBe(sequence(1));
    await theirs.push(await Promise.all([1, 2, 3, 4].map(() => reportMade(newSource()))));
    await ours.push([await reportMade(newSource())]);
    expect(await hearing.next()).toBe(sequence(2));
  });

  test('of an empty log says so; refused events and duplicates are no change', async () => {
    const client = await clientIn(newTeam());
    const hearing = await hear(running.listening.url, client.token);
    const event = await reportMade(newSource());
    await client.push([event]);
    expect(await hearing.upTo(sequence(1))).toBe(sequence(1));
    await client.push([event, 'rubbish']);
    await client.push([await reportMade(newSource())]);
    expect(await hearing.next()).toBe(sequence(2));
  });

  test('is kept open by beats, and ends when its token does', async () => {
    const client = await clientIn(newTeam());
    const hearing = await hear(running.listening.url, client.token);
    await client.push([await reportMade(newSource())]);
    expect(await hearing.upTo(sequence(1))).toBe(sequence(1));
    const rest = hearing.next();
    await expect.poll(hearing.beats).toBeGreaterThan(1);
    await revokeToken(running.database, client.tokenId);
    expect(await rest).toBeUndefined();
  });

  test('a token has so many and no more; one that is closed makes room', async () => {
    const client = await clientIn(newTeam());
    const first = await hear(running.listening.url, client.token);
    for (let at = 1; at < 8; at++) expect((await hear(running.listening.url, client.token)).status).toBe(200);
    const refused = await hear(running.listening.url, client.token);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30']);
    first.close();
    await expect.poll(async () => (await hear(running.listening.url, client.token)).status).toBe(200);
  });

  test('erasing by API is told too', async () => {
    const admin = await clientOf(running.app, running.database, newTeam(), 'admin');
    await admin.push([await reportMade(newSource())]);
    const hearing = await hear(running.listening.url, admin.token);
    await hearing.next();
    await fetch(`${running.listening.url}/v1/erasures`, {
      method: 'POST',
      headers: { authorization: `Bearer ${admin.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ person: 'admin' }),
    });
    expect(await hearing.next()).toBe(sequence(2));
  });
});

describe('two collectors on one PostgreSQL', () => {
  let place: Fresh;
  let [one, other]: [Running?, Running?] = [];
  beforeAll(async () => {
    place = await freshPostgres();
    one = await run(await openDatabase(place.place));
    other = await run(await openDatabase(place.place));
  });
  afterAll(async () => {
    for (const running of [one, other])
      if (running) {
        await stop(running);
        await running.database.close();
      }
    await place.drop();
  });

  test('who listens at one hears what is pushed at the other', async () => {
    if (!one || !other) throw new Error('not running');
    const team = newTeam();
    const client = await clientOf(other.app, other.database, team, 'reporter');
    const hearing = await hear(one.listening.url, client.token);
    await hearing.next();
    for (let at = 1; at <= 5; at++) {
      await client.push([await reportMade(newSource())]);
      expect(await hearing.next()).toBe(sequence(at));
    }
  });

  test('a lost connection to the database is made again, and what was missed is told', async () => {
    if (!one || !other) throw new Error('not running');
    const client = await clientOf(other.app, other.database, newTeam(), 'reporter');
    const hearing = await hear(one.listening.url, client.token);
    await hearing.next();
    await one.database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'countersign-collector live' and datname = current_database()`,
    );
    await client.push([await reportMade(newSource())]);
    expect(await hearing.next()).toBe(sequence(1));
  });

  test('stopping ends the streams, and the collector says that it is not ready', async () => {
    const stopping = await run(await openDatabase(place.place));
    const client = await clientOf(stopping.app, stopping.database, newTeam(), 'reporter');
    const hearing = await hear(stopping.listening.url, client.token);
    await hearing.next();
    const rest = hearing.next();
    await stop(stopping);
    expect(await rest).toBeUndefined();
    const ready = await stopping.app.request('/readyz');
    expect([ready.status, (await ready.json()).code]).toEqual([503, 'stopping']);
    await stopping.database.close();
  });
});
