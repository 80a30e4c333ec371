/** The legal states of a target and the moves between them. An illegal move is a mistake in the engine, and throws. */
import type { TargetRow } from '../store/db.ts';

export type SyncState = TargetRow['state'];

const MOVES: Record<SyncState, readonly SyncState[]> = {
  idle: ['syncing'],
  syncing: ['idle', 'waiting', 'unauthorised', 'syncing'],
  waiting: ['syncing'],
  unauthorised: ['syncing'],
};

/** Gives `to` back where it may follow `from`; throws where it may not. A worker killed while syncing starts over. */
export function move(from: SyncState, to: SyncState): SyncState {
  if (!MOVES[from].includes(to)) throw new Error(`sync cannot move from ${from} to ${to}`);
  return to;
}

/** First wait after a failure, and the longest: 2 s doubled each time up to 5 min, each with jitter of up to a half. */
const FIRST_MS = 2_000;
const LONGEST_MS = 300_000;

/** How long to wait after `attempts` failures in a row; `random` in [0, 1) spreads browsers that failed together. */
export function backoffMs(attempts: number, random: number = Math.random()): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, attempts - 1));
  return Math.round(full * (0.5 + random / 2));
}
