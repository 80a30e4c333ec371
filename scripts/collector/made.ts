/** A database of the collector's on a PostgreSQL server, to be copied. */
import pg from 'pg';
import { openDatabase } from '../../collector/database/open.ts';

const NAME = 'countersign_made';

/** Makes an empty database of the newest version on a server, and answers with its name: a copy takes half of what making one does. */
export async function madeOn(server: string): Promise<string> {
  await administer(server, `create database ${NAME} encoding 'UTF8' template template0`);
  // Nobody may be in what is copied.
  await (await openDatabase({ kind: 'postgres', url: urlOn(server, NAME) })).close();
  return NAME;
}

/** The address of a database on a server. */
export function urlOn(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** One statement to a server, over a connection of its own. */
export async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
