/** One browser's stream of server-sent events: "changed" now and whenever the team's log has grown. */
import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { SqlDatabase } from '../database/database.ts';
import { errorFields, type Log } from '../logger.ts';
import { IN_DOUBT, type Live, lastOf } from './live.ts';
import type { Metrics } from './metrics.ts';
import type { Env } from './middleware.ts';
import { Problem } from './problem.ts';

/** Often enough for proxies that end what is silent for half a minute. */
const BEAT_MS = 20_000;
/** Streams of one token: a few browsers and what they left open when they lost their network. */
const STREAMS_EACH = 8;

interface StreamParts {
  database: SqlDatabase;
  live: Live;
  metrics: Metrics;
  log: Log;
  /** Whether the token of a request is still good: asked at each beat. */
  stillGood: (context: Context<Env>) => Promise<boolean>;
  beatMs?: number;
}

/** What answers `GET /v1/live`. */
export function createStreams({ database, live, metrics, log, stillGood, beatMs = BEAT_MS }: StreamParts) {
  const open = new Map<string, number>();
  const count = (tokenId: string, change: 1 | -1) => {
    const left = (open.get(tokenId) ?? 0) + change;
    if (left === 0) open.delete(tokenId);
    else open.set(tokenId, left);
    metrics.streams(change);
  };
  return async (context: Context<Env>): Promise<Response> => {
    const { tokenId, team } = context.var.caller;
    // Nobody reads the body of an answer to HEAD: it would be open for ever.
    if (context.req.method === 'HEAD') return context.body(null, 200, { 'content-type': 'text/event-stream' });
    if ((open.get(tokenId) ?? 0) >= STREAMS_EACH)
      throw new Problem('rate_limited', 'Too many streams with this token.', { 'retry-after': '30' });
    context.header('x-accel-buffering', 'no');
    count(tokenId, 1);
    const inbox = createInbox();
    // Before the number is read: what comes between would be missed.
    const deaf = live.listen(team, inbox.put);
    const done = () => {
      deaf();
      count(tokenId, -1);
    };
    try {
      inbox.put(await lastOf(database, team));
    } catch (error) {
      done();
      throw error;
    }
    const send = async (stream: SSEStreamingApi) => {
      const ended = new AbortController();
      stream.onAbort(() => ended.abort());
      const end = AbortSignal.any([ended.signal, live.closing]);
      const mayGoOn = askedAgain(() => stillGood(context), beatMs);
      try {
        while (!end.aborted) {
          const { sequence, doubted } = await inbox.next(beatMs, end);
          if (end.aborted || !(await mayGoOn(doubted || sequence === undefined))) break;
          await tell(stream, sequence);
        }
      } finally {
        done();
      }
    };
    return streamSSE(context, send, async (error) => log.warn('stream.failed', errorFields(error)));
  };
}

const tell = (stream: SSEStreamingApi, sequence: string | undefined): Promise<unknown> =>
  sequence === undefined
    ? stream.write(':\n\n')
    : stream.writeSSE({ event: 'changed', data: JSON.stringify({ sequence }), id: sequence });

/** Asks now where it is doubted, and else each beat: a team that is busy leaves no silence in which to ask. */
function askedAgain(ask: () => Promise<boolean>, beatMs: number): (now: boolean) => Promise<boolean> {
  let askedAt = performance.now();
  return async (now) => {
    if (!now && performance.now() - askedAt < beatMs) return true;
    askedAt = performance.now();
    return ask();
  };
}

/** Keeps the newest number only: who is slow to read is told once of all that came meanwhile. */
function createInbox() {
  let newest = '';
  let told = '';
  let doubted = false;
  let wake: () => void = () => undefined;
  return {
    put: (sequence: string) => {
      if (sequence > newest) newest = sequence;
      doubted ||= sequence === IN_DOUBT;
      wake();
    },
    /** The newest number that was not given yet, none after `ms` without one; and whether the token is in doubt. */
    next: async (ms: number, end: AbortSignal): Promise<{ sequence?: string; doubted: boolean }> => {
      if (newest <= told && !doubted && !end.aborted) await waitFor(ms, end);
      const said = { doubted, ...(newest > told ? { sequence: newest } : {}) };
      told = newest;
      doubted = false;
      return said;
    },
  };

  function waitFor(ms: number, end: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        end.removeEventListener('abort', finish);
        wake = () => undefined;
        resolve();
      };
      const timer = setTimeout(finish, ms);
      end.addEventListener('abort', finish, { once: true });
      wake = finish;
    });
  }
}
