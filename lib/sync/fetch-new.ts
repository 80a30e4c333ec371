/** The way in: the team's events in pages, each stored with the cursor, so that a pull goes on where it was. */
import { mayRead } from '../domain/role.ts';
import { applyPulled } from '../store/writes.ts';
import type { Round } from './engine.ts';
import type { Stop } from './target.ts';

/** Pulls until there is no more, in the collector's order. */
export async function fetchNew(round: Round): Promise<Stop | undefined> {
  const { db, row, target, world } = round;
  // A token that may only hand in would be refused, and sending would stop with it.
  if (row.role && !mayRead(row.role)) return undefined;
  let { cursor } = row;
  for (;;) {
    const outcome = await target.pull?.(cursor, row.settings, world);
    if (!outcome) return undefined;
    if (outcome.kind !== 'page') return outcome;
    const { events, unreadable, more } = outcome;
    if (unreadable > 0) await noteUnread(round, cursor);
    if (events.length > 0 || outcome.cursor > cursor)
      await round.changed(await applyPulled(row.targetId, events, outcome.cursor, db));
    round.progressed ||= events.length > 0;
    // A page that says "more" but does not move on would be asked for for ever.
    if (!more || outcome.cursor <= cursor) return undefined;
    cursor = outcome.cursor;
  }
}

/** Notes from where on a newer version should read again. */
async function noteUnread({ db, row }: Round, cursor: string): Promise<void> {
  if (row.unreadFrom) return;
  row.unreadFrom = cursor;
  await db.targets.update(row.targetId, { unreadFrom: cursor });
}
