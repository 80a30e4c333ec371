/** What waits for a decision and stands not in line: put off, or the same as another. Those are few. */
import { assignmentNow, holderOf } from '../../domain/decision/handling.ts';
import { facetsAsked, facetsOf } from '../../domain/decision/place-in-line.ts';
import { waitingSince } from '../../domain/decision/queue.ts';
import { type Sieve, sinceAsked } from '../../domain/decision/sifted.ts';
import { type Database, db as shared } from '../db.ts';
import type { OutputRow } from '../rows/output.ts';

/** What is asked of it. */
interface AsideAsked {
  sieve: Sieve;
  /** What this person's browser and the collector call them. */
  me: readonly string[];
  /** Those with the words that are looked for, where any are. */
  found: ReadonlySet<string> | undefined;
}

/** Whatever comes back first is the first; what is asked is asked of each row. */
export async function standingAside(asked: AsideAsked, db: Database, now: number): Promise<string[]> {
  const { aside = 'deferred' } = asked.sieve;
  const kept: string[] = [];
  const rows = db.outputs.where('[aside.kind+aside.at]').between([aside, ''], [aside, '\uffff']);
  await rows.each((row) => {
    if (fits(row, asked, now)) kept.push(row.hash);
  });
  return kept;
}

function fits(row: OutputRow, { sieve, me, found }: AsideAsked, now: number): boolean {
  const at = new Date(now).toISOString();
  const since = sinceAsked(sieve, now);
  if ((since !== undefined && waitingSince(row) > since) || found?.has(row.hash) === false) return false;
  const holder = assignmentNow(row, at);
  if (sieve.assigned === 'nobody' && holder) return false;
  if (sieve.assigned === 'me' && !(holder && me.includes(holderOf(holder)))) return false;
  const own = new Set(facetsOf(row, at));
  return facetsAsked(sieve).every((each) => own.has(each));
}

/** How many of what waits stand aside, by why: a line that is empty without them is not all there is. */
export async function asideSizes(db: Database = shared): Promise<{ deferred: number; duplicate: number }> {
  const of = (kind: string) => db.outputs.where('[aside.kind+aside.at]').between([kind, ''], [kind, '\uffff']).count();
  const [deferred, duplicate] = await Promise.all([of('deferred'), of('duplicate')]);
  return { deferred, duplicate };
}
