/** From which months on limits of charts are computed anew, as the team's log has it and as this browser has said it. */
import { metricSubject, type Rebase, rebasesIn } from '../../domain/figures/rebases.ts';
import { db } from '../db.ts';
import { isProved } from '../rows/event.ts';
import { withContent } from '../write/outbox.ts';

/** Those that hold, of any metric; without what the team's server refused. */
export async function rebasesNow(): Promise<Rebase[]> {
  const stored = await db.events.where('subject').startsWith(metricSubject('')).toArray();
  const known = stored.filter((row) => isProved(row) && row.refused === undefined);
  const contents = await db.contents.bulkGet(known.map(({ key }) => key));
  return rebasesIn(known.map(({ event }, at) => withContent(event, contents[at])));
}
