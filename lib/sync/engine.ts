/**
 * Pushes what waits and pulls the team's events. It never sits between a person and their own data: everything is
 * stored before it is sent, and what fails here is tried again with the same ids.
 */
import { db, type OutputRow, type TargetRow } from '../store/db.ts';
import { applyPulled, due, nextDue, settle } from '../store/writes.ts';
import { backoffMs, move } from './states.ts';
import type { PullOutcome, PushOutcome } from './target.ts';
import { targetById } from './targets/index.ts';

/** Most events in one push; halved while a server finds it too large. */
const BATCH = 100;
/** Even with a person waiting, a server that just failed is left alone for this long. */
const PATIENCE_MS = 4_000;
const LOCK = 'countersign.sync';

export interface EngineHooks {
  /** Outputs whose rows changed by what others did. */
  changed(rows: OutputRow[]): Promise<void>;
  /** Asks to be woken at a time: an alarm, since a worker does not live long enough for timers. */
  wakeAt(time: string): Promise<void>;
}

type Stop = Extract<PushOutcome, { kind: 'retry' | 'unauthorised' }>;

/**
 * One round: push, pull, and say when the next is due. A Web Lock lets only one run at a time; a second caller is
 * told `false` and what it came for is done by the round that runs or by the next.
 * `asked`: a person is waiting, so a backoff that is under way is cut short.
 */
export async function syncRound(hooks: EngineHooks, asked: boolean, signal: AbortSignal): Promise<boolean> {
  return navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock) return false;
    const row = await db.targets.toCollection().first();
    if (!row || !mayStart(row, asked)) return true;
    await db.targets.update(row.targetId, { state: move(row.state, 'syncing') });
    const stop = (await pushAll(row, hooks, signal)) ?? (await pullAll(row, hooks, signal));
    await finish(row, stop, hooks);
    return true;
  });
}

/** Runs `work` while no round runs: what a round has read of a target must not change under it. */
export const betweenRounds = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks.request(LOCK, work) as Promise<T>;

function mayStart(row: TargetRow, asked: boolean): boolean {
  if (row.state === 'unauthorised') return false;
  const now = Date.now();
  if (!row.retryAt || Date.parse(row.retryAt) <= now) return true;
  return asked && now - Date.parse(row.failedAt ?? row.retryAt) >= PATIENCE_MS;
}

async function pushAll(row: TargetRow, hooks: EngineHooks, signal: AbortSignal): Promise<Stop | undefined> {
  const target = targetById(row.targetId);
  let size = BATCH;
  for (;;) {
    const events = await due(row.targetId, size);
    if (events.length === 0) return undefined;
    const outcome = await target.push(events, row, signal);
    if (outcome.kind === 'too_large') {
      if (size === 1) await refuse(row, events);
      size = Math.max(1, Math.floor(Math.min(size, events.length) / 2));
      continue;
    }
    if (outcome.kind !== 'answered') return outcome;
    const settled = outcome.results.filter(({ key }) => events.some((event) => `${event.source}|${event.id}` === key));
    // A server that answers for none of what it was sent would be asked the same for ever.
    if (settled.length === 0) return { kind: 'retry', problem: 'not_a_collector' };
    await settle(row.targetId, settled);
    await announce(
      hooks,
      events.map((event) => event.subject),
    );
  }
}

const refuse = (row: TargetRow, events: readonly { source: string; id: string }[]) =>
  settle(
    row.targetId,
    events.map(({ source, id }) => ({ key: `${source}|${id}`, outcome: 'rejected', reason: 'too_large' })),
  );

async function announce(hooks: EngineHooks, subjects: readonly string[]): Promise<void> {
  const rows = await db.outputs.bulkGet([...new Set(subjects)]);
  await hooks.changed(rows.flatMap((output) => output ?? []));
}

async function pullAll(row: TargetRow, hooks: EngineHooks, signal: AbortSignal): Promise<Stop | undefined> {
  const target = targetById(row.targetId);
  let cursor = row.cursor;
  for (;;) {
    const outcome: PullOutcome | undefined = await target.pull?.(cursor, row, signal);
    if (!outcome) return undefined;
    if (outcome.kind !== 'page') return outcome;
    if (outcome.events.length > 0 || outcome.cursor !== cursor)
      await hooks.changed(await applyPulled(row.targetId, outcome.events, outcome.cursor));
    // A page that says "more" but does not move on would be asked for for ever.
    if (!outcome.more || outcome.cursor <= cursor) return undefined;
    cursor = outcome.cursor;
  }
}

async function finish(row: TargetRow, stop: Stop | undefined, hooks: EngineHooks): Promise<void> {
  const now = new Date();
  if (!stop) {
    await db.targets.where({ targetId: row.targetId }).modify((target) => {
      Object.assign(target, { state: move(target.state, 'idle'), attempts: 0, lastSyncAt: now.toISOString() });
      delete target.problem;
      delete target.retryAt;
    });
    const next = await nextDue(row.targetId);
    if (next) await hooks.wakeAt(next);
    return;
  }
  const attempts = row.attempts + 1;
  const retryAt = new Date(now.getTime() + (stopAfterMs(stop) ?? backoffMs(attempts))).toISOString();
  const state = stop.kind === 'unauthorised' ? 'unauthorised' : 'waiting';
  const failedAt = now.toISOString();
  await db.targets.update(row.targetId, {
    state: move('syncing', state),
    problem: stop.problem,
    attempts,
    failedAt,
    retryAt,
  });
  if (state === 'waiting') await hooks.wakeAt(retryAt);
}

const stopAfterMs = (stop: Stop): number | undefined => (stop.kind === 'retry' ? stop.afterMs : undefined);
