/** One writer at a time for each team within this process, so that they do not spoil each other's reading. */
import { Problem } from '../http/problem.ts';

/** Requests that wait for their turn in one team. Each may hold megabytes, and its client waits for some seconds only. */
const WAITING = 32;

interface Queue {
  last: Promise<unknown>;
  length: number;
}
const queues = new WeakMap<object, Map<string, Queue>>();

/**
 * Runs `work` once all earlier work of the same team on the same database is through, whether it went well or not.
 * Rejects with a `Problem` (503) when too many wait already.
 */
export async function inTurn<Result>(database: object, team: string, work: () => Promise<Result>): Promise<Result> {
  const teams = queues.get(database) ?? new Map<string, Queue>();
  queues.set(database, teams);
  const queue = teams.get(team) ?? { last: Promise.resolve(), length: 0 };
  teams.set(team, queue);
  if (queue.length > WAITING)
    throw new Problem('busy', 'Too many write into this team’s log at once; nothing was stored. Try again.', {
      'retry-after': '1',
    });
  queue.length++;
  const mine = queue.last.then(work, work);
  queue.last = mine;
  try {
    return await mine;
  } finally {
    queue.length--;
    if (queue.length === 0) teams.delete(team);
  }
}
