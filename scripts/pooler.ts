/** A throwaway PgBouncer before a PostgreSQL server, in transaction mode: the next statement may go to another connection. */
import { once } from 'node:events';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { end, start } from './children.ts';
import { pathOf } from './machine.ts';
import { freePort, unprivileged } from './postgres.ts';

interface Pooler {
  url: string;
  stop(): Promise<void>;
}

/** Few connections for many clients: what a session left behind would meet somebody else at once. */
const CONNECTIONS = 3;

export async function startPooler(postgres: string): Promise<Pooler> {
  const { hostname, port: behind, username, pathname } = new URL(postgres);
  const user = unprivileged();
  const folder = await mkdtemp(join(tmpdir(), 'countersign-pooler-'));
  const port = await freePort();
  const settings = join(folder, 'pgbouncer.ini');
  await writeFile(
    settings,
    `[databases]
* = host=${hostname} port=${behind} user=${username}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = ${CONNECTIONS}
max_client_conn = 500
ignore_startup_parameters = statement_timeout,idle_in_transaction_session_timeout
`,
  );
  for (const path of [folder, settings]) if (user) await chown(path, user.uid, user.gid);
  const pooler = start(pathOf('pgbouncer'), [settings], { user });
  await new Promise<void>((resolve, reject) => {
    let said = '';
    pooler.stderr?.on('data', (text) => {
      said += text;
      if (said.includes('process up')) resolve();
    });
    pooler.on('close', () => reject(new Error(`PgBouncer did not start: ${said}`)));
  });
  return {
    url: `postgresql://${username}@127.0.0.1:${port}${pathname}`,
    async stop() {
      const ended = once(pooler, 'close');
      end(pooler, 'SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
