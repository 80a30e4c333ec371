/**
 * Tells listening browsers that a team's log has grown. Within this process at once; to other collectors on the same
 * database through it, a little later and many at a time: a notification costs PostgreSQL a lock that all share.
 */
import * as z from 'zod';
import { parsedJson } from '../../lib/domain/json.ts';
import type { News, Queries, SqlDatabase } from '../database/database.ts';

/** How long what is to be told to other collectors is gathered. */
const GATHER_MS = 50;

/** In the place of a number. To a collector of before it is one that nobody waits for. */
export const IN_DOUBT = '';

/** What tells every collector on a database that tokens of a team may have ended. */
export const doubtOf = (team: string): string => JSON.stringify([team, IN_DOUBT]);

type Listener = (sequence: string) => void;

export interface Live {
  /** Says that a team's log ends at `sequence` now. */
  changed(team: string, sequence: string): void;
  /** Says that a token of a team may have ended: its streams ask again whether theirs is good. */
  doubted(team: string): void;
  /** Hears of a team: a number, or nothing where tokens are in doubt. Answers with what stops that. */
  listen(team: string, listener: Listener): () => void;
  /** Aborted when every stream is to end. */
  closing: AbortSignal;
  close(): Promise<void>;
}

/**
 * Starts telling and hearing. `onError` is told of a database that cannot be reached; it is tried again. `news`: how collectors
 * tell each other, where that is not the database itself.
 */
export async function openLive(
  database: SqlDatabase,
  onError: (error: unknown) => void,
  news: News = database,
): Promise<Live> {
  const listeners = new Map<string, Set<Listener>>();
  const pending = new Map<string, string>();
  const closing = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tell = (team: string, sequence: string) => {
    for (const listener of listeners.get(team) ?? []) listener(sequence);
  };
  const tellOthers = () => {
    timer = undefined;
    const messages = [...pending].map((message) => JSON.stringify(message));
    pending.clear();
    news.notify(messages).catch(onError);
  };
  /** What was said meanwhile was not heard. A number that is known changes nothing. */
  const look = async () => {
    const teams = [...listeners.keys()];
    if (teams.length > 0) for (const { team, last } of await lastOfAll(database, teams)) tell(team, last);
  };
  const stop = await news.subscribe({
    message: (text) => hear(text, tell),
    reconnected: () => void look().catch(onError),
    error: onError,
  });
  const looking = news.pollMs === undefined ? undefined : setInterval(() => void look().catch(onError), news.pollMs);
  return {
    changed(team, sequence) {
      tell(team, sequence);
      pending.set(team, sequence);
      timer ??= setTimeout(tellOthers, GATHER_MS);
    },
    doubted(team) {
      tell(team, IN_DOUBT);
      news.notify([doubtOf(team)]).catch(onError);
    },
    listen(team, listener) {
      const own = listeners.get(team) ?? new Set();
      listeners.set(team, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0 && listeners.get(team) === own) listeners.delete(team);
      };
    },
    closing: closing.signal,
    async close() {
      closing.abort();
      clearInterval(looking);
      if (timer) {
        clearTimeout(timer);
        tellOthers();
      }
      await stop();
    },
  };
}

const messageSchema = z.tuple([z.string(), z.string().regex(/^(?:\d{16})?$/)]);

/** A message from another collector, or from whoever else may speak where they do: what is none is nothing. */
function hear(text: string, tell: (team: string, sequence: string) => void): void {
  const message = messageSchema.safeParse(parsedJson(text));
  if (message.success) tell(...message.data);
}

async function lastOfAll(queries: Queries, teams: readonly string[]): Promise<{ team: string; last: string }[]> {
  const rows = await queries.query<{ team: string; last: string }>(
    'select team, last_sequence::text as last from teams where team = any($1::text[])',
    [teams],
  );
  return rows.map(({ team, last }) => ({ team, last: last.padStart(16, '0') }));
}

/** The newest number of a team's log, 16 digits. */
export async function lastOf(queries: Queries, team: string): Promise<string> {
  const [row] = await queries.query<{ last: string }>('select last_sequence::text as last from teams where team = $1', [
    team,
  ]);
  return (row?.last ?? '0').padStart(16, '0');
}
