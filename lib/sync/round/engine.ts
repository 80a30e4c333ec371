/**
 * Pushes what waits and pulls the team's events. It never sits between a person and their own data: everything is
 * stored before it is sent, and what fails here is tried again with the same ids. Each target has its own round, under
 * its own Web Lock, so that none waits for another and no two rounds meet.
 */
import type { Database, TargetRow } from '../../store/db.ts';
import { nextDue } from '../../store/write/outbox.ts';
import { askedForMs, backoffMs } from '../backoff.ts';
import { fetchOf, problemFor, settingsOf } from '../sign-in/access.ts';
import { move } from '../states.ts';
import type { Stop } from '../target.ts';
import { deliverDue } from './deliver.ts';
import { fetchNew } from './fetch-new.ts';
import { fetchPolicy } from './fetch-policy.ts';
import { introduce, learnAnew } from './introduce.ts';
import { proveClaims } from './prove.ts';
import type { EngineParts, Round } from './round.ts';

/** Even with a person waiting, a server that just failed is left alone for this long. */
const PATIENCE_MS = 4_000;

export interface Engine {
  /**
   * One round of every target that may start: push, then pull. `asked`: a person is waiting, so a backoff that is under
   * way is cut short. A target whose round runs already is left to it. Never throws for one target's fault.
   */
  run(asked: boolean): Promise<void>;
  /** When the next round is due, in milliseconds since 1970; undefined when nothing waits. */
  nextAt(): Promise<number | undefined>;
  /** Stops a target's round, and runs `work` while none runs: what a round has read must not change under it. */
  between<T>(targetId: string, work: () => Promise<T>): Promise<T>;
}

export function createEngine(parts: EngineParts): Engine {
  const running = new Map<string, AbortController>();
  const lockOf = (targetId: string) => `countersign.sync.${targetId}`;

  async function one(targetId: string, asked: boolean): Promise<void> {
    const controller = new AbortController();
    await parts.locks.request(lockOf(targetId), { ifAvailable: true }, async (lock) => {
      if (!lock) return;
      running.set(targetId, controller);
      try {
        await round(parts, targetId, asked, controller.signal);
      } finally {
        running.delete(targetId);
      }
    });
  }

  return {
    async run(asked) {
      const ids = await parts.db.targets.toCollection().primaryKeys();
      const rounds = await Promise.allSettled(ids.map((targetId) => one(targetId, asked)));
      // A fault of ours or of the disk's: the next wake tries again, and the state says that it did not finish.
      for (const ended of rounds)
        if (ended.status === 'rejected') {
          parts.failed?.(ended.reason);
          console.error('Countersign could not sync:', ended.reason);
        }
    },
    async nextAt() {
      const rows = await parts.db.targets.toArray();
      const times = await Promise.all(rows.map((row) => dueAt(parts.db, row)));
      const known = times.filter((time) => time !== undefined);
      return known.length > 0 ? Math.min(...known) : undefined;
    },
    async between(targetId, work) {
      running.get(targetId)?.abort();
      return parts.locks.request(lockOf(targetId), work) as Promise<Awaited<ReturnType<typeof work>>>;
    },
  };
}

async function dueAt(db: Database, row: TargetRow): Promise<number | undefined> {
  if (row.removedAt || row.state === 'paused' || row.state === 'unauthorised') return undefined;
  if (row.state === 'waiting') return row.retryAt ? Date.parse(row.retryAt) : undefined;
  const held = await nextDue(row.targetId, db);
  return held ? Date.parse(held) : undefined;
}

async function round(parts: EngineParts, targetId: string, asked: boolean, signal: AbortSignal): Promise<void> {
  const { db } = parts;
  const row = await db.targets.get(targetId);
  if (!row || !mayStart(row, asked, parts.world.now())) return;
  await db.targets.update(targetId, { state: move(row.state, 'start') });
  const world = { ...parts.world, fetch: fetchOf(row, parts), signal };
  const entered = { ...row, settings: settingsOf(row) };
  const current: Round = { ...parts, row: entered, target: parts.targetOf(row.kind), world, progressed: false };
  let stop: Stop | undefined;
  try {
    stop =
      (await introduce(current)) ??
      (await deliverDue(current)) ??
      (await fetchNew(current)) ??
      (await learnAnew(current)) ??
      (await fetchPolicy(current)) ??
      (await proveClaims(current));
  } catch (error) {
    if (!isFull(error)) throw error;
    stop = { kind: 'retry', problem: 'storage_full' };
  }
  await finish(current, signal.aborted ? undefined : stop);
}

function mayStart(row: TargetRow, asked: boolean, now: number): boolean {
  if (row.removedAt || row.state === 'unauthorised' || row.state === 'paused') return false;
  if (!row.retryAt || Date.parse(row.retryAt) <= now) return true;
  // A clock that was set back since must not make it wait for years.
  const failed = Date.parse(row.failedAt ?? row.retryAt);
  return failed > now || (asked && now - failed >= PATIENCE_MS);
}

/** Dexie wraps what the browser says of a full disk, and so does a transaction that was given up for it. */
function isFull(error: unknown): boolean {
  const { name, inner } = (error ?? {}) as { name?: string; inner?: unknown };
  return name === 'QuotaExceededError' || (inner !== undefined && isFull(inner));
}

async function finish({ db, row: { targetId }, world, random, progressed }: Round, stop?: Stop): Promise<void> {
  const now = world.now();
  const at = new Date(now).toISOString();
  await db.targets.where({ targetId }).modify((row) => {
    if (!stop) {
      Object.assign(row, { state: move(row.state, 'done'), attempts: 0 });
      if (!world.signal.aborted) row.lastSyncAt = at;
      delete row.problem;
      delete row.retryAt;
      return;
    }
    const attempts = progressed ? 1 : row.attempts + 1;
    const asked = stop.kind === 'retry' ? stop.afterMs : undefined;
    const waitMs = asked === undefined ? backoffMs(attempts, random()) : askedForMs(asked, random());
    const state = move(row.state, stop.kind === 'retry' ? 'failed' : 'refused');
    const retryAt = new Date(now + waitMs).toISOString();
    Object.assign(row, { state, attempts, problem: problemFor(row, stop.problem), failedAt: at, retryAt });
  });
}
