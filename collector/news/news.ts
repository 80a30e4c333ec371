/**
 * How collectors on one database tell each other that logs have grown: by PostgreSQL's notifications, by a NATS server, or not at
 * all, where each asks the database. Nothing depends on it but how soon a browser hears of what came in elsewhere.
 */
import type { News, SqlDatabase } from '../database/database.ts';
import { subscribe } from '../database/subscribe.ts';
import { openNats } from './nats.ts';
import { type NatsAddress, natsAddress } from './nats-address.ts';

export type NewsPlace =
  | { kind: 'notify' }
  /** Listens at this address of the same database: past a pooler, which carries no `LISTEN`. */
  | { kind: 'postgres'; url: string }
  | { kind: 'nats'; address: NatsAddress }
  | { kind: 'poll' };

/** How often a collector asks that is told nothing. */
const POLL_MS = 1_000;
/** NATS hands on what it has, once: what was told while a connection was away is brought by this. */
const POLL_BESIDE_MS = 15_000;

/** What `--live` says; nothing where it says none of them. */
export function newsPlaceOf(said: string): NewsPlace | undefined {
  if (said === 'notify' || said === 'poll') return { kind: said };
  if (/^postgres(?:ql)?:\/\//.test(said) && URL.canParse(said)) return { kind: 'postgres', url: said };
  const address = natsAddress(said);
  return address && { kind: 'nats', address };
}

export async function openNews(place: NewsPlace, database: SqlDatabase): Promise<News> {
  // The embedded database belongs to one collector: there is nobody to tell.
  if (database.pollMs === undefined || place.kind === 'notify') return database;
  const { notify, pollMs } = database;
  if (place.kind === 'postgres') return { notify, pollMs, subscribe: (subscriber) => subscribe(place.url, subscriber) };
  if (place.kind === 'poll')
    return { notify: async () => undefined, subscribe: async () => async () => undefined, pollMs: POLL_MS };
  return { ...openNats(place.address, await subjectOf(database)), pollMs: POLL_BESIDE_MS };
}

/** Several deployments may share a NATS server. */
async function subjectOf(database: SqlDatabase): Promise<string> {
  const [row] = await database.query<{ id: string }>('select collector_id::text as id from deployment');
  if (!row) throw new Error('The database has no deployment.');
  return `countersign.${row.id}.changed`;
}
