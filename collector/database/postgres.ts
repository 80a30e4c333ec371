/** PostgreSQL behind the SQL layer. */
import pg from 'pg';
import type { SqlDatabase } from './database.ts';
import { asDatabaseError, type Queries } from './database.ts';
import { isLost, repeated } from './retry.ts';
import { CHANNEL, subscribe } from './subscribe.ts';

/** A client gives up before a browser's own time limit (20 s) does, so that it hears a 503 and not a silence. */
const CONNECT_MS = 5_000;
const STATEMENT_MS = 15_000;
/** A server that has not ended a statement by then is out of reach; TCP itself would go on for a quarter of an hour. */
const SILENCE_MS = 20_000;
/** A connection that listens may be dead for hours before the system says so, as when a network was cut: then this brings the news. */
const POLL_MS = 15_000;

/** By itself a question changes nothing: it may be asked again. */
const READS = /^\s*select\b/i;

/** Opens a pool. Nothing is connected until the first statement. */
export function openPostgres(url: string, onIdleError: (error: Error) => void): SqlDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    statement_timeout: STATEMENT_MS,
    query_timeout: SILENCE_MS,
    idle_in_transaction_session_timeout: STATEMENT_MS,
    application_name: 'countersign-collector',
  });
  // A pool without this listener takes the whole process down when the server closes an idle connection.
  pool.on('error', onIdleError);
  return {
    query: (sql, params) => (READS.test(sql) ? repeated(() => run(pool, sql, params)) : run(pool, sql, params)),
    transaction: (work) => transaction(pool, work),
    notify: async (messages) => {
      if (messages.length > 0)
        await run(pool, `select pg_notify('${CHANNEL}', m) from unnest($1::text[]) as m`, [messages]);
    },
    subscribe: (subscriber) => subscribe(url, subscriber),
    pollMs: POLL_MS,
    close: () => pool.end(),
  };
}

const run = <Row extends object>(on: pg.Pool | pg.PoolClient, sql: string, params: readonly unknown[] = []) =>
  asDatabaseError(async () => (await on.query(sql, [...params])).rows as Row[]);

/** The longest that a timer can be told. */
const UNLIMITED_MS = 2 ** 31 - 1;
/** What a transaction says that is to take as long as it takes. */
const UNLIMITED = /^\s*set local statement_timeout = 0$/i;

/** The statements of one transaction: once it has lifted the server's limit, ours is lifted too. */
function within(client: pg.PoolClient): Queries {
  let limited = true;
  return {
    query: <Row extends object>(sql: string, params: readonly unknown[] = []) => {
      if (UNLIMITED.test(sql)) limited = false;
      if (limited) return run<Row>(client, sql, params);
      const patient = { text: sql, values: [...params], query_timeout: UNLIMITED_MS };
      return asDatabaseError(async () => (await client.query(patient)).rows as Row[]);
    },
  };
}

async function transaction<Result>(pool: pg.Pool, work: (queries: Queries) => Promise<Result>): Promise<Result> {
  const client = await asDatabaseError(() => pool.connect());
  // A connection lost between two statements is reported by the next of them.
  const lost = () => undefined;
  client.on('error', lost);
  try {
    await run(client, 'begin');
    const result = await work(within(client));
    await run(client, 'commit');
    client.release();
    return result;
  } catch (error) {
    // Nobody is there to be told.
    const unfit = isLost(error) ? undefined : await rollback(client);
    // One that was demoted would go on to refuse whatever is written.
    client.release(unfit ?? isLost(error));
    throw error;
  } finally {
    client.off('error', lost);
  }
}

/** The error that makes the connection unfit to be used again, if there is one. */
async function rollback(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
