/** Collectors on one database tell each other that a log has grown: by a NATS server, or by asking. */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { News, SqlDatabase } from '../../../../collector/database/database.ts';
import { openDatabase } from '../../../../collector/database/open.ts';
import { createApp } from '../../../../collector/http/app.ts';
import { openLive } from '../../../../collector/http/live.ts';
import { openNats } from '../../../../collector/news/nats.ts';
import { natsAddress } from '../../../../collector/news/nats-address.ts';
import { openNews } from '../../../../collector/news/news.ts';
import { IS_NIGHT } from '../../../nightly.ts';
import { freshPostgres } from '../databases.ts';
import { clientOf, newSource, newTeam, quietLog, reportMade, sequence } from '../fixtures.ts';
import { startBroker } from './broker.ts';
import { startNatsServer } from './nats-server.ts';

let database: SqlDatabase;
let fresh: Awaited<ReturnType<typeof freshPostgres>>;
beforeAll(async () => {
  fresh = await freshPostgres();
  database = await openDatabase({ kind: 'postgres', url: pooled(fresh.place.url) });
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

/** By night the database is behind PgBouncer, which carries all but what listens. */
function pooled(url: string): string {
  const pooler = process.env.COUNTERSIGN_TEST_POOLER;
  return pooler ? Object.assign(new URL(url), { host: new URL(pooler).host }).href : url;
}

/** Two collectors: what one of them hears of a team, and a push to the other. */
async function two(newsOf: () => Promise<News>) {
  const errors: unknown[] = [];
  const open = async () => openLive(database, (error) => errors.push(error), await newsOf());
  const [one, other] = [await open(), await open()];
  onTestFinished(async () => {
    await one.close();
    await other.close();
  });
  const team = newTeam();
  const heard: string[] = [];
  one.listen(team, (number) => heard.push(number));
  const app = createApp({ database, log: quietLog, version: '0', live: other });
  const client = await clientOf(app, database, team, 'reporter');
  return { heard, errors, push: async () => client.push([await reportMade(newSource())]) };
}

/** A lost connection is made again after a second, on a busy machine after some. */
const soon = <T>(look: () => T) => expect.poll(look, { timeout: 240_000, interval: 100 });

/** By NATS alone: the database is not asked as well. */
const natsAt = (url: string) => async () => {
  const address = natsAddress(url);
  if (!address) throw new Error(url);
  return openNats(address, 'countersign.of-the-test.changed');
};

test('who is told nothing asks the database', async () => {
  const { heard, push } = await two(() => openNews({ kind: 'poll' }, database));
  await push();
  await soon(() => heard).toContain(sequence(1));
});

test('who cannot listen where statements go, as behind a pooler, listens elsewhere', async () => {
  const { heard, push } = await two(async () => {
    const { pollMs: _, ...news } = await openNews({ kind: 'postgres', url: fresh.place.url }, database);
    return news;
  });
  await push();
  await soon(() => heard).toContain(sequence(1));
});

test('a message that is none changes nothing', async () => {
  const broker = await startBroker();
  const { heard, errors, push } = await two(natsAt(broker.url));
  await soon(() => broker.introductions.length).toBe(2);
  for (const text of ['', 'rubbish', '["team"]', '["team",{}]', '{"a":1}'])
    broker.say(`MSG countersign.of-the-test.changed 1 ${text.length}\r\n${text}\r\n`);
  await soon(async () => {
    await push();
    return heard.length;
  }).toBeGreaterThan(0);
  expect(errors).toEqual([]);
});

test('a server that is none is left, and tried again', async () => {
  const broker = await startBroker();
  const { errors } = await two(natsAt(broker.url));
  await soon(() => broker.introductions.length).toBe(2);
  broker.say('HTTP/1.1 400 Bad Request\r\n');
  await soon(() => broker.introductions.length).toBe(4);
  expect(errors.length).toBe(2);
});

/** Each a server that can be cut off. The real one is run by night: Debian has it, and `npm test` installs nothing for it. */
const SERVERS = [
  { name: 'a server of the test', start: startBroker },
  ...(IS_NIGHT ? [{ name: 'nats-server', start: startNatsServer }] : []),
];

describe.each(SERVERS)('on $name', ({ start }) => {
  test('who listens at one collector hears what is pushed at the other, also after a cut', async () => {
    const server = await start();
    const { heard, push } = await two(natsAt(server.url));
    const pushedAndHeard = async () => {
      await push();
      return heard.length;
    };
    await soon(pushedAndHeard).toBeGreaterThan(0);
    await server.cut();
    heard.length = 0;
    await soon(pushedAndHeard).toBeGreaterThan(0);
  });
});
