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
