/** The legal states of a target and what moves it between them. An illegal move is a mistake in the engine, and throws. */
import type { SyncState } from '../store/db.ts';

/** What can happen to a target. */
type SyncTurn = 'start' | 'done' | 'failed' | 'refused' | 'pause' | 'resume' | 'changed' | 'leave';

/**
 * From a state, by what happened, to the next. What is missing cannot happen there.
 * `leave`: somebody signed out. `syncing` by `start`: a worker was killed in the middle of a round, and the next begins anew.
 */
export const MOVES: Record<SyncState, Partial<Record<SyncTurn, SyncState>>> = {
  idle: { start: 'syncing', pause: 'paused', changed: 'idle', leave: 'unauthorised' },
  syncing: {
    start: 'syncing',
    done: 'idle',
    failed: 'waiting',
    refused: 'unauthorised',
    pause: 'paused',
    changed: 'idle',
    leave: 'unauthorised',
  },
  waiting: { start: 'syncing', pause: 'paused', changed: 'idle', leave: 'unauthorised' },
  unauthorised: { pause: 'paused', changed: 'idle', leave: 'unauthorised' },
  paused: { pause: 'paused', resume: 'idle', changed: 'paused', leave: 'unauthorised' },
};

/** The state after `turn`; throws where it cannot happen. */
export function move(from: SyncState, turn: SyncTurn): SyncState {
  const to = MOVES[from][turn];
  if (!to) throw new Error(`sync cannot take "${turn}" while ${from}`);
  return to;
}

/** First wait after a failure, and the longest: 2 s doubled each time up to 5 min, each with jitter of up to a half. */
const FIRST_MS = 2_000;
const LONGEST_MS = 300_000;

/** How long to wait after `attempts` failures in a row; `random` in [0, 1) spreads browsers that failed together. */
export function backoffMs(attempts: number, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, attempts - 1));
  return Math.round(full * (0.5 + random / 2));
}

/** What a server asks for is kept to, but no longer than a day; up to a tenth more spreads those who were told the same. */
export const askedForMs = (afterMs: number, random: number): number =>
  Math.round(Math.min(Math.max(afterMs, 0), 86_400_000) * (1 + random / 10));
