/** A server that takes connections and refuses to listen, as one that is still becoming the primary does: nothing is left behind. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../../collector/database/open.ts';
import { subscribe } from '../../../../collector/database/subscribe.ts';
import { freshPostgres } from '../databases.ts';

/** A way to the server on which the word `listen` is spoilt for so many connections. */
async function spoiling(url: string, times: number): Promise<{ url: string; cut(): void }> {
  const { hostname, port } = new URL(url);
  const clients = new Set<{ destroy(): void }>();
  let left = times + 1;
  const server = createServer((client) => {
    // The first one listens, and is cut.
    const spoils = left <= times && left > 0;
    left--;
    const behind = connect(Number(port), hostname);
    clients.add(client);
    client.on('data', (piece) => {
      const text = piece.toString('latin1');
      behind.write(Buffer.from(spoils ? text.replace('listen ', 'listem ') : text, 'latin1'));
    });
    behind.pipe(client);
    client.on('error', () => behind.destroy()).on('close', () => behind.destroy());
    behind.on('error', () => client.destroy()).on('close', () => client.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const cut = () => {
    for (const client of clients) client.destroy();
    clients.clear();
  };
  onTestFinished(() => {
    cut();
    server.close();
  });
  return { url: Object.assign(new URL(url), { port: String((server.address() as AddressInfo).port) }).href, cut };
}

test('each try that is refused ends its connection', async () => {
  const { place, drop } = await freshPostgres();
  const database = await openDatabase(place);
  const way = await spoiling(place.url, 2);
  const heard: string[] = [];
  const stop = await subscribe(way.url, {
    message: (text) => heard.push(text),
    reconnected: () => heard.push('again'),
    error: (error) => heard.push(error instanceof Error ? error.name : ''),
  });
  way.cut();
  await expect.poll(() => heard, { timeout: 240_000 }).toContain('again');
  const open = () =>
    database.query(
      `select 1 from pg_stat_activity where application_name = 'countersign-collector live' and datname = current_database()`,
    );
  await expect.poll(async () => (await open()).length, { timeout: 240_000 }).toBe(1);
  expect(heard.filter((each) => each === 'DatabaseError').length).toBe(2);
  await stop();
  await database.close();
  await drop();
});
