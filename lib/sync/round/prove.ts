/** What a file claims of the team's log, looked up in that log: nobody else can say that a colleague said so. */
import { mayRead } from '../../domain/people/role.ts';
import { nextClaim, proved } from '../../store/write/taking-in.ts';
import type { Stop } from '../target.ts';
import type { Round } from './round.ts';

/** Pages that one round asks for; the next goes on. */
const MOST_PAGES = 40;

/** Asks for the places that files claim, and keeps what stands there as proved. */
export async function proveClaims({ db, row, target, world, changed }: Round): Promise<Stop | undefined> {
  if (!target.pull || (row.role && !mayRead(row.role))) return undefined;
  const end = (await db.targets.get(row.targetId))?.cursor ?? '';
  for (let page = 0; page < MOST_PAGES; page++) {
    const claim = await nextClaim(end, db);
    if (claim === undefined) return undefined;
    const before = String(BigInt(claim) - 1n).padStart(claim.length, '0');
    const found = await target.pull(before, row.settings, world);
    if (found.kind !== 'page') return found;
    const last = found.cursor > claim ? found.cursor : claim;
    await changed(await proved(found.events, before, last, db));
  }
  return undefined;
}
