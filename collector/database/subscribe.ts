/** Hears PostgreSQL's notifications on a connection of its own, and connects again whenever that is lost. */
import pg from 'pg';
import { asDatabaseError, type Subscriber } from './database.ts';

export const CHANNEL = 'countersign_changed';
const RETRY_MS = 1_000;
const CONNECT_MS = 5_000;

/** Subscribes to `CHANNEL`. Rejects with a `DatabaseError` when the first connection fails; later ones are retried. */
export async function subscribe(url: string, subscriber: Subscriber): Promise<() => Promise<void>> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let client = await connect();

  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_MS,
      keepAlive: true,
      application_name: 'countersign-collector live',
    });
    fresh.on('notification', ({ payload }) => subscriber.message(payload ?? ''));
    // Without this listener a lost connection takes the whole process down; `end` follows it.
    fresh.on('error', subscriber.error);
    try {
      await asDatabaseError(async () => {
        await fresh.connect();
        await fresh.query(`listen ${CHANNEL}`);
      });
    } catch (error) {
      // A server that is still becoming the primary takes connections and refuses to listen: each try would leave one behind.
      fresh.end().catch(subscriber.error);
      throw error;
    }
    fresh.on('end', again);
    return fresh;
  }

  function again(): void {
    if (stopped) return;
    timer = setTimeout(() => {
      connect().then(
        (fresh) => {
          client = fresh;
          if (stopped) fresh.end().catch(subscriber.error);
          else subscriber.reconnected();
        },
        (error) => {
          subscriber.error(error);
          again();
        },
      );
    }, RETRY_MS);
  }

  return async () => {
    stopped = true;
    clearTimeout(timer);
    await client.end();
  };
}
