/** Who this browser is to an endpoint, where that can have changed since somebody looked: a role comes with each token. */

import type { Stop } from '../target.ts';
import type { Round } from './round.ts';

/** Asks where it is to be asked. Another team's order and marks are of no use here: then somebody signs in anew. */
export async function introduce({ db, row, target, world }: Round): Promise<Stop | undefined> {
  const unknown = row.managed !== undefined && !row.team;
  if (!target.whose || !(unknown || row.session?.unconfirmed)) return undefined;
  const me = await target.whose(row.settings, world);
  if ('kind' in me) return me;
  const { team, subject, role, name } = me;
  if (row.team && row.team !== team) return { kind: 'unauthorised', problem: 'other_team' };
  Object.assign(row, { team, subject, role });
  await db.targets.where({ targetId: row.targetId }).modify((stored) => {
    Object.assign(stored, { team, subject, role });
    if (name) stored.name = name;
    else delete stored.name;
    delete stored.session?.unconfirmed;
  });
  return undefined;
}
