/**
 * Tells listening browsers that a team's log has grown. Within this process at once; to other collectors on the same
 * database through it, a little later and many at a time: a notification costs PostgreSQL a lock that all share.
 */
import type { Queries, SqlDatabase } from '../database/database.ts';

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

/** Starts telling and hearing. `onError` is told of a database that cannot be reached; it is tried again. */
export async function openLive(database: SqlDatabase, onError: (error: unknown) => void): Promise<Live> {
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
    database.notify(messages).catch(onError);
  };
  const stop = await database.subscribe({
    message: (text) => tell(...(JSON.parse(text) as [string, string])),
    // What was said meanwhile was not heard.
    reconnected: () => {
      for (const team of listeners.keys()) lastOf(database, team).then((sequence) => tell(team, sequence), onError);
    },
    error: onError,
  });
  return {
    changed(team, sequence) {
      tell(team, sequence);
      pending.set(team, sequence);
      timer ??= setTimeout(tellOthers, GATHER_MS);
    },
    doubted(team) {
      tell(team, IN_DOUBT);
      database.notify([doubtOf(team)]).catch(onError);
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
      if (timer) {
        clearTimeout(timer);
        tellOthers();
      }
      await stop();
    },
  };
}

/** The newest number of a team's log, 16 digits. */
export async function lastOf(queries: Queries, team: string): Promise<string> {
  const [row] = await queries.query<{ last: string }>('select last_sequence::text as last from teams where team = $1', [
    team,
  ]);
  return (row?.last ?? '0').padStart(16, '0');
}
